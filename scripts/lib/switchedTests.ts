/**
 * The Apex tests of folders in every position of the assumption switches, on one org: a test class that never asks for a
 * switch's position goes the same way in all of them, so only those that do are run again.
 */
import { assumptions, openOrg, type Settings } from '../../local-org/index.ts';
import { runApexTests, type ApexTestRun } from './apexTests.ts';
import { readSources } from './sources.ts';

export interface SwitchedRun {
  readonly name: string;
  readonly position: string;
  readonly passed: number;
  readonly failures: ApexTestRun['tests'];
}

/** Positions that can be changed at any time, and the switches that somebody asked for. */
export class Switches {
  readonly asked: Set<string> = new Set();
  readonly #moved: Map<string, string> = new Map();

  readonly position: Settings['position'] = (name) => {
    this.asked.add(name);
    const assumption = assumptions.find((each) => each.name === name);
    if (!assumption) throw new Error(`there is no assumption ${name}`);
    return this.#moved.get(name) ?? assumption.default;
  };

  /** Runs `work` with one switch in another position. */
  with<T>(name: string, position: string, work: () => T): T {
    this.#moved.set(name, position);
    try {
      return work();
    } finally {
      this.#moved.delete(name);
    }
  }
}

/** The default positions come first, as the run of the switch ``. */
export function* switchedTests(folders: readonly string[], cache: string, only?: string): Generator<SwitchedRun> {
  const switches = new Switches();
  const org = openOrg({ file: null, cache, settings: { position: switches.position } });
  try {
    const { problems } = org.deploy(readSources(folders), { strict: true });
    if (problems.length > 0) throw new Error(problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n'));
    const run = (name: string, position: string, classes: readonly string[]): SwitchedRun => {
      const outcomes = classes.length === 0 ? [] : org.test(classes).outcomes;
      const failures = outcomes.filter((test) => test.outcome !== 'Pass' && test.outcome !== 'Skip');
      return { name, position, passed: outcomes.length - failures.length, failures };
    };
    /** A position that counts when something is deployed needs an org of its own, and may concern every test. */
    const deployedAgain = (name: string, position: string): SwitchedRun => {
      const { tests } = runApexTests(folders, [], cache, { positions: { [name]: position } });
      const bad = tests.filter((test) => test.outcome !== 'Pass' && test.outcome !== 'Skip');
      return { name, position, passed: tests.length - bad.length, failures: bad };
    };
    const atDeploy = new Set(switches.asked);
    const classes = [...new Set(org.test([]).outcomes.map((test) => test.class))];
    const asked = new Map<string, ReadonlySet<string>>();
    const failures: ApexTestRun['tests'][number][] = [];
    for (const name of classes) {
      switches.asked.clear();
      failures.push(...run('', '', [name]).failures);
      asked.set(name, new Set(switches.asked));
    }
    if (failures.length > 0) yield { name: '', position: '', passed: 0, failures };
    for (const { name, positions, default: usual } of assumptions) {
      if (only !== undefined && only !== name) continue;
      const askers = classes.filter((each) => asked.get(each)?.has(name));
      for (const { name: position } of positions)
        if (position !== usual)
          yield atDeploy.has(name) ? deployedAgain(name, position) : switches.with(name, position, () => run(name, position, askers));
    }
  } finally {
    org.close();
  }
}
