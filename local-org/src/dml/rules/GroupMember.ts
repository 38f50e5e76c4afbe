/** GroupMember: high-volume users are in no groups (Help, "About High-Volume Community or Site Users"). */
import { text } from '../change.ts';
import { byKey } from '../stored.ts';
import type { ObjectRules } from '../world.ts';
import { isHighVolume } from './users/licence.ts';

export const GroupMember: ObjectRules = {
  object: 'GroupMember',
  validate(rows, world) {
    const inserts = rows.filter((change) => change.operation === 'insert');
    const types = byKey(world.store, 'User', 'Id', ['UserType'], new Set(inserts.map(({ row }) => text(row, 'UserOrGroupId') ?? '')));
    for (const change of inserts) {
      const userType = types.get(text(change.row, 'UserOrGroupId') ?? '')?.[0];
      // Code and text assumed.
      if (isHighVolume(String(userType)))
        change.fail('FIELD_INTEGRITY_EXCEPTION', 'High-volume portal users cannot be members of a group', 'UserOrGroupId');
    }
  },
  saved(_rows, world) {
    world.access.forget();
  },
};
