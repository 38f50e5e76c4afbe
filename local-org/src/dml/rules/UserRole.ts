/** UserRole: roles of portal accounts are the platform's own. */
import { text } from '../change.ts';
import type { ObjectRules } from '../world.ts';

export const UserRole: ObjectRules = {
  object: 'UserRole',
  validate(rows) {
    for (const change of rows) {
      if (change.before === null || text(change.before, 'PortalAccountId') === null) continue;
      if (text(change.row, 'Name') !== text(change.before, 'Name'))
        change.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot specify system-maintained portal role field: [Name]', 'Name');
    }
  },
  saved(_rows, world) {
    world.access.forget();
  },
};
