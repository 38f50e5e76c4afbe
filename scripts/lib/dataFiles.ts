/** The sample data as `sf data import tree` plans: the same files seed a real org and the local one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.ts';
import type { SampleAccount, SampleContact } from './sampleData.ts';

export interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId: string };
  readonly [field: string]: unknown;
}

export function accountRecord(account: SampleAccount): TreeRecord {
  return { attributes: { type: 'Account', referenceId: account.reference }, Name: account.name };
}

export function contactRecord(contact: SampleContact): TreeRecord {
  return {
    attributes: { type: 'Contact', referenceId: contact.reference },
    ...(contact.firstName === null ? {} : { FirstName: contact.firstName }),
    LastName: contact.lastName,
    ...(contact.email === null ? {} : { Email: contact.email }),
    ...(contact.title === null ? {} : { Title: contact.title }),
    ...(contact.phone === null ? {} : { Phone: contact.phone }),
    ...(contact.city === null ? {} : { MailingCity: contact.city }),
    ...(contact.account === null ? {} : { AccountId: `@${contact.account}` }),
  };
}

/** Records of a plan in the order in which they are to be inserted; `@Reference` values are left as they are. */
export function readPlan(plan: string): readonly { readonly object: string; readonly records: readonly TreeRecord[] }[] {
  const folder = join(root, 'data');
  const steps = JSON.parse(readFileSync(join(folder, plan), 'utf8')) as { sobject: string; files: string[] }[];
  return steps.map((step) => ({
    object: step.sobject,
    records: step.files.flatMap((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { records: TreeRecord[] }).records),
  }));
}
