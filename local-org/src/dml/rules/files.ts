/** Files: a version makes its document, and the links to its owner and to where it was published first. Bodies know their length. */
import { createHash } from 'node:crypto';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { NotSupported } from '../../runtime/exceptions.ts';
import { MY_DOMAIN } from '../../runtime/orgDomain.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexDatetime } from '../../runtime/values/dates.ts';
import { insertRecord, updateRecord } from '../../store/records.ts';
import { text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import { wholeSeconds } from '../values.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

/** Extensions whose type is not their own name in capitals. Source: Object Reference, ContentVersion.FileType. */
const fileTypes: Readonly<Record<string, string>> = {
  txt: 'TEXT',
  docx: 'WORD_X',
  doc: 'WORD',
  xlsx: 'EXCEL_X',
  xls: 'EXCEL',
  pptx: 'POWER_POINT_X',
  ppt: 'POWER_POINT',
  htm: 'HTML',
  js: 'JAVASCRIPT',
  jpeg: 'JPG',
};

const bytesOf = (change: RowChange, field: string): Uint8Array | null => {
  const body = change.row.fields.get(field) ?? null;
  return body instanceof ApexBlob ? body.bytes : null;
};

function describe(change: RowChange, world: DmlWorld): void {
  const { row } = change;
  const path = text(row, 'PathOnClient');
  const data = bytesOf(change, 'VersionData');
  if (path === null) {
    change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PathOnClient]', 'PathOnClient');
    return;
  }
  if (data === null) {
    change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', 'VersionData');
    return;
  }
  const name = path.split(/[\\/]/).at(-1)!;
  const extension = /\.([^.]+)$/.exec(name)?.[1] ?? null;
  if (text(row, 'Title') === null) row.fields.set('Title', name);
  row.fields.set('FileExtension', extension);
  row.fields.set('FileType', extension === null ? 'UNKNOWN' : (fileTypes[extension.toLowerCase()] ?? extension.toUpperCase()));
  row.fields.set('ContentSize', data.length);
  row.fields.set('Checksum', createHash('md5').update(data).digest('hex'));
  row.fields.set('ContentModifiedDate', new ApexDatetime(wholeSeconds(current().now())));
  row.fields.set('ContentModifiedById', current().user);
  row.fields.set('IsLatest', true);
  const document = text(row, 'ContentDocumentId');
  const versions = document === null ? 0 : rowsWhere(world.store, 'ContentVersion', ['Id'], 'ContentDocumentId', [document]).length;
  row.fields.set('VersionNumber', String(versions + 1));
}

/** A document stands in the store before its version, which points to it. */
function addDocument(change: RowChange, world: DmlWorld): void {
  const { row } = change;
  const schema = world.schema();
  const [user, now] = [current().user, new ApexDatetime(wholeSeconds(current().now()))];
  const stamps = { CreatedById: user, CreatedDate: now, LastModifiedById: user, LastModifiedDate: now, SystemModstamp: now };
  const shown = Object.fromEntries(
    ['Title', 'Description', 'FileType', 'FileExtension', 'ContentSize', 'OwnerId', 'PublishStatus'].map((field) => [
      field,
      row.fields.get(field) ?? null,
    ]),
  );
  const document = insertRecord(world.store, schema.object('ContentDocument')!, {
    ...shown,
    ...stamps,
    ContentModifiedDate: now,
    LatestPublishedVersionId: change.row.id,
  });
  updateRecord(world.store, change.object, row.id!, { ContentDocumentId: document });
  row.fields.set('ContentDocumentId', document);
  const links = schema.object('ContentDocumentLink')!;
  const link = { ContentDocumentId: document, SystemModstamp: now, Visibility: 'AllUsers' };
  insertRecord(world.store, links, { ...link, LinkedEntityId: text(row, 'OwnerId'), ShareType: 'I' });
  const place = text(row, 'FirstPublishLocationId');
  if (place !== null && place !== text(row, 'OwnerId'))
    insertRecord(world.store, links, { ...link, LinkedEntityId: place, ShareType: 'V' });
}

