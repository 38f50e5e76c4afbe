/**
 * Names of the platform's own fields, parents and children of standard objects: what the schema lacks of them is a gap of
 * the local org (NotSupported), anything else a person's mistake. Read when something was not found, and not before.
 */
import { readFileSync } from 'node:fs';

/**
 * Fields that a feature brings: several currencies, person accounts, record types, state and country picklists, middle
 * names, digital experiences, territories, divisions. An org without it does not have them, and Apex asks whether it does.
 */
const OF_FEATURES =
  /^(?:CurrencyIsoCode|IsPersonAccount|Person\w*|RecordType(?:Id)?|\w*(?:State|Country)Code|Division|\w*Territory\w*|MiddleName|Suffix|IsPartner|IsCustomerPortal|ContactId|AccountId|PortalRole|IsPortalEnabled|NetworkId|Connection(?:Received|Sent)(?:Id)?)$/i;
/** Person accounts have a person's names. */
const OF_PERSONS = /^Account\.(?:FirstName|LastName|Salutation)$/i;

let known: ReadonlySet<string> | null = null;

function read(): ReadonlySet<string> {
  const lines = readFileSync(new URL('../../data/standard-object-fields.tsv', import.meta.url), 'utf8').split('\n');
  return new Set(lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t').slice(0, 2).join('.').toLowerCase()));
}

/** `Account`, `CleanStatus`; any case. */
export function isPlatformField(object: string, name: string): boolean {
  known ??= read();
  return known.has(`${object}.${name}`.toLowerCase()) && !OF_FEATURES.test(name) && !OF_PERSONS.test(`${object}.${name}`);
}
