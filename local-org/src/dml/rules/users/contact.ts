/** What an external user's contact, its account and the account's owner must satisfy. Status codes: portal users reference, rules 1–4, 13. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { byKey, rowsWhere, type StoredRow } from '../../stored.ts';
import { text } from '../../change.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { isHighVolume, type ProfileFacts } from './licence.ts';

export interface NewExternalUser {
  readonly change: RowChange;
  readonly profile: ProfileFacts;
}

const contactOf = ({ change }: NewExternalUser): string => text(change.row, 'ContactId') ?? '';

const withoutAccount: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ownerRole: ['UNKNOWN_EXCEPTION', 'portal account owner must have a role'],
  crossReference: ['INVALID_CROSS_REFERENCE_KEY', 'The contact must have a value in the AccountId field'],
  fieldIntegrity: ['FIELD_INTEGRITY_EXCEPTION', 'The contact must have a value in the AccountId field'],
};

const notPartner: Readonly<Record<string, readonly [code: string, message: string]>> = {
  fieldIntegrity: ['FIELD_INTEGRITY_EXCEPTION', 'The account must be a business account that is enabled as a partner account'],
  crossReference: ['INVALID_CROSS_REFERENCE_KEY', 'The account must be a business account that is enabled as a partner account'],
};

function chosen(table: Readonly<Record<string, readonly [string, string]>>, position: string): readonly [string, string] {
  const row = table[position];
  if (!row) throw new Error(`unknown position ${position}`);
  return row;
}

/** Of new users, and of users who come to another licence: fails rows whose contact does not do, and sets AccountId of the others. */
export function checkContacts(users: readonly NewExternalUser[], world: DmlWorld): void {
  const withContact: NewExternalUser[] = [];
  for (const user of users) {
    if (contactOf(user) === '')
      user.change.fail('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact.', 'ContactId');
    else withContact.push(user);
  }
  checkFirstUser(withContact, world);
  const contacts = byKey(world.store, 'Contact', 'Id', ['AccountId'], withContact.map(contactOf));
  const accounts = accountFacts(
    [...contacts.values()].flatMap(([account]) => (account === null || account === undefined ? [] : [String(account)])),
    world,
  );
  for (const user of withContact) {
    const accountId = contacts.get(contactOf(user))?.[0] ?? null;
    if (accountId === null) user.change.fail(...chosen(withoutAccount, world.settings.position('contactWithoutAccount')));
    else {
      checkAccount(user, accounts.get(String(accountId)), world);
      user.change.row.fields.set('AccountId', String(accountId));
    }
  }
}

interface AccountFacts {
  readonly partner: boolean;
  readonly person: boolean;
  readonly ownerHasRole: boolean;
}

function accountFacts(ids: readonly string[], world: DmlWorld): ReadonlyMap<string, AccountFacts> {
  const optional = ['IsPartner', 'IsPersonAccount'].filter((field) => world.schema().object('Account')?.field(field));
  const rows: ReadonlyMap<string, StoredRow> = byKey(world.store, 'Account', 'Id', ['OwnerId', ...optional], new Set(ids));
  const roles = byKey(world.store, 'User', 'Id', ['UserRoleId'], new Set([...rows.values()].map(([owner]) => String(owner))));
  return new Map(
    [...rows].map(([id, [owner, ...flags]]) => [
      id,
      {
        partner: isSet(flags[optional.indexOf('IsPartner')]),
        person: isSet(flags[optional.indexOf('IsPersonAccount')]),
        ownerHasRole: (roles.get(String(owner))?.[0] ?? null) !== null,
      },
    ]),
  );
}

const isSet = (value: unknown): boolean => Number(value ?? 0) === 1;

function checkAccount({ change, profile }: NewExternalUser, account: AccountFacts | undefined, world: DmlWorld): void {
  const ruleApplies = !isHighVolume(profile.userType) || world.settings.position('ownerRoleRuleForHighVolume') === 'applies';
  if (account?.ownerHasRole !== true && ruleApplies) change.fail('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
  if (profile.userType === 'PowerPartner' && account?.partner !== true)
    change.fail(...chosen(notPartner, world.settings.position('partnerUserOnOtherAccount')));
  if (!change.failed && account?.person === true && !isHighVolume(profile.userType))
    throw new NotSupported('portal roles of a person account');
}

/** One contact, one user. A disabled user is no longer linked; whether a deactivated one still blocks is a switch. */
function checkFirstUser(users: readonly NewExternalUser[], world: DmlWorld): void {
  const own = new Set(users.map(({ change }) => change.before?.id));
  const linked = rowsWhere(world.store, 'User', ['ContactId', 'IsActive', 'Id'], 'ContactId', new Set(users.map(contactOf))).filter(
    ([, , id]) => !own.has(String(id)),
  );
  const inactiveBlocks = world.settings.position('inactiveLinkedUser') === 'blocks';
  const blocked = new Set(linked.filter(([, active]) => Number(active) === 1 || inactiveBlocks).map(([contact]) => String(contact)));
  for (const user of users) {
    const contact = contactOf(user);
    if (blocked.has(contact)) user.change.fail('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact');
    else if (!user.change.failed) blocked.add(contact);
  }
}
