/** The time zone in which date literals and convertTimezone mean days: that of the running user. */
import type { Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';

const DEFAULT = 'GMT';

export function userTimeZone(store: Store, schema: Schema, userId: string): string {
  if (!schema.object('User')?.field('TimeZoneSidKey')) return DEFAULT;
  const [row] = store.all('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [userId]);
  return typeof row?.[0] === 'string' ? row[0] : DEFAULT;
}
