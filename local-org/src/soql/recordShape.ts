/** From columns to records: which column is which field of which record, and rows made into SObjects by it. */
import { checkLocalized, localized } from '../formula/localized.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { decode } from '../store/columns.ts';
import { quoted } from '../store/tables.ts';
import type { SqlValue } from '../store/store.ts';
import type { SoqlField, SoqlOperand, SoqlSelectItem } from '../syntax/tree.ts';
import { addressOf, addressParts, type AddressPart } from './addresses.ts';
import { refused } from './messages.ts';
import { idColumn, type Joined, type Resolved, type Scope } from './scope.ts';

interface ShapeField {
  /** Of the field, or the alias of a function's result. */
  readonly name: string;
  readonly column: number;
  readonly field: FieldType;
  /** toLabel, FORMAT: what stands there in place of the value. */
  readonly shown: ((value: Exclude<Value, null>) => string) | null;
}

export interface RecordShape {
  readonly object: ObjectType;
  readonly fields: ShapeField[];
  readonly addresses: { readonly name: string; readonly parts: readonly (AddressPart & { readonly column: number })[] }[];
  readonly parents: {
    readonly relationship: string;
    readonly idColumn: number;
    readonly shape: RecordShape;
    /** TYPEOF: shapes by the object that the parent is of, where the query says what it wants of it. */
    readonly typed?: readonly { readonly idColumn: number; readonly shape: RecordShape }[];
  }[];
  /** Shared by all rows; nobody adds to it (a field that is set is in `fields` of the record). */
  readonly queried: Set<string>;
}

export class ShapeBuilder {
  readonly columns: string[] = [];
  readonly root: RecordShape;
  readonly #scope: Scope;
  readonly #parents = new Map<string, RecordShape>();
  /** Fields that come along unasked, and may still be asked for. */
  readonly #unasked = new Map<RecordShape, Set<string>>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.root = shapeOf(scope.object);
    /* Id comes with every record, asked for or not. */
    const { field, column } = scope.resolve(fieldPath('Id', scope));
    this.#addUnasked(this.root, field, column);
  }

  add(item: Extract<SoqlSelectItem, { kind: 'item' }>): void {
    const { value, alias } = item;
    if (value.kind === 'field') {
      if (alias !== null) throw refused('only aggregate expressions use field aliasing');
      return this.#select(this.#scope.resolve(value, false, true), null);
    }
    const resolved = this.#scope.resolve(onlyField(value));
    const shown = value.name === 'TOLABEL' ? labelOf(resolved.field) : formattedBy(resolved.field);
    if (alias !== null) return this.#addAlias(alias, resolved, shown);
    if (value.name === 'FORMAT') throw new NotSupported('SOQL FORMAT without an alias');
    this.#select(resolved, shown);
  }

  addNamed(names: readonly string[]): void {
    for (const name of names) this.#select(this.#scope.resolve(fieldPath(name, this.#scope), true), null);
  }

  /** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
  addTypeof(item: Extract<SoqlSelectItem, { kind: 'typeof' }>): void {
    const joined = this.#scope.polymorphic(item.field);
    const shape = this.#shapeAt(joined);
    const parent = this.root.parents.find(({ relationship }) => relationship === joined.steps[0]);
    if (!parent || joined.steps.length > 1) throw new NotSupported(`SOQL TYPEOF ${item.field}`);
    const typed = item.whens.map(({ object, fields }) => {
      const table = joined.tables.find((each) => each.object.name.toLowerCase() === object.toLowerCase());
      if (!table) throw refused(`TYPEOF: ${object} is not a type of ${item.field}`);
      const on: Joined = { ...joined, object: table.object, tables: [table] };
      const own = shapeOf(table.object);
      const idColumnAt = this.columns.push(idColumn(on)) - 1;
      this.#addUnasked(own, table.object.field('Id')!, idColumn(on));
      for (const { path } of fields) {
        if (path.length > 1) throw new NotSupported(`SOQL TYPEOF with the path ${path.join('.')}`);
        const { field, column } = this.#scope.fieldOn(on, path[0]!);
        if (!own.queried.has(field.name)) this.#add(own, field, column, null);
        else this.#unasked.get(own)?.delete(field.name);
      }
      return { idColumn: idColumnAt, shape: own };
    });
    for (const { path } of item.else) {
      if (path.length > 1) throw new NotSupported(`SOQL TYPEOF with the path ${path.join('.')}`);
      const { field, column } = this.#scope.fieldOn(joined, path[0]!);
      if (!shape.queried.has(field.name)) this.#add(shape, field, column, null);
    }
    Object.assign(parent, { typed });
  }

  /** The result stands on the record itself, also where the field is a parent's. */
  #addAlias(alias: string, { field, column }: Resolved, shown: ShapeField['shown']): void {
    const { object, queried, fields } = this.root;
    if (object.field(alias) || [...queried].some((name) => name.toLowerCase() === alias.toLowerCase()))
      throw new NotSupported(`SOQL alias ${alias}, which is a field or another alias`);
    queried.add(alias);
    fields.push({ name: alias, column: this.columns.push(column) - 1, field, shown });
  }

  #select(resolved: Resolved, shown: ShapeField['shown']): void {
    const shape = this.#shapeAt(resolved.on);
    const { field, column } = resolved;
    if (!shape.queried.has(field.name)) {
      if (field.kind === 'address') this.#addAddress(shape, field, resolved.on);
      else this.#add(shape, field, column, shown);
    } else if (!this.#unasked.get(shape)?.delete(field.name))
      throw refused(`duplicate field selected: ${[...resolved.on.steps, field.name].join('.')}`);
  }

  #add(shape: RecordShape, field: FieldType, column: string, shown: ShapeField['shown']): void {
    shape.queried.add(field.name);
    shape.fields.push({ name: field.name, column: this.columns.push(column) - 1, field, shown });
  }

  #addAddress(shape: RecordShape, field: FieldType, { object, tables }: Joined): void {
    shape.queried.add(field.name);
    const parts = addressParts(object, field).map((part) => ({
      ...part,
      column: this.columns.push(`${tables[0]!.alias}.${quoted(part.field.name)}`) - 1,
    }));
    shape.addresses.push({ name: field.name, parts });
  }

  #addUnasked(shape: RecordShape, field: FieldType, column: string): void {
    if (shape.queried.has(field.name)) return;
    this.#add(shape, field, column, null);
    const unasked = this.#unasked.get(shape) ?? new Set();
    this.#unasked.set(shape, unasked.add(field.name));
  }

  #shapeAt(on: Joined): RecordShape {
    let shape = this.root;
    on.steps.forEach((relationship, i) => {
      const key = on.steps.slice(0, i + 1).join('.');
      let next = this.#parents.get(key);
      if (!next) {
        const joined = i === on.steps.length - 1 ? on : this.#scope.joinedAt(on.steps.slice(0, i + 1));
        next = this.#parentShape(shape, relationship, joined);
        this.#parents.set(key, next);
      }
      shape = next;
    });
    return shape;
  }

  /** With a parent come its Id and the lookup that leads to it. */
  #parentShape(child: RecordShape, relationship: string, joined: Joined): RecordShape {
    const shape = shapeOf(joined.object);
    const id = joined.object.field('Id');
    if (id) this.#addUnasked(shape, id, idColumn(joined));
    this.#addUnasked(child, joined.lookup!.field, joined.lookup!.column);
    child.parents.push({ relationship, idColumn: this.columns.push(idColumn(joined)) - 1, shape });
    return shape;
  }
}

