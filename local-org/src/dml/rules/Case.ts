/** Case: closed or not, its account, and the columns that it reads through its contact. */
import { current } from '../../runtime/transaction.ts';
import { ApexDatetime } from '../../runtime/values/dates.ts';
import { isClosedCase } from '../../schema/standard/statuses.ts';
import { text } from '../change.ts';
import { byKey } from '../stored.ts';
import { wholeSeconds } from '../values.ts';
import type { ObjectRules } from '../world.ts';

/** Column of Contact → column of Case. */
export const contactColumns = [
  ['Phone', 'ContactPhone'],
  ['MobilePhone', 'ContactMobile'],
  ['Email', 'ContactEmail'],
  ['Fax', 'ContactFax'],
] as const;

export const Case: ObjectRules = {
  object: 'Case',
  validate(rows, world) {
    const saved = rows.filter(({ operation }) => operation === 'insert' || operation === 'update');
    const contacts = byKey(
      world.store,
      'Contact',
      'Id',
      ['AccountId', ...contactColumns.map(([of]) => of)],
      saved.flatMap(({ row }) => text(row, 'ContactId') ?? []),
    );
    const now = new ApexDatetime(wholeSeconds(current().now()));
    for (const { row, before, operation } of saved) {
      const [account, ...columns] = contacts.get(text(row, 'ContactId') ?? '') ?? [];
      if (operation === 'insert' && text(row, 'AccountId') === null && typeof account === 'string') row.fields.set('AccountId', account);
      contactColumns.forEach(([, own], i) => row.fields.set(own, (columns[i] as string | null | undefined) ?? null));
      const closed = isClosedCase(text(row, 'Status'));
      row.fields.set('IsClosed', closed);
      if (operation === 'insert') row.fields.set('IsClosedOnCreate', closed);
      if (!closed) row.fields.set('ClosedDate', null);
      else if (before?.fields.get('IsClosed') !== true) row.fields.set('ClosedDate', now);
    }
  },
};
