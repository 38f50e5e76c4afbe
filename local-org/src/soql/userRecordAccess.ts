/** `SELECT … FROM UserRecordAccess WHERE UserId = … AND RecordId IN …`: no table, but a question to access control. Source: Object Reference, UserRecordAccess. */
import type { AccessControl } from '../access/access.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import type { SoqlCondition, SoqlQuery, SoqlValue } from '../syntax/tree.ts';
import { noSuchColumn, refused } from './messages.ts';
import { elementsOf } from './values.ts';

export const isUserRecordAccess = (query: SoqlQuery): boolean => query.from.object.toLowerCase() === 'userrecordaccess';

/** "The maximum number of record ids in a query is 200." */
const MOST_IDS = 200;

export function userRecordAccess(query: SoqlQuery, binds: readonly Value[], schema: Schema, control: AccessControl): ApexList {
  const object = schema.object('UserRecordAccess');
  if (!object) throw new NotSupported('SOQL on UserRecordAccess');
  if (query.groupBy.length > 0 || query.orderBy.length > 0 || query.having)
    throw new NotSupported('SOQL on UserRecordAccess with GROUP BY or ORDER BY');
  const asked = questionsOf(query.where, binds);
  const [user, ...others] = asked.get('userid') ?? [];
  const records = asked.get('recordid') ?? [];
  if (user === undefined || others.length > 0 || records.length === 0)
    throw refused('Required filter criteria are missing: UserId and RecordId');
  if (records.length > MOST_IDS) throw refused(`Can select only ${MOST_IDS} records from UserRecordAccess at a time`);
  const names = query.select.map((item) => {
    if (item.kind !== 'item' || item.value.kind !== 'field' || item.value.path.length > 1)
      throw new NotSupported('SOQL on UserRecordAccess with anything but its fields');
    const field = object.field(item.value.path[0]!);
    if (!field) throw noSuchColumn(item.value.path[0]!, object.name);
    return field.name;
  });
  const limit = query.limit?.kind === 'number' ? query.limit.value : records.length;
  return new ApexList(
    object.name,
    records.slice(0, limit).map((id) => answer(object, names, id, user, schema, control)),
  );
}

/** Field, lower-case → values it may have. */
function questionsOf(where: SoqlCondition | null, binds: readonly Value[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (condition: SoqlCondition): void => {
    if (condition.kind === 'and') return condition.of.forEach(visit);
    if (condition.kind !== 'compare' || condition.left.kind !== 'field' || !['=', 'IN'].includes(condition.operator))
      throw new NotSupported('SOQL on UserRecordAccess with other conditions than UserId = and RecordId = or IN');
    found.set(condition.left.path.join('.').toLowerCase(), valuesOf(condition.right, binds));
  };
  if (where) visit(where);
  for (const name of found.keys())
    if (name !== 'userid' && name !== 'recordid') throw new NotSupported(`SOQL on UserRecordAccess with a condition on ${name}`);
  return found;
}

function valuesOf(value: SoqlValue, binds: readonly Value[]): readonly string[] {
  if (value.kind === 'list') return value.values.flatMap((each) => valuesOf(each, binds));
  const given = value.kind === 'string' ? value.value : value.kind === 'bind' ? (binds[value.index] ?? null) : null;
  const all = elementsOf(given) ?? [given];
  return all.flatMap((each) => {
    const id = each instanceof SObject ? each.id : typeof each === 'string' ? normaliseId(each) : null;
    if (id === null) throw refused(`invalid ID field: ${String(each)}`);
    return id;
  });
}

function answer(type: ObjectType, names: readonly string[], id: string, user: string, schema: Schema, control: AccessControl): SObject {
  const object = schema.objectOfId(id);
  if (!object) throw new NotSupported(`UserRecordAccess of the record ${id}: no object has that key prefix`);
  const rights = control.rightsOf(user).object(object.name);
  const may = (right: 'read' | 'edit' | 'delete'): boolean => rights[right] && control.allowed(object, [id], user, right).has(id);
  const [read, edit, remove] = [may('read'), may('edit'), may('delete')];
  const values: Readonly<Record<string, Value>> = {
    RecordId: id,
    UserId: user,
    HasReadAccess: read,
    HasEditAccess: edit,
    HasDeleteAccess: remove,
    HasTransferAccess: remove,
    HasAllAccess: remove,
    MaxAccessLevel: remove ? 'All' : edit ? 'Edit' : read ? 'Read' : 'None',
  };
  const row = new SObject(type);
  row.queried = new Set(names);
  for (const name of names) row.fields.set(name, values[name] ?? null);
  return row;
}
