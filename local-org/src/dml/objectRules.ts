/** The objects that demand more than their fields say. */
import { Account } from './rules/Account.ts';
import { Contact } from './rules/Contact.ts';
import { GroupMember } from './rules/GroupMember.ts';
import { PermissionSetAssignment } from './rules/PermissionSetAssignment.ts';
import { PermissionSetLicenseAssign } from './rules/PermissionSetLicenseAssign.ts';
import { rightsRules } from './rules/rights.ts';
import { SetupEntityAccess } from './rules/SetupEntityAccess.ts';
import { User } from './rules/User.ts';
import { UserLogin } from './rules/UserLogin.ts';
import { UserRole } from './rules/UserRole.ts';
import type { ObjectRules } from './world.ts';

const rules: ReadonlyMap<string, ObjectRules> = new Map(
  [
    Account,
    Contact,
    GroupMember,
    PermissionSetAssignment,
    PermissionSetLicenseAssign,
    SetupEntityAccess,
    User,
    UserLogin,
    UserRole,
    ...rightsRules,
  ].map((each) => [each.object, each]),
);

export const rulesOf = (object: string | undefined): ObjectRules | undefined => (object === undefined ? undefined : rules.get(object));
