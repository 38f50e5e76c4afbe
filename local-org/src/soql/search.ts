/**
 * SOSL. In a test it finds the records of `Test.setFixedSearchResults`, to which WHERE and LIMIT are applied, and nothing
 * without them (Apex Developer Guide, "Adding SOSL Queries to Unit Tests"); outside of tests there is no search index here.
 */
import { apexError, NotSupported } from '../runtime/exceptions.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { SoqlNotSupported, SoqlSyntaxError } from '../syntax/parseSoql.ts';
import { parseSosl, type SoslQuery, type SoslReturning } from '../syntax/parseSosl.ts';
import { refused } from './messages.ts';

/** Where a test keeps what `Test.setFixedSearchResults` was given. */
const FIXED_RESULTS = '#fixedSearchResults';

export type RunText = (text: string, binds: ReadonlyMap<string, Value>) => ApexList;

export function searchIn(text: string, binds: ReadonlyMap<string, Value>, transaction: Transaction, run: RunText): ApexList {
  transaction.limits.use('soslQueries', 1);
  const query = parse(text);
  checkTerm(query.term, binds);
  if (!transaction.test) throw new NotSupported('SOSL outside of a test: there is no search index');
  const fixed = transaction.test.mocks.get(FIXED_RESULTS) ?? new ApexList('Id');
  const found = (fixed as ApexList).items;
  const all = new Map([...binds, ['fixedsearchresults', fixed]] as const);
  let rest = query.limit === null ? Infinity : numberOf(query.limit, binds);
  const lists = query.returning.map((returning) => {
    const rows = inOrder(run(soqlOf(returning), all), returning, found);
    const taken = rows.slice(0, rest);
    rest -= taken.length;
    return new ApexList(returning.object, [...taken]);
  });
  return new ApexList('List<SObject>', lists);
}

const soqlOf = ({ object, fields, where, orderBy, limit, offset }: SoslReturning): string =>
  [
    `SELECT ${fields} FROM ${object} WHERE Id IN :fixedSearchResults`,
    where === null ? '' : `AND (${where})`,
    orderBy === null ? '' : `ORDER BY ${orderBy}`,
    limit === null ? '' : `LIMIT ${limit}`,
    offset === null ? '' : `OFFSET ${offset}`,
  ].join(' ');

/** Without ORDER BY in the order in which the test named the records. */
function inOrder({ items }: ApexList, { orderBy }: SoslReturning, found: readonly Value[]): readonly Value[] {
  if (orderBy !== null) return items;
  return [...items].sort((a, b) => found.indexOf((a as SObject).id) - found.indexOf((b as SObject).id));
}

function numberOf(text: string, binds: ReadonlyMap<string, Value>): number {
  const value = text.startsWith(':') ? binds.get(text.slice(1).toLowerCase()) : Number(text);
  if (typeof value !== 'number' || Number.isNaN(value)) throw refused(`unexpected token: '${text}'`);
  return value;
}

/** "A search term must be longer than one character." */
function checkTerm(term: string, binds: ReadonlyMap<string, Value>): void {
  const value = term.startsWith(':') ? (binds.get(term.slice(1).trim().toLowerCase()) ?? null) : term.replace(/^[{']|[}']$/g, '');
  if (typeof value !== 'string') throw refused('Invalid bind expression type for the search term');
  if (value.replace(/[*?"]/g, '').trim().length < 2)
    throw apexError('SearchException', `search term must be longer than one character: ${value}`);
}

function parse(text: string): SoslQuery {
  try {
    return parseSosl(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw refused(error.message);
    if (error instanceof SoqlNotSupported) throw new NotSupported(error.message);
    throw error;
  }
}
