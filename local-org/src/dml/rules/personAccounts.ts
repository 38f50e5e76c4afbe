/**
 * Person accounts: an account with a last name is a person. The platform keeps a contact behind it, which shares its fields
 * and whose triggers do not fire.
 */
import { NotSupported } from '../../runtime/exceptions.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { personOnlyFields, sharedFields } from '../../schema/standard/personAccounts.ts';
import { updateRecord } from '../../store/records.ts';
import { flag, text } from '../change.ts';
import { equalValues } from '../sameValue.ts';
import { rowsWhere } from '../stored.ts';
import type { DmlWorld, RowChange } from '../world.ts';
import { addRow } from './users/platformRow.ts';

const hasPersons = ({ object }: RowChange): boolean => object.name === 'Account' && object.field('IsPersonAccount') !== undefined;

const personType = (world: DmlWorld): string =>
  String(world.store.all('SELECT "Id" FROM "RecordType" WHERE "SobjectType" = \'Account\' AND "IsPersonType" = 1', [])[0]?.[0]);

function refuse(change: RowChange, fields: readonly string[]): void {
  if (fields.length > 0)
    change.fail(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      ...fields,
    );
}

const sets = (change: RowChange, field: string): boolean => {
  const value = change.row.fields.get(field) ?? null;
  return value !== null && value !== false && !equalValues(value, change.before?.fields.get(field) ?? null);
};

/** After before-triggers, before fields are checked: what kind of account it is, and its name. */
export function settlePerson(change: RowChange, world: DmlWorld): void {
  if (!hasPersons(change) || (change.operation !== 'insert' && change.operation !== 'update')) return;
  const { row, before } = change;
  const type = personType(world);
  const ofType = text(row, 'RecordTypeId') === type;
  if (before && ofType !== flag(before, 'IsPersonAccount')) throw new NotSupported('an account that changes between business and person');
  const isPerson = before ? flag(before, 'IsPersonAccount') : ofType || text(row, 'LastName') !== null;
  if (!isPerson) {
    refuse(
      change,
      personOnlyFields.filter((field) => sets(change, field)),
    );
    return;
  }
  refuse(
    change,
    ['Name'].filter((field) => sets(change, field)),
  );
  if (sets(change, 'IsPartner'))
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'Person accounts cannot be enabled as partner accounts', 'IsPartner');
  if (text(row, 'LastName') === null) change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', 'LastName');
  const name = [text(row, 'FirstName'), text(row, 'LastName')].filter((part) => part !== null).join(' ');
  row.fields
    .set('Name', name === '' ? null : name)
    .set('IsPersonAccount', true)
    .set('RecordTypeId', type);
}

/** When accounts are written: the contacts of new persons are made, those of others follow. */
export function personsSaved(rows: readonly RowChange[], world: DmlWorld): void {
  for (const change of rows) {
    if (!hasPersons(change) || !flag(change.row, 'IsPersonAccount')) continue;
    const { row, operation } = change;
    const contact = world.schema().object('Contact');
    if (!contact) throw new Error('Contact is no object');
    const values: Record<string, Value> = { Name: row.fields.get('Name') ?? null };
    for (const [from, to] of Object.entries(sharedFields)) if (contact.field(to)) values[to] = row.fields.get(from) ?? null;
    if (operation === 'update') updateRecord(world.store, contact, text(row, 'PersonContactId') ?? '', values);
    if (operation !== 'insert') continue;
    const id = addRow('Contact', { ...values, AccountId: row.id, IsPersonAccount: true, IsDeleted: false }, world);
    row.fields.set('PersonContactId', id);
    world.store.run('UPDATE "Account" SET "PersonContactId" = ? WHERE "Id" = ?', [id, row.id]);
  }
}

/** The contact of a person is written by its account alone, and such an account has no other. */
export function checkContactsOfPersons(rows: readonly RowChange[], world: DmlWorld): void {
  if (!world.schema().object('Contact')?.field('IsPersonAccount')) return;
  if (rows.some(({ row, operation }) => operation === 'update' && flag(row, 'IsPersonAccount')))
    throw new NotSupported('DML on the contact of a person account');
  const accounts = new Set(rows.filter(({ operation }) => operation !== 'delete').map(({ row }) => text(row, 'AccountId') ?? ''));
  if (rowsWhere(world.store, 'Account', ['IsPersonAccount'], 'Id', accounts).some(([person]) => Number(person) === 1))
    throw new NotSupported('a further contact of a person account');
}

/** It goes with its account, and not alone. */
export function personsDeleted(rows: readonly RowChange[], world: DmlWorld): void {
  const persons = rows.filter(({ row, operation }) => operation === 'delete' && flag(row, 'IsPersonAccount'));
  const accounts = new Set(persons.map(({ row }) => text(row, 'AccountId') ?? ''));
  if (rowsWhere(world.store, 'Account', ['IsDeleted'], 'Id', accounts).some(([deleted]) => Number(deleted) === 0))
    throw new NotSupported('deleting the contact of a person account');
}
