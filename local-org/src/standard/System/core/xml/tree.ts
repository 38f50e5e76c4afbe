/** XML text → tree and back, as `Dom.Document` does it: attributes before namespaces, `<empty />`, only `<` and `&` escaped in text. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { DomNode, namespaceFor, prefixFor } from './node.ts';
import { readXml, type XmlEvent } from './read.ts';

/** "You can parse nested XML content that's up to 50 nodes deep" (Apex Reference). */
const DEEPEST = 50;

export function parseTree(text: string): DomNode {
  const { events, fault } = readXml(text);
  if (fault) throw apexError('XmlException', `Failed to parse XML due to: ${fault.message} @${fault.line}:${fault.column}`);
  return build(events);
}

function build(events: readonly XmlEvent[]): DomNode {
  let root = null as DomNode | null;
  let at = null as DomNode | null;
  let depth = 0;
  for (const event of events) {
    if (event.kind === 'start') {
      if (++depth > DEEPEST) throw new NotSupported(`Dom.Document.load of a text more than ${DEEPEST} nodes deep`);
      const made: DomNode = new DomNode('ELEMENT', '', event.name.local, event.name.namespace);
      for (const { prefix, uri } of event.declared) made.declared.set(prefix, uri);
      at?.add(made);
      for (const { local, namespace, value } of event.attributes)
        made.attributes.push({ key: local, namespace, ...qualified(made, value) });
      root ??= made;
      at = made;
    } else if (event.kind === 'end') {
      depth--;
      at = at?.parent ?? null;
    } else if (event.kind === 'text' || event.kind === 'cdata') at?.add(new DomNode('TEXT', event.text));
    else if (event.kind === 'comment') at?.add(new DomNode('COMMENT', event.text));
  }
  if (!root) throw new Error('XML without a root got through the reader');
  return root;
}

/** `ns2:bar` is a name in a namespace, if `ns2` is one. */
function qualified(node: DomNode, value: string): { value: string; valueNamespace: string | null } {
  const colon = value.indexOf(':');
  const namespace = colon > 0 ? namespaceFor(node, value.slice(0, colon)) : null;
  return namespace === null ? { value, valueNamespace: null } : { value: value.slice(colon + 1), valueNamespace: namespace };
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
const escapeValue = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

/** `prefix:name`; which prefix the platform makes up for a namespace without one is not documented. */
export function qualifiedName(node: DomNode, name: string, namespace: string | null, isElement = false): string {
  if (namespace === null) return name;
  const prefix = prefixFor(node, namespace);
  if (prefix === null || (prefix === '' && !isElement)) throw new NotSupported(`a prefix for the XML namespace ${namespace}`);
  return prefix === '' ? name : `${prefix}:${name}`;
}

export function writeTree(node: DomNode): string {
  if (node.kind === 'TEXT') return escapeText(node.text);
  if (node.kind === 'COMMENT') return `<!--${node.text}-->`;
  const name = qualifiedName(node, node.name ?? '', node.namespace, true);
  const attributes = node.attributes.map(
    ({ key, namespace, value, valueNamespace }) =>
      ` ${qualifiedName(node, key, namespace)}="${escapeValue(qualifiedName(node, value, valueNamespace))}"`,
  );
  const declared = [...node.declared].map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(uri)}"`);
  const start = `<${name}${attributes.join('')}${declared.join('')}`;
  return node.children.length === 0 ? `${start} />` : `${start}>${node.children.map(writeTree).join('')}</${name}>`;
}
