/** Public groups, queues, and the groups the platform keeps for roles. */
import {
  area,
  byDefault,
  cascade,
  checkbox,
  createOnly,
  createdBy,
  email,
  filled,
  id,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restricted,
  systemModstamp,
  text,
  createdDate,
  lastModifiedDate,
  lastModifiedBy,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';

export const Group = standardObject(
  'Group',
  '00G',
  [
    id,
    text('Name', 40, required, nameField),
    text('DeveloperName', 80, filled),
    lookup('RelatedId', ['User', 'UserRole'], null, readOnly, cascade),
    picklist(
      'Type',
      [
        'Regular',
        'Role',
        'RoleAndSubordinates',
        'RoleAndSubordinatesInternal',
        'Organization',
        'Queue',
        'AllCustomerPortal',
        'Manager',
        'ManagerAndSubordinatesInternal',
        'CollaborationGroup',
        'Territory',
        'TerritoryAndSubordinates',
        'GuestUserGroup',
      ],
      byDefault('Regular'),
      createOnly,
      restricted,
    ),
    email('Email'),
    lookup('OwnerId', ['Organization', 'User'], null, readOnly, filled),
    checkbox('DoesSendEmailToMembers', label('Send Email to Members')),
    checkbox('DoesIncludeBosses', byDefault('true'), label('Include Bosses')),
    createdDate,
    createdBy,
    lastModifiedDate,
    lastModifiedBy,
    systemModstamp,
    area('Description', 255),
  ],
  { setup: true },
);

export const GroupMember = standardObject(
  'GroupMember',
  '011',
  [
    id,
    lookup('GroupId', 'Group', 'GroupMembers', createOnly, required, cascade),
    lookup('UserOrGroupId', ['Group', 'User'], null, createOnly, required, cascade),
    systemModstamp,
  ],
  { setup: true, updateable: false },
);

export const QueueSobject = standardObject(
  'QueueSobject',
  '03g',
  [
    id,
    lookup('QueueId', 'Group', 'QueueSobjects', createOnly, required, cascade),
    text('SobjectType', 40, createOnly, required),
    createdBy,
    systemModstamp,
  ],
  { setup: true, updateable: false, label: 'Queue Sobject' },
);

/** Types of the groups that the platform keeps for each role. */
export const roleGroups: readonly string[] = ['Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal'];
