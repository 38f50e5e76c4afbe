/** A local org with the product in it: what demo, bench and (later) the console start from. */
import { createHash } from 'node:crypto';
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

/** In memory, with product, samples and local metadata deployed. */
export function openProductOrg(options: Partial<OpenOptions> = {}): Org {
  const org = openOrg({ file: null, cache: CACHE, ...options });
  deployProduct(org);
  return org;
}

/** Changes with every change of what `deployProduct` deploys. */
export function productHash(): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of readSources(PRODUCT_FOLDERS)) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** Prints the problems where it does not compile. */
export function deployProduct(org: Org): void {
  const result = org.deploy(readSources(PRODUCT_FOLDERS));
  if (!result.success) {
    for (const problem of result.problems) process.stderr.write(`${problem.path}:${problem.line}:${problem.column} ${problem.message}\n`);
    throw new Error(`${result.problems.length} problems: nothing was deployed.`);
  }
}

export function one(org: Org, soql: string): string {
  const id = org.query(soql)[0]?.['Id'];
  if (typeof id !== 'string') throw new Error(`nothing found: ${soql}`);
  return id;
}

function insertInPortions(org: Org, user: string, object: string, rows: readonly Row[]): string[] {
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += PORTION) ids.push(...org.insert(user, object, rows.slice(from, from + PORTION)));
  return ids;
}

/** Somebody who works with the product and is no administrator. */
export interface Person {
  readonly role: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  /** By API name. */
  readonly permissionSet: string;
}

export const PEOPLE: readonly [Person, ...Person[]] = [
  { role: 'operator', username: OPERATOR, firstName: 'Olga', lastName: 'Operator', permissionSet: 'Portal_Users_Operator' },
  {
    role: 'approver',
    username: 'approver@local-org.test',
    firstName: 'Aron',
    lastName: 'Approver',
    permissionSet: 'Portal_Users_Approver',
  },
  { role: 'auditor', username: 'auditor@local-org.test', firstName: 'Aude', lastName: 'Auditor', permissionSet: 'Portal_Users_Auditor' },
];

/** Portal managers, in a role of their own below the first. Answers their ids. */
export function addPeople(org: Org, people: readonly Person[]): readonly string[] {
  const profile = one(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const above = one(org, 'SELECT Id FROM UserRole ORDER BY Name LIMIT 1');
  const [role] = org.insert(ADMIN, 'UserRole', [{ Name: 'Portal Manager', DeveloperName: 'Portal_Manager', ParentRoleId: above }]);
  const users = org.insert(
    ADMIN,
    'User',
    people.map((person) => ({
      Username: person.username,
      Email: person.username,
      FirstName: person.firstName,
      LastName: person.lastName,
      Alias: person.role.slice(0, 8),
      ProfileId: profile,
      UserRoleId: role!,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'Europe/Lisbon',
      EmailEncodingKey: 'UTF-8',
    })),
  );
  people.forEach((person, i) => assign(org, users[i]!, person.permissionSet));
  return users;
}

export function assign(org: Org, user: string, permissionSet: string): void {
  const id = one(org, `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
  org.insert(ADMIN, 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetId: id }]);
}

/** Who may request runs. Owns the sample accounts. */
export const addOperator = (org: Org): string => addPeople(org, [PEOPLE[0]])[0]!;

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
