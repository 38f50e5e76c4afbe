/** CRUD and FLS of user mode: every object and field a query names, in whatever clause, must be readable, or it does not exist for the user. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Rights } from '../runtime/ports.ts';
import { refused, noSuchColumn, noSuchObject, noSuchRelationship } from './messages.ts';
import type { Use } from './scope.ts';

/** `detail` of the exception: object name → fields, for `QueryException.getInaccessibleFields()`. */
export interface InaccessibleFields {
  readonly inaccessible: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `WITH SECURITY_ENFORCED`: fields and objects of SELECT and FROM, whatever the mode of the query; sharing is the class's business. */
export function checkSecurityEnforced(uses: readonly Use[], rights: Rights): void {
  for (const { object, field, selected } of uses) {
    const readable = field ? rights.field(object.name, field.name).read : rights.object(object.name).read;
    if (selected && !readable) throw refused('Insufficient permissions: secure query included inaccessible field');
  }
}

export function checkRights(uses: readonly Use[], rights: Rights): void {
  const denied = uses.filter(({ object, field }) =>
    field ? !rights.field(object.name, field.name).read : !rights.object(object.name).read,
  );
  const [first] = denied;
  if (!first) return;
  if (first.implied && first.field)
    throw new NotSupported(`SOQL FIELDS() in user mode with fields the user may not read (${first.object.name}.${first.field.name})`);

  const inaccessible = new Map<string, Set<string>>();
  for (const { object, field } of denied) {
    let fields = inaccessible.get(object.name);
    if (!fields) inaccessible.set(object.name, (fields = new Set()));
    if (field) fields.add(field.name);
  }
  const detail: InaccessibleFields = { inaccessible };
  if (first.relationship !== null) throw noSuchRelationship(first.relationship, 'field path', detail);
  throw first.field ? noSuchColumn(first.field.name, first.object.name, detail) : noSuchObject(first.object.name, detail);
}
