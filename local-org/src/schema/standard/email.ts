/** E-mail templates and the addresses that mail may come from. */
import {
  area,
  audit,
  byDefault,
  checkbox,
  datetime,
  decimal,
  email,
  filled,
  id,
  integer,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restricted,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';
import { emailEncodings } from './userPicklists.ts';

export const EmailTemplate = standardObject(
  'EmailTemplate',
  '00X',
  [
    id,
    text('Name', 80, required, nameField, label('Email Template Name')),
    text('DeveloperName', 80, required, label('Template Unique Name')),
    text('NamespacePrefix', 15, readOnly),
    lookup('OwnerId', 'User', null, filled),
    lookup('FolderId', ['Organization', 'User'], null, required),
    text('FolderName', 255, readOnly),
    picklist('UiType', ['Aloha', 'SFX', 'SFX_Sample'], byDefault('Aloha'), restricted, { updateable: false }),
    picklist(
      'TemplateStyle',
      ['none', 'freeForm', 'formalLetter', 'promotionRight', 'promotionLeft', 'newsletter', 'products'],
      byDefault('none'),
      restricted,
    ),
    checkbox('IsActive', label('Available For Use')),
    picklist('TemplateType', ['text', 'html', 'custom', 'visualforce'], required, restricted),
    picklist('Encoding', emailEncodings, filled, restricted),
    area('Description', 255),
    text('Subject', 255),
    area('HtmlValue', 384_000),
    area('Body', 384_000, label('Email Body')),
    integer('TimesUsed', readOnly),
    datetime('LastUsedDate', readOnly),
    decimal('ApiVersion', 18, 1),
    area('Markup', 1_048_576),
    text('RelatedEntityType', 40),
    ...audit,
  ],
  { setup: true },
);

export const OrgWideEmailAddress = standardObject(
  'OrgWideEmailAddress',
  '0D2',
  [
    id,
    email('Address', required),
    text('DisplayName', 203, required, nameField),
    checkbox('IsAllowAllProfiles', label('Allow All Profiles')),
    checkbox('IsVerified', readOnly),
    picklist('Purpose', ['UserSelection', 'DefaultNoreply', 'UserSelectionAndDefaultNoreply'], byDefault('UserSelection'), restricted),
    ...audit,
  ],
  { setup: true, labelPlural: 'Organization-wide Email Addresses', label: 'Organization-wide From Email Address' },
);
