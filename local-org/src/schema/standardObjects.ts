/** All standard objects the local org has. An object that is not here does not exist: `sObject type 'X' is not supported.` */
import { Account } from './standard/Account.ts';
import { ApexClass, ApexTrigger } from './standard/apexCode.ts';
import { AsyncApexJob, BatchApexErrorEvent, CronJobDetail, CronTrigger } from './standard/asyncApex.ts';
import { Campaign, CampaignMember, CampaignMemberStatus } from './standard/Campaign.ts';
import {
  Asset,
  Contract,
  OpportunityContactRole,
  OpportunityLineItem,
  Order,
  OrderItem,
  Pricebook2,
  PricebookEntry,
  Product2,
} from './standard/products.ts';
import { EntityDefinition, FieldDefinition } from './standard/EntityDefinition.ts';
import { Event } from './standard/Event.ts';
import {
  Attachment,
  ContentDistribution,
  ContentDocument,
  ContentDocumentLink,
  ContentVersion,
  Document,
  Folder,
  Note,
} from './standard/files.ts';
import {
  BusinessHours,
  CaseComment,
  CaseStatus,
  EmailMessage,
  EmailMessageRelation,
  Holiday,
  LeadStatus,
  OpportunityStage,
  TaskPriority,
  TaskStatus,
} from './standard/service.ts';
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
import { PlatformCachePartition } from './standard/PlatformCachePartition.ts';
import { Profile } from './standard/Profile.ts';
import { AggregateResult, Name } from './standard/pseudoObjects.ts';
import { RecordType } from './standard/RecordType.ts';
import { CustomPermission, FieldPermissions, ObjectPermissions, SetupEntityAccess } from './standard/rights.ts';
import { StaticResource } from './standard/StaticResource.ts';
import { Task } from './standard/Task.ts';
import { User } from './standard/User.ts';
import { UserLogin } from './standard/UserLogin.ts';
import { UserRecordAccess } from './standard/UserRecordAccess.ts';
import { UserRole } from './standard/UserRole.ts';
import type { ObjectDefinition } from './objectType.ts';

export const standardObjects: readonly ObjectDefinition[] = [
  Account,
  AggregateResult,
  ApexClass,
  ApexTrigger,
  Asset,
  AsyncApexJob,
  Attachment,
  BatchApexErrorEvent,
  BusinessHours,
  Campaign,
  CampaignMember,
  CampaignMemberStatus,
  Case,
  CaseComment,
  CaseStatus,
  Contact,
  ContentDistribution,
  ContentDocument,
  ContentDocumentLink,
  ContentVersion,
  Contract,
  CronJobDetail,
  CronTrigger,
  CustomNotificationType,
  CustomPermission,
  Document,
  Domain,
  EmailMessage,
  EmailMessageRelation,
  EmailTemplate,
  EntityDefinition,
  Event,
  FieldDefinition,
  FieldPermissions,
  Folder,
  Group,
  GroupMember,
  Holiday,
  Lead,
  LeadStatus,
  LoginHistory,
  Name,
  Network,
  NetworkMember,
  NetworkMemberGroup,
  Note,
  ObjectPermissions,
  Opportunity,
  OpportunityContactRole,
  OpportunityLineItem,
  OpportunityStage,
  Order,
  OrderItem,
  Organization,
  OrgWideEmailAddress,
  PermissionSet,
  PermissionSetAssignment,
  PermissionSetGroup,
  PermissionSetGroupComponent,
  PermissionSetLicense,
  PermissionSetLicenseAssign,
  PlatformCachePartition,
  Pricebook2,
  PricebookEntry,
  Product2,
  Profile,
  QueueSobject,
  RecordType,
  SetupEntityAccess,
  Site,
  StaticResource,
  Task,
  TaskPriority,
  TaskStatus,
  User,
  UserLicense,
  UserLogin,
  UserRecordAccess,
  UserRole,
];
