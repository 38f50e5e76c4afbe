/** CRUD, FLS and sharing, as questions the other rooms ask. `control.ts` answers them from the setup rows in the store. */
import type { ObjectType } from '../schema/model.ts';
import type { Rights } from '../runtime/ports.ts';
import type { SqlValue } from '../store/store.ts';

export interface AccessControl {
  /** Of any user, from profile and permission sets (groups expanded, expired ones left out). Cached until `forget`. */
  rightsOf(userId: string): Rights;
  /** Condition on the rows of `object` (table alias `alias`) that the user may see; null = all. */
  visible(object: ObjectType, alias: string, userId: string): { readonly sql: string; readonly params: readonly SqlValue[] } | null;
  /** Those of `ids` that sharing lets the user read, edit or delete. */
  allowed(object: ObjectType, ids: readonly string[], userId: string, right: 'read' | 'edit' | 'delete'): ReadonlySet<string>;
  /** Assignments, permission sets, roles or users changed. */
  forget(): void;
}
