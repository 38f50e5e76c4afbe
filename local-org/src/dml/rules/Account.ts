/** Account: its portal roles go with its owner, and what makes it a portal account is not taken back as easily as it was given. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { flag, text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { personsSaved } from './personAccounts.ts';
import { rolesOfOwners } from './users/owners.ts';
import { rehangRoles } from './users/portalRoles.ts';

const portalFlags = ['IsPartner', 'IsCustomerPortal'] as const;
const changesText = ({ row, before }: RowChange, field: string): boolean => before !== null && text(row, field) !== text(before, field);
const turns = ({ row, before }: RowChange, field: string, on: boolean): boolean =>
  before !== null && flag(row, field) === on && flag(before, field) !== on;
const idOf = ({ row }: RowChange): string => String(row.id);
const ownerOf = ({ row }: RowChange): string => text(row, 'OwnerId') ?? '';

function withRoles(rows: readonly RowChange[], world: DmlWorld): ReadonlySet<string> {
  return new Set(
    rowsWhere(world.store, 'UserRole', ['PortalAccountId'], 'PortalAccountId', rows.map(idOf)).map(([account]) => String(account)),
  );
}

function withUsers(rows: readonly RowChange[], world: DmlWorld): ReadonlySet<string> {
  return new Set(rowsWhere(world.store, 'User', ['AccountId'], 'AccountId', rows.map(idOf)).map(([account]) => String(account)));
}

/** Accounts that become portal accounts by a flag, or portal accounts that get another owner: who owns them must have a role. */
function checkOwners(rows: readonly RowChange[], world: DmlWorld): void {
  const moved = rows.filter((change) => changesText(change, 'OwnerId'));
  const accounts = withRoles(moved, world);
  const checked = moved.filter((change) => accounts.has(idOf(change)));
  if (world.settings.position('partnerAccountOwnerRole') === 'required')
    for (const change of rows) if (turns(change, 'IsPartner', true) && !checked.includes(change)) checked.push(change);
  const roles = rolesOfOwners(checked.map(ownerOf), world);
  for (const change of checked) if (!roles.has(ownerOf(change))) change.fail('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
}

export const Account: ObjectRules = {
  object: 'Account',
  validate(rows, world) {
    const updates = rows.filter((change) => change.operation === 'update');
    checkOwners(updates, world);
    const closing = updates.filter((change) => portalFlags.some((field) => turns(change, field, false)));
    if (withUsers(closing, world).size > 0 || withRoles(closing, world).size > 0)
      throw new NotSupported('Account.IsPartner or IsCustomerPortal set to false on an account with portal users or roles');
    if (
      withRoles(
        updates.filter((change) => changesText(change, 'Name')),
        world,
      ).size > 0
    )
      throw new NotSupported('renaming an account that has portal roles');
  },
  saved(rows, world) {
    personsSaved(rows, world);
    for (const change of rows)
      if (change.operation === 'update' && changesText(change, 'Name'))
        world.store.run(
          'UPDATE "CampaignMember" SET "CompanyOrAccount" = ? WHERE "ContactId" IN (SELECT "Id" FROM "Contact" WHERE "AccountId" = ?)',
          [text(change.row, 'Name'), idOf(change)],
        );
    const moved = rows.filter((change) => change.operation === 'update' && changesText(change, 'OwnerId'));
    const accounts = withRoles(moved, world);
    const roles = rolesOfOwners(moved.map(ownerOf), world);
    const hung = moved.filter((change) => accounts.has(idOf(change)));
    if (hung.length === 0) return;
    rehangRoles(new Map(hung.map((change) => [idOf(change), roles.get(ownerOf(change)) ?? ''])), world);
    world.access.forget();
  },
};
