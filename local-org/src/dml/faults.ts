/** Injected conflicts: the local org has no concurrent writers, so locks exist only as Faults. */
import { LimitError, SimulatedCrash } from '../runtime/exceptions.ts';
import { noFaults, type Settings } from '../runtime/settings.ts';
import { alive, type Change } from './change.ts';

function strike(settings: Settings, point: 'dml' | 'row', detail: string, changes: readonly Change[]): void {
  const fault = settings.faults.at(point, detail);
  switch (fault) {
    case 'none':
      return;
    case 'lock':
      for (const change of changes)
        change.fail(
          'UNABLE_TO_LOCK_ROW',
          `unable to obtain exclusive access to this record or 1 records: ${change.newId ?? change.givenId ?? ''}`,
        );
      return;
    case 'limit':
      throw new LimitError('Apex CPU time limit exceeded');
    case 'crash':
      throw new SimulatedCrash(`simulated crash at ${point} ${detail}`);
    case 'drop':
    case 'duplicate':
      throw new Error(`a fault '${fault}' means nothing at ${point}`);
    default:
      fault satisfies never;
  }
}

/** On all rows of a chunk: `at('dml', 'User')`; on one row: `at('row', 'User:3')`, the position in the statement. */
export function strikeRows(settings: Settings, changes: readonly Change[]): void {
  if (settings.faults === noFaults) return;
  const rows = alive(changes);
  const first = rows[0];
  if (!first) return;
  strike(settings, 'dml', first.object.name, rows);
  for (const change of alive(rows)) strike(settings, 'row', `${change.object.name}:${change.index}`, [change]);
}
