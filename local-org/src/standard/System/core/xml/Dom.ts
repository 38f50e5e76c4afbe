/** The namespace `Dom`: `Document`, `XmlNode`, `XmlNodeType`. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { ApexList } from '../../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass, standardEnum } from '../../../declare.ts';
import { enumConstant } from '../../../enumValues.ts';
import { required } from '../arguments.ts';
import { DomNode, namespaceFor, prefixFor } from './node.ts';
import { parseTree, qualifiedName, writeTree } from './tree.ts';

class DomDocument extends LibraryObject {
  readonly apexType = 'Dom.Document';
  root: DomNode | null = null;
}

const nodeTypeDeclaration = standardEnum('Dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

const orNull = (text: string | null): string | null => (text === '' ? null : text);
const nodes = (items: readonly DomNode[]): ApexList => new ApexList('Dom.XmlNode', [...items]);

/** With a prefix the namespace is declared where it is not known under that prefix yet. */
function element(parent: DomNode | null, name: string | null, namespace: string | null, prefix: string | null): DomNode {
  const made = new DomNode('ELEMENT', '', required(name), orNull(namespace));
  parent?.add(made);
  if (made.namespace !== null && prefix !== null && namespaceFor(made, prefix) !== made.namespace)
    made.declared.set(prefix, made.namespace);
  return made;
}

const document = membersOf<DomDocument>();

const documentDeclaration = standardClass('Dom.Document', [
  document.c('()', () => new DomDocument()),
  document.m('Dom.XmlNode createRootElement(String name, String namespace, String prefix)', (self, name, namespace, prefix) => {
    if (self.root) throw new NotSupported('Dom.Document.createRootElement of a document that has a root');
    return (self.root = element(null, name, namespace, prefix));
  }),
  document.m('Dom.XmlNode getRootElement()', (self) => self.root),
  document.m('void load(String xml)', (self, xml) => {
    self.root = parseTree(required(xml));
  }),
  document.m('String toXmlString()', (self) => {
    if (!self.root) throw new NotSupported('Dom.Document.toXmlString of a document without a root');
    return `<?xml version="1.0" encoding="UTF-8"?>${writeTree(self.root)}`;
  }),
]);

const { m } = membersOf<DomNode>();

const childElements = (self: DomNode): readonly DomNode[] => self.children.filter(({ kind }) => kind === 'ELEMENT');

/** The text directly in an element; of texts and comments, themselves. */
const textOf = (self: DomNode): string =>
  self.kind === 'ELEMENT'
    ? self.children
        .filter(({ kind }) => kind === 'TEXT')
        .map(({ text }) => text)
        .join('')
    : self.text;

function attributeAt(self: DomNode, index: number | null): DomNode['attributes'][number] {
  const found = self.attributes[required(index)];
  if (!found) throw apexError('ListException', `List index out of bounds: ${index}`);
  return found;
}

function setAttribute(
  self: DomNode,
  key: string | null,
  value: string | null,
  namespace: string | null,
  valueNamespace: string | null,
): void {
  const known = self.attribute(required(key), namespace);
  if (known) {
    known.value = required(value);
    known.valueNamespace = orNull(valueNamespace);
  } else
    self.attributes.push({
      key: required(key),
      namespace: orNull(namespace),
      value: required(value),
      valueNamespace: orNull(valueNamespace),
    });
}

function removeChild(self: DomNode, child: Value): boolean {
  const at = self.children.indexOf(child as DomNode);
  if (at < 0) return false;
  (child as DomNode).parent = null;
  self.children.splice(at, 1);
  return true;
}

const nodeDeclaration = standardClass('Dom.XmlNode', [
  m('Dom.XmlNode addChildElement(String name, String namespace, String prefix)', element),
  m('Dom.XmlNode addCommentNode(String text)', (self, text) => self.add(new DomNode('COMMENT', required(text)))),
  m('Dom.XmlNode addTextNode(String text)', (self, text) => self.add(new DomNode('TEXT', required(text)))),
  m('String getAttribute(String key, String namespace)', (self, key, namespace) => {
    const found = self.attribute(required(key), namespace);
    return found ? qualifiedName(self, found.value, found.valueNamespace) : null;
  }),
  m('Integer getAttributeCount()', (self) => self.attributes.length),
  m('String getAttributeKeyAt(Integer index)', (self, index) => attributeAt(self, index).key),
  m('String getAttributeKeyNsAt(Integer index)', (self, index) => attributeAt(self, index).namespace),
  m(
    'String getAttributeValue(String key, String namespace)',
    (self, key, namespace) => self.attribute(required(key), namespace)?.value ?? null,
  ),
  m(
    'String getAttributeValueNs(String key, String namespace)',
    (self, key, namespace) => self.attribute(required(key), namespace)?.valueNamespace ?? null,
  ),
  m(
    'Dom.XmlNode getChildElement(String name, String namespace)',
    (self, name, namespace) =>
      childElements(self).find((child) => child.name === required(name) && child.namespace === orNull(namespace)) ?? null,
  ),
  m('List<Dom.XmlNode> getChildElements()', (self) => nodes(childElements(self))),
  m('List<Dom.XmlNode> getChildren()', (self) => nodes(self.children)),
  m('String getName()', (self) => self.name),
  m('String getNamespace()', (self) => self.namespace),
  m('String getNamespaceFor(String prefix)', (self, prefix) => namespaceFor(self, required(prefix))),
  m('Dom.XmlNodeType getNodeType()', (self) => enumConstant(nodeTypeDeclaration, self.kind)),
  m('Dom.XmlNode getParent()', (self) => self.parent),
  m('String getPrefixFor(String namespace)', (self, namespace) => prefixFor(self, required(namespace))),
  m('String getText()', textOf),
  m('Dom.XmlNode insertBefore(Object newChild, Object refChild)', (self, made, before) => {
    const child = required(made) as DomNode;
    if (child.parent) removeChild(child.parent, child);
    if (before !== null && !self.children.includes(before as DomNode))
      throw new NotSupported('XmlNode.insertBefore a node that is no child');
    return self.add(child, before as DomNode | null);
  }),
  m('Boolean removeAttribute(String key, String namespace)', (self, key, namespace) => {
    const found = self.attribute(required(key), namespace);
    if (found) self.attributes.splice(self.attributes.indexOf(found), 1);
    return found !== undefined;
  }),
  m('Boolean removeChild(Object child)', removeChild),
  m('void setAttribute(String key, String value)', (self, key, value) => setAttribute(self, key, value, null, null)),
  m('void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)', setAttribute),
  m('void setNamespace(String prefix, String namespace)', (self, prefix, namespace) => {
    self.declared.set(required(prefix), required(namespace));
  }),
]);

export const domDeclarations = [nodeTypeDeclaration, nodeDeclaration, documentDeclaration];
