/**
 * Roll-up summary fields. After the children are saved, the parents whose summary changed are saved too, with their triggers
 * and rules ("performs calculations and updates the roll-up summary field in the parent record; parent record goes through
 * save procedure", Apex Developer Guide, "Triggers and Order of Execution").
 */
import { compareValues } from '../formula/compare.ts';
import { fieldFormula } from '../formula/formulas.ts';
import type { Environment } from '../formula/bound.ts';
import { recordContext } from '../formula/recordContext.ts';
import { formulaValue } from '../formula/references.ts';
import { ApexException, NotSupported, type DmlFailure } from '../runtime/exceptions.ts';
import { fold } from '../runtime/fold.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, Big } from '../runtime/values/numbers.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType, Schema, SummaryDefinition, SummaryFilter } from '../schema/model.ts';
import { asDecimal } from '../store/columns.ts';
import { readRecords, updateRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Change } from './change.ts';
import { rowsWhere } from './stored.ts';
import { normalised } from './values.ts';
import type { DmlWorld } from './world.ts';

/** What is needed to add up. */
interface Adding extends Pick<DmlWorld, 'store' | 'schema'> {
  environment(): Environment;
}

interface Summary {
  readonly parent: ObjectType;
  readonly field: FieldType;
  readonly definition: SummaryDefinition;
  readonly foreignKey: FieldType;
}

const known = new WeakMap<Schema, ReadonlyMap<string, readonly Summary[]>>();

/** By the object whose records they add up. */
function summariesOver(child: ObjectType, schema: Schema): readonly Summary[] {
  let all = known.get(schema);
  if (!all) known.set(schema, (all = collect(schema)));
  return all.get(child.name) ?? [];
}

function collect(schema: Schema): ReadonlyMap<string, readonly Summary[]> {
  const all = new Map<string, Summary[]>();
  for (const parent of schema.objects)
    for (const field of parent.fields) {
      const definition = field.summary;
      if (!definition) continue;
      const child = schema.object(definition.child);
      const foreignKey = child?.field(definition.foreignKey);
      if (child && foreignKey) all.set(child.name, [...(all.get(child.name) ?? []), { parent, field, definition, foreignKey }]);
    }
  return all;
}

/** A failure of a parent is a failure of its children. */
export function summarise(changes: readonly Change[], world: DmlWorld): void {
  const child = changes[0]?.object;
  const summaries = child ? summariesOver(child, world.schema()) : [];
  if (!child) return;
  for (const parent of new Set(summaries.map((summary) => summary.parent))) {
    const own = summaries.filter((summary) => summary.parent === parent);
    const hanging = (change: Change): readonly string[] => own.flatMap(({ foreignKey }) => parentsOf(change, foreignKey));
    const ids = [...new Set(changes.flatMap(hanging))];
    const rows = changedParents(parent, child, own, ids, { ...world, environment: notInSummaries });
    try {
      world.saveParents?.(rows);
    } catch (error) {
      if (!(error instanceof ApexException) || error.$type !== 'DmlException') throw error;
      for (const { id, code, message, fields } of error.detail as readonly DmlFailure[])
        for (const change of changes) if (id !== null && hanging(change).includes(id)) change.fail(code, message, ...fields);
    }
  }
}

/** After a deploy: what a new or changed summary makes of the records that are there, without saving their parents. */
export function refreshSummaries(store: Store, schema: Schema): void {
  const world: Adding = { store, schema: () => schema, environment: notInSummaries };
  for (const child of schema.objects)
    for (const summary of summariesOver(child, schema)) {
      const ids = store.all(`SELECT "Id" FROM "${summary.parent.name}"`, []).map(([id]) => String(id));
      for (const row of changedParents(summary.parent, child, [summary], ids, world))
        updateRecord(store, summary.parent, String(row.id), { [summary.field.name]: row.fields.get(summary.field.name) ?? null });
    }
}

/** The platform summarises no formula that knows the day or the user. */
function notInSummaries(): Environment {
  const refuse = (): never => {
    throw new NotSupported('roll-up summary of a formula that depends on the user or the time');
  };
  return {
    get now() {
      return refuse();
    },
    get user() {
      return refuse();
    },
    zone: refuse,
    record: refuse,
    setting: refuse,
    customPermission: refuse,
  };
}

/** Before the change and after it: a child may have moved. */
function parentsOf({ row, before }: Change, foreignKey: FieldType): readonly string[] {
  return [row, before].flatMap((one) => {
    const id = one?.fields.get(foreignKey.name) ?? null;
    return typeof id === 'string' ? [id] : [];
  });
}

