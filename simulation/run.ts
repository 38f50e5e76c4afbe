/** One run of *enable*, step by step, through the product's own entry points. */
import { apexList } from '../local-org/index.ts';
import { OPERATOR } from '../scripts/lib/demoOrg.ts';
import type { World } from './world.ts';

export interface Selection {
  readonly policy?: string;
  readonly contacts?: readonly string[];
  readonly invitations?: boolean;
  readonly user?: string;
}

/** More steps than any run here needs: what goes beyond them goes round in circles. */
const MOST_STEPS = 1_500;

export const call = (world: World, method: string, runId: string, user = OPERATOR): unknown =>
  world.org.call(user, 'PortalUserRuns', method, [runId]);

export function addPortion(world: World, runId: string, portion: number, contacts: readonly string[], user = OPERATOR): void {
  world.org.call(user, 'PortalUserRuns', 'addPortion', [runId, portion, apexList('String', [...contacts])]);
}

export const create = (world: World, { policy = 'Small', invitations = true, user = OPERATOR }: Selection = {}): string =>
  world.org.call(user, 'PortalUserRuns', 'create', [policy, invitations]) as string;

/** Everything that waits runs; the clock moves a second with each step. */
export async function settle(world: World, onStep: (step: number) => void = () => undefined): Promise<void> {
  let step = 0;
  await world.org.settle(() => {
    world.pass(1_000);
    onStep(++step);
    if (step > MOST_STEPS) throw new Error(`still not settled after ${MOST_STEPS} steps`);
  });
}

/** Selected, sealed and checked. */
export async function prepare(world: World, selection: Selection = {}): Promise<string> {
  const runId = create(world, selection);
  addPortion(world, runId, 1, selection.contacts ?? world.contacts, selection.user);
  call(world, 'seal', runId, selection.user);
  await settle(world);
  return runId;
}

/** From the selection to where the run comes to rest. */
export async function enable(world: World, selection: Selection = {}): Promise<string> {
  const runId = await prepare(world, selection);
  call(world, 'start', runId, selection.user);
  await settle(world);
  return runId;
}

export async function resume(world: World, runId: string, user = OPERATOR): Promise<void> {
  call(world, 'resume', runId, user);
  await settle(world);
}
