/** One org of a simulation: the product, an operator, contacts, policies small enough to watch; its own clock, chance, faults and order of steps. */
import { join } from 'node:path';
import { openOrg, type OpenOptions, type Org, type Settings } from '../local-org/index.ts';
import { addOperator, PRODUCT_FOLDERS, seed } from '../scripts/lib/demoOrg.ts';
import { readSources } from '../scripts/lib/sources.ts';
import { root } from '../scripts/lib/tools.ts';
import { faultScript, type FaultScript } from './faults.ts';
import { policies } from './policies.ts';

type Order = NonNullable<OpenOptions['order']>;

export interface World {
  readonly org: Org;
  readonly operator: string;
  readonly contacts: readonly string[];
  readonly faults: FaultScript;
  /** Which step comes next; may be changed at any time. */
  order: Order;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** [0, 1), from the world's seed: for the simulation's own choices. */
  chance(): number;
}

export interface WorldOptions {
  /** Of which six in a hundred are awkward (scripts/lib/sampleData.ts). */
  readonly contacts?: number;
  readonly seed?: number;
  readonly positions?: Readonly<Record<string, string>>;
  /** Instead of `positions`: answers for itself. */
  readonly position?: Settings['position'] | undefined;
  /** Of the local org, `standard` unless said otherwise. */
  readonly shape?: string;
  /** Files over the product's own: path → XML. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A Monday morning. */
const BEGINNING = Date.UTC(2026, 2, 2, 9);

export function openWorld({
  contacts = 60,
  seed: start = 1,
  positions = {},
  position,
  shape = 'standard',
  files = {},
}: WorldOptions = {}): World {
  let now = BEGINNING;
  const faults = faultScript();
  const org = openOrg({
    file: null,
    cache: join(root, '.cache', 'local-org'),
    positions,
    settings: { shape, clock: () => now, random: sequence(start), faults, ...(position && { position }) },
    order: (ready) => world.order(ready),
  });
  const sources = new Map([...readSources(PRODUCT_FOLDERS)].filter(([path]) => !path.startsWith('force-app/test/')));
  for (const [path, text] of Object.entries({ ...policies, ...files })) sources.set(path, Buffer.from(text));
  const { problems } = org.deploy(sources, { strict: true });
  if (problems.length > 0) throw new Error(problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n'));
  const operator = addOperator(org);
  const world: World = {
    org,
    operator,
    contacts: seed(org, operator, contacts),
    faults,
    order: () => 0,
    pass: (milliseconds) => void (now += milliseconds),
    chance: sequence(start + 1),
  };
  return world;
}

/** Linear congruential, the high bits: enough to shuffle, the same on every machine. */
function sequence(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
