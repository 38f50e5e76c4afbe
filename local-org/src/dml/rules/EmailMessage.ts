/** Messages that records keep: ids of whom they went to become rows of their own. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { ApexDatetime } from '../../runtime/values/dates.ts';
import { insertRecord } from '../../store/records.ts';
import { text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import { wholeSeconds } from '../values.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const lists: Readonly<Record<string, string>> = { ToIds: 'ToAddress', CcIds: 'CcAddress', BccIds: 'BccAddress' };

/** What follows from who it is: the address, unless it is given, and the name of the object. */
function describe(id: string, world: DmlWorld): { readonly address: string | null; readonly object: string | null } {
  const object = world.schema().objectOfId(id);
  if (!object?.field('Email')) return { address: null, object: object?.name ?? null };
  const [row] = rowsWhere(world.store, object.name, ['Email'], 'Id', [id]);
  return { address: (row?.[0] ?? null) as string | null, object: object.name };
}

function relate({ row }: RowChange, world: DmlWorld): void {
  const now = new ApexDatetime(wholeSeconds(current().now()));
  const stamps = {
    CreatedById: current().user,
    CreatedDate: now,
    LastModifiedById: current().user,
    LastModifiedDate: now,
    SystemModstamp: now,
  };
  for (const [field, type] of Object.entries(lists)) {
    const ids = row.fields.get(field) ?? null;
    if (!(ids instanceof ApexList)) continue;
    for (const id of ids.items.map(String)) {
      const { address, object } = describe(id, world);
      insertRecord(world.store, world.schema().object('EmailMessageRelation')!, {
        ...stamps,
        EmailMessageId: row.id,
        RelationId: id,
        RelationType: type,
        RelationAddress: address,
        RelationObjectType: object,
      });
    }
  }
}

export const EmailMessage: ObjectRules = {
  object: 'EmailMessage',
  validate(rows, world) {
    for (const change of rows)
      for (const field of Object.keys(lists)) {
        const ids = change.row.fields.get(field) ?? null;
        if (!(ids instanceof ApexList)) continue;
        if (change.operation !== 'insert') throw new NotSupported(`EmailMessage.${field} of a message that is there already`);
        for (const id of ids.items.map(String))
          if (!['Contact', 'Lead', 'User'].includes(world.schema().objectOfId(id)?.name ?? ''))
            throw new NotSupported(`EmailMessage.${field} with ${id}, which is no contact, lead or user`);
      }
  },
  saved(rows, world) {
    for (const change of rows) if (change.operation === 'insert') relate(change, world);
  },
};

export const EmailMessageRelation: ObjectRules = {
  object: 'EmailMessageRelation',
  validate(rows, world) {
    for (const { row } of rows) {
      const id = text(row, 'RelationId');
      if (id === null) continue;
      const { address, object } = describe(id, world);
      if (text(row, 'RelationAddress') === null) row.fields.set('RelationAddress', address);
      row.fields.set('RelationObjectType', object);
    }
  },
};
