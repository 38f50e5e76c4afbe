/** Files, their links and versions; and what came before them: attachments, notes, documents. */
import {
  area,
  audit,
  byDefault,
  cascade,
  checkbox,
  createOnly,
  datetime,
  field,
  filled,
  id,
  integer,
  isDeleted,
  label,
  lookup,
  nameField,
  owner,
  picklist,
  readOnly,
  required,
  restrict,
  restricted,
  system,
  systemModstamp,
  text,
  url,
  viewed,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';

/** Records that files, attachments and notes hang on. */
const fileParents: readonly string[] = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Event',
  'Lead',
  'Opportunity',
  'Order',
  'Product2',
  'Task',
];

const noteParents = fileParents.filter((name) => !['Campaign', 'Case', 'Event', 'Task'].includes(name));

const publishStatus = picklist(
  'PublishStatus',
  [
    ['P', 'Public'],
    ['R', 'Personal Library'],
    ['U', 'Upload Interrupted'],
  ],
  byDefault('R'),
  restricted,
);

export const ContentVersion = standardObject(
  'ContentVersion',
  '068',
  [
    id,
    lookup('ContentDocumentId', 'ContentDocument', 'ContentVersions', createOnly, cascade),
    checkbox('IsLatest', readOnly),
    url('ContentUrl', { length: 1300 }),
    text('VersionNumber', 20, readOnly),
    text('Title', 255, { nillable: false }, nameField),
    area('Description', 1_000),
    text('ReasonForChange', 1_000),
    picklist(
      'SharingOption',
      [
        ['A', 'Allowed'],
        ['R', 'Restricted'],
      ],
      byDefault('A'),
      restricted,
    ),
    picklist(
      'SharingPrivacy',
      [
        ['N', 'Visible to Anyone With Record Access'],
        ['P', 'Private on Records'],
      ],
      byDefault('N'),
      restricted,
    ),
    text('PathOnClient', 500, createOnly),
    checkbox('IsMajorVersion', createOnly, byDefault('true')),
    { ...publishStatus, createable: false, updateable: false },
    owner,
    text('FileType', 20, readOnly),
    text('FileExtension', 40, readOnly),
    integer('ContentSize', readOnly, label('Size')),
    text('Checksum', 50, readOnly),
    field('VersionData', 'base64', createOnly, { filterable: false }),
    lookup('FirstPublishLocationId', ['ContentDocument', ...fileParents, 'User'], null, createOnly),
    picklist(
      'Origin',
      [
        ['C', 'Content'],
        ['H', 'Chatter'],
      ],
      byDefault('C'),
      restricted,
      createOnly,
    ),
    datetime('ContentModifiedDate', readOnly),
    lookup('ContentModifiedById', 'User', null, readOnly),
    picklist(
      'ContentLocation',
      [
        ['S', 'Salesforce'],
        ['E', 'External'],
        ['L', 'Social Customer Service'],
      ],
      byDefault('S'),
      restricted,
      createOnly,
    ),
    ...system,
  ],
  { sharingModel: 'FullAccess', deletable: false },
);

export const ContentDocument = standardObject(
  'ContentDocument',
  '069',
  [
    id,
    text('Title', 255, { nillable: false, createable: false }, nameField),
    { ...publishStatus, createable: false, updateable: false },
    lookup('LatestPublishedVersionId', 'ContentVersion', null, readOnly),
    lookup('OwnerId', 'User', null, filled, restrict, { createable: false }),
    area('Description', 1_000, { createable: false }),
    integer('ContentSize', readOnly, label('Size')),
    text('FileType', 20, readOnly),
    text('FileExtension', 40, readOnly),
    checkbox('IsArchived', { createable: false }),
    datetime('ContentModifiedDate', readOnly),
    ...viewed,
    ...system,
  ],
  { sharingModel: 'FullAccess', createable: false },
);

export const ContentDocumentLink = standardObject(
  'ContentDocumentLink',
  '06A',
  [
    id,
    lookup('LinkedEntityId', [...fileParents, 'User'], 'ContentDocumentLinks', required, createOnly, cascade),
    lookup('ContentDocumentId', 'ContentDocument', 'ContentDocumentLinks', required, createOnly, cascade),
    isDeleted,
    systemModstamp,
    picklist(
      'ShareType',
      [
        ['V', 'Viewer'],
        ['C', 'Collaborator'],
        ['I', 'Inferred'],
      ],
      restricted,
      { nillable: false, defaultedOnCreate: true },
    ),
    picklist('Visibility', ['AllUsers', 'InternalUsers', 'SharedUsers'], byDefault('AllUsers'), restricted),
  ],
  { sharingModel: 'FullAccess' },
);

