/**
 * The event bus in the store. Publishing writes a row; each trigger on an event has a position of its own and gets what
 * comes after it, in batches, in a transaction of its own. Delivery is at most once unless the trigger asks again.
 */
import { ApexException, apexError, SimulatedCrash } from '../runtime/exceptions.ts';
import type { EventDelivery, RowError, RowResult } from '../runtime/ports.ts';
import { current, type Transaction } from '../runtime/transaction.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { noteWork } from '../runtime/uncommittedWork.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType, SubscriberConfig } from '../schema/model.ts';
import { RETRYABLE } from '../standard/System/platform/EventBus.ts';
import { atomically } from '../store/atomic.ts';
import { findRecords } from '../store/records.ts';
import { clip } from './calls.ts';
import { createCallbacks } from './publishCallbacks.ts';
import { checkEvent, fillDefaults } from './eventFields.ts';
import { wholeSeconds } from './queue.ts';
import { noJob, type AsyncHost, type JobContext } from './host.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

/** Platform Events Developer Guide: 2,000 event messages in a batch unless PlatformEventSubscriberConfig says less. */
const BATCH_SIZE = 2_000;
/** "A trigger can run a maximum of 10 times", the first run included. */
const MAX_RETRIES = 9;
/** High-volume events are kept for three days. */
const RETENTION = 72 * 3_600_000;

export const eventTables = `
CREATE TABLE IF NOT EXISTS "_event" (replay INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, at INTEGER NOT NULL, fields TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS "_event.at" ON "_event" (at);
CREATE INDEX IF NOT EXISTS "_event.object" ON "_event" (object, replay);
CREATE TABLE IF NOT EXISTS "_subscription" (name TEXT PRIMARY KEY, position INTEGER NOT NULL, retries INTEGER NOT NULL, lastError TEXT, stopped INTEGER NOT NULL) STRICT;
`;

export interface EventBus {
  /** `callback`: of a test, told by `Test.getEventBus()` how the publishing went; null for none. */
  publish(events: readonly SObject[], context: JobContext, callback: Value): readonly RowResult[];
  /** Tells the callbacks that wait. */
  tell(succeeded: boolean): void;
  /** An event of the platform's own (BatchApexErrorEvent), at once. */
  publishFromPlatform(object: string, user: string, values: Readonly<Record<string, Value>>): void;
  /** Triggers that events wait for, the longest waiting first. */
  waiting(): readonly string[];
  deliver(trigger: string): void;
  /** What the test method published immediately reaches the bus, before it is delivered. */
  publishHeld(transaction: Transaction): void;
  /** To every trigger what is published up to that replay id, once: what is to be retried waits for another call. */
  deliverUpTo(replay: number): void;
  /** New triggers hear what is published from now on; triggers that are gone are forgotten. */
  subscribe(): void;
  /** What is published and not delivered is lost. */
  dropAll(): void;
  lose(replays: readonly number[]): void;
  lastReplay(): number;
  /** Messages after that replay id, for whoever streams them. */
  read(object: string, after: number): readonly SObject[];
}

