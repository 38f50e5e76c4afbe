/** Everything uncertain or random comes in here, so that any run can be repeated exactly. */

export type FaultPoint = 'query' | 'dml' | 'row' | 'beforeCommit' | 'afterCommit' | 'deliver' | 'limit';
export type Fault = 'none' | 'lock' | 'limit' | 'crash' | 'drop' | 'duplicate';

export interface Faults {
  /** `detail`: object name for query and dml, `Object:position` for row, event name for deliver, transaction kind for the rest. */
  at(point: FaultPoint, detail: string): Fault;
}

export const noFaults: Faults = { at: () => 'none' };

export interface Settings {
  /** Name of an org shape: `standard`, `noPortalLicences`, … */
  readonly shape: string;
  /** Position of an assumption switch, e.g. `ownerRoleRuleForHighVolume` → `'applies'`. */
  position(assumption: string): string;
  /** Milliseconds since the epoch. */
  clock(): number;
  /** [0, 1) */
  random(): number;
  readonly faults: Faults;
}
