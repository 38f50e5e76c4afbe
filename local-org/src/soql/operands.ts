/** The left side of a comparison, and what is selected, grouped and sorted by: fields, date functions, aggregates. */
import { NotSupported } from '../runtime/exceptions.ts';
import { field as plainField } from '../schema/fields.ts';
import type { FieldType } from '../schema/model.ts';
import { isScaled } from '../store/columns.ts';
import { datePartNames } from '../store/dateParts.ts';
import type { SoqlFunction, SoqlOperand } from '../syntax/tree.ts';
import { refused } from './messages.ts';
import { idColumn, type Joined, type Scope } from './scope.ts';
import { sql, userZone, type Sql } from './sql.ts';
import { isFolded } from './values.ts';

export interface Operand {
  /** Its kind and scale say how values are compared with it. */
  readonly field: FieldType;
  readonly value: Sql;
  /** As it is compared and grouped: folded text, never-null checkboxes. */
  readonly key: Sql;
  /** Same for the same expression, whatever the case it is written in. */
  readonly identity: string;
  /** COUNT, SUM … are looked at after grouping. */
  readonly aggregate: boolean;
  /** Only of plain fields. */
  readonly on: Joined | null;
}

/**
 * SQLite cannot know that a folded value of a missing parent equals nothing, and would visit every row. Said so, it turns
 * the outer join into an inner one and may begin at the parent's index.
 */
export const ifPresent = ({ on }: Operand): Sql =>
  on && on.steps.length > 0 && on.tables.length === 1 ? sql`${idColumn(on)} IS NOT NULL AND ` : [];

const aggregateNames: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const fiscalNames: ReadonlySet<string> = new Set(['FISCAL_MONTH', 'FISCAL_QUARTER', 'FISCAL_YEAR']);

export const isAggregate = (operand: SoqlOperand): operand is SoqlFunction =>
  operand.kind === 'function' && aggregateNames.has(operand.name);

export function operandOf(scope: Scope, operand: SoqlOperand): Operand {
  if (operand.kind === 'field') return fieldOperand(scope, operand);
  if (aggregateNames.has(operand.name)) return aggregateOperand(scope, operand);
  return dateOperand(scope, operand);
}

function fieldOperand(scope: Scope, reference: Extract<SoqlOperand, { kind: 'field' }>): Operand {
  const { field, on, column } = scope.resolve(reference);
  return {
    field,
    value: [column],
    key: [isFolded(field) ? `fold(${column})` : field.kind === 'boolean' && on.steps.length > 0 ? `coalesce(${column}, 0)` : column],
    identity: [...on.steps, field.name].join('.'),
    aggregate: false,
    on,
  };
}

/** The single argument, which must be a field. */
function argument(scope: Scope, call: SoqlFunction): Operand {
  const [only] = call.args;
  if (call.args.length !== 1 || only?.kind !== 'field') throw new NotSupported(`SOQL function ${call.name} of anything but one field`);
  return fieldOperand(scope, only);
}

// ---------------------------------------------------------------------------------------------- aggregates

function aggregateOperand(scope: Scope, call: SoqlFunction): Operand {
  if (call.name === 'COUNT' && call.args.length === 0) return aggregated('COUNT()', plainField('COUNT', 'int'), sql`count(*)`);
  const of = argument(scope, call);
  const identity = `${call.name}(${of.identity})`;
  const unfit = (): Error => refused(`field ${of.field.name} does not support aggregate operator ${call.name}`);
  switch (call.name) {
    case 'COUNT':
      return aggregated(identity, plainField(identity, 'int'), sql`count(${of.value})`);
    case 'COUNT_DISTINCT':
      return aggregated(identity, plainField(identity, 'int'), sql`count(DISTINCT ${of.key})`);
    case 'SUM':
      if (!isNumber(of.field)) throw unfit();
      return aggregated(identity, of.field, sql`sum(${of.value})`);
    case 'AVG':
      if (!isNumber(of.field)) throw unfit();
      /* As REAL it is good enough to compare and to sort by; what is returned is divided in Decimal. */
      return aggregated(identity, of.field.kind === 'int' ? plainField(identity, 'double') : of.field, sql`avg(${of.value})`);
    case 'MIN':
    case 'MAX': {
      if (['boolean', 'multipicklist', 'base64', 'address', 'anyType'].includes(of.field.kind) || !isSortable(of.field)) throw unfit();
      /* The platform takes the order of the picklist here. */
      if (of.field.kind === 'picklist') throw new NotSupported(`SOQL ${call.name} of a picklist (${of.field.name})`);
      return aggregated(identity, of.field, sql`${call.name.toLowerCase()}(${of.key})`);
    }
    default:
      throw new Error(`no aggregate ${call.name}`);
  }
}

