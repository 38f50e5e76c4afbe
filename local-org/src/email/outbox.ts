/**
 * The outbox: one row per message somebody caused, written in the transaction that caused it, so that what is rolled
 * back was never sent. A row holds what is needed to compose the message; composing waits until somebody reads it.
 */
import type { MailIntent, NotificationIntent } from '../runtime/ports.ts';
import type { Settings } from '../runtime/settings.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { createDeliveries, type Attempt, type DeliveryStatus } from './deliveries.ts';
import { randomHex } from './passwords.ts';

export interface StoredMail extends MailIntent {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** In the link by which the user sets a password; '' where the message has none. */
  readonly token: string;
  /** Its link was used, or another one of the same user. */
  readonly spent: boolean;
}

/** `everybody`'s messages, or those alone that go to nobody inside the company: a link is a key. */
export type Readers = 'everybody' | 'external';

export const outboxTables = `
CREATE TABLE IF NOT EXISTS "_outbox" (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, userId TEXT, networkId TEXT, recipient TEXT NOT NULL,
  subject TEXT, body TEXT, html TEXT, token TEXT NOT NULL, spent INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX IF NOT EXISTS "_outbox.token" ON "_outbox" (token);
CREATE TABLE IF NOT EXISTS "_notification" (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, intent TEXT NOT NULL) STRICT;
`;

const COLUMNS = 'seq, at, kind, userId, networkId, recipient, subject, body, html, token, spent';
const INTERNAL = `SELECT "Id" FROM "User" WHERE "UserType" = 'Standard'`;
const RECEIVED: Readonly<Record<Readers, string>> = {
  everybody: '1',
  external: `(userId IS NULL OR userId NOT IN (${INTERNAL}))`,
};
const idOf = (seq: number): string => `mail-${String(seq).padStart(6, '0')}`;
const seqOf = (id: string): number | null => {
  const digits = /^mail-(\d+)$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
};
const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

const mailOf = (row: readonly SqlValue[]): StoredMail => ({
  id: idOf(Number(row[0])),
  at: Number(row[1]),
  kind: String(row[2]) as MailIntent['kind'],
  userId: text(row[3]),
  networkId: text(row[4]),
  to: String(row[5]),
  subject: text(row[6]),
  body: text(row[7]),
  html: text(row[8]),
  token: String(row[9]),
  spent: row[10] === 1,
});

export interface Outbox {
  note(mail: MailIntent): void;
  all(): readonly StoredMail[];
  count(readers: Readers): number;
  /** Newest first. */
  page(readers: Readers, offset: number, limit: number): readonly StoredMail[];
  /** None or one. */
  withId(readers: Readers, id: string): readonly StoredMail[];
  /** The message whose link carries that token. */
  withToken(token: string): StoredMail | null;
  /** No link that this user was sent so far works from now on. */
  spend(userId: string): void;
  /** Messages noted from now on go out by SMTP. */
  beginDelivery(): void;
  readonly delivering: boolean;
  due(limit: number): readonly StoredMail[];
  tried(id: string, attempt: Attempt): void;
  delivery(id: string): DeliveryStatus | null;
  notify(notification: NotificationIntent): void;
  notifications(): readonly (NotificationIntent & { readonly at: number })[];
}

export function createOutbox(store: Store, settings: Settings): Outbox {
  const deliveries = createDeliveries(store);
  const withSeq = (seq: number): StoredMail[] => store.all(`SELECT ${COLUMNS} FROM "_outbox" WHERE seq = ?`, [seq]).map(mailOf);

  return {
    note: (mail) => {
      const token = mail.kind === 'apex' ? '' : randomHex(settings.random, 32);
      store.run(
        'INSERT INTO "_outbox" (at, kind, userId, networkId, recipient, subject, body, html, token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [settings.clock(), mail.kind, mail.userId, mail.networkId, mail.to, mail.subject, mail.body, mail.html ?? null, token],
      );
      deliveries.noted(Number(store.all('SELECT max(seq) FROM "_outbox"', [])[0]?.[0]));
    },
    all: () => store.all(`SELECT ${COLUMNS} FROM "_outbox" ORDER BY seq`, []).map(mailOf),
    count: (readers) => Number(store.all(`SELECT count(*) FROM "_outbox" WHERE ${RECEIVED[readers]}`, [])[0]?.[0]),
    page: (readers, offset, limit) =>
      store
        .all(`SELECT ${COLUMNS} FROM "_outbox" WHERE ${RECEIVED[readers]} ORDER BY seq DESC LIMIT ? OFFSET ?`, [limit, offset])
        .map(mailOf),
    withId: (readers, id) => {
      const seq = seqOf(id);
      if (seq === null) return [];
      return store.all(`SELECT ${COLUMNS} FROM "_outbox" WHERE ${RECEIVED[readers]} AND seq = ?`, [seq]).map(mailOf);
    },
    spend: (userId) => {
      store.run(`UPDATE "_outbox" SET spent = 1 WHERE userId = ? AND token <> ''`, [userId]);
    },
    withToken: (token) => {
      const row = token === '' ? undefined : store.all(`SELECT ${COLUMNS} FROM "_outbox" WHERE token = ?`, [token])[0];
      return row ? mailOf(row) : null;
    },
    beginDelivery: deliveries.begin,
    get delivering() {
      return deliveries.begun;
    },
    due: (limit) => deliveries.due(settings.clock(), limit).flatMap(withSeq),
    tried: (id, attempt) => deliveries.tried(seqOf(id) ?? 0, attempt, settings.clock()),
    delivery: (id) => deliveries.status(seqOf(id) ?? 0),
    notify: (notification) => {
      store.run('INSERT INTO "_notification" (at, intent) VALUES (?, ?)', [settings.clock(), JSON.stringify(notification)]);
    },
    notifications: () =>
      store
        .all('SELECT at, intent FROM "_notification" ORDER BY seq', [])
        .map(([at, intent]) => ({ ...(JSON.parse(String(intent)) as NotificationIntent), at: Number(at) })),
  };
}
