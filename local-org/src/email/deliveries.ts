/**
 * Messages on their way out by SMTP. One row each, written with the message, so that a message is due exactly if what
 * caused it was committed, and a restart goes on where the last one stopped.
 */
import type { Store } from '../store/store.ts';

export const deliveryTables = `
CREATE TABLE IF NOT EXISTS "_delivery" (seq INTEGER PRIMARY KEY, state TEXT NOT NULL DEFAULT 'due', attempts INTEGER NOT NULL DEFAULT 0,
  nextAt INTEGER NOT NULL DEFAULT 0, endedAt INTEGER, answer TEXT) STRICT;
CREATE INDEX IF NOT EXISTS "_delivery.due" ON "_delivery" (nextAt) WHERE state = 'due';
`;

export type DeliveryState = 'due' | 'sent' | 'refused';

export interface DeliveryStatus {
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Milliseconds since the epoch, of the end or of the next attempt. */
  readonly at: number;
  /** What the mail server said last. */
  readonly answer: string | null;
}

export interface Attempt {
  /** `later`: it may go another time. */
  readonly outcome: 'sent' | 'refused' | 'later';
  readonly answer: string;
}

const MINUTE = 60_000;
/** 1, 2, 4 … minutes, at most an hour: as long as RFC 5321 (4.5.4.1) lets a queue that is watched be. */
const pause = (attempts: number): number => Math.min(60, 2 ** (attempts - 1)) * MINUTE;
/** About a day of trying; then it counts as refused. */
const MOST_ATTEMPTS = 30;

export interface Deliveries {
  /** Messages noted from now on go out. */
  begin(): void;
  readonly begun: boolean;
  /** The message of the outbox's row `seq` was just noted. */
  noted(seq: number): void;
  due(now: number, limit: number): readonly number[];
  tried(seq: number, attempt: Attempt, now: number): void;
  /** null = the message stays in the outbox. */
  status(seq: number): DeliveryStatus | null;
}

export function createDeliveries(store: Store): Deliveries {
  let delivering = false;
  const attemptsOf = (seq: number): number => Number(store.all('SELECT attempts FROM "_delivery" WHERE seq = ?', [seq])[0]?.[0] ?? 0);
  return {
    begin: () => {
      delivering = true;
    },
    get begun() {
      return delivering;
    },
    noted: (seq) => {
      if (delivering) store.run('INSERT INTO "_delivery" (seq) VALUES (?)', [seq]);
    },
    due: (now, limit) =>
      store
        .all(`SELECT seq FROM "_delivery" WHERE state = 'due' AND nextAt <= ? ORDER BY nextAt, seq LIMIT ?`, [now, limit])
        .map(([seq]) => Number(seq)),
    tried: (seq, { outcome, answer }, now) => {
      const attempts = attemptsOf(seq) + 1;
      if (outcome === 'later' && attempts < MOST_ATTEMPTS) {
        store.run('UPDATE "_delivery" SET attempts = ?, nextAt = ?, answer = ? WHERE seq = ?', [
          attempts,
          now + pause(attempts),
          answer,
          seq,
        ]);
        return;
      }
      store.run('UPDATE "_delivery" SET state = ?, attempts = ?, endedAt = ?, answer = ? WHERE seq = ?', [
        outcome === 'later' ? 'refused' : outcome,
        attempts,
        now,
        answer,
        seq,
      ]);
    },
    status: (seq) => {
      const [row] = store.all('SELECT state, attempts, nextAt, endedAt, answer FROM "_delivery" WHERE seq = ?', [seq]);
      if (!row) return null;
      const [state, attempts, nextAt, endedAt, answer] = row;
      return {
        state: state as DeliveryState,
        attempts: Number(attempts),
        at: Number(endedAt ?? nextAt),
        answer: answer === null || answer === undefined ? null : String(answer),
      };
    },
  };
}
