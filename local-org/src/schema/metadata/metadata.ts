/** What the metadata files of a project say, before it is merged with the standard objects. */
import type { Problem } from '../../syntax/tree.ts';
import type {
  CachePartition,
  CustomMetadataRecord,
  FieldSetMetadata,
  NetworkMetadata,
  PermissionSetMetadata,
  PicklistEntry,
  ProfileMetadata,
  StaticResourceMetadata,
  SubscriberConfig,
} from '../model.ts';
import type { XmlElement } from './xml.ts';

export interface ObjectMetadata {
  readonly name: string;
  readonly path: string;
  /** `CustomObject`; null where only fields of the object are there. */
  root: XmlElement | null;
  readonly fields: { readonly path: string; readonly element: XmlElement }[];
  readonly recordTypes: XmlElement[];
  readonly validationRules: { readonly path: string; readonly name: string; readonly element: XmlElement }[];
}

export interface Metadata {
  /** By lower-case name. */
  readonly objects: Map<string, ObjectMetadata>;
  /** Global value sets by lower-case name. */
  readonly valueSets: Map<string, readonly PicklistEntry[]>;
  readonly labels: Map<string, string>;
  readonly customMetadata: (CustomMetadataRecord & { readonly path: string })[];
  readonly permissionSets: (PermissionSetMetadata & { readonly path: string })[];
  readonly profiles: (ProfileMetadata & { readonly path: string })[];
  readonly networks: (NetworkMetadata & { readonly path: string })[];
  readonly customPermissions: { readonly name: string; readonly label: string }[];
  readonly subscriberConfigs: Map<string, SubscriberConfig>;
  readonly customNotificationTypes: { readonly name: string; readonly label: string }[];
  readonly permissionSetGroups: { readonly name: string; readonly label: string; readonly permissionSets: readonly string[] }[];
  readonly roles: {
    readonly name: string;
    readonly label: string;
    readonly parent: string | null;
    readonly path: string;
    /** `contactAccessLevel`, …: what its users may do with records of accounts they own. */
    readonly access: ReadonlyMap<string, string>;
  }[];
  readonly staticResources: StaticResourceMetadata[];
  /** Visualforce pages. */
  readonly pages: string[];
  /** By lower-case object name. */
  readonly fieldSets: Map<string, FieldSetMetadata[]>;
  readonly cachePartitions: CachePartition[];
  readonly settings: Map<string, string>;
  /** Lower-case names of the Apex classes among the files. */
  readonly apexClasses: Set<string>;
  readonly problems: Problem[];
}

export function emptyMetadata(): Metadata {
  return {
    objects: new Map(),
    valueSets: new Map(),
    labels: new Map(),
    customMetadata: [],
    permissionSets: [],
    profiles: [],
    networks: [],
    customPermissions: [],
    subscriberConfigs: new Map(),
    customNotificationTypes: [],
    permissionSetGroups: [],
    roles: [],
    staticResources: [],
    pages: [],
    fieldSets: new Map(),
    cachePartitions: [],
    settings: new Map(),
    apexClasses: new Set(),
    problems: [],
  };
}

export function problem(path: string, message: string, kind: Problem['kind'] = 'error'): Problem {
  return { path, line: 1, column: 1, message, kind };
}

export function objectMetadata(metadata: Metadata, name: string, path: string): ObjectMetadata {
  const found = metadata.objects.get(name.toLowerCase());
  if (found) return found;
  const made: ObjectMetadata = { name, path, root: null, fields: [], recordTypes: [], validationRules: [] };
  metadata.objects.set(name.toLowerCase(), made);
  return made;
}
