/** All standard objects the local org has. An object that is not here does not exist: `sObject type 'X' is not supported.` */
import { Account } from './standard/Account.ts';
import { ApexClass, ApexTrigger } from './standard/apexCode.ts';
import { AsyncApexJob, BatchApexErrorEvent, CronJobDetail, CronTrigger } from './standard/asyncApex.ts';
import { Case } from './standard/Case.ts';
import { Contact } from './standard/Contact.ts';
import { CustomNotificationType } from './standard/CustomNotificationType.ts';
import { EmailTemplate, OrgWideEmailAddress } from './standard/email.ts';
import { Group, GroupMember, QueueSobject } from './standard/groups.ts';
import { Lead } from './standard/Lead.ts';
import { PermissionSetLicense, PermissionSetLicenseAssign, UserLicense } from './standard/licences.ts';
import { Domain, LoginHistory, Network, NetworkMember, NetworkMemberGroup, Site } from './standard/networks.ts';
import { Opportunity } from './standard/Opportunity.ts';
import { Organization } from './standard/Organization.ts';
import { PermissionSet } from './standard/PermissionSet.ts';
import { PermissionSetAssignment } from './standard/PermissionSetAssignment.ts';
import { PermissionSetGroup, PermissionSetGroupComponent } from './standard/PermissionSetGroup.ts';
import { Profile } from './standard/Profile.ts';
import { AggregateResult, Name } from './standard/pseudoObjects.ts';
import { RecordType } from './standard/RecordType.ts';
import { CustomPermission, FieldPermissions, ObjectPermissions, SetupEntityAccess } from './standard/rights.ts';
import { Task } from './standard/Task.ts';
import { User } from './standard/User.ts';
import { UserLogin } from './standard/UserLogin.ts';
import { UserRole } from './standard/UserRole.ts';
import type { ObjectDefinition } from './objectType.ts';

export const standardObjects: readonly ObjectDefinition[] = [
  Account,
  AggregateResult,
  ApexClass,
  ApexTrigger,
  AsyncApexJob,
  BatchApexErrorEvent,
  Case,
  Contact,
  CronJobDetail,
  CronTrigger,
  CustomNotificationType,
  CustomPermission,
  Domain,
  EmailTemplate,
  FieldPermissions,
  Group,
  GroupMember,
  Lead,
  LoginHistory,
  Name,
  Network,
  NetworkMember,
  NetworkMemberGroup,
  ObjectPermissions,
  Opportunity,
  Organization,
  OrgWideEmailAddress,
  PermissionSet,
  PermissionSetAssignment,
  PermissionSetGroup,
  PermissionSetGroupComponent,
  PermissionSetLicense,
  PermissionSetLicenseAssign,
  Profile,
  QueueSobject,
  RecordType,
  SetupEntityAccess,
  Site,
  Task,
  User,
  UserLicense,
  UserLogin,
  UserRole,
];
