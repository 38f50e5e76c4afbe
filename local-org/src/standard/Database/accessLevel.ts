/** System.AccessLevel: user or system mode of one database operation. */
import type { Access } from '../../runtime/ports.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { apexError } from '../../runtime/exceptions.ts';
import { membersOf, standardClass } from '../declare.ts';

export class AccessLevel extends LibraryObject {
  readonly apexType = 'AccessLevel';
  readonly mode: 'user' | 'system';
  constructor(mode: 'user' | 'system') {
    super();
    this.mode = mode;
  }
}

const userMode = new AccessLevel('user');
const systemMode = new AccessLevel('system');

/** What the operation may see and do; `level` is the argument of the Apex call. */
export function accessOf(level: Value): Access {
  if (!(level instanceof AccessLevel)) throw apexError('NullPointerException', 'Argument cannot be null.');
  return effectiveAccess(level.mode);
}

const { p } = membersOf<AccessLevel>();

export const accessLevel = standardClass(
  'System.AccessLevel',
  [p('static AccessLevel USER_MODE', () => userMode), p('static AccessLevel SYSTEM_MODE', () => systemMode)],
  { notSupported: ['withPermissionSetId(String)'] },
);
