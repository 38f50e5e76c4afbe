/** Who may come in: passwords, links of mails, and sessions. Tokens are kept hashed, in the org's own file, so that a restart ends nobody's session. */
import { createHash } from 'node:crypto';
import { isPassword, keepPassword, randomHex } from '../email/passwords.ts';
import type { StoredMail } from '../email/outbox.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import { atomically } from '../store/atomic.ts';
import { allRecords, findRecords, readRecord, updateRecord } from '../store/records.ts';
import type { Door, Session, SignIns } from './org.ts';
import type { Runtime } from './runtime.ts';

export const sessionTables = `
CREATE TABLE IF NOT EXISTS "_session" (hash TEXT PRIMARY KEY, userId TEXT NOT NULL, door TEXT NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

const HOUR = 3_600_000;
/** Session settings allow 15 minutes to 24 hours without activity. */
const SESSION = 12 * HOUR;
/** A session in use is prolonged, but not written at each request. */
const RENEWED_EVERY = HOUR / 4;
/** "Link in new user email expires in 7 days" unless the org says otherwise; reset links work for 24 hours. */
const LINK: Readonly<Record<StoredMail['kind'], number>> = {
  newUser: 7 * 24 * HOUR,
  siteWelcome: 7 * 24 * HOUR,
  passwordReset: 24 * HOUR,
  apex: 0,
};

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The platform's default policy: eight characters, letters and digits, not the username. */
function passwordProblem(password: string, username: string): string | null {
  if (password.length < 8) return 'Your password must be at least 8 characters long.';
  if (password.length > 1_000) return 'Your password is too long.';
  if (!/\p{L}/u.test(password) || !/\d/.test(password)) return 'Your password must include letters and numbers.';
  if (password.toLowerCase().includes(username.toLowerCase())) return 'Your password must not contain your username.';
  return null;
}

export function createSignIns({ store, settings, outbox }: Runtime, schema: () => Schema): SignIns {
  const object = (name: string): ObjectType => {
    const found = schema().object(name);
    if (!found) throw new Error(`an org has ${name}`);
    return found;
  };
  const note = (userId: string, field: string): void => {
    updateRecord(store, object('User'), userId, { [field]: new ApexDatetime(Math.floor(settings.clock() / 1000) * 1000) });
  };

  /** Active, and neither frozen nor locked by an administrator. */
  function welcome(user: SObject | null | undefined): user is SObject {
    if (!user?.id || user.fields.get('IsActive') !== true) return false;
    const [login] = findRecords(store, object('UserLogin'), 'UserId', [user.id]);
    return login !== undefined && login.fields.get('IsFrozen') !== true && login.fields.get('IsPasswordLocked') !== true;
  }

  const userOf = (id: string): SObject | null => readRecord(store, object('User'), id);

  function invited(token: string): SObject | null {
    const mail = outbox?.withToken(token) ?? null;
    if (!mail || mail.spent || mail.userId === null || mail.at + LINK[mail.kind] <= settings.clock()) return null;
    const user = userOf(mail.userId);
    return welcome(user) ? user : null;
  }

  function setPassword(user: SObject, password: string): string | null {
    const problem = passwordProblem(password, String(user.fields.get('Username')));
    const userId = user.id;
    if (problem !== null || userId === null) return problem;
    atomically(store, () => {
      keepPassword(store, settings.random, { userId, password, temporary: false });
      note(userId, 'LastPasswordChangeDate');
      outbox?.spend(userId);
      // Whoever came in with the old password is out.
      store.run('DELETE FROM "_session" WHERE userId = ?', [userId]);
    });
    return null;
  }

  return {
    setPassword: (username, password) => {
      const [user] = findRecords(store, object('User'), 'Username', [username]);
      if (!user) throw new Error(`no user ${username}`);
      return setPassword(user, password);
    },
    check: (username, password) => {
      const [user] = findRecords(store, object('User'), 'Username', [username]);
      return atomically(store, () => {
        const right = isPassword(store, user?.id ?? username, password, settings.clock());
        return right && welcome(user) ? user.id : null;
      });
    },
    invited: (token) => invited(token)?.id ?? null,
    accept: (token, password) => {
      const user = invited(token);
      return user ? setPassword(user, password) : 'This link has expired or was used before.';
    },
    open: (userId, door) => {
      const organization = allRecords(store, object('Organization'))[0]?.id ?? '';
      const token = `${organization.slice(0, 15)}!${randomHex(settings.random, 64)}`;
      atomically(store, () => {
        store.run('DELETE FROM "_session" WHERE expires <= ?', [settings.clock()]);
        store.run('INSERT INTO "_session" VALUES (?, ?, ?, ?)', [hashed(token), userId, door, settings.clock() + SESSION]);
        note(userId, 'LastLoginDate');
      });
      return token;
    },
    session: (token): Session | null => {
      const hash = hashed(token);
      const now = settings.clock();
      const [row] = store.all('SELECT userId, door, expires FROM "_session" WHERE hash = ?', [hash]);
      if (!row || Number(row[2]) <= now || !welcome(userOf(String(row[0])))) return null;
      if (Number(row[2]) < now + SESSION - RENEWED_EVERY)
        atomically(store, () => store.run('UPDATE "_session" SET expires = ? WHERE hash = ?', [now + SESSION, hash]));
      return { user: String(row[0]), door: row[1] as Door };
    },
    close: (token) => {
      atomically(store, () => store.run('DELETE FROM "_session" WHERE hash = ?', [hashed(token)]));
    },
  };
}
