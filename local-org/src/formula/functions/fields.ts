/** Functions about fields: picklists, what changed, and regular expressions; and TEXT, which knows every type. */
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/dates.ts';
import type { BigDecimalValue } from '../../runtime/values/numbers.ts';
import { dateText, datetimeText, timeText } from '../calendar.ts';
import { isSame, textOf } from '../compare.ts';
import type { Bound } from '../bound.ts';
import { blankChoice, notAllowedHere, notForRelated, unfitArgument, wrongType } from '../problems.ts';
import { decimal, type FormulaValue } from '../values.ts';
import { expectCount, type Call, type FormulaFunction, type FunctionTable } from './define.ts';
import { matchesRegex } from '../regex.ts';

/** Zeros at the end do not count. */
export const numberText = (value: BigDecimalValue): string => (value.signum() === 0 ? '0' : value.stripTrailingZeros().toPlainString());

function shown(value: FormulaValue): FormulaValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof ApexDate) return dateText(value);
  if (value instanceof ApexDatetime) return datetimeText(value);
  if (value instanceof ApexTime) return timeText(value);
  return numberText(value);
}

const text: FormulaFunction = (call) => {
  expectCount(call, 1);
  const [arg] = call.args as [Bound];
  if (!['Number', 'Date', 'DateTime', 'Time', 'Picklist', 'Null'].includes(arg.type))
    throw wrongType(call.name, ['Number', 'Date', 'DateTime', 'Picklist'], arg.type);
  return { type: 'Text', run: (context) => shown(arg.run(context)) };
};

/** A picklist and a text that is written in the formula. */
function literalChoice(call: Call, type: 'Picklist' | 'Multi-Select Picklist'): string | null {
  expectCount(call, 2);
  const [field, choice] = call.args as [Bound, Bound];
  if (field.type !== type) throw wrongType(call.name, [type], field.type);
  if (choice.node.kind !== 'text') throw wrongType(call.name, ['Text Literal'], choice.type);
  return choice.node.value;
}

const isPickVal: FormulaFunction = (call) => {
  const choice = literalChoice(call, 'Picklist');
  const [field] = call.args as [Bound];
  return { type: 'Boolean', run: (context) => textOf(field.run(context)) === choice };
};

const selected = (value: FormulaValue): readonly string[] => (textOf(value) === '' ? [] : textOf(value).split(';'));

const includes: FormulaFunction = (call) => {
  const choice = literalChoice(call, 'Multi-Select Picklist');
  if (choice?.trim() === '') throw blankChoice();
  const [field] = call.args as [Bound];
  return { type: 'Boolean', run: (context) => selected(field.run(context)).some((one) => one === choice) };
};

const pickListCount: FormulaFunction = (call) => {
  expectCount(call, 1);
  const [field] = call.args as [Bound];
  if (field.type !== 'Multi-Select Picklist') throw wrongType(call.name, ['Multi-Select Picklist'], field.type);
  return { type: 'Number', run: (context) => decimal(selected(field.run(context)).length) };
};

/** The field a function about changes asks for: one of the record itself. */
function changing(call: Call): Bound {
  if (call.place !== 'change') throw notAllowedHere(call.name);
  expectCount(call, 1);
  const [field] = call.args as [Bound];
  if (field.node.kind !== 'field') throw unfitArgument(call.name);
  if (call.fieldName(field) === null) throw notForRelated(call.name, field.node.path);
  return field;
}

/** "Evaluates to FALSE when evaluating any field on a newly created record." */
const isChanged: FormulaFunction = (call) => {
  const field = changing(call);
  return {
    type: 'Boolean',
    run: (context) => context.prior !== null && !isSame(field.run(context.prior), field.run(context)),
  };
};

/** "When users create records, this function returns the value of the field referenced rather than null." */
const priorValue: FormulaFunction = (call) => {
  const field = changing(call);
  return { type: field.type, run: (context) => field.run(context.prior ?? context) };
};

const isNew: FormulaFunction = (call) => {
  if (call.place !== 'change') throw notAllowedHere(call.name);
  expectCount(call, 0);
  return { type: 'Boolean', run: (context) => context.isNew };
};

const regex: FormulaFunction = (call) => {
  if (call.place === 'field') throw notAllowedHere(call.name);
  expectCount(call, 2);
  const [subject, pattern] = call.args as [Bound, Bound];
  if (subject.type !== 'Text' || pattern.type !== 'Text') throw unfitArgument(call.name);
  // A pattern that is written down is refused when it is deployed.
  if (pattern.node.kind === 'text') matchesRegex(pattern.node.value, '');
  return { type: 'Boolean', run: (context) => matchesRegex(textOf(pattern.run(context)), textOf(subject.run(context))) };
};

export const fieldFunctions: FunctionTable = {
  TEXT: text,
  ISPICKVAL: isPickVal,
  INCLUDES: includes,
  PICKLISTCOUNT: pickListCount,
  ISCHANGED: isChanged,
  PRIORVALUE: priorValue,
  ISNEW: isNew,
  REGEX: regex,
};
