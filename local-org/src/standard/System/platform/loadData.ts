/** `Test.loadData`: a static resource of comma-separated values becomes records. */
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { SObject } from '../../../runtime/values/sobject.ts';
import type { ObjectType } from '../../../schema/model.ts';
import { valueOfText } from '../../Schema/fieldValue.ts';
import { SObjectTypeToken } from '../../Schema/tokens.ts';
import { staticResource } from '../callouts/mocks.ts';
import { textOf } from '../core/Blob.ts';

/** RFC 4180: quotes around what holds commas, quotes (doubled) or line breaks. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

function recordOf(object: ObjectType, names: readonly string[], cells: readonly string[]): SObject {
  const record = new SObject(object);
  names.forEach((name, at) => {
    const field = object.field(name.trim());
    const cell = cells[at] ?? '';
    if (!field) throw apexError('UnexpectedException', `No such column '${name}' on entity '${object.name}'`);
    if (cell !== '') record.fields.set(field.name, valueOfText(field, cell));
  });
  return record;
}

export function loadData(type: Value, resource: string | null): ApexList {
  if (!(type instanceof SObjectTypeToken) || resource === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  const { object } = type;
  const [names = [], ...lines] = csvRows(textOf(staticResource(resource)));
  const rows = lines.map((cells) => recordOf(object, names, cells));
  const { data } = current();
  data.dml({ operation: 'insert', rows, allOrNone: true, access: 'system', options: null, externalId: null, others: [] });
  return new ApexList(object.name, rows);
}
