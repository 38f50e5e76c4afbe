/** What a message speaks of, read from the org when it is composed. */
import type { MailFacts } from '../email/compose.ts';
import type { StoredMail } from '../email/outbox.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Runtime } from './runtime.ts';

const text = (record: SObject | null, field: string): string | null => {
  const value = record?.fields.get(field);
  return typeof value === 'string' ? value : null;
};

export function mailFacts({ data }: Runtime, mail: StoredMail, baseUrl: string): MailFacts {
  const user = mail.userId === null ? null : data.record('User', mail.userId);
  const network = mail.networkId === null ? null : data.record('Network', mail.networkId);
  return {
    firstName: text(user, 'FirstName'),
    lastName: text(user, 'LastName'),
    username: text(user, 'Username'),
    site: network && {
      name: text(network, 'Name') ?? '',
      senderName: text(network, 'EmailSenderName'),
      senderAddress: text(network, 'EmailSenderAddress'),
    },
    orgName: text(data.record('Organization', null), 'Name') ?? '',
    baseUrl,
  };
}
