/** PermissionSetLicenseAssign: once per user, and only while there are licences. */
import { text } from '../change.ts';
import { byKey, rowsWhere } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const licenceOf = (change: RowChange): string => text(change.row, 'PermissionSetLicenseId') ?? '';
const assignee = (change: RowChange): string => text(change.row, 'AssigneeId') ?? '';
const pair = (user: unknown, licence: unknown): string => `${String(user)}:${String(licence)}`;

function validateInserts(rows: readonly RowChange[], world: DmlWorld): void {
  const licences = byKey(
    world.store,
    'PermissionSetLicense',
    'Id',
    ['MasterLabel', 'TotalLicenses', 'UsedLicenses'],
    new Set(rows.map(licenceOf)),
  );
  const existing = new Set(
    rowsWhere(
      world.store,
      'PermissionSetLicenseAssign',
      ['AssigneeId', 'PermissionSetLicenseId', 'IsDeleted'],
      'AssigneeId',
      new Set(rows.map(assignee)),
    )
      .filter(([, , deleted]) => Number(deleted ?? 0) === 0)
      .map(([user, licence]) => pair(user, licence)),
  );
  const taken = new Map<string, number>();
  for (const change of rows) {
    const id = licenceOf(change);
    const [label, total, used] = licences.get(id) ?? [];
    const key = pair(assignee(change), id);
    if (existing.has(key))
      change.fail('DUPLICATE_VALUE', `Duplicate PermissionSetLicenseAssign. Assignee: ${assignee(change)}; Permission Set License: ${id}`);
    // Assumption switch: the answer of an exhausted permission set licence is not public.
    else if (Number(used ?? 0) + (taken.get(id) ?? 0) >= Number(total ?? 0))
      change.fail(
        world.settings.position('permissionSetLicenceMessage') === 'asUserLicence' ? 'LICENSE_LIMIT_EXCEEDED' : 'FIELD_INTEGRITY_EXCEPTION',
        `License Limit Exceeded - ${String(label)}`,
      );
    else taken.set(id, (taken.get(id) ?? 0) + 1);
    existing.add(key);
  }
}

export const PermissionSetLicenseAssign: ObjectRules = {
  object: 'PermissionSetLicenseAssign',
  validate(rows, world) {
    validateInserts(
      rows.filter((change) => change.operation === 'insert'),
      world,
    );
  },
  saved(rows, world) {
    for (const change of rows)
      world.store.run('UPDATE "PermissionSetLicense" SET "UsedLicenses" = coalesce("UsedLicenses", 0) + ? WHERE "Id" = ?', [
        change.operation === 'delete' ? -1 : 1,
        licenceOf(change),
      ]);
    world.access.forget();
  },
};
