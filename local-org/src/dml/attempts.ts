/**
 * The attempts of a partial save: "any record that generates an error is set aside; a second attempt includes only those
 * records that did not generate errors; a third and final attempt … If any record generates an error, the entire operation
 * fails" (Apex Developer Guide, "Bulk DML Exception Handling").
 */
import { alive, type Change } from './change.ts';
import { deleteChunk, undeleteChunk } from './remove.ts';
import { saveChunk, type Run } from './save.ts';
import { hasTriggers } from './triggers.ts';

const ATTEMPTS = 3;
const TOO_MANY_RETRIES = 'Too many batch retries in the presence of Apex triggers and partial failures.';

/** The rows that were written; a failure among them came too late to be left out. */
function performOnce(changes: readonly Change[], run: Run): readonly Change[] {
  const operation = changes[0]?.operation;
  switch (operation) {
    case 'insert':
    case 'update':
      return saveChunk(changes, run);
    case 'delete':
      return deleteChunk(changes, run);
    case 'undelete':
      return undeleteChunk(changes, run);
    case undefined:
      return [];
    default:
      return operation satisfies never;
  }
}

/** All changes are of one object and one operation. Afterwards those without errors are written; in an all-or-none statement none is if one failed. */
export function performChunk(changes: readonly Change[], run: Run): void {
  const { transaction } = run;
  const restoreLimits = transaction.limits.snapshot?.();
  let pending = alive(changes);
  for (let attempt = 1; pending.length > 0; attempt++) {
    if (attempt > 1) restoreLimits?.();
    const mark = transaction.savepoint();
    const written = performOnce(pending, run);
    const survivors = alive(pending);
    // Without triggers nobody can tell whether rows that never failed were tried again.
    const kept =
      survivors.length === pending.length || (!run.allOrNone && !written.some((change) => change.failed) && !firesTriggers(pending, run));
    if (!kept) transaction.rollback(mark);
    transaction.release(mark);
    if (kept || run.allOrNone) return;
    if (attempt === ATTEMPTS) {
      for (const change of survivors) change.fail('UNKNOWN_EXCEPTION', TOO_MANY_RETRIES);
      return;
    }
    pending = survivors;
  }
}

function firesTriggers(changes: readonly Change[], { world }: Run): boolean {
  const first = changes[0];
  return first !== undefined && hasTriggers(world, first.object.name, first.operation);
}
