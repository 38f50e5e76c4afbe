/** What a message speaks of, read from the org when it is composed. */
import type { MailFacts } from '../email/compose.ts';
import type { StoredMail } from '../email/outbox.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { findRecords } from '../store/records.ts';
import type { Runtime } from './runtime.ts';

const text = (record: SObject | null, field: string): string | null => {
  const value = record?.fields.get(field);
  return typeof value === 'string' ? value : null;
};

/** The site a message names, else the one its receiver is a member of: portal users hear from their site. */
function siteOf({ data, store }: Runtime, mail: StoredMail): SObject | null {
  if (mail.networkId !== null) return data.record('Network', mail.networkId);
  const members = data.schema.object('NetworkMember');
  if (!members || mail.userId === null) return null;
  const [membership, another] = findRecords(store, members, 'MemberId', [mail.userId]);
  return membership && !another ? data.record('Network', text(membership, 'NetworkId') ?? '') : null;
}

export function mailFacts(runtime: Runtime, mail: StoredMail, baseUrl: string): MailFacts {
  const { data } = runtime;
  const user = mail.userId === null ? null : data.record('User', mail.userId);
  const network = siteOf(runtime, mail);
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