/** Links for people outside of the org. Preferences that are not set are off. */
export const ContentDistribution = standardObject(
  'ContentDistribution',
  '05D',
  [
    id,
    owner,
    text('Name', 100, required, nameField, label('Content Delivery Name')),
    lookup('ContentVersionId', 'ContentVersion', null, required, createOnly, cascade),
    lookup('ContentDocumentId', 'ContentDocument', 'ContentDistributions', readOnly, cascade),
    lookup('RelatedRecordId', fileParents, null),
    checkbox('PreferencesAllowPDFDownload', label('Allow Download as PDF')),
    checkbox('PreferencesAllowOriginalDownload', label('Allow Download in Original Format')),
    checkbox('PreferencesPasswordRequired', label('Require Password to Access Content')),
    checkbox('PreferencesNotifyOnVisit', label('Notify Me of First View or Download')),
    checkbox('PreferencesLinkLatestVersion', label('Content Delivery Opens Latest Version')),
    checkbox('PreferencesAllowViewInBrowser', label('Allow View in the Browser')),
    checkbox('PreferencesExpires', label('Content Delivery Expires')),
    checkbox('PreferencesNotifyRndtnComplete', label('Email when Preview Images are Ready')),
    datetime('ExpiryDate', label('Expiration Date')),
    text('Password', 36, readOnly),
    integer('ViewCount', readOnly),
    datetime('FirstViewDate', readOnly, label('First Viewed')),
    datetime('LastViewDate', readOnly, label('Last Viewed')),
    text('DistributionPublicUrl', 256, readOnly, label('External Link')),
    text('ContentDownloadUrl', 256, readOnly, label('File Download Link')),
    ...system,
  ],
  { label: 'Content Delivery', labelPlural: 'Content Deliveries' },
);

export const Attachment = standardObject(
  'Attachment',
  '00P',
  [
    id,
    lookup('ParentId', fileParents, 'Attachments', required, createOnly, cascade),
    text('Name', 255, required, nameField, label('File Name')),
    checkbox('IsPrivate', label('Private')),
    text('ContentType', 120),
    integer('BodyLength', readOnly),
    field('Body', 'base64', required, { filterable: false }),
    owner,
    area('Description', 500),
    ...system,
  ],
  { sharingModel: 'FullAccess' },
);

export const Note = standardObject(
  'Note',
  '002',
  [
    id,
    lookup('ParentId', noteParents, 'Notes', required, createOnly, cascade),
    text('Title', 80, required, nameField),
    checkbox('IsPrivate', label('Private')),
    area('Body', 32_000),
    owner,
    ...system,
  ],
  { sharingModel: 'FullAccess' },
);

export const Folder = standardObject(
  'Folder',
  '00l',
  [
    id,
    text('Name', 40, required, nameField),
    text('DeveloperName', 80, label('Folder Unique Name')),
    picklist('AccessType', ['Shared', 'Public', 'Hidden', 'PublicInternal'], restricted, { nillable: false }),
    checkbox('IsReadonly', label('Read Only')),
    picklist('Type', ['Dashboard', 'Document', 'Email', 'EmailTemplate', 'Report'], restricted, createOnly, { nillable: false }),
    ...audit,
  ],
  { setup: true },
);

export const Document = standardObject(
  'Document',
  '015',
  [
    id,
    lookup('FolderId', ['Folder', 'User'], null, required),
    text('Name', 255, required, nameField, label('Document Name')),
    text('DeveloperName', 80, label('Document Unique Name')),
    text('ContentType', 120),
    text('Type', 40, label('File Extension')),
    checkbox('IsPublic', label('Externally Available')),
    integer('BodyLength', readOnly),
    field('Body', 'base64', { filterable: false }),
    url('Url', { length: 255 }),
    area('Description', 500),
    text('Keywords', 500),
    checkbox('IsInternalUseOnly', label('Internal Use Only')),
    lookup('AuthorId', 'User', null, { nillable: false, defaultedOnCreate: true }),
    ...system,
  ],
  { setup: false },
);
