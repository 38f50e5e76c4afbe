/** What a name in a formula means: a field of the record or of a parent, another formula field, or a global (`$User.Id`). */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import type { FieldReference, FormulaContext, Run, Step } from './bound.ts';
import { unknownField, unsupportedField } from './problems.ts';
import { decimal, typeOfKind, type FormulaType, type FormulaValue } from './values.ts';

export interface Reached {
  readonly steps: readonly Step[];
  readonly object: ObjectType;
  readonly field: FieldType;
}

/** A formula may go up ten relationships. */
const MOST_STEPS = 10;

export function resolvePath(schema: Schema, from: ObjectType, path: string, above: readonly Step[] = []): Reached {
  const names = path.split('.');
  const steps = [...above];
  let object = from;
  for (const name of names.slice(0, -1)) {
    const step = stepOf(schema, object, name, path);
    steps.push(step);
    object = step.to;
  }
  if (steps.length > MOST_STEPS) throw new NotSupported(`formula path ${path} over more than ${MOST_STEPS} relationships`);
  const field = object.field(names.at(-1) ?? '');
  if (!field) throw missing(object, path, names.at(-1) ?? '');
  return { steps, object, field };
}

/** `Account`, `Parent__r`; `Owner:User` says which kind of owner is meant. */
function stepOf(schema: Schema, from: ObjectType, name: string, path: string): Step {
  const [relationship = '', target] = name.split(':');
  const lookup = from.parent(relationship);
  if (!lookup) throw missing(from, path, relationship);
  const wanted = target === undefined ? lookup.referenceTo : lookup.referenceTo.filter((to) => sameObject(to, target));
  const [only, ...others] = wanted;
  if (only === undefined || others.length > 0) throw unknownField(path);
  const to = schema.object(only);
  if (!to) throw new NotSupported(`formula path ${path}: standard object ${only}`);
  return { from, lookup, to };
}

/** A queue is a Group. */
const sameObject = (name: string, wanted: string): boolean =>
  name.toLowerCase() === (wanted.toLowerCase() === 'queue' ? 'group' : wanted.toLowerCase());

/** The local org has not every field of a standard object: that is its gap, not the author's mistake. */
function missing(object: ObjectType, path: string, name: string): Error {
  if (object.kind === 'standard' && !/__[a-z]+$/i.test(name)) return new NotSupported(`formula on ${object.name}.${name} (${path})`);
  return unknownField(path);
}

export function referenceTo({ steps, object, field }: Reached): FieldReference {
  const names = steps.map(({ lookup, to }) =>
    lookup.referenceTo.length > 1 ? `${lookup.relationshipName}:${to.name}` : (lookup.relationshipName ?? lookup.name),
  );
  return { key: [...names, field.name].join('.'), steps, object, field };
}

/** Long texts can be validated, and not be calculated with. */
export function typeOfField(field: FieldType, path: string, calculated: boolean): FormulaType {
  const type = typeOfKind(field.kind);
  if (type === null) throw unsupportedField(field.kind === 'address' ? 'Address' : field.kind, path);
  if (calculated && field.kind === 'textarea' && field.length > 255) throw unsupportedField('Long Text Area', path);
  return type;
}

export const runOf = (reference: FieldReference): Run => {
  const { field } = reference;
  return (context: FormulaContext) => formulaValue(field, context.read(reference));
};

const SHORT_ID = 15;

/** An id is its first 15 characters in a formula, a percentage a fraction, a checkbox never blank. */
export function formulaValue(field: FieldType, value: Value): FormulaValue {
  if (field.kind === 'boolean') return value === true;
  if (value === null || value === '') return null;
  if (field.kind === 'id' || field.kind === 'reference') return String(value).slice(0, SHORT_ID);
  if (typeof value === 'string') return value;
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  const number = numberOf(value);
  if (number === null) throw new Error(`no formula value in ${field.name}`);
  return field.kind === 'percent' ? number.movePointLeft(2) : number;
}

function numberOf(value: Value): ReturnType<typeof decimal> | null {
  if (value instanceof ApexDecimal) return value.value;
  if (value instanceof ApexDouble) return decimal(value.value);
  return typeof value === 'number' || typeof value === 'bigint' ? decimal(value) : null;
}
