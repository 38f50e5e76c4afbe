/** A user changes to a profile of another licence: which moves there are, and what is lost on the way. */
import { text } from '../../change.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { isExternal } from './licence.ts';
import { hasPortalRole } from './portalRoles.ts';

/**
 * "Users with a Customer Community … licence can be upgraded to Customer Community Plus or Partner Community"; licences of one
 * user type (by member, by login) change freely; whether Plus goes back is a switch; the rest is refused.
 */
function isAllowed(from: string, to: string, world: DmlWorld): boolean {
  if (from === to) return true;
  if (from === 'CspLitePortal') return to === 'PowerCustomerSuccess' || to === 'PowerPartner';
  return from === 'PowerCustomerSuccess' && to === 'CspLitePortal' && world.settings.position('plusDowngrade') === 'allowed';
}

export function checkLicenceMove(change: RowChange, from: string, to: string, world: DmlWorld): void {
  if (isExternal(from) === isExternal(to) && isAllowed(from, to, world)) {
    if (isExternal(to) && !hasPortalRole(to)) for (const field of ['UserRoleId', 'PortalRole']) change.row.fields.set(field, null);
    return;
  }
  change.fail('FIELD_INTEGRITY_EXCEPTION', "You can only assign profiles that are compatible with the user's license.", 'ProfileId');
}

/** "This step deletes all permission set assignments": those of the profiles themselves stay. */
export function dropAssignments(
  moved: readonly { readonly change: RowChange; readonly after: { readonly userType: string } }[],
  world: DmlWorld,
): void {
  const external = moved.filter(({ after }) => isExternal(after.userType)).map(({ change }) => text(change.row, 'Id'));
  if (external.length === 0) return;
  world.store.run(
    `DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" IN (SELECT value FROM json_each(?))
       AND ("PermissionSetId" IS NULL OR "PermissionSetId" NOT IN (SELECT "Id" FROM "PermissionSet" WHERE "IsOwnedByProfile" = 1))`,
    [JSON.stringify(external)],
  );
}
