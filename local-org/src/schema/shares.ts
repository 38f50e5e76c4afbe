/**
 * Share objects (`AccountShare`, `Thing__Share`): who may reach a record and why. The rows with the cause Owner follow from
 * the records themselves; the others are written. Source: Object Reference, AccountShare and its sisters.
 */
import { byDefault, createOnly, datetime, field, id, isDeleted, lookup, picklist, readOnly, required, restricted } from './fields.ts';
import { keyPrefix } from './keyPrefixes.ts';
import type { FieldType, ShareOf } from './model.ts';
import { standardObject, type ObjectDefinition } from './objectType.ts';

/** Standard objects with shares: key prefix, and the further access levels of the row. */
const standard: Readonly<Record<string, readonly [prefix: string, ...further: string[]]>> = {
  Account: ['00r', 'OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'],
  Campaign: ['08s'],
  Case: ['01n'],
  Contact: ['03s'],
  Lead: ['01o'],
  Opportunity: ['00t'],
};

const levels = ['Read', 'Edit', 'All'] as const;

/** Custom objects have shares only where not everybody may write everything anyway. */
export function shareObjects(definitions: readonly ObjectDefinition[], taken: Set<string>): readonly ObjectDefinition[] {
  return definitions.flatMap((definition) => {
    const { name, kind, sharingModel } = definition;
    const known = kind === 'standard' ? standard[name] : undefined;
    if (known) return [shareObject(definition, `${name}Share`, known[0], `${name}Id`, `${name}AccessLevel`, known.slice(1))];
    if (kind !== 'custom' || (sharingModel !== 'Private' && sharingModel !== 'Read')) return [];
    const share = name.replace(/__c$/, '__Share');
    return [shareObject(definition, share, keyPrefix('custom', share, taken), 'ParentId', 'AccessLevel', [])];
  });
}

function shareObject(
  of: ObjectDefinition,
  name: string,
  prefix: string,
  parent: string,
  access: string,
  further: readonly string[],
): ObjectDefinition {
  const shareOf: ShareOf = { object: of.name, parent, access };
  const level = (levelName: string, ...options: Partial<FieldType>[]): FieldType =>
    picklist(levelName, levelName === access ? levels : ['None', 'Read', 'Edit'], restricted, ...options);
  return {
    ...standardObject(
      name,
      prefix,
      [
        id,
        lookup(parent, of.name, 'Shares', required, createOnly),
        lookup('UserOrGroupId', ['Group', 'User'], null, required, createOnly),
        level(access, required),
        ...further.map((each) =>
          level(each, each === 'OpportunityAccessLevel' ? required : each === 'ContactAccessLevel' ? readOnly : { nillable: true }),
        ),
        field('RowCause', 'picklist', { length: 40 }, createOnly, byDefault('Manual')),
        datetime('LastModifiedDate', readOnly),
        lookup('LastModifiedById', 'User', null, readOnly),
        isDeleted,
      ],
      { sharingModel: 'FullAccess', label: `${of.label} Share` },
    ),
    shareOf,
  };
}
