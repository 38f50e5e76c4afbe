/** SQL under construction: text fixed by the plan, and pieces that are written when the query runs, because values, user or time decide them. */
import type { Access } from '../runtime/ports.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { AccessControl } from '../access/access.ts';
import type { SqlValue } from '../store/store.ts';

/** One execution of a query. */
export interface Run {
  readonly binds: readonly Value[];
  readonly user: string;
  readonly access: Access;
  readonly control: AccessControl;
  readonly now: number;
  /** In an Apex test, which sees setup rows and its own ones. */
  readonly test: boolean;
  /** Time zone of the user. */
  zone(): string;
}

export interface Out {
  text: string;
  readonly params: SqlValue[];
  readonly run: Run;
}

export type Writer = (out: Out) => void;
export type Piece = string | Writer;
export type Sql = readonly Piece[];

/** sql`fold(${column}) = ${param(v)}`: strings and SQL are spliced in. Never put a value into a string. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (string | Piece | Sql)[]): Sql {
  const pieces: Piece[] = [];
  const push = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else if (piece !== '') pieces.push(piece);
  };
  texts.forEach((text, i) => {
    push(text);
    const part = parts[i];
    if (part === undefined) return;
    if (typeof part === 'string' || typeof part === 'function') push(part);
    else part.forEach(push);
  });
  return pieces;
}

export const joined = (parts: readonly Sql[], separator: string): Sql =>
  parts.reduce<Sql>((all, part, i) => (i === 0 ? part : sql`${all}${separator}${part}`), []);

export function write(out: Out, pieces: Sql): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') out.text += piece;
    else piece(out);
  }
}

export function render(run: Run, pieces: Sql): { readonly text: string; readonly params: readonly SqlValue[] } {
  const out: Out = { text: '', params: [], run };
  write(out, pieces);
  return out;
}

export const parameter =
  (value: SqlValue): Writer =>
  (out) => {
    out.text += '?';
    out.params.push(value);
  };

/** The time zone of the running user, as a parameter. */
export const userZone: Writer = (out) => {
  out.text += '?';
  out.params.push(out.run.zone());
};
