/** Hands a selection over to a new run, in portions. A portion that was sent before adds nothing, so failed ones are sent again. */
import addPortion from '@salesforce/apex/PortalUserConsole.addPortion';
import createRun from '@salesforce/apex/PortalUserConsole.createRun';
import seal from '@salesforce/apex/PortalUserConsole.seal';

/** What one transaction of the platform takes. */
export const PORTION = 2000;

export interface Order {
  readonly policyName: string;
  readonly sendInvitations: boolean;
  readonly contactIds: readonly string[];
}

/** How far a hand-over got: kept by the caller, so that a second try goes on where the first one ended. */
export interface HandOver {
  runId: string | null;
  sent: number;
}

export async function handOver(order: Order, state: HandOver, onProgress: (sent: number) => void): Promise<string> {
  state.runId ??= await createRun({ policyName: order.policyName, sendInvitations: order.sendInvitations });
  while (state.sent < order.contactIds.length) {
    const contactIds = order.contactIds.slice(state.sent, state.sent + PORTION);
    await addPortion({ runId: state.runId, portion: state.sent / PORTION + 1, contactIds });
    state.sent += contactIds.length;
    onProgress(state.sent);
  }
  await seal({ runId: state.runId });
  return state.runId;
}

/** States in which the platform works on the run by itself. */
export const isAtWork = (state: string): boolean => ['Checking', 'Running', 'Settling'].includes(state);
