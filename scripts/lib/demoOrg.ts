/** A local org with the product in it: what demo, bench and (later) the console start from. */
import { openOrg, type OpenOptions, type Org } from '../../local-org/index.ts';
import { readPlan, type TreeRecord } from './dataFiles.ts';
import { accountRecord, contactRecord } from './dataFiles.ts';
import { sampleData } from './sampleData.ts';
import { readSources } from './sources.ts';
import { join } from 'node:path';
import { root } from './tools.ts';

export const PRODUCT_FOLDERS = ['force-app', 'samples', 'local'];
export const ADMIN = 'admin@local-org.test';
export const OPERATOR = 'operator@local-org.test';
/** Rows in one insert: the platform's own API takes 200 at a time, its Apex 10,000. */
const PORTION = 2000;

type Row = Readonly<Record<string, string | number | boolean | null>>;

export const CACHE = join(root, '.cache', 'local-org');

/** In memory, with product, samples and local metadata deployed. Ends the process with the problems where they do not compile. */
export function openProductOrg(options: Partial<Pick<OpenOptions, 'cache' | 'order'>> = {}): Org {
  const org = openOrg({ file: null, cache: CACHE, ...options });
  const result = org.deploy(readSources(PRODUCT_FOLDERS));
  if (!result.success) {
    for (const problem of result.problems) process.stderr.write(`${problem.path}:${problem.line}:${problem.column} ${problem.message}\n`);
    throw new Error(`${result.problems.length} problems: nothing was deployed.`);
  }
  return org;
}

function one(org: Org, soql: string): string {
  const id = org.query(soql)[0]?.['Id'];
  if (typeof id !== 'string') throw new Error(`nothing found: ${soql}`);
  return id;
}

function insertInPortions(org: Org, user: string, object: string, rows: readonly Row[]): string[] {
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += PORTION) ids.push(...org.insert(user, object, rows.slice(from, from + PORTION)));
  return ids;
}

/** A portal manager who may request runs and is no administrator. Owns the sample accounts. */
export function addOperator(org: Org): string {
  const profile = one(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const above = one(org, 'SELECT Id FROM UserRole ORDER BY Name LIMIT 1');
  const [role] = org.insert(ADMIN, 'UserRole', [{ Name: 'Portal Manager', DeveloperName: 'Portal_Manager', ParentRoleId: above }]);
  const [user] = org.insert(ADMIN, 'User', [
    {
      Username: OPERATOR,
      Email: OPERATOR,
      FirstName: 'Olga',
      LastName: 'Operator',
      Alias: 'operator',
      ProfileId: profile,
      UserRoleId: role!,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'Europe/Lisbon',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  const permissionSet = one(org, "SELECT Id FROM PermissionSet WHERE Name = 'Portal_Users_Operator'");
  org.insert(ADMIN, 'PermissionSetAssignment', [{ AssigneeId: user!, PermissionSetId: permissionSet }]);
  return user!;
}

/** Ids of the contacts, in their order. Without a number: the files in `data/`. */
export function seed(org: Org, operator: string, contacts: number | null): readonly string[] {
  const ids = new Map<string, string>();
  let last: string[] = [];
  for (const step of contacts === null ? readPlan('sample-plan.json') : generated(contacts)) {
    last = insertInPortions(
      org,
      ADMIN,
      step.object,
      step.records.map((record) => toRow(record, ids, operator)),
    );
    step.records.forEach((record, i) => ids.set(record.attributes.referenceId, last[i]!));
  }
  return last;
}

function generated(contacts: number): readonly { readonly object: string; readonly records: readonly TreeRecord[] }[] {
  const sample = sampleData(contacts);
  return [
    { object: 'Account', records: sample.accounts.map(accountRecord) },
    { object: 'Contact', records: sample.contacts.map(contactRecord) },
  ];
}

/** `@Account3` becomes that account's id; the operator owns everything. */
function toRow(record: TreeRecord, ids: ReadonlyMap<string, string>, owner: string): Row {
  const row: Record<string, string | number | boolean | null> = { OwnerId: owner };
  for (const [field, value] of Object.entries(record)) {
    if (field === 'attributes') continue;
    row[field] = typeof value === 'string' && value.startsWith('@') ? ids.get(value.slice(1))! : (value as string);
  }
  return row;
}