export function createEventBus(host: AsyncHost): EventBus {
  const { store } = host;
  const world = (): SerializeWorld => ({ program: host.program(), schema: host.schema() });
  const callbacks = createCallbacks(host, () => userOf(null));
  /** Published immediately by a test method: not in the store yet, where a rollback would take them back. */
  const held = new WeakMap<Transaction, (() => void)[]>();
  const eventObject = (name: string): ObjectType => {
    const object = host.schema().object(name);
    if (object?.kind !== 'event') throw apexError('TypeException', `${name} is not a platform event`);
    return object;
  };

  /** Writes the message and answers its replay ids: none if it is lost on the way, two if it is doubled. */
  function write(event: SObject, user: string): readonly number[] {
    const fault = host.settings.faults.at('deliver', event.schema.name);
    if (fault === 'drop') return [];
    const message = new SObject(event.schema);
    for (const [name, value] of event.fields) message.fields.set(name, value);
    fillDefaults(message);
    const at = host.settings.clock();
    message.fields.set('CreatedDate', new ApexDatetime(wholeSeconds(at)));
    message.fields.set('CreatedById', user);
    message.fields.set('EventUuid', event.fields.get('EventUuid') ?? uuid(host.settings.random));
    const text = serialize(message, world());
    store.run('DELETE FROM "_event" WHERE at < ?', [at - RETENTION]);
    return Array.from({ length: fault === 'duplicate' ? 2 : 1 }, () => {
      store.run('INSERT INTO "_event" (object, at, fields) VALUES (?, ?, ?)', [event.schema.name, at, text]);
      return lastReplay();
    });
  }

  const lastReplay = (): number =>
    Number(store.all('SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?', ['_event'])[0]?.[0] ?? 0);

  function publish(events: readonly SObject[], context: JobContext, callback: Value): readonly RowResult[] {
    const transaction = current();
    if (callback !== null) callbacks.note(callback, events);
    const behaviours = new Set(events.map((event) => eventObject(event.schema.name).publishBehavior));
    for (const behaviour of behaviours)
      transaction.limits.use(behaviour === 'PublishImmediately' ? 'publishImmediateDml' : 'dmlStatements', 1);
    return events.map((event) => {
      const errors: readonly RowError[] = checkEvent(event);
      if (errors.length > 0) return { id: null, success: false, created: false, errors };
      const { user } = transaction;
      if (event.schema.publishBehavior === 'PublishImmediately') {
        const copy = deserialize(serialize(event, world()), world()) as SObject;
        const publishCopy = (): void => void write(copy, user);
        if (transaction.kind === 'test') held.set(transaction, [...(held.get(transaction) ?? []), publishCopy]);
        else transaction.onEnd(publishCopy);
      } else {
        noteWork(transaction.limits);
        context.published.push(...write(event, user));
      }
      return { id: event.schema.keyPrefix.length === 3 ? store.newId(event.schema.keyPrefix) : null, success: true, created: true, errors };
    });
  }

  function messages(object: string, after: number, limit: number, upTo = Number.MAX_SAFE_INTEGER): readonly SObject[] {
    return store
      .all('SELECT replay, fields FROM "_event" WHERE object = ? AND replay > ? AND replay <= ? ORDER BY replay LIMIT ?', [
        object,
        after,
        upTo,
        limit,
      ])
      .map(([replay, fields]) => {
        const message = deserialize(String(fields), world()) as SObject;
        message.fields.set('ReplayId', String(replay));
        message.readOnly = true;
        return message;
      });
  }

  const eventTriggers = (): readonly { readonly name: string; readonly object: string }[] =>
    host.program().triggers.filter((trigger) => host.schema().object(trigger.object)?.kind === 'event');

  function waiting(): readonly string[] {
    const first = (trigger: { name: string; object: string }): number =>
      Number(
        store.all(
          'SELECT min(replay) FROM "_event" WHERE object = ? AND replay > (SELECT position FROM "_subscription" WHERE name = ? AND stopped = 0)',
          [trigger.object, trigger.name],
        )[0]?.[0] ?? 0,
      );
    return eventTriggers()
      .map((trigger) => ({ trigger, first: first(trigger) }))
      .filter(({ first: replay }) => replay > 0)
      .sort((a, b) => a.first - b.first || (a.trigger.name < b.trigger.name ? -1 : 1))
      .map(({ trigger }) => trigger.name);
  }

  /** Assumption switch: a configuration may have no effect on a trigger on a standard event. */
  function configOf(trigger: { name: string; object: string }): SubscriberConfig | undefined {
    const ignored = trigger.object === 'BatchApexErrorEvent' && host.settings.position('batchErrorSubscriberConfig') === 'ignored';
    return ignored ? undefined : host.schema().subscriberConfigs.get(trigger.name.toLowerCase());
  }

  /** `user` of the subscriber's configuration, or else the Automated Process entity. */
  function runner(trigger: { name: string; object: string }): string {
    return userOf(configOf(trigger)?.user ?? null);
  }

  /** null: the Automated Process user. */
  function userOf(username: string | null): string {
    const users = host.schema().object('User');
    if (!users) throw new Error('no object User');
    const found =
      username === null
        ? findRecords(store, users, 'Alias', ['autoproc']).find((user) => user.fields.get('UserType') === 'AutomatedProcess')
        : findRecords(store, users, 'Username', [username])[0];
    if (!found?.id) throw new Error(`no user ${username ?? 'Automated Process'} to run event triggers`);
    return found.id;
  }

  const positionOf = (name: string): number =>
    Number(store.all('SELECT position FROM "_subscription" WHERE name = ?', [name])[0]?.[0] ?? 0);

  function deliver(name: string, upTo = Number.MAX_SAFE_INTEGER): void {
    const trigger = eventTriggers().find((candidate) => candidate.name === name);
    const row = store.all('SELECT position, retries, lastError FROM "_subscription" WHERE name = ?', [name])[0];
    if (!trigger || !row) throw new Error(`no event trigger ${name}`);
    const size = configOf(trigger)?.batchSize ?? BATCH_SIZE;
    const events = messages(trigger.object, Number(row[0]), size, upTo);
    const last = events.at(-1);
    if (!last) return;
    const move = (position: Value | number, retries: number, lastError: string | null, stopped = false): void => {
      store.run('UPDATE "_subscription" SET position = ?, retries = ?, lastError = ?, stopped = ? WHERE name = ?', [
        Number(position),
        retries,
        lastError,
        stopped ? 1 : 0,
        name,
      ]);
    };
    const retries = Number(row[1]);
    const delivery: EventDelivery = { retries, lastError: row[2] === null ? null : String(row[2]), resumeCheckpoint: null };
    try {
      host.transact({ user: runner(trigger), kind: 'eventTrigger', context: { ...noJob(), delivery } }, (transaction) => {
        transaction.trigger = { operation: 'AFTER_INSERT', object: trigger.object, newRows: events, oldRows: null };
        host.program().runTrigger(name);
        // "If the trigger stops without an exception, it resumes after the checkpoint": it may process only a part.
        move(delivery.resumeCheckpoint ?? last.fields.get('ReplayId') ?? null, 0, null);
      });
    } catch (error) {
      if (error instanceof SimulatedCrash) throw error;
      atomically(store, () => {
        if (!(error instanceof ApexException)) move(last.fields.get('ReplayId') ?? null, 0, clip(String(error), 255));
        else if (error.$type === RETRYABLE) move(Number(row[0]), retries + 1, error.message, retries >= MAX_RETRIES);
        // "If an unhandled exception is thrown and a checkpoint was set, processing resumes after it", else these events are lost to this trigger.
        else move(delivery.resumeCheckpoint ?? last.fields.get('ReplayId') ?? null, 0, error.message);
      });
      if (!(error instanceof ApexException)) throw error;
    }
  }

  return {
    publish,
    publishFromPlatform: (object, user, values) => {
      const event = new SObject(eventObject(object));
      for (const [name, value] of Object.entries(values)) event.fields.set(name, value);
      write(event, user);
    },
    waiting,
    deliver: (trigger) => deliver(trigger),
    publishHeld: (transaction) => {
      const effects = held.get(transaction) ?? [];
      held.delete(transaction);
      for (const effect of effects) effect();
    },
    deliverUpTo: (replay) => {
      for (const name of waiting()) {
        let before: number;
        do {
          before = positionOf(name);
          deliver(name, replay);
        } while (positionOf(name) > before && positionOf(name) < replay);
      }
    },
    subscribe: () => {
      const names = eventTriggers().map((trigger) => trigger.name);
      for (const name of names) store.run('INSERT OR IGNORE INTO "_subscription" VALUES (?, ?, 0, NULL, 0)', [name, lastReplay()]);
      store.run('DELETE FROM "_subscription" WHERE name NOT IN (SELECT value FROM json_each(?))', [JSON.stringify(names)]);
    },
    dropAll: () => {
      store.run('DELETE FROM "_event"', []);
    },
    lose: (replays) => {
      store.run('DELETE FROM "_event" WHERE replay IN (SELECT value FROM json_each(?))', [JSON.stringify(replays)]);
    },
    tell: callbacks.tell,
    lastReplay,
    read: (object, after) => messages(eventObject(object).name, after, BATCH_SIZE),
  };
}

function uuid(random: () => number): string {
  const digit = (choices: string): string => choices.charAt(Math.floor(random() * choices.length));
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (mark) => digit(mark === 'x' ? '0123456789abcdef' : '89ab'));
}
