/** SOSL, inline (with its binds as `:b0`, `:b1`) and dynamic: what is searched for, and per object the SOQL that its part of RETURNING amounts to. */
import { SoqlNotSupported, SoqlSyntaxError } from './parseSoql.ts';

export interface SoslReturning {
  readonly object: string;
  readonly fields: string;
  /** Clause texts without their keywords; null where there is none. */
  readonly where: string | null;
  readonly orderBy: string | null;
  readonly limit: string | null;
  readonly offset: string | null;
}

export interface SoslQuery {
  /** A text in quotes or braces, or a bind `:name`, as written. */
  readonly term: string;
  readonly returning: readonly SoslReturning[];
  readonly limit: string | null;
}

/** Stretches of text that keywords in quotes, braces and parentheses do not part. */
function splitAt(text: string, keyword: RegExp): readonly { readonly keyword: string; readonly text: string }[] {
  const parts = [{ keyword: '', text: '' }];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const last = parts.at(-1)!;
    if (character === "'") {
      const end = endOfString(text, at);
      last.text += text.slice(at, end + 1);
      at = end;
      continue;
    }
    if (character === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) throw new SoqlSyntaxError('unexpected token: <EOF>', 1, at + 1);
      last.text += text.slice(at, end + 1);
      at = end;
      continue;
    }
    if (character === '(') depth++;
    if (character === ')') depth--;
    const match = depth === 0 ? keyword.exec(text.slice(at)) : null;
    const inWord = /\w/.test(text.charAt(at)) && /\w/.test(text.charAt(at - 1));
    if (match && !inWord) {
      parts.push({ keyword: match[0].toUpperCase().replace(/\s+/g, ' '), text: '' });
      at += match[0].length - 1;
    } else last.text += character;
  }
  return parts;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === "'") return at;
  }
  throw new SoqlSyntaxError(`unexpected token: '''`, 1, from + 1);
}

export function parseSosl(text: string): SoslQuery {
  const [before, ...clauses] = splitAt(text.trim().replace(/^\[|\]$/g, ''), /^(?:FIND|IN|RETURNING|WITH|LIMIT|UPDATE)\b/i);
  const clause = (name: string): string | null => clauses.find(({ keyword }) => keyword === name)?.text.trim() ?? null;
  const term = clause('FIND');
  if (before?.text.trim() !== '' || clauses[0]?.keyword !== 'FIND' || !term)
    throw new SoqlSyntaxError(`unexpected token: '${text.trim().split(/\s/)[0] ?? ''}'`, 1, 1);
  for (const { keyword, text: rest } of clauses)
    if (keyword === 'WITH' || keyword === 'UPDATE') throw new SoqlNotSupported(`SOSL ${keyword} ${rest.trim()}`);
  const group = clause('IN');
  if (group !== null && !/^(?:ALL|EMAIL|NAME|PHONE|SIDEBAR)\s+FIELDS$/i.test(group))
    throw new SoqlSyntaxError(`unexpected token: '${group.split(/\s/)[0] ?? ''}'`, 1, 1);
  const returning = clause('RETURNING');
  if (returning === null) throw new SoqlNotSupported('SOSL without RETURNING');
  return { term, returning: splitAt(returning, /^,/).map((part) => returningOf(part.text.trim())), limit: clause('LIMIT') };
}

function returningOf(text: string): SoslReturning {
  const match = /^(\w+)\s*(?:\(([\s\S]*)\))?$/.exec(text);
  if (!match?.[1]) throw new SoqlSyntaxError(`unexpected token: '${text}'`, 1, 1);
  const [fields, ...clauses] = splitAt(match[2] ?? 'Id', /^(?:USING|WHERE|ORDER\s+BY|LIMIT|OFFSET)\b/i);
  const clause = (name: string): string | null => clauses.find(({ keyword }) => keyword === name)?.text.trim() ?? null;
  if (clause('USING') !== null) throw new SoqlNotSupported('SOSL USING');
  return {
    object: match[1],
    fields: fields!.text.trim(),
    where: clause('WHERE'),
    orderBy: clause('ORDER BY'),
    limit: clause('LIMIT'),
    offset: clause('OFFSET'),
  };
}
