/**
 * Person accounts: an account that is a person, with the contact behind it. What the two share and how they are written is
 * dml/rules/personAccounts.ts. Fields of Individual and of other features are not among them.
 */
import { address, area, checkbox, date, datetime, email, label, lookup, phone, picklist, readOnly, text } from '../fields.ts';
import type { FieldType } from '../model.ts';
import type { ObjectDefinition } from '../objectType.ts';
import { leadSources } from './picklists.ts';

/** Field of Account → field of the contact behind it. */
export const sharedFields: Readonly<Record<string, string>> = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Salutation: 'Salutation',
  Phone: 'Phone',
  Fax: 'Fax',
  OwnerId: 'OwnerId',
  ...Object.fromEntries(
    [
      ...['Mailing', 'Other'].flatMap((kind) =>
        ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude', 'GeocodeAccuracy', 'StateCode', 'CountryCode'].map(
          (part) => kind + part,
        ),
      ),
      ...['MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'],
      ...['Email', 'Title', 'Department', 'AssistantName', 'LeadSource', 'Birthdate', 'EmailBouncedReason', 'EmailBouncedDate'],
      ...['HasOptedOutOfEmail', 'HasOptedOutOfFax', 'DoNotCall'],
    ].map((name) => [`Person${name}`, name]),
  ),
};

const accountFields: readonly FieldType[] = [
  text('LastName', 80),
  text('FirstName', 40),
  picklist('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.']),
  lookup('RecordTypeId', 'RecordType', null, label('Record Type ID')),
  checkbox('IsPersonAccount', readOnly, label('Is Person Account')),
  lookup('PersonContactId', 'Contact', null, readOnly, label('Contact ID')),
  ...address('PersonMailing', 'PersonMailingAddress'),
  ...address('PersonOther', 'PersonOtherAddress'),
  ...['MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'].map((name) => phone(`Person${name}`, label(name))),
  email('PersonEmail', label('Email')),
  text('PersonTitle', 80, label('Title')),
  text('PersonDepartment', 80, label('Department')),
  text('PersonAssistantName', 40, label('Assistant')),
  picklist('PersonLeadSource', leadSources, label('Lead Source')),
  date('PersonBirthdate', label('Birthdate')),
  checkbox('PersonHasOptedOutOfEmail', label('Email Opt Out')),
  checkbox('PersonHasOptedOutOfFax', label('Fax Opt Out')),
  checkbox('PersonDoNotCall', label('Do Not Call')),
  area('PersonEmailBouncedReason', 255, label('Email Bounced Reason')),
  datetime('PersonEmailBouncedDate', label('Email Bounced Date')),
];

/** What only a person has. */
export const personOnlyFields: readonly string[] = accountFields
  .filter(({ name, createable }) => createable && name !== 'RecordTypeId')
  .map(({ name }) => name);

export const personRecordType = { developerName: 'PersonAccount', label: 'Person Account', active: true };

export function personAccountFields(definition: ObjectDefinition): ObjectDefinition {
  switch (definition.name) {
    case 'Account':
      return {
        ...definition,
        fields: [...definition.fields, ...accountFields],
        recordTypes: [...definition.recordTypes, personRecordType],
      };
    case 'Contact':
      return { ...definition, fields: [...definition.fields, checkbox('IsPersonAccount', readOnly, label('Is Person Account'))] };
    default:
      return definition;
  }
}
