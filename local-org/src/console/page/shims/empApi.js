/** `lightning/empApi` over server-sent events of the local org. */
const listeners = [];
let subscriptions = 0;

export const isEmpEnabled = () => Promise.resolve(true);

export const setDebugFlag = () => undefined;

export function onError(listener) {
  listeners.push(listener);
}

export function subscribe(channel, replayId, onMessage) {
  const source = new EventSource(`/lightning/events?channel=${encodeURIComponent(channel)}&replay=${replayId}`);
  const subscription = { id: String(++subscriptions), channel, replayId, source };
  source.onmessage = (event) => onMessage(JSON.parse(event.data));
  return new Promise((resolve, reject) => {
    source.onopen = () => resolve(subscription);
    source.onerror = () => {
      const error = { channel, error: 'The connection to the server is lost.', subscription: channel };
      if (source.readyState === EventSource.CLOSED) reject(error);
      for (const listener of listeners) listener(error);
    };
  });
}

export function unsubscribe(subscription, onAnswer) {
  subscription.source.close();
  const answer = { channel: '/meta/unsubscribe', id: subscription.id, subscription: subscription.channel, successful: true };
  onAnswer?.(answer);
  return Promise.resolve(answer);
}