const shapeOf = (object: ObjectType): RecordShape => ({ object, fields: [], addresses: [], parents: [], queried: new Set() });

const fieldPath = (name: string, scope: Scope): SoqlField => ({ kind: 'field', path: [name], span: scope.span });

function onlyField(value: Extract<SoqlOperand, { kind: 'function' }>): SoqlField {
  const [only] = value.args;
  if ((value.name !== 'TOLABEL' && value.name !== 'FORMAT') || value.args.length !== 1 || only?.kind !== 'field')
    throw new NotSupported(`SOQL function ${value.name} in SELECT`);
  return only;
}

/** Labels are not translated here: the one of the entry, or the value where there is none. */
function labelOf(field: FieldType): ShapeField['shown'] {
  if (field.kind !== 'picklist') throw new NotSupported(`SOQL toLabel of a field that is no picklist (${field.name})`);
  const labels = new Map<Value, string>(field.picklist.map((entry) => [entry.value, entry.label]));
  return (value) => labels.get(value) ?? String(value);
}

function formattedBy(field: FieldType): ShapeField['shown'] {
  checkLocalized(field);
  return (value) => localized(field, value);
}

export function recordOf(shape: RecordShape, row: readonly SqlValue[], offset: number): SObject {
  const record = new SObject(shape.object);
  record.queried = shape.queried;
  for (const { name, column, field, shown } of shape.fields) {
    const value = decode(field, row[offset + column]!);
    if (value !== null) record.fields.set(name, shown ? shown(value) : value);
  }
  for (const { name, parts } of shape.addresses) {
    const value = addressOf(new Map(parts.map((part) => [part.name, decode(part.field, row[offset + part.column]!)])));
    if (value) record.fields.set(name, value);
  }
  if (shape.parents.length > 0) {
    record.parents = new Map();
    for (const parent of shape.parents) {
      const own = parent.typed?.find((each) => row[offset + each.idColumn] !== null)?.shape ?? parent.shape;
      record.parents.set(parent.relationship, row[offset + parent.idColumn] === null ? null : recordOf(own, row, offset));
    }
  }
  return record;
}
