/** Usernames and nicknames: their form, and that nobody else has them. */
import { fold } from '../../../runtime/fold.ts';
import { current, type Transaction } from '../../../runtime/transaction.ts';
import { text } from '../../change.ts';
import { isEmail } from '../../fieldRules.ts';
import { rowsWhereFolded } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';

const takenMessage =
  'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. ' +
  "To resolve, use a different username (it doesn't need to match the user's email address). ";

const nicknameMessages: Readonly<Record<string, string>> = {
  html: 'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
  plain: 'Another user has already selected this nickname. Please select another.',
};

/** Usernames of users inserted in the transaction: for the position in which a rollback does not free them. */
const inserted = new WeakMap<Transaction, Set<string>>();

export function rememberUsernames(rows: readonly RowChange[]): void {
  const transaction = current();
  const names = inserted.get(transaction) ?? new Set<string>();
  for (const { row } of rows) names.add(fold(text(row, 'Username') ?? ''));
  inserted.set(transaction, names);
}

export function checkUsernames(rows: readonly RowChange[], world: DmlWorld): void {
  const setting = rows.filter((change) => !change.failed && changes(change, 'Username'));
  for (const change of setting) {
    const username = text(change.row, 'Username') ?? '';
    if (!isEmail(username))
      change.fail(
        'FIELD_INTEGRITY_EXCEPTION',
        'Username must be in the form of an email address (for example, john@acme.com): Username',
        'Username',
      );
    else change.row.fields.set('Username', username.toLowerCase());
  }
  const holders = holdersOf(setting, 'Username', world);
  const remembered = world.settings.position('usernameAfterRollback') === 'taken' ? inserted.get(current()) : undefined;
  for (const change of setting) {
    if (change.failed) continue;
    const key = fold(text(change.row, 'Username') ?? '');
    // Names in other orgs cannot be queried: the simulator says which are taken there.
    const elsewhere = world.settings.faults.at('row', `User.Username:${key}`) === 'duplicate';
    const rolledBack = remembered?.has(key) === true && !holders.has(key) && change.operation === 'insert';
    if (elsewhere || rolledBack || isHeld(holders, key, change)) change.fail('DUPLICATE_USERNAME', takenMessage, 'Username');
    else holders.set(key, idOf(change));
  }
}

export function checkNicknames(rows: readonly RowChange[], world: DmlWorld): void {
  for (const change of rows)
    if (change.newId !== null && text(change.row, 'CommunityNickname') === null)
      change.row.fields.set('CommunityNickname', `User${change.newId.slice(3, 15)}`);
  const setting = rows.filter((change) => !change.failed && changes(change, 'CommunityNickname'));
  const holders = holdersOf(setting, 'CommunityNickname', world);
  const message = nicknameMessages[world.settings.position('nicknameMessage')];
  if (message === undefined) throw new Error('unknown position of nicknameMessage');
  for (const change of setting) {
    const key = fold(text(change.row, 'CommunityNickname') ?? '');
    if (isHeld(holders, key, change)) change.fail('DUPLICATE_COMM_NICKNAME', message, 'CommunityNickname');
    else holders.set(key, idOf(change));
  }
}

const idOf = (change: RowChange): string => change.newId ?? change.before?.id ?? '';

const isHeld = (holders: ReadonlyMap<string, string>, key: string, change: RowChange): boolean => {
  const holder = holders.get(key);
  return holder !== undefined && holder !== idOf(change);
};

function changes(change: RowChange, field: string): boolean {
  const value = text(change.row, field);
  return value !== null && (change.before === null || value !== text(change.before, field));
}

function holdersOf(rows: readonly RowChange[], field: string, world: DmlWorld): Map<string, string> {
  const keys = rows.map((change) => fold(text(change.row, field) ?? ''));
  return new Map(rowsWhereFolded(world.store, 'User', [field, 'Id'], field, keys).map(([value, id]) => [fold(String(value)), String(id)]));
}
