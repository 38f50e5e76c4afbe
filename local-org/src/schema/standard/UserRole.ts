/** Roles, of internal users and (made by the platform) of portal accounts. */
import {
  byDefault,
  checkbox,
  filled,
  id,
  label,
  lastModifiedBy,
  lastModifiedDate,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restrict,
  restricted,
  systemModstamp,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';

const accessToChildren = ['None', 'Read', 'Edit', ['ControlledByParent', 'Controlled By Parent']] as const;

export const UserRole = standardObject(
  'UserRole',
  '00E',
  [
    id,
    text('Name', 80, required, nameField),
    lookup('ParentRoleId', 'UserRole', null, restrict, label('Parent Role ID')),
    text('RollupDescription', 80, label('Description')),
    picklist(
      'OpportunityAccessForAccountOwner',
      accessToChildren,
      byDefault('Edit'),
      restricted,
      label('Opportunity Access Level for Account Owner'),
    ),
    picklist(
      'CaseAccessForAccountOwner',
      accessToChildren,
      byDefault('Edit'),
      restricted,
      { nillable: true },
      label('Case Access Level for Account Owner'),
    ),
    picklist(
      'ContactAccessForAccountOwner',
      accessToChildren,
      byDefault('Edit'),
      restricted,
      { nillable: true },
      label('Contact Access Level for Account Owner'),
    ),
    lookup('ForecastUserId', 'User', null, label('User ID')),
    checkbox('MayForecastManagerShare', readOnly),
    lastModifiedDate,
    lastModifiedBy,
    systemModstamp,
    text('DeveloperName', 80, filled),
    lookup('PortalAccountId', 'Account', null, readOnly, restrict, label('Account ID')),
    picklist('PortalType', ['None', ['CustomerPortal', 'Customer Portal'], 'Partner'], byDefault('None'), readOnly, restricted),
    picklist('PortalRole', ['Executive', 'Manager', ['Worker', 'User'], ['PersonAccount', 'Person Account']], readOnly, restricted),
    lookup('PortalAccountOwnerId', 'User', null, readOnly, label('User ID')),
  ],
  { setup: true, label: 'Role' },
);
