/** What strings, patterns and matchers do with a compiled regular expression: split and replace. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { needsAscii, type CompiledRegex } from './compile.ts';

/** The text of a group; null where it took no part. */
export function groupOf(regex: CompiledRegex, match: RegExpExecArray, index: number): string | null {
  if (index === 0) return match[0];
  if (index < 0 || index > regex.groups) throw apexError('StringException', `No group ${index}`);
  const text = match.groups?.[`g${index}`];
  if ((text === undefined && regex.unsure.has(index)) || regex.loose.has(index))
    throw new NotSupported(`group ${index} of the regular expression ${regex.pattern}`);
  return text ?? null;
}

/** Between the halves of a surrogate pair Java looks for a match, JavaScript steps back to the first half. */
function isInsidePair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

export function execFrom(expression: RegExp, text: string, from: number): RegExpExecArray | null {
  if (from > text.length) return null;
  if (isInsidePair(text, from)) throw new NotSupported('a match that begins inside of a surrogate pair');
  if (needsAscii(expression) && /[^\x00-\x7f]/.test(text)) throw new NotSupported('a group referred to under (?i), in a text beyond ASCII');
  expression.lastIndex = from;
  const match = expression.exec(text);
  if (match && isInsidePair(text, match.index)) throw new NotSupported('a match that begins inside of a surrogate pair');
  return match;
}

export function* allMatches(regex: CompiledRegex, text: string): Generator<RegExpExecArray> {
  for (let from = 0; ;) {
    const match = execFrom(regex.find, text, from);
    if (!match) return;
    yield match;
    from = match.index + match[0].length;
    if (match[0] === '') from++;
  }
}

/** Java's replacement syntax: `$1`, `${name}`, and a backslash that takes the next character as it is. */
function expandReplacement(replacement: string, regex: CompiledRegex, match: RegExpExecArray): string {
  let result = '';
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement.charAt(i);
    if (char === '\\') {
      if (++i >= replacement.length) throw apexError('StringException', 'character to be escaped is missing');
      result += replacement.charAt(i);
    } else if (char === '$') {
      const reference = /^\$(?:\{([a-zA-Z][a-zA-Z0-9]*)\}|(\d))/.exec(replacement.slice(i));
      if (!reference) throw apexError('StringException', 'Illegal group reference');
      let index = reference[1] === undefined ? Number(reference[2]) : regex.names.get(reference[1]);
      if (index === undefined) throw apexError('StringException', `No group with name {${reference[1]}}`);
      i += reference[0].length - 1;
      while (
        reference[1] === undefined &&
        /\d/.test(replacement.charAt(i + 1)) &&
        index * 10 + Number(replacement.charAt(i + 1)) <= regex.groups
      ) {
        index = index * 10 + Number(replacement.charAt(++i));
      }
      result += groupOf(regex, match, index) ?? '';
    } else result += char;
  }
  return result;
}

export function replaceMatches(regex: CompiledRegex, text: string, replacement: string, onlyFirst: boolean): string {
  let result = '';
  let from = 0;
  for (const match of allMatches(regex, text)) {
    result += text.slice(from, match.index) + expandReplacement(replacement, regex, match);
    from = match.index + match[0].length;
    if (onlyFirst) break;
  }
  return result + text.slice(from);
}

/** Java's split: limit 0 drops empty texts at the end; an empty match at the very start gives no empty text. */
export function splitText(regex: CompiledRegex, text: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of allMatches(regex, text)) {
    const end = match.index + match[0].length;
    if (limit > 0 && parts.length === limit - 1) break;
    if (from === 0 && match.index === 0 && end === 0) continue;
    if (match.index === text.length && match[0] === '' && from === text.length) continue;
    parts.push(text.slice(from, match.index));
    from = end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}
