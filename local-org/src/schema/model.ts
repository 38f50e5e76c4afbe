/** Objects and fields as everything else sees them: standard ones from data tables, custom ones from SFDX metadata. Names canonical, look-ups by lower case. */

export type FieldKind =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'email'
  | 'phone'
  | 'url'
  | 'reference'
  | 'base64'
  | 'long'
  | 'address'
  | 'anyType'
  /** Ids of other records, which a save makes into rows of their own. */
  | 'junctionIdList';

export interface PicklistEntry {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

export interface FieldType {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Characters; 0 where it has no meaning. */
  readonly length: number;
  /** Digits in all, and after the point, of number, currency and percent fields. */
  readonly precision: number;
  readonly scale: number;
  /** False = required on insert unless it has a default (`defaultedOnCreate`). */
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly nameField: boolean;
  readonly autoNumber: string | null;
  readonly custom: boolean;
  readonly referenceTo: readonly string[];
  /** Of a relationship to a definition (EntityDefinition, FieldDefinition): text that holds its DurableId. Absent = it holds an id. */
  readonly holdsDurableId?: boolean;
  /** Of a relationship to FieldDefinition: the field that names the object. */
  readonly definitionsOf?: string | null;
  /** `Account` for AccountId, `Parent__r` for Parent__c. */
  readonly relationshipName: string | null;
  /** `Contacts`, `Items__r`. */
  readonly childRelationshipName: string | null;
  readonly masterDetail: boolean;
  readonly onParentDelete: 'setNull' | 'restrict' | 'cascade';
  readonly picklist: readonly PicklistEntry[];
  readonly restrictedPicklist: boolean;
  /** A constant default: the value as text (`'true'`, `'0'`, `'Draft'`); null for none. */
  readonly defaultValue: string | null;
  /** Formula text; such a field is calculated, never stored. */
  readonly formula: string | null;
  /** Of a formula: blank numbers count as zero. */
  readonly blankAsZero?: boolean;
  /** Of a roll-up summary field: stored, and kept by whoever saves the children. */
  readonly summary?: SummaryDefinition;
  /** A default value that is calculated. */
  readonly defaultFormula?: string;
  readonly inlineHelpText: string | null;
  /** A lookup filter that need not be kept. */
  readonly filteredLookup?: boolean;
  /** Rich text. */
  readonly htmlFormatted?: boolean;
  /** Of a master-detail field: who may read the master may write the details. */
  readonly writeRequiresMasterRead?: boolean;
  /** Of a dependent picklist: the field on which its values depend. The API does not enforce it. */
  readonly controllingField?: string | null;
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: string;
  readonly field: string;
}

export type ObjectKind = 'standard' | 'custom' | 'event' | 'customMetadata' | 'customSetting';
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';

export interface ObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: ObjectKind;
  /** Three characters; '' for platform events' and metadata types that have none. */
  readonly keyPrefix: string;
  /** A setup object as mixed DML means it (User, PermissionSetAssignment, UserRole, Group, …). */
  readonly setup: boolean;
  readonly sharingModel: SharingModel;
  /** For external users; absent = Private. */
  readonly externalSharingModel?: SharingModel | null;
  /** Of a share object. */
  readonly shareOf?: ShareOf;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Lacks rows that the platform has: reached from others, not by FROM. */
  readonly incomplete?: boolean;
  /** Platform events. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
  /** In order of declaration, Id first. */
  readonly fields: readonly FieldType[];
  field(name: string): FieldType | undefined;
  /** The reference field whose relationshipName that is. */
  parent(relationship: string): FieldType | undefined;
  child(relationship: string): ChildRelationship | undefined;
  readonly children: readonly ChildRelationship[];
  /** Those of metadata; the master record type has none here. Absent = none. */
  readonly recordTypes?: readonly RecordTypeMetadata[];
  /** Those that are active. Absent = none. */
  readonly validationRules?: readonly ValidationRule[];
  /** Of a custom setting. */
  readonly settingsType?: 'Hierarchy' | 'List' | null;
}

/** A filter of a roll-up summary, as metadata states it. */
export interface SummaryFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export interface SummaryDefinition {
  /** The object whose records are added up, and its master-detail field. */
  readonly child: string;
  readonly foreignKey: string;
  /** `count`, `sum`, `min`, `max` */
  readonly operation: string;
  /** What is added up; null for `count`. */
  readonly field: string | null;
  readonly filters: readonly SummaryFilter[];
}