export const ContentVersion: ObjectRules = {
  object: 'ContentVersion',
  validate(rows, world) {
    for (const change of rows) if (change.operation === 'insert') describe(change, world);
  },
  saved(rows, world) {
    for (const change of rows) {
      if (change.operation !== 'insert') continue;
      const { row } = change;
      const document = text(row, 'ContentDocumentId');
      if (document === null) {
        addDocument(change, world);
        continue;
      }
      world.store.run('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ? AND "Id" <> ?', [document, row.id]);
      updateRecord(world.store, world.schema().object('ContentDocument')!, document, {
        LatestPublishedVersionId: row.id,
        Title: row.fields.get('Title') ?? null,
        ContentSize: row.fields.get('ContentSize') ?? null,
        FileType: row.fields.get('FileType') ?? null,
        FileExtension: row.fields.get('FileExtension') ?? null,
      });
    }
  },
};

/** Addresses that nobody answers. */
function publish({ row }: RowChange, world: DmlWorld): void {
  const version = text(row, 'ContentVersionId') ?? '';
  const [found] = rowsWhere(world.store, 'ContentVersion', ['ContentDocumentId'], 'Id', [version]);
  const key = encodeURIComponent(`/a/${row.id!.slice(3, 15)}`);
  const [organization] = world.store.all('SELECT "Id" FROM "Organization"', []).map(([id]) => String(id));
  const changes = {
    ContentDocumentId: (found?.[0] ?? null) as string | null,
    DistributionPublicUrl: `https://${MY_DOMAIN}.my.salesforce.com/sfc/p/#${organization}${decodeURIComponent(key)}`,
    ContentDownloadUrl: `https://${MY_DOMAIN}.file.force.com/sfc/dist/version/download/?oid=${organization}&ids=${version}&d=${key}&asPdf=false`,
  };
  updateRecord(world.store, world.schema().object('ContentDistribution')!, row.id!, changes);
  for (const [name, value] of Object.entries(changes)) row.fields.set(name, value);
}

export const ContentDistribution: ObjectRules = {
  object: 'ContentDistribution',
  validate(rows) {
    if (rows.some(({ row }) => row.fields.get('PreferencesPasswordRequired') === true))
      throw new NotSupported('ContentDistribution with PreferencesPasswordRequired');
  },
  saved(rows, world) {
    for (const change of rows) if (change.operation === 'insert') publish(change, world);
  },
};

/** "ContentDocumentLink: a document is linked to a record once." */
export const ContentDocumentLink: ObjectRules = {
  object: 'ContentDocumentLink',
  validate(rows, world) {
    for (const change of rows) {
      if (change.operation !== 'insert') continue;
      const { row } = change;
      if (text(row, 'ShareType') === null) row.fields.set('ShareType', 'V');
      const linked = rowsWhere(world.store, 'ContentDocumentLink', ['LinkedEntityId', 'IsDeleted'], 'ContentDocumentId', [
        text(row, 'ContentDocumentId') ?? '',
      ]).some(([entity, deleted]) => entity === text(row, 'LinkedEntityId') && deleted !== 1);
      if (linked)
        change.fail(
          'DUPLICATE_VALUE',
          'Document with ID: ' +
            text(row, 'ContentDocumentId') +
            ' is already linked with the entity with ID: ' +
            text(row, 'LinkedEntityId'),
        );
    }
  },
};

const withLength = (object: string): ObjectRules => ({
  object,
  validate(rows) {
    for (const change of rows)
      if (change.operation === 'insert' || change.operation === 'update')
        change.row.fields.set('BodyLength', bytesOf(change, 'Body')?.length ?? null);
  },
});

export const bodies: readonly ObjectRules[] = ['Attachment', 'Document'].map(withLength);
