/** Formula fields in SQL: a call of the function `formula` with the columns it reads, and what answers that call. */
import { NotSupported } from '../runtime/exceptions.ts';
import { fieldFormula } from '../formula/formulas.ts';
import { transactionEnvironment } from '../formula/recordContext.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import { decode, encode } from '../store/columns.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { hasTable, quoted } from '../store/tables.ts';

/** SQLite takes 127 arguments; one is the name of the field. */
const MOST_COLUMNS = 126;

/** `join(alias, lookup, to)`: the alias of the row that the lookup of the row `alias` points to. */
export function formulaColumn(
  schema: Schema,
  object: ObjectType,
  field: FieldType,
  alias: string,
  join: (alias: string, lookup: FieldType, to: ObjectType) => string,
): string {
  const { references } = fieldFormula(schema, object, field);
  if (references.length > MOST_COLUMNS)
    throw new NotSupported(`formula ${object.name}.${field.name} over more than ${MOST_COLUMNS} fields`);
  const columns = references.map((reference) => {
    const at = reference.steps.reduce((from, { lookup, to }) => {
      if (!hasTable(to)) throw new NotSupported(`formula ${object.name}.${field.name} through ${to.name}`);
      return join(from, lookup, to);
    }, alias);
    return `, ${at}.${quoted(reference.field.name)}`;
  });
  return `formula('${object.name}.${field.name}'${columns.join('')})`;
}

/** From now on the store can calculate. */
export function answerFormulas(store: Store, schema: () => Schema): void {
  store.calculate = (key, values) => {
    const [objectName = '', fieldName = ''] = key.split('.');
    const object = schema().object(objectName);
    const field = object?.field(fieldName);
    if (!object || !field) throw new Error(`no formula ${key}`);
    const { places, calculate } = fieldFormula(schema(), object, field);
    const value = calculate({
      environment: transactionEnvironment(),
      read: (reference) => decode(reference.field, narrow(values[places.get(reference.key)!]!)),
      prior: null,
      isNew: false,
    });
    return encode(field, value);
  };
}

/** The function gets its integers as bigint. */
const narrow = (value: SqlValue): SqlValue =>
  typeof value === 'bigint' && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : value;
