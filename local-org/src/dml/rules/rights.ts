/** Objects that say what somebody may do: when they change, cached rights are out of date. */
import type { DmlWorld, ObjectRules } from '../world.ts';

const forget = (_rows: unknown, world: DmlWorld): void => world.access.forget();

export const rightsRules: readonly ObjectRules[] = [
  'FieldPermissions',
  'Group',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
].map((object) => ({ object, saved: forget }));
