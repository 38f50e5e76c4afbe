/** Whose request it is: from a session's token to a user, and what that user may see of the server. */
import type { Door, Org } from '../org/org.ts';
import type { Caller } from './route.ts';

/** Users of the company itself; everybody else is a guest of a site. */
export function callerOf(org: Org, token: string | null, door: Door): Caller | null {
  const session = token === null ? null : org.signIns.session(token);
  if (session?.door !== door) return null;
  const [row] = org.query('SELECT Username, Name FROM User WHERE Id = :id', { binds: { id: session.user } });
  if (!row) return null;
  return {
    id: session.user,
    username: String(row['Username']),
    name: String(row['Name']),
    isAdministrator: org.as(session.user, ({ data }) => data.rights.userPermission('ManageUsers')),
  };
}

export const isInternal = (org: Org, userId: string): boolean =>
  org.query("SELECT Id FROM User WHERE Id = :userId AND UserType = 'Standard'", { binds: { userId } }).length > 0;

export const mayUseApi = (org: Org, userId: string): boolean => org.as(userId, ({ data }) => data.rights.userPermission('ApiEnabled'));
