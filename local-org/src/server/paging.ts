/** Lists in pages: by key where there may be very many rows (SOQL's OFFSET ends at 2,000), by number elsewhere. */
import { html, type Html } from './html.ts';

export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** Query strings of the neighbouring pages. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** How a page is to be read: rows beyond a key, in an order, at most so many. */
export interface Cut {
  readonly key: string | null;
  readonly comparison: '<' | '>';
  readonly direction: 'ASC' | 'DESC';
  readonly limit: number;
}

export interface KeyPaging<Row> {
  readonly query: URLSearchParams;
  readonly size: number;
  /** Order of the whole list. */
  readonly order: 'ASC' | 'DESC';
  read(cut: Cut): readonly Row[];
  keyOf(row: Row): string;
}

export function sliceByKey<Row>({ query, size, order, read, keyOf }: KeyPaging<Row>): Slice<Row> {
  const before = query.get('before');
  const key = before ?? query.get('after');
  const backwards = before !== null;
  const ascending = (order === 'ASC') !== backwards;
  const found = read({ key, comparison: ascending ? '>' : '<', direction: ascending ? 'ASC' : 'DESC', limit: size + 1 });
  const more = found.length > size;
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const [first] = rows;
  const last = rows.at(-1);
  return {
    rows,
    previous: first !== undefined && (backwards ? more : key !== null) ? withParameter(query, 'before', keyOf(first)) : null,
    next: last !== undefined && (backwards || more) ? withParameter(query, 'after', keyOf(last)) : null,
  };
}

function withParameter(query: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(query);
  for (const other of ['before', 'after', 'page']) changed.delete(other);
  changed.set(name, value);
  return `?${changed.toString()}`;
}

/** Pages are counted from 1. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

export const neighbours = (query: URLSearchParams, page: number, size: number, total: number): Omit<Slice<never>, 'rows'> => ({
  previous: page > 1 ? withParameter(query, 'page', String(page - 1)) : null,
  next: page * size < total ? withParameter(query, 'page', String(page + 1)) : null,
});

export function pager({ previous, next }: Omit<Slice<unknown>, 'rows'>, label: string): Html {
  if (previous === null && next === null) return html``;
  return html`<nav class="pager" aria-label="${label}">
    ${previous === null ? html`<span>Previous</span>` : html`<a href="${previous}" rel="prev">Previous</a>`}
    ${next === null ? html`<span>Next</span>` : html`<a href="${next}" rel="next">Next</a>`}
  </nav>`;
}