export interface ValidationRule {
  readonly name: string;
  /** A record for which it is true is refused. */
  readonly formula: string;
  readonly message: string;
  /** Canonical name of the field the message belongs to; null for the page. */
  readonly field: string | null;
  /** The file it stands in. */
  readonly path: string;
}

/** What a share object shares: the lookup to it, and the access level that counts. */
export interface ShareOf {
  readonly object: string;
  readonly parent: string;
  readonly access: string;
}

export interface RecordTypeMetadata {
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  /** Values that the record type allows, by lower-case field name. */
  readonly picklistValues?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One custom metadata record: field values as text, by canonical field name. */
export interface CachePartition {
  readonly name: string;
  readonly isDefault: boolean;
  readonly label: string;
  /** Megabytes by type: `Organization`, `Session`. */
  readonly capacity: ReadonlyMap<string, number>;
}

export interface CustomMetadataRecord {
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, string | null>;
}

export interface PermissionSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly objects: readonly {
    readonly object: string;
    readonly create: boolean;
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
  }[];
  readonly fields: readonly { readonly object: string; readonly field: string; readonly readable: boolean; readonly editable: boolean }[];
  readonly customPermissions: readonly string[];
  readonly classes: readonly string[];
  /** `ViewSetup`, … that are enabled. */
  readonly userPermissions: readonly string[];
  /** Those that a profile's file takes away. */
  readonly withheldPermissions?: readonly string[];
}

/** An external or internal profile read from metadata (`local/`), over its licence's defaults. */
export interface ProfileMetadata extends Omit<PermissionSetMetadata, 'license' | 'label'> {
  readonly userLicense: string | null;
}

/** `SiteMetadata`: a Network (Experience Cloud site) read from `networks/`. */
export interface NetworkMetadata {
  readonly name: string;
  readonly status: 'Live' | 'DownForMaintenance' | 'UnderConstruction';
  readonly urlPathPrefix: string | null;
  readonly sendWelcomeEmail: boolean;
  /** Profile and permission set names. */
  readonly memberProfiles: readonly string[];
  readonly memberPermissionSets: readonly string[];
  readonly emailSenderName: string | null;
  readonly emailSenderAddress: string | null;
}

export interface SubscriberConfig {
  readonly trigger: string;
  readonly batchSize: number;
  /** Username, or null for Automated Process. */
  readonly user: string | null;
}

export interface FieldSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Paths from the object: `Name`, `Account.Name`. */
  readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

export interface StaticResourceMetadata {
  readonly name: string;
  readonly contentType: string;
  /** The contents are a folder, which a deploy would pack: `body` refuses. */
  readonly packed: boolean;
  body(): Uint8Array;
}

export interface Schema {
  object(name: string): ObjectType | undefined;
  readonly objects: readonly ObjectType[];
  /** By first three characters of an id. */
  objectOfId(id: string): ObjectType | undefined;
  label(name: string): string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly customMetadata: readonly CustomMetadataRecord[];
  readonly permissionSets: readonly PermissionSetMetadata[];
  readonly profiles: readonly ProfileMetadata[];
  readonly networks: readonly NetworkMetadata[];
  readonly customPermissions: readonly { readonly name: string; readonly label: string }[];
  /** By lower-case trigger name. */
  readonly subscriberConfigs: ReadonlyMap<string, SubscriberConfig>;
  readonly customNotificationTypes: readonly { readonly name: string; readonly label: string }[];
  readonly permissionSetGroups?: readonly { readonly name: string; readonly label: string; readonly permissionSets: readonly string[] }[];
  readonly roles?: readonly { readonly name: string; readonly label: string; readonly parent: string | null }[];
  readonly staticResources?: readonly StaticResourceMetadata[];
  /** Visualforce pages, by name: what they say is never read. */
  readonly pages?: readonly string[];
  /** By lower-case object name. */
  readonly fieldSets?: ReadonlyMap<string, readonly FieldSetMetadata[]>;
  /** Of the platform cache. */
  readonly cachePartitions?: readonly CachePartition[];
  /** Objects and fields of features that are off: the store has them, so that rules may ask for them, and nobody else sees them. */
  readonly unseen?: readonly ObjectType[];
  /** Org settings from `settings/`: `Communities.enableOotbProfExtUserOpsEnable` → `'true'`. */
  readonly settings?: ReadonlyMap<string, string>;
}
