/** Security.stripInaccessible: copies of records without what the user may not read, create or update. */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import type { Rights } from '../../runtime/ports.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/values/collections.ts';
import { EnumValue, LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { ObjectType } from '../../schema/model.ts';
import { membersOf, standardClass, standardEnum, type StandardDeclaration } from '../declare.ts';

type Kind = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

class Decision extends LibraryObject {
  readonly apexType = 'SObjectAccessDecision';
  readonly records: ApexList;
  /** By object name. */
  readonly removed: Map<string, Set<string>> = new Map();
  readonly modified: Set<number> = new Set();
  constructor(records: ApexList) {
    super();
    this.records = records;
  }
}

function mayTouch(rights: Rights, kind: Kind, object: ObjectType, name: string): boolean {
  const field = object.field(name);
  if (!field || field.kind === 'id') return true;
  const { read, create, edit } = rights.field(object.name, field.name);
  switch (kind) {
    case 'READABLE':
      return read;
    case 'CREATABLE':
      return field.createable && create;
    case 'UPDATABLE':
      return field.updateable && edit;
    case 'UPSERTABLE':
      return field.createable && create && field.updateable && edit;
    default:
      return kind satisfies never;
  }
}

function mayTouchObject(rights: Rights, kind: Kind, object: ObjectType): boolean {
  const { read, create, edit } = rights.object(object.name);
  switch (kind) {
    case 'READABLE':
      return read;
    case 'CREATABLE':
      return create;
    case 'UPDATABLE':
      return edit;
    case 'UPSERTABLE':
      return create && edit;
    default:
      return kind satisfies never;
  }
}

/** One pass over the records; `touched` says that something was taken out of the record at hand. */
class Stripper {
  readonly #rights = current().data.rights;
  readonly #kind: Kind;
  readonly #decision: Decision;
  touched = false;
  constructor(kind: Kind, decision: Decision) {
    this.#kind = kind;
    this.#decision = decision;
  }

  #remove(object: string, name: string): void {
    let names = this.#decision.removed.get(object);
    if (!names) this.#decision.removed.set(object, (names = new Set()));
    names.add(name);
    this.touched = true;
  }

  copy(record: SObject): SObject {
    const object = record.schema;
    const made = new SObject(object);
    const queried = record.queried === null ? null : new Set(record.queried);
    made.options = record.options;
    for (const name of queried ?? [])
      if (!object.field(name)) throw new NotSupported(`Security.stripInaccessible of a record with the alias ${name}`);
    for (const [name, value] of record.fields) {
      if (mayTouch(this.#rights, this.#kind, object, name)) made.fields.set(name, value);
      else this.#remove(object.name, name);
    }
    for (const name of record.queried ?? []) {
      if (mayTouch(this.#rights, this.#kind, object, name)) continue;
      queried?.delete(name);
      if (!record.fields.has(name)) this.#remove(object.name, name);
    }
    made.queried = queried;
    made.aggregates = record.aggregates;
    for (const [relationship, parent] of record.parents ?? []) {
      const by = object.parent(relationship);
      if (by && !mayTouch(this.#rights, this.#kind, object, by.name)) this.#remove(object.name, relationship);
      else if (parent === null || this.#kind !== 'READABLE') (made.parents ??= new Map()).set(relationship, parent);
      else if (mayTouchObject(this.#rights, this.#kind, parent.schema)) (made.parents ??= new Map()).set(relationship, this.copy(parent));
      else this.#remove(object.name, relationship);
    }
    for (const [relationship, children] of record.children ?? []) {
      const child = current().data.schema.object(children.of);
      if (child && !mayTouchObject(this.#rights, this.#kind, child)) this.#remove(object.name, relationship);
      else
        (made.children ??= new Map()).set(
          relationship,
          new ApexList(
            children.of,
            children.items.map((item) => (item instanceof SObject ? this.copy(item) : item)),
          ),
        );
    }
    return made;
  }
}

function strip(kind: Value, rows: ApexList | null, enforceRootCrud: boolean): Decision {
  if (!(kind instanceof EnumValue)) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  if (rows === null) throw apexError('NullPointerException', 'Argument 2 cannot be null');
  const decision = new Decision(new ApexList(rows.of, []));
  const rights = current().data.rights;
  const stripper = new Stripper(kind.name as Kind, decision);
  rows.items.forEach((row, index) => {
    if (!(row instanceof SObject)) throw apexError('NullPointerException', 'Attempt to de-reference a null object');
    if (enforceRootCrud && !mayTouchObject(rights, kind.name as Kind, row.schema))
      throw apexError('NoAccessException', `No access to entity: ${row.schema.name}`);
    stripper.touched = false;
    decision.records.items.push(stripper.copy(row));
    if (stripper.touched) decision.modified.add(index);
  });
  return decision;
}

const decision = membersOf<Decision>();
const { m } = membersOf<null>();

export const securityDeclarations: readonly StandardDeclaration[] = [
  standardEnum('System.AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']),
  standardClass('System.SObjectAccessDecision', [
    decision.m('List<SObject> getRecords()', (self) => self.records),
    decision.m('Map<String,Set<String>> getRemovedFields()', (self) => {
      const map = new ApexMap('String', 'Set<String>');
      for (const [object, names] of self.removed) map.set(object, new ApexSet('String', names));
      return map;
    }),
    decision.m('Set<Integer> getModifiedIndexes()', (self) => new ApexSet('Integer', self.modified)),
  ]),
  standardClass(
    'System.Security',
    [
      m('static SObjectAccessDecision stripInaccessible(AccessType kind, List<SObject> records)', (kind, rows): Value =>
        strip(kind, rows, true),
      ),
      m(
        'static SObjectAccessDecision stripInaccessible(AccessType kind, List<SObject> records, Boolean enforceRootObjectCRUD)',
        (kind, rows, enforce): Value => strip(kind, rows, enforce !== false),
      ),
    ],
    { notSupported: ['stripInaccessible(AccessType, List<SObject>, Id)'] },
  ),
];