const aggregated = (identity: string, field: FieldType, value: Sql): Operand => ({
  field,
  value,
  key: value,
  identity,
  aggregate: true,
  on: null,
});

export const isNumber = (field: FieldType): boolean => ['int', 'long', 'double', 'currency', 'percent'].includes(field.kind);

/** `MAX(Name)` compares folded text and returns the text itself: both travel together, parted by a character no text holds. */
export const PARTING = '\u0001';

/** What to select for an aggregate: AVG needs sum and count, MIN and MAX of text the text as it is written. */
export function aggregateColumns(scope: Scope, call: SoqlFunction): { readonly of: FieldType | null; readonly columns: readonly Sql[] } {
  if (call.name === 'COUNT' && call.args.length === 0) return { of: null, columns: [sql`count(*)`] };
  const { field, value } = argument(scope, call);
  const whole = aggregateOperand(scope, call);
  if (call.name === 'AVG') return { of: field, columns: [sql`sum(${value})`, sql`count(${value})`] };
  if ((call.name === 'MIN' || call.name === 'MAX') && isFolded(field))
    return { of: field, columns: [sql`${call.name.toLowerCase()}(fold(${value}) || char(1) || ${value})`] };
  return { of: field, columns: [whole.value] };
}

// ---------------------------------------------------------------------------------------------- date functions

function dateOperand(scope: Scope, call: SoqlFunction): Operand {
  /* The fiscal year is the calendar year. */
  const part = fiscalNames.has(call.name) ? call.name.replace('FISCAL_', 'CALENDAR_') : call.name;
  const isPart = datePartNames.has(part);
  if (!isPart && call.name !== 'DAY_ONLY' && call.name !== 'HOUR_IN_DAY') throw new NotSupported(`SOQL function ${call.name}`);

  const [only] = call.args;
  const converted = only?.kind === 'function' && only.name === 'CONVERTTIMEZONE';
  const of = argument(scope, converted ? only : call);
  const zone = converted ? userZone : `'GMT'`;
  const identity = `${call.name}(${converted ? 'CONVERTTIMEZONE:' : ''}${of.identity})`;

  /* Datetimes are split in UTC unless convertTimezone says otherwise. */
  const isDatetime = of.field.kind === 'datetime';
  if (!isDatetime && (of.field.kind !== 'date' || !isPart || converted))
    throw refused(`field ${of.field.name} does not support date function ${call.name}`);
  const day = isDatetime ? sql`local_day(${of.value}, ${zone})` : of.value;
  if (call.name === 'DAY_ONLY') return computed(identity, 'date', day);
  if (call.name === 'HOUR_IN_DAY') return computed(identity, 'int', sql`local_hour(${of.value}, ${zone})`);
  return computed(identity, 'int', sql`date_part('${part}', ${day})`);
}

const computed = (identity: string, kind: FieldType['kind'], value: Sql): Operand => ({
  field: plainField(identity, kind),
  value,
  key: value,
  identity,
  aggregate: false,
  on: null,
});

// ---------------------------------------------------------------------------------------------- what a field allows

export const isSortable = (field: FieldType): boolean =>
  !(field.kind === 'multipicklist' || field.kind === 'base64' || field.kind === 'address' || field.kind === 'anyType' || isLongText(field));

const isLongText = (field: FieldType): boolean => field.kind === 'textarea' && field.length > 255;

/** Numbers other than standard Integer fields, datetimes, auto-numbers and long texts cannot be grouped by. */
export function isGroupable(field: FieldType): boolean {
  if (!isSortable(field) || field.autoNumber !== null) return false;
  if (isScaled(field) || field.kind === 'double' || field.kind === 'currency' || field.kind === 'percent') return false;
  return field.kind !== 'datetime' && !(field.kind === 'int' && field.custom);
}
