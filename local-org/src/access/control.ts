/** Answers the questions of access.ts from the setup rows in the store, and remembers the answers until somebody changes them. */
import { dmlContext, type DmlContext } from '../runtime/dmlContext.ts';
import { current, isRunning } from '../runtime/transaction.ts';
import type { Rights } from '../runtime/ports.ts';
import type { Schema } from '../schema/model.ts';
import { jsonArray } from '../store/json.ts';
import type { Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { AccessControl } from './access.ts';
import { grantsOf } from './grants.ts';
import { rightsFrom, unchecked } from './rights.ts';
import { sharedRows, sharerOf, type Sharer } from './sharing.ts';

export interface AccessWorld {
  schema(): Schema;
  readonly store: Store;
}

interface Known {
  readonly schema: Schema;
  readonly rights: Rights;
  readonly validUntil: number;
  /** Out of date, but in force until this System.runAs block is left or another one entered. */
  readonly until?: DmlContext;
}

const isWithin = (context: DmlContext): boolean => isRunning() && dmlContext(current()) === context;

export function createAccessControl(world: AccessWorld): AccessControl {
  const { store } = world;
  const rights = new Map<string, Known>();
  const sharers = new Map<string, Sharer>();
  /** Since rights changed once, what is remembered may be of rows that a rollback takes back. */
  let rollbacks: number | null = null;

  function clear(): void {
    rights.clear();
    sharers.clear();
  }

  function notRolledBack(): void {
    if (rollbacks === null || rollbacks === store.rollbacks) return;
    rollbacks = store.rollbacks;
    clear();
  }

  function rightsOf(userId: string): Rights {
    notRolledBack();
    const now = isRunning() ? current().now() : 0;
    const schema = world.schema();
    let known = rights.get(userId);
    if (!known || known.schema !== schema || known.validUntil <= now || (known.until && !isWithin(known.until))) {
      const grants = grantsOf(store, schema, userId, now);
      known = { schema, rights: isUnchecked(userId) ? unchecked : rightsFrom(grants, schema), validUntil: grants.validUntil };
      rights.set(userId, known);
    }
    return known.rights;
  }

  /** An assumption switch: a test may go on with the rights its running user had until it enters a System.runAs. */
  function ownRightsKept(): readonly [string, Known] | null {
    if (!isRunning() || current().test === null || current().settings.position('assignmentsInTest') !== 'withRunAs') return null;
    const known = rights.get(current().user);
    return known ? [current().user, { until: dmlContext(current()), ...known }] : null;
  }

  /** An assumption switch: the Automated Process user has no profile that could be edited. */
  function isUnchecked(userId: string): boolean {
    const [user] = store.all('SELECT "UserType" FROM "User" WHERE "Id" = ?', [userId]);
    return user?.[0] === 'AutomatedProcess' && (!isRunning() || current().settings.position('automatedProcessUserMode') === 'everything');
  }

  function sharer(userId: string): Sharer {
    notRolledBack();
    let known = sharers.get(userId);
    if (!known) sharers.set(userId, (known = sharerOf(store, userId, (object) => rightsOf(userId).object(object.name))));
    return known;
  }

  return {
    rightsOf,
    visible: (object, alias, userId) => sharedRows(world.schema(), object, alias, sharer(userId), 'read'),
    allowed: (object, ids, userId, right) => {
      const condition = sharedRows(world.schema(), object, 'o', sharer(userId), right);
      if (!condition) return new Set(ids);
      const rows = store.all(
        `SELECT o."Id" FROM ${quoted(object.name)} o WHERE o."Id" IN (SELECT value FROM json_each(?)) AND (${condition.sql})`,
        [jsonArray(ids), ...condition.params],
      );
      return new Set(rows.map(([id]) => id as string));
    },
    forget: () => {
      rollbacks = store.rollbacks;
      const kept = ownRightsKept();
      clear();
      if (kept) rights.set(...kept);
    },
  };
}
