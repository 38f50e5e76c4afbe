/** Formulas on a small schema: values in, a value out. */
import { bindFormula } from '../../src/formula/bind.ts';
import type { Environment, FormulaContext } from '../../src/formula/bound.ts';
import { fieldFormula } from '../../src/formula/formulas.ts';
import type { Place } from '../../src/formula/functions/define.ts';
import { recordContext } from '../../src/formula/recordContext.ts';
import type { FormulaValue } from '../../src/formula/values.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/runtime/values/dates.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { ApexDecimal } from '../../src/runtime/values/numbers.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { area, checkbox, date, datetime, decimal, field, lookup, percent, picklist, text } from '../../src/schema/fields.ts';
import type { Schema } from '../../src/schema/model.ts';
import { custom, customObject, schemaWith } from '../helpers/schema.ts';

const formula = (name: string, kind: 'string' | 'double' | 'boolean', source: string, blankAsZero = false) =>
  custom(field(name, kind, { formula: source, blankAsZero, precision: kind === 'double' ? 18 : 0, scale: kind === 'double' ? 2 : 0 }));

export const schema: Schema = schemaWith(
  customObject('Thing__c', 'a00', [
    custom(text('Text__c', 80)),
    custom(text('Other__c', 80)),
    custom(area('Long__c', 5000)),
    custom(decimal('Number__c', 16, 2)),
    custom(decimal('Second__c', 16, 2)),
    custom(percent('Percent__c', 5, 2)),
    custom(checkbox('Flag__c')),
    custom(date('Day__c')),
    custom(datetime('At__c')),
    custom(field('Clock__c', 'time')),
    custom(picklist('Pick__c', ['Red', 'Green'])),
    custom(field('Many__c', 'multipicklist')),
    custom(lookup('Account__c', 'Account', 'Things__r')),
    formula('Doubled__c', 'double', 'Number__c * 2', true),
    formula('Loop__c', 'double', 'Loop__c + 1'),
    formula('Greeting__c', 'string', '"Hi " & Account__r.Name & "/" & TEXT(Doubled__c)'),
  ]),
);

export const thing = schema.object('Thing__c')!;

export const environment: Environment = {
  now: Date.parse('2026-03-18T23:30:15.250Z'),
  user: '005000000000001AAA',
  zone: () => 'Europe/Berlin',
  record: (object, id) => {
    const type = schema.object(object);
    if (!type) return null;
    const row = new SObject(type);
    row.fields.set('Id', id ?? '00D000000000001AAA');
    row.fields.set('Username', 'me@example.com');
    row.fields.set('ProfileId', '00e000000000001AAA');
    row.fields.set('Name', `${object} ${id ?? ''}`);
    return row;
  },
  setting: (object) => new SObject(object),
  customPermission: () => false,
};

export type Fields = Readonly<Record<string, Value>>;

export function record(fields: Fields): SObject {
  const row = new SObject(thing);
  for (const [name, value] of Object.entries(fields)) row.fields.set(name, value);
  return row;
}

const account = new SObject(schema.object('Account')!);
account.fields.set('Name', 'Acme');

const contextOf = (fields: Fields, prior: Fields | null = null): FormulaContext => {
  const load = (): SObject => account;
  return recordContext(record(fields), load, environment, prior && recordContext(record(prior), load, environment), prior === null);
};

export interface Options {
  readonly prior?: Fields | null;
  readonly place?: Place;
  readonly blankAsZero?: boolean;
  readonly schema?: Schema;
}

function bound(source: string, { place = 'change', blankAsZero = false, ...options }: Options) {
  return bindFormula(source, {
    schema: options.schema ?? schema,
    object: thing,
    above: [],
    place,
    blankAsZero,
    references: new Map(),
    within: [],
  });
}

export const typeOf = (source: string, options: Options = {}): string => bound(source, options).type;

/** The value as text: numbers plain, dates ISO; null for blank. */
export function value(source: string, fields: Fields = {}, options: Options = {}): string | boolean | null {
  return plain(bound(source, options).run(contextOf(fields, options.prior ?? null)));
}

export function plain(result: FormulaValue): string | boolean | null {
  if (result === null || typeof result === 'string' || typeof result === 'boolean') return result;
  if (result instanceof ApexDate) return new Date(result.days * 86_400_000).toISOString().slice(0, 10);
  if (result instanceof ApexDatetime) return new Date(result.ms).toISOString();
  if (result instanceof ApexTime) return new Date(result.ms).toISOString().slice(11, 23);
  return result.signum() === 0 ? '0' : result.stripTrailingZeros().toPlainString();
}

export const fieldValueOf = (name: string, fields: Fields): Value =>
  fieldFormula(schema, thing, thing.field(name)!).calculate(contextOf(fields));

export const num = (digits: string): ApexDecimal => ApexDecimal.of(digits);
export const day = (iso: string): ApexDate => new ApexDate(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const at = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));
