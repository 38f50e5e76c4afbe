/** The org that `npm start` keeps in a folder: made the first time, found again every other time. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInUse, openOrg, type Org } from '../../local-org/index.ts';
import { ADMIN, addPeople, assign, CACHE, deployProduct, productHash, one, PEOPLE, seed } from './demoOrg.ts';

export interface SignIn {
  readonly role: string;
  readonly username: string;
  /** null = no longer the one it was made with. */
  readonly password: string | null;
}

export interface KeptOrg {
  readonly org: Org;
  /** Without the product. */
  readonly empty: boolean;
  readonly signIns: readonly SignIn[];
}

interface Notes {
  readonly empty: boolean;
  /** Of the sources that are deployed in it; none in an empty org. */
  readonly sources?: string;
  /** `since`: when the password was set. */
  readonly signIns: readonly (SignIn & { readonly since: string })[];
}

export const DEFAULT_FOLDER = '.local-org';

const fileIn = (folder: string): string => join(folder, 'org.db');
/** What is not finished is not there: it becomes `org.db` at the end. */
const draftIn = (folder: string): string => join(folder, 'new.db');
const notesIn = (folder: string): string => join(folder, 'sign-ins.json');
/** Process id of whoever has the org open: for messages only, the lock of the file decides. */
const processIn = (folder: string): string => join(folder, 'process.json');

export class OrgInUse extends Error {}

const inUse = (folder: string): boolean => [fileIn(folder), draftIn(folder)].some((file) => existsSync(file) && isInUse(file));

export function refuseInUse(folder: string): void {
  if (!inUse(folder)) return;
  let by = '';
  try {
    const { pid, url } = JSON.parse(readFileSync(processIn(folder), 'utf8')) as { readonly pid: number; readonly url: string };
    by = ` by process ${pid}, at ${url}`;
  } catch {
    // It has only just begun.
  }
  throw new OrgInUse(`The org in ${folder} is in use${by}. Stop that first, or choose another folder with --folder.`);
}

export function noteProcess(folder: string, url: string): void {
  writeFileSync(processIn(folder), JSON.stringify({ pid: process.pid, url }));
}

/** Everything in it is thrown away. False if there was none. */
export function removeKept(folder: string): boolean {
  refuseInUse(folder);
  if (!existsSync(fileIn(folder)) && !existsSync(draftIn(folder))) return false;
  for (const file of [fileIn(folder), draftIn(folder)]) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  for (const file of [notesIn(folder), processIn(folder)]) rmSync(file, { force: true });
  return true;
}

export interface Kind {
  readonly empty: boolean;
  readonly sandbox: boolean;
}

export function openKept(folder: string, { empty, sandbox }: Kind, siteUrl: () => string, say: (text: string) => void): KeptOrg {
  refuseInUse(folder);
  if (!existsSync(fileIn(folder))) {
    say(empty ? 'Making an empty org …' : 'Making the org: deploying the product, seeding sample data and users …');
    make(folder, { empty, sandbox });
  }
  const notes = JSON.parse(readFileSync(notesIn(folder), 'utf8')) as Notes;
  if (empty && !notes.empty)
    throw new OrgInUse(`The org in ${folder} is not empty. npm run reset throws it away; --folder makes another one.`);
  const org = openOrg({ file: fileIn(folder), cache: CACHE, siteUrl });
  if (!notes.empty) deployChanges(org, folder, notes, say);
  if (sandbox && org.query('SELECT IsSandbox FROM Organization')[0]?.['IsSandbox'] !== true) {
    org.close();
    throw new OrgInUse(`The org in ${folder} is no sandbox. npm run reset throws it away; --folder makes another one.`);
  }
  const signIns = notes.signIns.map(({ role, username, password, since }) => ({
    role,
    username,
    password: passwordSince(org, username) === since ? password : null,
  }));
  return { org, empty: notes.empty, signIns };
}

/** What was edited since the last start is what runs, as after a deploy: records stay, and so does what is no longer in the sources. */
function deployChanges(org: Org, folder: string, notes: Notes, say: (text: string) => void): void {
  const now = productHash();
  if (notes.sources === now) return;
  say('The sources have changed: deploying them …');
  try {
    deployProduct(org);
  } catch (error) {
    org.close();
    throw error;
  }
  keepNotes(folder, { ...notes, sources: now });
}

const passwordSince = (org: Org, username: string): string =>
  String(
    org.query('SELECT LastPasswordChangeDate FROM User WHERE Username = :username', { binds: { username } })[0]?.['LastPasswordChangeDate'],
  );

function make(folder: string, { empty, sandbox }: Kind): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = draftIn(folder);
  for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
  const org = openOrg({ file: draft, cache: CACHE });
  try {
    org.setSandbox(sandbox);
    if (!empty) fill(org);
    const signIns = [...(empty ? [] : PEOPLE), { role: 'administrator', username: ADMIN }].map(({ role, username }) => {
      const password = newPassword();
      const problem = org.signIns.setPassword(username, password);
      if (problem !== null) throw new Error(problem);
      return { role, username, password, since: passwordSince(org, username) };
    });
    keepNotes(folder, empty ? { empty, signIns } : { empty, sources: productHash(), signIns });
  } finally {
    org.close();
  }
  renameSync(draft, fileIn(folder));
}

/** Readable for nobody else: these are passwords, if only of this org. */
function keepNotes(folder: string, notes: Notes): void {
  writeFileSync(notesIn(folder), `${JSON.stringify(notes, null, 2)}\n`, { mode: 0o600 });
}

function fill(org: Org): void {
  deployProduct(org);
  const [operator] = addPeople(org, PEOPLE);
  assign(org, one(org, `SELECT Id FROM User WHERE Username = '${ADMIN}'`), 'Portal_Users_Administrator');
  seed(org, operator!, null);
}

/** 71 random bits in letters and digits; the policy wants one of each. */
const newPassword = (): string => `${BigInt(`0x${randomBytes(9).toString('hex')}`).toString(36)}x7`;
