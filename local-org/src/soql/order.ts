/** ORDER BY, LIMIT and OFFSET. Nulls come first in both directions unless the query says otherwise. */
import { fold } from '../runtime/fold.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import { jsonArray } from '../store/json.ts';
import type { SoqlNumber, SoqlQuery } from '../syntax/tree.ts';
import { refused } from './messages.ts';
import { isSortable, operandOf, type Operand } from './operands.ts';
import { outsideSelect, type Scope } from './scope.ts';
import { joined, parameter, sql, type Run, type Sql } from './sql.ts';
import { bound } from './values.ts';

const MOST_OFFSET = 2_000;
/** Past the last entry: values that the picklist does not have (any more). */
const AFTER_ALL = '1000000';

/** The expressions with their directions, or nothing: without ORDER BY the SQL has none, so that luck can be tested. */
export function orderTerms(scope: Scope, query: SoqlQuery, check: (operand: Operand) => void = () => undefined): Sql {
  return joined(
    query.orderBy.map(({ by, descending, nulls }) => {
      const operand = outsideSelect(scope.planning, () => operandOf(scope, by));
      if (!operand.aggregate && !isSortable(operand.field))
        throw refused(`field '${operand.field.name}' can not be sorted in a query call`);
      check(operand);
      const direction = `${descending ? 'DESC' : 'ASC'} NULLS ${(nulls ?? 'first').toUpperCase()}`;
      return joined(
        sortKeys(operand).map((key) => sql`${key} ${direction}`),
        ', ',
      );
    }),
    ', ',
  );
}

/** Picklists sort by the order of their entries, values that are no entry after them. */
function sortKeys({ field, key, aggregate }: Operand): readonly Sql[] {
  if (aggregate || field.kind !== 'picklist' || field.picklist.length === 0) return [key];
  const entries = jsonArray(field.picklist.map((entry) => fold(entry.value)));
  const position = sql`(SELECT e.key FROM json_each(${parameter(entries)}) e WHERE e.value = ${key})`;
  return [sql`CASE WHEN ${key} IS NOT NULL THEN coalesce(${position}, ${AFTER_ALL}) END`, key];
}

export const orderBy = (terms: Sql): Sql => (terms.length === 0 ? [] : sql` ORDER BY ${terms}`);

export type NumberAt = (run: Run) => number | null;

/** A LIMIT or OFFSET when the query runs; null where there is none. */
export function numberAt(number: SoqlNumber | null, clause: 'LIMIT' | 'OFFSET'): NumberAt {
  if (!number) return () => null;
  return (run) => {
    const value = number.kind === 'number' ? number.value : bound(run, number.index);
    if (typeof value !== 'number') throw new NotSupported(`SOQL ${clause} bound to anything but an Integer`);
    if (value < 0) throw refused(`${clause === 'LIMIT' ? 'Limit' : 'Offset'} must not be negative: ${value}`);
    if (clause === 'OFFSET' && value > MOST_OFFSET) throw refused(`Maximum SOQL offset allowed is ${MOST_OFFSET}`);
    return value;
  };
}

/** Always written, so that the text is the same whatever the number is. */
export function limitTo(limit: NumberAt, offset: NumberAt, most: (run: Run) => number): Sql {
  return sql` LIMIT ${(out) => parameter(Math.min(limit(out.run) ?? Infinity, most(out.run)))(out)} OFFSET ${(out) => parameter(offset(out.run) ?? 0)(out)}`;
}
