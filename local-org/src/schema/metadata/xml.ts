/** Metadata XML as a small tree. Text stays text; the metadata readers know what it means. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

export class XmlError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: false,
});

type Node = Readonly<Record<string, readonly Node[] | string | Readonly<Record<string, string>>>>;

/** The root element; XmlError where the text is not well formed. */
export function parseXml(text: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new XmlError(verdict.err.msg, verdict.err.line, verdict.err.col);
  const nodes = parser.parse(text) as readonly Node[];
  const root = nodes.map(element).find((made) => made !== null);
  if (!root) throw new XmlError('no root element', 1, 1);
  return root;
}

function element(node: Node): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name === '#text' || name.startsWith('?')) return null;
  const content = node[name] as readonly Node[];
  const children = content.map(element).filter((child) => child !== null);
  const pieces = content.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''));
  return {
    name,
    children,
    attributes: (node[':@'] ?? {}) as Readonly<Record<string, string>>,
    text: children.length === 0 ? pieces.join('') : '',
  };
}

export const childrenNamed = (of: XmlElement, name: string): readonly XmlElement[] => of.children.filter((child) => child.name === name);
export const child = (of: XmlElement, name: string): XmlElement | undefined => of.children.find((candidate) => candidate.name === name);
/** Text of a child, null where it is absent. */
export const textOf = (of: XmlElement, name: string): string | null => child(of, name)?.text ?? null;
export const isTrue = (of: XmlElement, name: string): boolean => textOf(of, name)?.trim() === 'true';
export const numberOf = (of: XmlElement, name: string): number | null => {
  const text = textOf(of, name);
  return text === null ? null : Number(text);
};
