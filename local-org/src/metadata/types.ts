/**
 * What the Metadata API knows: the types that jsforce took from its WSDL (about API version 50), and the later additions
 * that this project meets. `string` is required, `?string` optional, `['T']` a list.
 */
import { createRequire } from 'node:module';

export type PropertyType = string | readonly string[];

export interface MetadataType {
  readonly type: string;
  readonly props: Readonly<Record<string, PropertyType>>;
  readonly extends?: string;
}

/** Elements that a type has got since. */
const added: Readonly<Record<string, Readonly<Record<string, PropertyType>>>> = {
  ComponentInstance: { identifier: '?string' },
  FlexiPageRegion: { itemInstances: ['ItemInstance'] },
  LightningComponentBundle: { capabilities: '?any', targetConfigs: '?any' },
  PermissionSet: {
    agentAccesses: ['PermissionSetAgentAccess'],
    customSettingAccesses: ['PermissionSetCustomSettingAccesses'],
    externalCredentialPrincipalAccesses: ['PermissionSetExternalCredentialPrincipalAccess'],
  },
  PermissionSetGroup: { hasActivationRequired: '?boolean' },
  PermissionSetObjectPermissions: { viewAllFields: '?boolean' },
  PlatformCachePartitionType: { allocatedPartnerCapacity: '?number' },
  PlatformEventChannelMember: { enrichedFields: ['EnrichedField'], filterExpression: '?string' },
  Profile: { customSettingAccesses: ['PermissionSetCustomSettingAccesses'] },
  ProfileObjectPermissions: { viewAllFields: '?boolean' },
};

/** Types that are newer than the list. */
const newer: Readonly<Record<string, MetadataType>> = {
  EnrichedField: { type: 'EnrichedField', props: { name: 'string' } },
  FieldInstance: {
    type: 'FieldInstance',
    props: {
      fieldInstanceProperties: ['FieldInstanceProperty'],
      fieldItem: 'string',
      identifier: '?string',
      visibilityRule: '?UiFormulaRule',
    },
  },
  FieldInstanceProperty: { type: 'FieldInstanceProperty', props: { name: 'string', value: '?string' } },
  ItemInstance: { type: 'ItemInstance', props: { componentInstance: '?ComponentInstance', fieldInstance: '?FieldInstance' } },
  PermissionSetAgentAccess: { type: 'PermissionSetAgentAccess', props: { agentName: 'string', enabled: 'boolean' } },
  PermissionSetCustomSettingAccesses: { type: 'PermissionSetCustomSettingAccesses', props: { enabled: 'boolean', name: 'string' } },
  PermissionSetExternalCredentialPrincipalAccess: {
    type: 'PermissionSetExternalCredentialPrincipalAccess',
    props: { enabled: 'boolean', externalCredentialPrincipal: 'string' },
  },
  PlatformEventSubscriberConfig: {
    type: 'PlatformEventSubscriberConfig',
    props: {
      batchSize: '?number',
      isProtected: '?boolean',
      masterLabel: 'string',
      numPartitions: '?number',
      partitionKey: '?string',
      platformEventConsumer: 'string',
      user: '?string',
    },
    extends: 'Metadata',
  },
};

type Types = Readonly<Record<string, MetadataType>>;

let listed: Types | null = null;
/** Loaded when a file is checked first: an org that starts from its cache checks none. */
function known(): Types {
  const path = '@jsforce/jsforce-node/lib/api/metadata/schema.js';
  listed ??= (createRequire(import.meta.url)(path) as { readonly ApiSchemas: Types }).ApiSchemas;
  return listed;
}

const complete = new Map<string, MetadataType | undefined>();

/** With inherited and added elements. */
export function metadataType(name: string): MetadataType | undefined {
  if (!complete.has(name)) {
    const own = newer[name] ?? known()[name];
    const base = own?.extends === undefined ? undefined : metadataType(own.extends);
    complete.set(name, own && { ...own, props: { ...base?.props, ...own.props, ...added[name] } });
  }
  return complete.get(name);
}

export function isMetadata(name: string): boolean {
  const type = newer[name] ?? known()[name];
  return type?.extends !== undefined && (type.extends === 'Metadata' || isMetadata(type.extends));
}
