/** UserRole: roles of portal accounts are the platform's own. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { text } from '../change.ts';
import { roleGroups } from '../../schema/standard/groups.ts';
import { byKey } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { addRoleGroups } from './users/portalRoles.ts';

/** The message is known for Name; that the other fields have the same one is assumed. */
const kept = ['Name', 'DeveloperName', 'ParentRoleId'] as const;

const isPortalRole = (change: RowChange): boolean => change.before !== null && text(change.before, 'PortalAccountId') !== null;

function checkParents(rows: readonly RowChange[], world: DmlWorld): void {
  const parents = byKey(
    world.store,
    'UserRole',
    'Id',
    ['PortalAccountId'],
    new Set(rows.map(({ row }) => text(row, 'ParentRoleId') ?? '')),
  );
  if ([...parents.values()].some(([account]) => account !== null)) throw new NotSupported('a role of the company below a portal role');
}

export const UserRole: ObjectRules = {
  object: 'UserRole',
  validate(rows, world) {
    for (const change of rows.filter(isPortalRole)) {
      if (change.operation === 'delete') throw new NotSupported('deleting a portal role');
      for (const field of kept)
        if (text(change.row, field) !== (change.before && text(change.before, field)))
          change.fail('FIELD_INTEGRITY_EXCEPTION', `Cannot specify system-maintained portal role field: [${field}]`, field);
    }
    checkParents(
      rows.filter((change) => !isPortalRole(change)),
      world,
    );
  },
  saved(rows, world) {
    for (const { operation, row } of rows)
      if (operation === 'insert') addRoleGroups(String(row.id), text(row, 'DeveloperName') ?? '', world, roleGroups);
    world.access.forget();
  },
};
