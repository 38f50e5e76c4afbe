/** Campaigns begin with two member statuses; a member shows columns of its lead or contact, and may be there once. */
import { ApexDate } from '../../runtime/values/dates.ts';
import { current } from '../../runtime/transaction.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { insertRecord, readRecords, updateRecord } from '../../store/records.ts';
import { text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

export const Campaign: ObjectRules = {
  object: 'Campaign',
  saved(rows, world) {
    const object = world.schema().object('CampaignMemberStatus')!;
    for (const { row, operation } of rows) {
      if (operation !== 'insert') continue;
      const status = { CampaignId: row.id, CreatedById: current().user, LastModifiedById: current().user };
      insertRecord(world.store, object, { ...status, Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false });
      insertRecord(world.store, object, { ...status, Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true });
    }
  },
};

const personColumns = ['Salutation', 'FirstName', 'LastName', 'Name', 'Title', 'Email', 'Phone', 'MobilePhone', 'LeadSource'] as const;

function copyPerson(row: SObject, world: DmlWorld): void {
  const lead = text(row, 'LeadId');
  const id = lead ?? text(row, 'ContactId');
  if (id === null) return;
  const object = lead === null ? 'Contact' : 'Lead';
  const company = lead === null ? 'AccountId' : 'Company';
  const [found] = rowsWhere(world.store, object, [company, ...personColumns], 'Id', [id]);
  if (!found) return;
  const [of, ...columns] = found as readonly (string | null)[];
  personColumns.forEach((name, i) => row.fields.set(name, columns[i] ?? null));
  const account = lead === null && of ? (rowsWhere(world.store, 'Account', ['Name'], 'Id', [of])[0]?.[0] as string | undefined) : of;
  row.fields.set('CompanyOrAccount', account ?? null);
  row.fields.set('Type', object);
  row.fields.set('LeadOrContactId', id);
}

/** Members show what their lead or contact says now. */
export function followPersons(rows: readonly RowChange[], world: DmlWorld): void {
  const company = rows[0]?.object.name === 'Lead' ? ['Company'] : ['AccountId'];
  const shown = [...company, ...personColumns];
  const ids = rows
    .filter(
      ({ operation, row, before }) => operation === 'update' && shown.some((name) => text(row, name) !== (before && text(before, name))),
    )
    .map(({ row }) => String(row.id));
  const object = world.schema().object('CampaignMember');
  if (!object || ids.length === 0) return;
  const members = rowsWhere(world.store, 'CampaignMember', ['Id'], 'LeadOrContactId', ids).map(([id]) => String(id));
  for (const row of readRecords(world.store, object, members)) {
    copyPerson(row, world);
    const columns = [...personColumns, 'CompanyOrAccount'] as const;
    updateRecord(world.store, object, row.id!, Object.fromEntries(columns.map((name) => [name, row.fields.get(name) ?? null])));
  }
}

/** "Already a campaign member." */
function refuseSecond(rows: readonly RowChange[], world: DmlWorld): void {
  const inserts = rows.filter(({ operation }) => operation === 'insert');
  const taken = new Set(
    rowsWhere(
      world.store,
      'CampaignMember',
      ['CampaignId', 'LeadOrContactId', 'IsDeleted'],
      'CampaignId',
      inserts.flatMap(({ row }) => text(row, 'CampaignId') ?? []),
    )
      .filter(([, , deleted]) => deleted !== 1)
      .map(([campaign, person]) => `${campaign} ${person}`),
  );
  for (const change of inserts) {
    const key = `${text(change.row, 'CampaignId')} ${text(change.row, 'LeadOrContactId')}`;
    if (taken.has(key)) change.fail('DUPLICATE_VALUE', 'Already a campaign member.');
    taken.add(key);
  }
}

export const CampaignMember: ObjectRules = {
  object: 'CampaignMember',
  validate(rows, world) {
    const saved = rows.filter(({ operation }) => operation === 'insert' || operation === 'update');
    const campaigns = saved.flatMap(({ row }) => text(row, 'CampaignId') ?? []);
    const responded = new Set(
      rowsWhere(world.store, 'CampaignMemberStatus', ['CampaignId', 'Label', 'HasResponded'], 'CampaignId', campaigns)
        .filter(([, , has]) => has === 1)
        .map(([campaign, label]) => `${campaign} ${label}`),
    );
    for (const change of saved) {
      const { row, before, operation } = change;
      if (operation === 'insert' && text(row, 'LeadId') === null && text(row, 'ContactId') === null) {
        change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId]', 'LeadId');
        continue;
      }
      copyPerson(row, world);
      const has = responded.has(`${text(row, 'CampaignId')} ${text(row, 'Status')}`);
      row.fields.set('HasResponded', has);
      if (!has) row.fields.set('FirstRespondedDate', null);
      else if (before?.fields.get('HasResponded') !== true)
        row.fields.set('FirstRespondedDate', new ApexDate(Math.floor(current().now() / 86_400_000)));
    }
    refuseSecond(saved, world);
  },
};
