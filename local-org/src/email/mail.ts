/** The Mail port: messages go to the outbox (none from a test: "Apex tests send no mail"), passwords are set. */
import { apexError } from '../runtime/exceptions.ts';
import type { Mail } from '../runtime/ports.ts';
import type { Settings } from '../runtime/settings.ts';
import { current } from '../runtime/transaction.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Schema } from '../schema/model.ts';
import { readRecord, updateRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Outbox } from './outbox.ts';
import { keepPassword } from './passwords.ts';

export interface MailWorld {
  readonly store: Store;
  readonly settings: Settings;
  schema(): Schema;
  /** null = a test run. */
  readonly outbox: Outbox | null;
}

export function createMail({ store, settings, schema, outbox }: MailWorld): Mail {
  function activeUser(userId: string): SObject {
    const users = schema().object('User');
    const user = users ? readRecord(store, users, userId) : null;
    if (!user) throw apexError('InvalidParameterValueException', 'INVALID_USER_ID, invalid user id');
    if (user.fields.get('IsActive') !== true) throw apexError('InvalidParameterValueException', 'INACTIVE_OWNER_OR_USER, user is inactive');
    return user;
  }

  function keep(user: SObject, password: string, temporary: boolean): void {
    keepPassword(store, settings.random, { userId: user.id ?? '', password, temporary });
    if (user.schema.field('LastPasswordChangeDate'))
      updateRecord(store, user.schema, user.id ?? '', { LastPasswordChangeDate: new ApexDatetime(settings.clock()) });
  }

  return {
    note: (mail) => outbox?.note(mail),
    notify: (notification) => outbox?.notify(notification),
    resetPassword: (userId, send) => {
      // Weak public sources: password calls count as DML statements, one each.
      current().limits.use('dmlStatements', 1);
      const user = activeUser(userId);
      const password = Array.from({ length: 10 }, () => Math.floor(settings.random() * 36).toString(36)).join('');
      keep(user, password, true);
      if (send) {
        const to = user.fields.get('Email');
        outbox?.note({ kind: 'passwordReset', userId, networkId: null, to: typeof to === 'string' ? to : '', subject: null, body: null });
      }
      return password;
    },
    setPassword: (userId, password) => {
      current().limits.use('dmlStatements', 1);
      if (password.length < 8) throw apexError('InvalidParameterValueException', 'Your password must be at least 8 characters long.');
      keep(activeUser(userId), password, false);
    },
  };
}
