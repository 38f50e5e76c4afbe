/** Functions of SOQL: aggregates, date functions, formatting. */
import type { FieldKind, FieldType } from '../../schema/model.ts';
import type { SoqlField, SoqlFunction, SoqlOperand } from '../../syntax/tree.ts';
import { fail, failNotSupported } from '../report.ts';
import type { World } from '../world.ts';
import { fieldAt, type Source } from './paths.ts';

const aggregates: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX', 'GROUPING']);
const dates: ReadonlySet<string> = new Set([
  ...['CALENDAR_MONTH', 'CALENDAR_QUARTER', 'CALENDAR_YEAR', 'DAY_IN_MONTH', 'DAY_IN_WEEK', 'DAY_IN_YEAR', 'DAY_ONLY'],
  ...['HOUR_IN_DAY', 'WEEK_IN_MONTH', 'WEEK_IN_YEAR', 'FISCAL_MONTH', 'FISCAL_QUARTER', 'FISCAL_YEAR'],
]);
const formats: ReadonlySet<string> = new Set(['TOLABEL', 'FORMAT']);
const numbers: ReadonlySet<FieldKind> = new Set(['int', 'long', 'double', 'currency', 'percent']);

export const isAggregate = (operand: SoqlOperand): boolean =>
  operand.kind === 'function' && (aggregates.has(operand.name) || operand.args.some(isAggregate));

/** The field an operand is about; null for `COUNT()`. */
export function operandField(world: World, source: Source, operand: SoqlOperand): FieldType | null {
  return operand.kind === 'field' ? fieldAt(world, source, operand) : functionField(world, source, operand);
}

function functionField(world: World, source: Source, of: SoqlFunction): FieldType | null {
  const [first, ...others] = of.args;
  if (of.name === 'COUNT' && !first) return null;
  if (!first || others.length > 0) return failNotSupported(of.span, `SOQL ${of.name} with ${of.args.length} arguments`);
  if (of.name === 'CONVERTTIMEZONE') return converted(world, source, first, of);
  if (!aggregates.has(of.name) && !dates.has(of.name) && !formats.has(of.name))
    return failNotSupported(of.span, `SOQL function ${of.name}`);
  const field = operandField(world, source, first);
  if (!field) return fail(of.span, `unexpected token: ${of.name}`);
  if ((of.name === 'SUM' || of.name === 'AVG') && !numbers.has(field.kind))
    fail(of.span, `field ${field.name} does not support aggregate operator ${of.name}`);
  if (dates.has(of.name) && field.kind !== 'date' && field.kind !== 'datetime')
    fail(of.span, `field ${field.name} does not support operator ${of.name}`);
  return field;
}

/** Only inside of a date function, which asks nothing else of it than its field. */
function converted(world: World, source: Source, argument: SoqlOperand, of: SoqlFunction): FieldType | null {
  const field = operandField(world, source, argument);
  if (field?.kind !== 'datetime') fail(of.span, `field ${field?.name} does not support operator convertTimezone`);
  return field;
}

/** What the value of the operand is compared as. */
export function operandKind(field: FieldType | null, operand: SoqlOperand): FieldKind {
  if (operand.kind === 'field' || !field) return field?.kind ?? 'int';
  if (operand.name === 'COUNT' || operand.name === 'COUNT_DISTINCT' || operand.name === 'GROUPING') return 'int';
  if (operand.name === 'DAY_ONLY') return 'date';
  if (dates.has(operand.name)) return 'int';
  if (operand.name === 'AVG') return 'double';
  return formats.has(operand.name) ? 'string' : field.kind;
}

/** `Name` and `Account.Name` by path, `CALENDAR_YEAR(CreatedDate)` by name and path: to compare SELECT with GROUP BY. */
export function signature(operand: SoqlOperand): string {
  return operand.kind === 'field' ? fieldText(operand).toLowerCase() : `${operand.name}(${operand.args.map(signature).join(', ')})`;
}

export const fieldText = (field: SoqlField): string => field.path.join('.');
