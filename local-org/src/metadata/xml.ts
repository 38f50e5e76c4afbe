/** XML to elements that know where they stand. Only what metadata files use: no document types, no entities of one's own. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, entities resolved. */
  readonly text: string;
  /** Behind the start tag, where the platform reports problems with an element; 1-based. */
  readonly line: number;
  readonly column: number;
}

export class XmlError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
    this.column = column;
  }
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
  readonly column: number;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from(text.matchAll(attribute), ([, name, double, single]) => [name ?? '', unescape(double ?? single ?? '')]));

/** Line and column of an offset; asked in ascending order only. */
function counter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

export function parseXml(text: string): XmlElement {
  const position = counter(text);
  const open: Open[] = [];
  let root: XmlElement | null = null;
  const fail = (offset: number, message: string): never => {
    const { line, column } = position(offset);
    throw new XmlError(message, line, column);
  };
  const close = (element: Open): void => {
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  };
  token.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) return fail(at, 'The content of elements must consist of well-formed character data or markup.');
    const [, cdata, end, start, attributes, empty, plain] = match;
    if (start !== undefined) {
      if (root) fail(at, 'The markup in the document following the root element must be well-formed.');
      const element: Open = {
        name: start,
        attributes: attributesOf(attributes ?? ''),
        children: [],
        text: '',
        ...position(at + match[0].length),
      };
      if (empty === '/') close(element);
      else open.push(element);
    } else if (end !== undefined) {
      const element = open.pop();
      if (element?.name !== end) {
        return fail(
          at,
          `The element type "${element?.name ?? end}" must be terminated by the matching end-tag "</${element?.name ?? end}>".`,
        );
      }
      close(element);
    } else if (cdata !== undefined || plain !== undefined) {
      const element = open.at(-1);
      if (element) element.text += cdata ?? unescape(plain ?? '');
      else if ((plain ?? cdata ?? '').trim() !== '')
        fail(at, root ? 'Content is not allowed in trailing section.' : 'Content is not allowed in prolog.');
    }
  }
  if (!root || open.length > 0)
    return fail(text.length, root ? 'Premature end of file.' : 'XML document structures must start and end within the same entity.');
  return root;
}
