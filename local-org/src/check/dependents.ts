/** A unit that uses one that does not compile does not compile either. */
import { report } from './report.ts';
import type { UnitState } from './userTypes.ts';

export function spreadInvalidity(units: readonly UnitState[]): void {
  const invalid = new Set(units.filter((unit) => unit.problems.length > 0));
  for (let grown = true; grown;) {
    grown = false;
    for (const unit of units) {
      if (invalid.has(unit)) continue;
      const used = [...unit.uses].find(([other]) => invalid.has(other));
      if (!used) continue;
      const [other, span] = used;
      report(unit, span, `Dependent class is invalid and needs recompilation:\n Class ${other.name} : ${other.problems[0]?.message ?? ''}`);
      invalid.add(unit);
      grown = true;
    }
  }
}
