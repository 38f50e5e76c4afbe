/**
 * Portal roles: made by the platform with the first role-based user of an account, up to three of them, below the role of the
 * account's owner; the user gets the one of his level (`PortalRole`, Worker unless said otherwise). Not modelled: the one
 * shared role of accounts with a single user ("Minimize the number of roles created").
 */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { shapeNamed } from '../../../schema/shapes.ts';
import type { SObject } from '../../../runtime/values/sobject.ts';
import { text } from '../../change.ts';
import { byKey, rowsWhere } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { isExternal, isHighVolume } from './licence.ts';
import { roleGroups } from '../../../schema/standard/groups.ts';
import { addRow } from './platformRow.ts';

/** From the top of the account's hierarchy. */
const levels = ['Executive', 'Manager', 'Worker'] as const;
type Level = (typeof levels)[number];
const labels: Readonly<Record<Level, string>> = { Executive: 'Executive', Manager: 'Manager', Worker: 'User' };

const kinds = { CustomerPortal: 'Customer', Partner: 'Partner' } as const;
type PortalType = keyof typeof kinds;

/** The top roles are made only where an account has more than one. */
const levelsMade: Readonly<Record<string, readonly Level[]>> = { one: ['Worker'], two: ['Manager', 'Worker'], three: levels };

const portalTypeOf = (userType: string): PortalType => (userType === 'PowerPartner' ? 'Partner' : 'CustomerPortal');
export const hasPortalRole = (userType: string): boolean => isExternal(userType) && !isHighVolume(userType);

/** A user on the way to a portal role; `AccountId` of the row is known. */
export interface PortalUser {
  readonly row: SObject;
  readonly userType: string;
}

/** The same while the statement may still refuse it. */
export interface RoleHolder extends PortalUser {
  readonly change: RowChange;
}

export const roleHolder = (change: RowChange, userType: string): RoleHolder => ({ change, row: change.row, userType });

const accountOf = ({ row }: PortalUser): string => text(row, 'AccountId') ?? '';
const keyOf = (account: string, type: string): string => `${account}:${type}`;
const holderKey = (holder: PortalUser): string => keyOf(accountOf(holder), portalTypeOf(holder.userType));
const levelOf = ({ row }: PortalUser): string => text(row, 'PortalRole') ?? 'Worker';

/** Level → role, of each account and kind of portal. */
type AccountRoles = ReadonlyMap<string, ReadonlyMap<string, string>>;

function rolesOf(accounts: Iterable<string>, world: DmlWorld): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [account, type, level, id] of rowsWhere(
    world.store,
    'UserRole',
    ['PortalAccountId', 'PortalType', 'PortalRole', 'Id'],
    'PortalAccountId',
    new Set(accounts),
  )) {
    const key = keyOf(String(account), String(type));
    found.set(key, (found.get(key) ?? new Map<string, string>()).set(String(level), String(id)));
  }
  return found;
}

const newLevels = (world: DmlWorld): readonly Level[] => {
  const position = world.settings.position('portalRolesPerAccount');
  const made = levelsMade[position];
  if (!made) throw new Error(`unknown position ${position} of portalRolesPerAccount`);
  return made;
};

/** Before anything is written: levels are there, roles are not too many, a role that was named is one of the account's. */
export function checkRoles(holders: readonly RoleHolder[], world: DmlWorld): void {
  const alive = holders.filter(({ change }) => !change.failed);
  if (alive.length === 0) return;
  const known = rolesOf(alive.map(accountOf), world);
  for (const holder of alive) checkLevel(holder, known, world);
  checkLimit(
    alive.filter(({ change }) => !change.failed),
    known,
    world,
  );
}

function checkLevel(holder: RoleHolder, known: AccountRoles, world: DmlWorld): void {
  const { row, before } = holder.change;
  const given = text(row, 'UserRoleId');
  const ofAccount = known.get(holderKey(holder));
  if (given !== null && given !== (before ? text(before, 'UserRoleId') : null)) {
    const named = [...(ofAccount ?? [])].find(([, id]) => id === given);
    if (named) row.fields.set('PortalRole', named[0]);
    else holder.change.fail('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type');
    return;
  }
  if (levelOf(holder) === 'PersonAccount') throw new NotSupported("User.PortalRole 'PersonAccount', the shared role of an account owner");
  const there: readonly string[] = ofAccount ? [...ofAccount.keys()] : newLevels(world);
  if (there.includes(levelOf(holder))) row.fields.set('PortalRole', levelOf(holder));
  else if (world.settings.position('portalRoleNotMade') === 'lowest') row.fields.set('PortalRole', 'Worker');
  else holder.change.fail('FIELD_INTEGRITY_EXCEPTION', `The account has no portal role of this level: ${levelOf(holder)}`, 'PortalRole');
}

/** "Default limit 50,000 portal roles per org." */
function checkLimit(holders: readonly RoleHolder[], known: AccountRoles, world: DmlWorld): void {
  const needing = holders.filter((holder) => !known.has(holderKey(holder)));
  if (needing.length === 0) return;
  const limit = shapeNamed(world.settings.shape).portalRoles;
  const [row] = world.store.all('SELECT count(*) FROM "UserRole" WHERE "PortalAccountId" IS NOT NULL', []);
  let count = Number(row?.[0]);
  const planned = new Set<string>();
  for (const holder of needing) {
    const key = holderKey(holder);
    if (planned.has(key)) continue;
    const more = newLevels(world).length;
    if (count + more > limit) {
      const code = world.settings.position('portalRoleLimit') === 'limitExceeded' ? 'LIMIT_EXCEEDED' : 'UNKNOWN_EXCEPTION';
      holder.change.fail(code, `You have reached the maximum number of portal roles: ${limit}`);
    } else {
      count += more;
      planned.add(key);
    }
  }
}

