/** News of runs as the platform publishes them. Where it cannot (a mobile app, a lost connection), `flows` is false and the caller asks instead. */
import { isEmpEnabled, onError, subscribe, unsubscribe, type EmpSubscription } from 'lightning/empApi';

const CHANNEL = '/event/PortalUserProgress__e';
/** From now on: what was before is asked for. */
const NEW_ONES = -1;

export interface News {
  /** News come in; false after an error too. */
  readonly flows: boolean;
  stop(): void;
}

/** Calls back with the id of the run that there is news of. Never fails. */
export function hearOfRuns(onNews: (runId: string) => void): News {
  const news = { flows: false, stopped: false, subscription: null as EmpSubscription | null };

  async function begin(): Promise<void> {
    try {
      if (!(await isEmpEnabled())) return;
      onError(() => {
        news.flows = false;
      });
      const subscription = await subscribe(CHANNEL, NEW_ONES, ({ data }) => {
        news.flows = true;
        const runId = data.payload['RunId__c'];
        if (!news.stopped && typeof runId === 'string') onNews(runId);
      });
      if (news.stopped) await unsubscribe(subscription, () => undefined);
      else Object.assign(news, { subscription, flows: true });
    } catch {
      news.flows = false;
    }
  }

  void begin();
  return {
    get flows() {
      return news.flows;
    },
    stop() {
      news.stopped = true;
      news.flows = false;
      if (news.subscription) void unsubscribe(news.subscription, () => undefined);
    },
  };
}
