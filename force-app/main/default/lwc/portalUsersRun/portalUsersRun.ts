/** Hands a selection over to a new run, in portions. A portion that was sent before adds nothing, so failed ones are sent again. */
import addFound from '@salesforce/apex/PortalUserConsole.addFound';
import addPortion from '@salesforce/apex/PortalUserConsole.addPortion';
import createRun from '@salesforce/apex/PortalUserConsole.createRun';
import seal from '@salesforce/apex/PortalUserConsole.seal';
import { sizeOf, type Selection } from 'c/portalUsersSelection';

/** What one transaction of the platform takes. */
export const PORTION = 2000;

export interface Order {
  readonly policyName: string;
  readonly sendInvitations: boolean;
  readonly selection: Selection;
}

/** How far a hand-over got: kept by the caller, so that a second try goes on where the first one ended. */
export interface HandOver {
  runId: string | null;
  /** Portions that arrived. */
  portions: number;
  /** Of those found: who came last, and whether that was everybody. */
  lastFound: string | null;
  allFound: boolean;
  found: number;
  /** Of the single contacts. */
  single: number;
}

export const notBegun = (): HandOver => ({ runId: null, portions: 0, lastFound: null, allFound: false, found: 0, single: 0 });

export async function handOver(order: Order, state: HandOver, onProgress: (sent: number) => void): Promise<string> {
  const { selection } = order;
  const total = sizeOf(selection);
  state.runId ??= await createRun({ policyName: order.policyName, sendInvitations: order.sendInvitations });
  const { runId } = state;
  while (selection.found && !state.allFound) {
    const { question, exceptions } = selection.found;
    const handed = await addFound({ ...question, runId, portion: state.portions + 1, afterId: state.lastFound, exceptions });
    state.portions++;
    state.lastFound = handed.lastId ?? null;
    state.allFound = handed.done;
    state.found += handed.found;
    // Those left out are counted with the portion they are found in.
    onProgress(Math.min(state.found, total));
  }
  while (state.single < selection.ids.length) {
    const contactIds = selection.ids.slice(state.single, state.single + PORTION);
    await addPortion({ runId, portion: state.portions + 1, contactIds });
    state.portions++;
    state.single += contactIds.length;
    onProgress(Math.min(state.found + state.single, total));
  }
  await seal({ runId });
  return runId;
}

/** States in which the platform works on the run by itself. */
export const isAtWork = (state: string): boolean => ['Checking', 'Running', 'Settling'].includes(state);
