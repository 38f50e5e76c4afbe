/** Runs queued jobs and events in the background: one Apex transaction per turn of the event loop, so that requests get theirs. */
import type { Org } from '../org/org.ts';

/** Scheduled jobs become due by the clock alone. */
const LOOK_EVERY = 500;

export interface Pump {
  /** Something may have been queued. */
  wake(): void;
  stop(): void;
}

export function startPump(org: Pick<Org, 'step'>, report: (error: unknown) => void): Pump {
  let running = false;
  let stopped = false;

  function turn(): void {
    running = false;
    if (stopped) return;
    try {
      if (!org.step()) return;
    } catch (error) {
      // The job has failed, and says so in its row; a bug of ours is not to be tried again at once.
      report(error);
      return;
    }
    wake();
  }

  function wake(): void {
    if (running || stopped) return;
    running = true;
    setImmediate(turn);
  }

  const timer = setInterval(wake, LOOK_EVERY);
  wake();
  return {
    wake,
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
