/** String: escaping and its reverse, by the rules of commons-text's StringEscapeUtils, which the platform's method names come from. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { membersOf } from '../../../declare.ts';
import { basicEntities, extendedEntities, latinEntities } from './entities.ts';

const { m } = membersOf<string>();

type Entities = ReadonlyMap<string, number>;
const html3: Entities = new Map([...basicEntities, ...latinEntities]);
const html4: Entities = new Map([...html3, ...extendedEntities]);
const xml: Entities = new Map([...basicEntities, ['apos', 39]]);

function escapeEntities(self: string, entities: Entities): string {
  const names = new Map([...entities].map(([name, code]) => [String.fromCodePoint(code), name]));
  return [...self].map((char) => (names.has(char) ? `&${names.get(char)};` : char)).join('');
}

function unescapeEntities(self: string, entities: Entities): string {
  return self.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-zA-Z0-9]+));/g, (whole, decimal: string, hex: string, name: string) => {
    if (name !== undefined) return entities.has(name) ? String.fromCodePoint(entities.get(name) ?? 0) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

const controls: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

function escapeBackslashed(self: string, special: string): string {
  return self.replace(/[^ -~]|[\\"'/]/g, (unit) => {
    if (special.includes(unit)) return `\\${unit}`;
    return controls.get(unit) ?? (/[ -~]/.test(unit) ? unit : unicodeEscape(unit));
  });
}

const unescapes: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

/** `\\u0041`, `\\101` (octal), `\\n`, `\\'`; any other backslash is dropped. */
function unescapeBackslashed(self: string): string {
  return self.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g, (_, hex: string, octal: string, char: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return unescapes[char] ?? char;
  });
}

const escapeCsv = (self: string): string => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self);

function unescapeCsv(self: string): string {
  if (self.length < 2 || !self.startsWith('"') || !self.endsWith('"')) return self;
  const inner = self.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : self;
}

/** Which tags the platform turns into line breaks, and which entities it decodes, is not documented: those are refused. */
function stripHtmlTags(self: string): string {
  const doubtful = /<\/?(?:br|p|div|li|ul|ol|tr|td|table|h[1-6]|script|style)\b|<!--|&[#a-zA-Z]/i.exec(self);
  if (doubtful) throw new NotSupported(`String.stripHtmlTags() of a text with ${doubtful[0]}`);
  return self.replace(/<\/?[a-zA-Z][^>]*>/g, '');
}

export const escapeMembers = [
  m('String escapeCsv()', escapeCsv),
  m('String escapeEcmaScript()', (self) => escapeBackslashed(self, '\\"\'/')),
  m('String escapeHtml3()', (self) => escapeEntities(self, html3)),
  m('String escapeHtml4()', (self) => escapeEntities(self, html4)),
  m('String escapeJava()', (self) => escapeBackslashed(self, '\\"')),
  m('String escapeUnicode()', (self) => self.replace(/[^\0-\x7f]/g, unicodeEscape)),
  m('String escapeXml()', (self) => escapeEntities(self, xml)),
  m('String unescapeCsv()', unescapeCsv),
  m('String unescapeEcmaScript()', unescapeBackslashed),
  m('String unescapeHtml3()', (self) => unescapeEntities(self, html3)),
  m('String unescapeHtml4()', (self) => unescapeEntities(self, html4)),
  m('String unescapeJava()', unescapeBackslashed),
  m('String unescapeUnicode()', (self) =>
    self.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ),
  m('String unescapeXml()', (self) => unescapeEntities(self, xml)),
  m('String stripHtmlTags()', stripHtmlTags),
];
