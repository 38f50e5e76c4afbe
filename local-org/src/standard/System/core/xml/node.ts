/** The tree of `Dom.Document`: elements, texts, comments. */
import { LibraryObject } from '../../../../runtime/values/kinds.ts';

export interface DomAttribute {
  readonly key: string;
  readonly namespace: string | null;
  /** Without its prefix, where the value is a qualified name. */
  value: string;
  valueNamespace: string | null;
}

export class DomNode extends LibraryObject {
  readonly apexType = 'Dom.XmlNode';
  readonly kind: 'COMMENT' | 'ELEMENT' | 'TEXT';
  /** Of texts and comments. */
  readonly text: string;
  readonly name: string | null;
  readonly namespace: string | null;
  readonly children: DomNode[] = [];
  readonly attributes: DomAttribute[] = [];
  /** Prefix → namespace, as this element declares them. */
  readonly declared = new Map<string, string>();
  parent: DomNode | null = null;

  constructor(kind: DomNode['kind'], text: string, name: string | null = null, namespace: string | null = null) {
    super();
    this.kind = kind;
    this.text = text;
    this.name = name;
    this.namespace = namespace;
  }

  add(child: DomNode, before: DomNode | null = null): DomNode {
    const at = before === null ? this.children.length : this.children.indexOf(before);
    this.children.splice(at, 0, child);
    child.parent = this;
    return child;
  }

  attribute(key: string, namespace: string | null): DomAttribute | undefined {
    return this.attributes.find((one) => one.key === key && one.namespace === (namespace === '' ? null : namespace));
  }
}

/** The innermost declaration of a prefix; null if there is none. */
export function namespaceFor(node: DomNode | null, prefix: string): string | null {
  for (let at = node; at; at = at.parent) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return null;
}

/** A prefix that means this namespace here: one that no inner element has redeclared. */
export function prefixFor(node: DomNode | null, namespace: string): string | null {
  for (let at = node; at; at = at.parent)
    for (const [prefix, uri] of at.declared) if (uri === namespace && namespaceFor(node, prefix) === namespace) return prefix;
  return null;
}
