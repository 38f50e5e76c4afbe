/** Text functions. No text and empty text are the same: blank. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { Big, type BigDecimalValue } from '../../runtime/values/numbers.ts';
import { checkedId } from '../ids.ts';
import { decimal, FormulaFailure, whole } from '../values.ts';
import { fixed, strict, type FormulaFunction, type FunctionTable } from './define.ts';

const orBlank = (text: string): string | null => (text === '' ? null : text);
const ofText = (run: (text: string) => string): FormulaFunction => strict(['Text'], 'Text', (text) => orBlank(run(text)));

/** `search` blank: everything contains it. `text` blank: unknown, which counts as false. */
const searching = (run: (text: string, search: string) => boolean): FormulaFunction =>
  fixed(['Text', 'Text'], 'Boolean', (text, search) => (search === null ? true : text === null ? null : run(text, search)));

function pad(text: string | null, count: BigDecimalValue | null, padding: string | null | undefined, left: boolean): string | null {
  if (text === null || count === null) return null;
  const length = whole(count);
  if (length <= 0) return null;
  if (length <= text.length) return text.slice(0, length);
  // Nothing to pad with is nothing at all, as in the database behind it.
  if (padding === null) return null;
  return left ? text.padStart(length, padding ?? ' ') : text.padEnd(length, padding ?? ' ');
}

const form = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function numberFrom(text: string): BigDecimalValue {
  if (!form.test(text)) throw new FormulaFailure(`The value '${text}' is not a valid number.`);
  return Big(text);
}

function find(search: string | null, text: string | null, start: BigDecimalValue | null | undefined): BigDecimalValue {
  if (search === null || text === null) return decimal(0);
  const from = start === undefined || start === null ? 1 : Math.max(whole(start), 1);
  return decimal(text.indexOf(search, from - 1) + 1);
}

const plainImage = fixed(['Text', 'Text'], 'Text', (url, alt) =>
  url === null ? null : `<img src="${url}" alt="${alt ?? ''}" border="0"/>`,
);

/** No public source shows how the size is written. */
const image: FormulaFunction = (call) => {
  if (call.args.length > 2) throw new NotSupported('formula function IMAGE with height and width');
  return plainImage(call);
};

const html: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const encoded = (text: string): string => text.replace(/[&<>"']/g, (char) => html[char] ?? char);

export const textFunctions: FunctionTable = {
  ASCII: strict(['Text'], 'Number', (text) => decimal(text.codePointAt(0) ?? 0)),
  BEGINS: searching((text, search) => text.startsWith(search)),
  BR: fixed([], 'Text', () => '<br>'),
  CASESAFEID: strict(['Text'], 'Text', checkedId),
  CHR: strict(['Number'], 'Text', (code) => String.fromCodePoint(whole(code))),
  CONTAINS: searching((text, search) => text.includes(search)),
  FIND: fixed(['Text', 'Text', 'Number'], 'Number', find, 1),
  HTMLENCODE: ofText(encoded),
  HYPERLINK: fixed(
    ['Text', 'Text', 'Text'],
    'Text',
    (url, name, target) => (url === null ? name : `<a href="${url}" target="${target ?? '_blank'}">${name ?? ''}</a>`),
    1,
  ),
  IMAGE: image,
  INITCAP: ofText((text) =>
    text.toLowerCase().replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase()),
  ),
  ISNUMBER: fixed(['Text'], 'Boolean', (text) => text !== null && form.test(text)),
  LEFT: strict(['Text', 'Number'], 'Text', (text, count) => orBlank(text.slice(0, Math.max(whole(count), 0)))),
  LEN: fixed(['Text'], 'Number', (text) => decimal(text?.length ?? 0)),
  LOWER: fixed(['Text', 'Text'], 'Text', (text) => text?.toLowerCase() ?? null, 1),
  LPAD: fixed(['Text', 'Number', 'Text'], 'Text', (text, count, padding) => pad(text, count, padding, true), 1),
  MID: strict(['Text', 'Number', 'Number'], 'Text', (text, start, count) => {
    const from = Math.max(whole(start), 1) - 1;
    return orBlank(text.slice(from, from + Math.max(whole(count), 0)));
  }),
  REVERSE: ofText((text) => [...text].reverse().join('')),
  RIGHT: strict(['Text', 'Number'], 'Text', (text, count) => (whole(count) <= 0 ? null : text.slice(-whole(count)))),
  RPAD: fixed(['Text', 'Number', 'Text'], 'Text', (text, count, padding) => pad(text, count, padding, false), 1),
  SUBSTITUTE: fixed(['Text', 'Text', 'Text'], 'Text', (text, before, after) =>
    text === null || before === null ? null : orBlank(text.replaceAll(before, () => after ?? '')),
  ),
  /** What Java calls white space. */
  TRIM: ofText((text) => text.replace(/^[\0-\u0020]+|[\0-\u0020]+$/g, '')),
  UPPER: fixed(['Text', 'Text'], 'Text', (text) => text?.toUpperCase() ?? null, 1),
  VALUE: strict(['Text'], 'Number', numberFrom),
};
