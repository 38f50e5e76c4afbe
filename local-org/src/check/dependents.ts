/** A unit that uses one that does not compile does not compile either. It names the class that is wrong in itself, however far away. */
import { report } from './report.ts';
import type { UnitState } from './userTypes.ts';

export function spreadInvalidity(units: readonly UnitState[]): void {
  const causes = new Map(units.filter((unit) => unit.problems.length > 0).map((unit) => [unit, unit] as const));
  for (let grown = true; grown;) {
    grown = false;
    for (const unit of units) {
      if (causes.has(unit)) continue;
      const used = [...unit.uses].find(([other]) => causes.has(other));
      const cause = used && causes.get(used[0]);
      if (!cause) continue;
      report(
        unit,
        used[1],
        `Dependent class is invalid and needs recompilation:\n Class ${cause.name} : ${cause.problems[0]?.message ?? ''}`,
      );
      causes.set(unit, cause);
      grown = true;
    }
  }
}
