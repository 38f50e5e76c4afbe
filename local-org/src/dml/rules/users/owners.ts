/** Owners of portal accounts: their role carries the roles of those accounts, so they keep one. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { text } from '../../change.ts';
import { rowsWhere } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { rehangRoles } from './portalRoles.ts';

const changesRole = ({ row, before }: RowChange): boolean => before !== null && text(row, 'UserRoleId') !== text(before, 'UserRoleId');

/** Account → owner, of accounts with portal roles. */
function portalAccounts(owners: Iterable<string>, world: DmlWorld): ReadonlyMap<string, string> {
  const ids = [...owners];
  if (ids.length === 0) return new Map();
  const rows = world.store.all(
    `SELECT a."Id", a."OwnerId" FROM "Account" a WHERE a."OwnerId" IN (SELECT value FROM json_each(?))
       AND a."Id" IN (SELECT r."PortalAccountId" FROM "UserRole" r WHERE r."PortalAccountId" IS NOT NULL)`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(([account, owner]) => [String(account), String(owner)]));
}

export function checkOwnersKeepRoles(rows: readonly RowChange[], world: DmlWorld): void {
  const losing = rows.filter((change) => changesRole(change) && text(change.row, 'UserRoleId') === null);
  const accounts = portalAccounts(
    losing.map(({ row }) => String(row.id)),
    world,
  );
  if (accounts.size > 0) throw new NotSupported('taking the role from a user who owns accounts with portal roles');
}

export function rehangOwnersRoles(rows: readonly RowChange[], world: DmlWorld): void {
  const roles = new Map(
    rows.flatMap((change) => {
      const role = text(change.row, 'UserRoleId');
      return changesRole(change) && role !== null ? [[String(change.row.id), role] as const] : [];
    }),
  );
  const accounts = portalAccounts(roles.keys(), world);
  rehangRoles(new Map([...accounts].map(([account, owner]) => [account, roles.get(owner) ?? ''])), world);
}

/** Accounts whose new owner may carry portal roles: owner → role; owners without one are missing. */
export function rolesOfOwners(owners: Iterable<string>, world: DmlWorld): ReadonlyMap<string, string> {
  return new Map(
    rowsWhere(world.store, 'User', ['Id', 'UserRoleId'], 'Id', new Set(owners)).flatMap(([id, role]) =>
      role === null ? [] : [[String(id), String(role)] as const],
    ),
  );
}
