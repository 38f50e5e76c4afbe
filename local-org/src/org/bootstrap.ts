/**
 * The setup rows of an org: what a fresh org has, and what deployed metadata and code stand for. Run after each deploy, in its
 * transaction: rows are found by name and keep their ids.
 */
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexDecimal } from '../runtime/values/numbers.ts';
import type { Settings } from '../runtime/settings.ts';
import { shapeNamed } from '../schema/shapes.ts';
import { personRecordType } from '../schema/standard/personAccounts.ts';
import type { Schema } from '../schema/model.ts';
import { customMetadataOf, customMetadataValues, definitionIn } from '../standard/Schema/customMetadata.ts';
import { entityDurableId, fieldDurableId } from '../standard/Schema/durableIds.ts';
import { recordTypeId } from '../standard/Schema/recordTypeInfo.ts';
import { findRecords } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { TriggerInfo } from '../types/classInfo.ts';
import { writeNetworks } from './setup/networks.ts';
import { writeEmailTemplates, writeOrganization } from './setup/organization.ts';
import { writeLicences, writePermissions } from './setup/profiles.ts';
import { SetupRows } from './setup/setupRows.ts';
import { writeStandardValues } from './setup/standardValues.ts';
import { administrator, writeRoles, writeUsers } from './setup/users.ts';

/** A deployed class or trigger. */
export interface DeployedCode {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly apiVersion: number;
  readonly body: string;
  readonly isValid: boolean;
  readonly trigger: TriggerInfo | null;
}

export interface SetupWorld {
  readonly store: Store;
  readonly schema: Schema;
  readonly settings: Pick<Settings, 'shape' | 'clock' | 'position'>;
  readonly code: readonly DeployedCode[];
}

/** Tables must be there. Does not open a transaction of its own. */
export function bootstrap(world: SetupWorld): void {
  const { store, schema, settings } = world;
  const users = schema.object('User')!;
  const author = findRecords(store, users, 'Username', [administrator])[0]?.id ?? store.newId(users.keyPrefix);
  const rows = new SetupRows(store, schema, author, settings.clock());
  const shape = shapeNamed(settings.shape);
  writeOrganization(rows);
  writeLicences(rows, shape);
  writeEmailTemplates(rows);
  writeCode(rows, world.code);
  for (const { name, label } of schema.customPermissions)
    rows.upsert('CustomPermission', { DeveloperName: name }, { MasterLabel: label, Language: 'en_US' });
  writePermissions(rows, shape, settings);
  writeRoles(rows);
  writeUsers(rows);
  writeNetworks(rows);
  writeRecordTypes(rows);
  writeStandardValues(rows);
  for (const { name, label } of schema.customNotificationTypes)
    rows.upsert(
      'CustomNotificationType',
      { DeveloperName: name },
      { MasterLabel: label, CustomNotifTypeName: label, Language: 'en_US', Desktop: true },
    );
  writeCachePartitions(rows);
  writeCustomMetadata(rows);
  writeFieldDefinitions(rows);
  writeStaticResources(rows);
}

/** A folder, which a deploy would pack, has no body here: whoever reads it gets none. */
function writeStaticResources(rows: SetupRows): void {
  for (const { name, contentType, body, packed } of rows.schema.staticResources ?? []) {
    const bytes = packed ? null : body();
    rows.upsert(
      'StaticResource',
      { Name: name },
      { ContentType: contentType, CacheControl: 'Private', Body: bytes && new ApexBlob(bytes), BodyLength: bytes?.length ?? 0 },
    );
  }
}

function writeCachePartitions(rows: SetupRows): void {
  const partitions = rows.schema.cachePartitions ?? [];
  for (const { name, label, isDefault } of partitions)
    rows.upsert(
      'PlatformCachePartition',
      { DeveloperName: name },
      { MasterLabel: label, Language: 'en_US', IsDefaultPartition: isDefault },
    );
  const names = new Set(partitions.map(({ name }) => name));
  rows.remove('PlatformCachePartition', (row) => names.has(String(row.fields.get('DeveloperName'))));
}

function writeCode(rows: SetupRows, code: readonly DeployedCode[]): void {
  for (const unit of code) {
    const values = {
      ApiVersion: ApexDecimal.of(unit.apiVersion.toFixed(1)),
      Body: unit.body,
      IsValid: unit.isValid,
      Status: 'Active',
      LengthWithoutComments: unit.body.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').length,
    };
    if (unit.kind === 'class') rows.upsert('ApexClass', { Name: unit.name }, values);
    else
      rows.upsert(
        'ApexTrigger',
        { Name: unit.name },
        { ...values, ...(unit.trigger && { TableEnumOrId: unit.trigger.object, ...usages(unit.trigger) }) },
      );
  }
}

/** `before insert` → `UsageBeforeInsert` */
function usages(trigger: TriggerInfo): Readonly<Record<string, boolean>> {
  const events = new Set(trigger.events.map((event) => event.toLowerCase().replace(/[^a-z]/g, '')));
  return Object.fromEntries(
    ['BeforeInsert', 'AfterInsert', 'BeforeUpdate', 'AfterUpdate', 'BeforeDelete', 'AfterDelete', 'AfterUndelete'].map((name) => [
      `Usage${name}`,
      events.has(name.toLowerCase()),
    ]),
  );
}

function writeRecordTypes(rows: SetupRows): void {
  for (const object of rows.schema.objects)
    for (const type of object.recordTypes ?? [])
      rows.upsert(
        'RecordType',
        { SobjectType: object.name, DeveloperName: type.developerName },
        { Name: type.label, IsActive: type.active, IsPersonType: object.name === 'Account' && type === personRecordType },
        { Id: recordTypeId(object, type.developerName) },
      );
}

/** Those that custom metadata refers to. */
function writeFieldDefinitions(rows: SetupRows): void {
  const names = new Set<string>();
  for (const record of rows.schema.customMetadata)
    for (const [name, text] of record.values) {
      const relationship = rows.object(record.object).field(name);
      if (text === null || relationship?.referenceTo[0] !== 'FieldDefinition') continue;
      const { object, field } = definitionIn(rows.schema, relationship, record, text) ?? {};
      if (!object || !field) continue;
      const durableId = fieldDurableId(object, field);
      names.add(durableId);
      const labels = { Label: field.label, MasterLabel: field.label, EntityDefinitionId: entityDurableId(object) };
      rows.upsert(
        'FieldDefinition',
        { DurableId: durableId },
        { QualifiedApiName: field.name, DeveloperName: field.name.replace(/__c$/, ''), ...labels },
      );
    }
  rows.remove('FieldDefinition', (row) => names.has(String(row.fields.get('DurableId'))));
}

/** Rows are what the files say: a record that is no longer there goes. */
function writeCustomMetadata(rows: SetupRows): void {
  for (const object of rows.schema.objects) {
    if (object.kind !== 'customMetadata') continue;
    const ids = new Set<string>();
    for (const record of customMetadataOf(rows.schema, object)) {
      const { Id: id, ...values } = Object.fromEntries(customMetadataValues(rows.schema, object, record));
      ids.add(String(id));
      rows.upsert(object.name, { Id: id! }, values);
    }
    rows.remove(object.name, (row) => ids.has(row.id!));
  }
}
