/** Records of custom settings: those that name no place are the organization's, and in a hierarchy the place is the name. */
import type { Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';

export function completeSetting(row: SObject, { data }: Transaction): void {
  const organization = data.record('Organization', null)?.id ?? null;
  if ((row.fields.get('SetupOwnerId') ?? null) === null) row.fields.set('SetupOwnerId', organization);
  if (row.schema.settingsType === 'List' || (row.fields.get('Name') ?? null) !== null) return;
  const owner = String(row.fields.get('SetupOwnerId'));
  row.fields.set('Name', `${row.schema.label} (${data.schema.objectOfId(owner)?.label ?? 'Organization'})`);
}
