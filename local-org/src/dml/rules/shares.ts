/** Share objects: what may be granted, and to whom it is granted once. Source: Object Reference, AccountShare; Apex Developer Guide, "Sharing a Record Using Apex". */
import { NotSupported } from '../../runtime/exceptions.ts';
import type { ObjectType, Schema } from '../../schema/model.ts';
import type { Store } from '../../store/store.ts';
import { text } from '../change.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const shareNameOf = (object: ObjectType): string =>
  object.kind === 'custom' ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`;

/** "A share that grants no more than the organization-wide default is trivial." */
function checkLevel(change: RowChange, world: DmlWorld): void {
  const shareOf = change.object.shareOf!;
  const level = text(change.row, shareOf.access);
  const shared = world.schema().object(shareOf.object)!;
  const everybody =
    shared.sharingModel === 'Read'
      ? 'Read'
      : shared.sharingModel === 'Private'
        ? 'None'
        : shared.sharingModel === 'ControlledByParent'
          ? null
          : 'Edit';
  if (everybody === null) {
    throw new NotSupported(`shares of ${shared.name}, whose access is controlled by its parent`);
  }
  if (level === 'All')
    change.fail('FIELD_INTEGRITY_EXCEPTION', `field integrity exception: ${shareOf.access} (invalid sharing level All)`, shareOf.access);
  else if (everybody === 'Edit' || level === everybody)
    change.fail(
      'FIELD_INTEGRITY_EXCEPTION',
      `field integrity exception: unknown (trivial share level ${level}, for organization with default level ${everybody})`,
    );
}

function replaceSame({ row, object, newId }: RowChange, store: Store): void {
  const parent = object.shareOf!.parent;
  store.run(`DELETE FROM "${object.name}" WHERE "${parent}" = ? AND "UserOrGroupId" = ? AND "RowCause" = ? AND "Id" <> ?`, [
    text(row, parent),
    text(row, 'UserOrGroupId'),
    text(row, 'RowCause'),
    newId,
  ]);
}

export const shareRules: ObjectRules = {
  object: 'Share',
  validate(rows, world) {
    for (const change of rows) {
      if (change.operation === 'delete') continue;
      const cause = text(change.row, 'RowCause') ?? 'Manual';
      change.row.fields.set('RowCause', cause);
      if (cause !== 'Manual' && !cause.endsWith('__c')) throw new NotSupported(`a share with the cause ${cause}`);
      checkLevel(change, world);
    }
  },
  saved(rows, world) {
    for (const change of rows) if (change.operation === 'insert') replaceSame(change, world.store);
  },
};

/** "When the record owner changes, manual shares are deleted." */
export function dropManualShares(object: ObjectType, ids: readonly string[], schema: Schema, store: Store): void {
  const share = schema.object(shareNameOf(object));
  if (!share?.shareOf || ids.length === 0) return;
  store.run(`DELETE FROM "${share.name}" WHERE "RowCause" = 'Manual' AND "${share.shareOf.parent}" IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids),
  ]);
}
