/** The objects that demand more than their fields say. */
import { Account } from './rules/Account.ts';
import { Event, Task } from './rules/activities.ts';
import { Campaign, CampaignMember } from './rules/Campaign.ts';
import { Case } from './rules/Case.ts';
import { Contact } from './rules/Contact.ts';
import { EmailMessage, EmailMessageRelation } from './rules/EmailMessage.ts';
import { bodies, ContentDistribution, ContentDocumentLink, ContentVersion } from './rules/files.ts';
import { GroupMember } from './rules/GroupMember.ts';
import { Lead } from './rules/Lead.ts';
import { Opportunity } from './rules/Opportunity.ts';
import { PermissionSetAssignment } from './rules/PermissionSetAssignment.ts';
import { PermissionSetLicenseAssign } from './rules/PermissionSetLicenseAssign.ts';
import { OpportunityLineItem, OrderItem, PricebookEntry, Product2 } from './rules/products.ts';
import { rightsRules } from './rules/rights.ts';
import { SetupEntityAccess } from './rules/SetupEntityAccess.ts';
import { shareRules } from './rules/shares.ts';
import { User } from './rules/User.ts';
import { UserLogin } from './rules/UserLogin.ts';
import { UserRole } from './rules/UserRole.ts';
import type { ObjectRules } from './world.ts';

const rules: ReadonlyMap<string, ObjectRules> = new Map(
  [
    Account,
    Campaign,
    CampaignMember,
    Case,
    Contact,
    ContentDistribution,
    ContentDocumentLink,
    ContentVersion,
    EmailMessage,
    EmailMessageRelation,
    Event,
    Lead,
    Opportunity,
    OpportunityLineItem,
    OrderItem,
    PricebookEntry,
    Product2,
    Task,
    ...bodies,
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

export const rulesOf = (object: string | undefined): ObjectRules | undefined =>
  object === undefined ? undefined : (rules.get(object) ?? (/(?:__|[a-z])Share$/.test(object) ? shareRules : undefined));