function changedParents(
  parent: ObjectType,
  child: ObjectType,
  summaries: readonly Summary[],
  ids: readonly string[],
  world: Adding,
): readonly SObject[] {
  const stored = readRecords(world.store, parent, ids).filter((row) => row.fields.get('IsDeleted') !== true);
  const changed = new Map<string, SObject>();
  for (const { field, definition, foreignKey } of summaries) {
    const children = childrenOf(child, foreignKey, ids, world);
    for (const row of stored) {
      const value = normalised(field, total(field, definition, children.get(String(row.id)) ?? [], child, world));
      if (sameValue(field, value, row.fields.get(field.name) ?? null)) continue;
      const update = changed.get(String(row.id)) ?? new SObject(parent);
      update.fields.set('Id', row.id);
      update.fields.set(field.name, value);
      changed.set(String(row.id), update);
    }
  }
  return [...changed.values()];
}

function sameValue(field: FieldType, a: Value, b: Value): boolean {
  const [left, right] = [formulaValue(field, a), formulaValue(field, b)];
  return left === null || right === null ? left === right : compareValues(left, right) === 0;
}

function childrenOf(child: ObjectType, foreignKey: FieldType, ids: readonly string[], { store }: Adding): ReadonlyMap<string, SObject[]> {
  const found = rowsWhere(store, child.name, ['Id'], foreignKey.name, ids).map(([id]) => String(id));
  const byParent = new Map<string, SObject[]>();
  for (const row of readRecords(store, child, found)) {
    if (row.fields.get('IsDeleted') === true) continue;
    const key = String(row.fields.get(foreignKey.name));
    byParent.set(key, [...(byParent.get(key) ?? []), row]);
  }
  return byParent;
}

/** Nothing adds up to zero; of nothing there is no smallest and no largest. */
function total(field: FieldType, definition: SummaryDefinition, rows: readonly SObject[], child: ObjectType, world: Adding): Value {
  const counted = rows.filter((row) => definition.filters.every((filter) => passes(filter, row, child, world)));
  if (definition.operation === 'count') return ApexDecimal.of(counted.length);
  const of = child.field(definition.field ?? '');
  if (!of) throw new Error(`${field.name} summarises no field`);
  const values = counted.map((row) => valueOf(row, of, world)).filter((value) => value !== null);
  if (definition.operation === 'sum') return new ApexDecimal(values.reduce((sum, value) => sum.add(asDecimal(value) ?? Big(0)), Big(0)));
  const wanted = definition.operation === 'min' ? -1 : 1;
  return values.reduce<Value>((best, value) => (best === null || isBeyond(of, value, best, wanted) ? value : best), null);
}

function isBeyond(field: FieldType, value: Value, best: Value, wanted: number): boolean {
  const [a, b] = [formulaValue(field, value), formulaValue(field, best)];
  return a !== null && b !== null && Math.sign(compareValues(a, b)) === wanted;
}

/** Formula fields can be summarised too. */
function valueOf(row: SObject, field: FieldType, { schema, environment }: Adding): Value {
  if (field.formula === null) return row.fields.get(field.name) ?? null;
  return fieldFormula(schema(), row.schema, field).calculate(recordContext(row, () => null, environment()));
}

/** Several values, parted by commas: one of them is enough. */
function passes({ field: name, operation, value }: SummaryFilter, row: SObject, child: ObjectType, world: Adding): boolean {
  const field = child.field(name);
  if (!field) throw new Error(`no field ${name} to filter by`);
  const actual = valueOf(row, field, world);
  const number = asDecimal(actual);
  const wanted = value.split(',').map((one) => one.trim());
  const equal = wanted.some((one) => isEqual(field, actual, one));
  if (operation === 'equals') return equal;
  if (operation === 'notEqual') return !equal;
  if (number === null) return false;
  const difference = number.compareTo(Big(wanted[0] ?? '0'));
  switch (operation) {
    case 'lessThan':
      return difference < 0;
    case 'greaterThan':
      return difference > 0;
    case 'lessOrEqual':
      return difference <= 0;
    default:
      return difference >= 0;
  }
}

function isEqual(field: FieldType, actual: Value, wanted: string): boolean {
  if (field.kind === 'boolean') return (actual === true) === /^(true|1)$/i.test(wanted);
  if (actual === null) return wanted === '';
  const number = asDecimal(actual);
  if (number !== null) return wanted !== '' && number.compareTo(Big(wanted)) === 0;
  return typeof actual === 'string' && fold(actual) === fold(wanted);
}
