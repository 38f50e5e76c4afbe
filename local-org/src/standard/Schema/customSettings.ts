/**
 * Custom settings as records: `X__c.getInstance()`, `getOrgDefaults()`, `getValues()`, `getAll()`. No query, no limits. In a
 * hierarchy the lowest level that has a value says it: the user, then the profile, then the organization.
 */
import { apexError } from '../../runtime/exceptions.ts';
import { normaliseId } from '../../runtime/ids.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexMap } from '../../runtime/values/collections.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { ObjectType } from '../../schema/model.ts';
import { membersOf, standardClass } from '../declare.ts';
import { defaultsOf } from './fieldValue.ts';
import { objectNamed } from './tokens.ts';

const rowsOf = (object: ObjectType): readonly SObject[] =>
  current()
    .data.allRecords(object.name)
    .filter((row) => row.fields.get('IsDeleted') !== true);

function setting(name: string | null, type: 'List' | 'Hierarchy'): ObjectType {
  const object = objectNamed(name ?? '');
  if (object.settingsType !== type)
    throw apexError('UnsupportedOperationException', `${object.name} is a ${object.settingsType?.toLowerCase()} custom setting`);
  return object;
}

function organization(): string {
  const id = current().data.record('Organization', null)?.id;
  if (!id) throw new Error('an org has an Organization row');
  return id;
}

const at = (object: ObjectType, owner: string): SObject | null =>
  rowsOf(object).find((row) => row.fields.get('SetupOwnerId') === owner) ?? null;

/** Owners from the lowest level up. */
function levels(owner: string): readonly string[] {
  const profile = current().data.record('User', owner)?.fields.get('ProfileId');
  const own = owner === organization() ? [] : [owner];
  return [...own, ...(typeof profile === 'string' ? [profile] : []), organization()];
}

function merged(object: ObjectType, owner: string): SObject {
  const found = levels(owner).flatMap((level) => at(object, level) ?? []);
  const made = new SObject(object);
  for (const [name, value] of defaultsOf(object)) made.fields.set(name, value);
  for (const row of [...found].reverse())
    for (const [name, value] of row.fields) if (value !== null && object.field(name)?.custom) made.fields.set(name, value);
  made.fields.set('SetupOwnerId', owner);
  const own = at(object, owner);
  // "If no custom setting data is defined for the user, [it] contains an ID set to null and merged fields from higher in the hierarchy."
  if (own) for (const name of ['Id', 'Name']) made.fields.set(name, own.fields.get(name) ?? null);
  return made;
}

/** What a hierarchy says to the running user: `getInstance()`, and `$Setup` in formulas. */
export const effectiveSetting = (object: ObjectType): SObject => merged(object, current().user);

function copyOf(row: SObject | null): SObject | null {
  if (!row) return null;
  const copy = new SObject(row.schema);
  for (const [name, value] of row.fields) copy.fields.set(name, value);
  return copy;
}

const named = (object: ObjectType, name: string | null): SObject | null =>
  copyOf(rowsOf(object).find((row) => String(row.fields.get('Name')).toLowerCase() === name?.toLowerCase()) ?? null);

/** A list is asked by name; a hierarchy by the id of a user or profile, which may come as text. */
function byText(object: string | null, text: string | null, ofHierarchy: (found: ObjectType, owner: string) => Value): Value {
  if (objectNamed(object ?? '').settingsType === 'List') return named(setting(object, 'List'), text);
  return byId(object, text, ofHierarchy);
}

function byId(object: string | null, id: string | null, ofHierarchy: (found: ObjectType, owner: string) => Value): Value {
  const owner = id === null ? null : normaliseId(id);
  if (owner === null) throw apexError('StringException', `Invalid id: ${id}`);
  return ofHierarchy(setting(object, 'Hierarchy'), owner);
}

const { m } = membersOf<null>();

export const customSettingDeclaration = standardClass('System.CustomSetting', [
  m('static Map<String,SObject> getAll(String object)', (name) => {
    const object = setting(name, 'List');
    const all = new ApexMap('String', object.name);
    for (const row of rowsOf(object)) all.set(row.fields.get('Name') ?? null, copyOf(row));
    return all;
  }),
  m('static SObject getInstance(String object)', (name) => effectiveSetting(setting(name, 'Hierarchy'))),
  m('static SObject getInstance(String object, Id owner)', (name, owner) => byId(name, owner, merged) as SObject | null),
  m('static SObject getInstance(String object, String key)', (name, key) => byText(name, key, merged) as SObject | null),
  m(
    'static SObject getValues(String object, Id owner)',
    (name, owner) => byId(name, owner, (object, id) => copyOf(at(object, id))) as SObject | null,
  ),
  m(
    'static SObject getValues(String object, String key)',
    (name, key) => byText(name, key, (object, id) => copyOf(at(object, id))) as SObject | null,
  ),
  m('static SObject getOrgDefaults(String object)', (name) => merged(setting(name, 'Hierarchy'), organization())),
]);
