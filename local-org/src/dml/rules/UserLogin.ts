/** UserLogin: freeze and unfreeze. "IsPasswordLocked can only be set to false" (Object Reference). */
import { current } from '../../runtime/transaction.ts';
import { flag, text } from '../change.ts';
import type { ObjectRules } from '../world.ts';

export const UserLogin: ObjectRules = {
  object: 'UserLogin',
  validate(rows) {
    for (const change of rows) {
      const locks = flag(change.row, 'IsPasswordLocked') && !(change.before && flag(change.before, 'IsPasswordLocked'));
      if (locks) change.fail('FIELD_INTEGRITY_EXCEPTION', 'IsPasswordLocked can only be set to false', 'IsPasswordLocked');
      const freezes = flag(change.row, 'IsFrozen') && !(change.before && flag(change.before, 'IsFrozen'));
      if (freezes && text(change.row, 'UserId') === current().user)
        change.fail('CANNOT_FREEZE_SELF', 'You cannot freeze yourself', 'IsFrozen');
    }
  },
};
