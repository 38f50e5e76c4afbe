/** Inline queries and DML statements: how emitted code reaches the ports. */
import type { DmlOperation, SoqlQuery } from '../syntax/tree.ts';
import { PRICE, ticker } from './cpu.ts';
import { apexError } from './exceptions.ts';
import { effectiveAccess } from './frame.ts';
import { nonNull, nullPointer } from './nullPointer.ts';
import type { Access } from './ports.ts';
import { current } from './transaction.ts';
import { ApexList } from './values/collections.ts';
import type { Value } from './values/kinds.ts';
import type { SObject } from './values/sobject.ts';

/** What `WITH …` states; SECURITY_ENFORCED is a check of the query engine, not a mode. */
export function queryAccess(query: SoqlQuery): Access {
  return effectiveAccess(query.with === 'USER_MODE' ? 'user' : query.with === 'SYSTEM_MODE' ? 'system' : null);
}

export function queryRows(query: SoqlQuery, binds: readonly Value[]): ApexList {
  const { rows } = current().data.query(query, binds, queryAccess(query));
  ticker.n += rows.items.length * PRICE.row;
  return rows;
}

/** `Account a = [SELECT …]` */
export function queryOne(query: SoqlQuery, binds: readonly Value[]): SObject {
  return onlyRow(queryRows(query, binds));
}

/** `[SELECT …]?.Name` and `[SELECT …] ?? other`: no row is null. */
export function queryOneOrNull(query: SoqlQuery, binds: readonly Value[]): SObject | null {
  const rows = queryRows(query, binds);
  return rows.items.length === 0 ? null : onlyRow(rows);
}

/** `Account a = Database.query(text)` */
export function onlyRow({ items }: ApexList): SObject {
  if (items.length === 0) throw apexError('QueryException', 'List has no rows for assignment to SObject');
  if (items.length > 1) throw apexError('QueryException', 'List has more than 1 row for assignment to SObject');
  return items[0] as SObject;
}

/** `Integer n = [SELECT COUNT() FROM …]` */
export function queryCount(query: SoqlQuery, binds: readonly Value[]): number {
  const { count } = current().data.query(query, binds, queryAccess(query));
  if (count === null) throw new Error('a COUNT() query gave no count');
  return count;
}

/** `[FIND …]` */
export function searchRows(text: string, binds: readonly Value[]): ApexList {
  return current().data.search(text, new Map(binds.map((value, i) => [`b${i}`, value])), effectiveAccess(null));
}

const CHUNK = 200;

/** `for (List<Account> chunk : [SELECT …])` */
export function chunksOf(rows: ApexList): readonly ApexList[] {
  const chunks: ApexList[] = [];
  for (let from = 0; from < rows.items.length; from += CHUNK) chunks.push(new ApexList(rows.of, rows.items.slice(from, from + CHUNK)));
  return chunks;
}

/** `insert rows;`: all or nothing. `second`: what `merge` removes. */
export function dmlStatement(
  operation: DmlOperation,
  target: SObject | ApexList | null,
  second: Value,
  externalId: string | null,
  stated: 'user' | 'system' | null,
): void {
  const rows = rowsOf(target);
  ticker.n += rows.length * PRICE.row;
  current().data.dml({
    operation,
    rows,
    allOrNone: true,
    access: effectiveAccess(stated),
    options: null,
    externalId,
    others: operation === 'merge' ? losersOf(second) : [],
  });
}

/** Records or ids, one or several. */
function losersOf(second: Value): readonly (SObject | string)[] {
  if (second === null) return nullPointer();
  return second instanceof ApexList ? (second.items as (SObject | string)[]).map((row) => nonNull(row)) : [second as SObject | string];
}

function rowsOf(target: SObject | ApexList | null): readonly SObject[] {
  if (target === null) return nullPointer();
  return target instanceof ApexList ? (target.items as SObject[]).map((row) => nonNull(row)) : [target];
}