/** When the users are written: makes the roles that are missing and puts each user into the one of his level. */
export function giveRoles(holders: readonly PortalUser[], world: DmlWorld): void {
  if (holders.length === 0) return;
  const known = rolesOf(holders.map(accountOf), world);
  makeRoles(new Map(holders.filter((holder) => !known.has(holderKey(holder))).map((holder) => [holderKey(holder), holder])), known, world);
  for (const holder of holders) {
    const role = known.get(holderKey(holder))?.get(levelOf(holder));
    if (role === undefined)
      throw new NotSupported(`a user of the level ${levelOf(holder)} who comes to an account without that portal role`);
    holder.row.fields.set('UserRoleId', role);
    world.store.run('UPDATE "User" SET "UserRoleId" = ?, "PortalRole" = ? WHERE "Id" = ?', [role, levelOf(holder), String(holder.row.id)]);
  }
}

function makeRoles(missing: ReadonlyMap<string, PortalUser>, known: Map<string, Map<string, string>>, world: DmlWorld): void {
  if (missing.size === 0) return;
  const accounts = byKey(world.store, 'Account', 'Id', ['Name', 'OwnerId'], new Set([...missing.values()].map(accountOf)));
  const owners = byKey(world.store, 'User', 'Id', ['UserRoleId'], new Set([...accounts.values()].map(([, owner]) => String(owner))));
  for (const [key, holder] of missing) {
    const account = accountOf(holder);
    const [name, owner] = accounts.get(account) ?? [];
    const type = portalTypeOf(holder.userType);
    const made = new Map<string, string>();
    let parent = owners.get(String(owner))?.[0] ?? null;
    for (const level of newLevels(world)) {
      parent = makeRole({ account, name: String(name), type, level, parent: String(parent) }, world);
      made.set(level, parent);
    }
    known.set(key, made);
  }
}

interface NewRole {
  readonly account: string;
  readonly name: string;
  readonly type: PortalType;
  readonly level: Level;
  readonly parent: string;
}

/** "<Account Name> Customer User", 80 characters at most; how a longer account name is cut is assumed, and so is the developer name. */
function makeRole({ account, name, type, level, parent }: NewRole, world: DmlWorld): string {
  const suffix = ` ${kinds[type]} ${labels[level]}`;
  const unique = developerName(name, suffix, world);
  const id = addRow(
    'UserRole',
    {
      Name: name.slice(0, 80 - suffix.length) + suffix,
      DeveloperName: unique,
      ParentRoleId: parent,
      PortalAccountId: account,
      PortalType: type,
      PortalRole: level,
      OpportunityAccessForAccountOwner: 'Edit',
      CaseAccessForAccountOwner: 'Edit',
      ContactAccessForAccountOwner: 'Edit',
      MayForecastManagerShare: false,
    },
    world,
  );
  addRoleGroups(id, unique, world);
  return id;
}

function developerName(account: string, suffix: string, world: DmlWorld): string {
  const words = suffix.replaceAll(' ', '');
  const letters = account.replace(/[^A-Za-z0-9]/g, '').replace(/^(?=[^A-Za-z])/, 'X');
  const base = letters.slice(0, 70 - words.length) + words;
  const [row] = world.store.all('SELECT count(*) FROM "UserRole" WHERE "DeveloperName" >= ? AND "DeveloperName" < ?', [base, `${base}:`]);
  const others = Number(row?.[0]);
  return others === 0 ? base : `${base}${others}`;
}

/** The groups that sharing knows a role by; a portal role has no subordinates inside of the company. */
export function addRoleGroups(
  roleId: string,
  name: string,
  world: DmlWorld,
  types: readonly string[] = roleGroups.filter((type) => !type.endsWith('Internal')),
): void {
  for (const type of types)
    addRow('Group', { Type: type, RelatedId: roleId, DeveloperName: name, DoesIncludeBosses: false, DoesSendEmailToMembers: false }, world);
}

/** The account's top portal roles hang below its owner's role. */
export function rehangRoles(accounts: ReadonlyMap<string, string>, world: DmlWorld): void {
  for (const [account, parent] of accounts)
    world.store.run(
      'UPDATE "UserRole" SET "ParentRoleId" = ? WHERE "PortalAccountId" = ? AND "ParentRoleId" NOT IN (SELECT "Id" FROM "UserRole" WHERE "PortalAccountId" = ?)',
      [parent, account, account],
    );
}

/** "Indicates whether the account has at least one contact enabled to use the org's customer portal." */
export function markCustomerAccounts(holders: readonly PortalUser[], world: DmlWorld): void {
  const accounts = new Set(holders.filter(({ userType }) => portalTypeOf(userType) === 'CustomerPortal').map(accountOf));
  if (accounts.size > 0)
    world.store.run(
      'UPDATE "Account" SET "IsCustomerPortal" = 1 WHERE "IsCustomerPortal" = 0 AND "Id" IN (SELECT value FROM json_each(?))',
      [JSON.stringify([...accounts])],
    );
}

/** Portal roles are for the users of their account alone. */
export function checkInternalRoles(rows: readonly RowChange[], world: DmlWorld): void {
  const setting = rows.filter(({ row, before }) => {
    const role = text(row, 'UserRoleId');
    return role !== null && role !== (before && text(before, 'UserRoleId'));
  });
  const roles = byKey(world.store, 'UserRole', 'Id', ['PortalAccountId'], new Set(setting.map(({ row }) => text(row, 'UserRoleId') ?? '')));
  for (const change of setting)
    if ((roles.get(text(change.row, 'UserRoleId') ?? '')?.[0] ?? null) !== null)
      change.fail('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type');
}
