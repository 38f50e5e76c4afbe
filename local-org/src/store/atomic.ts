/** All or nothing: a transaction of its own, or a savepoint of the one that is open. */
import type { Store } from './store.ts';

export function atomically<T>(store: Store, work: () => T): T {
  const mark = store.inTransaction ? store.savepoint() : null;
  if (!mark) store.begin();
  try {
    const result = work();
    if (mark) store.release(mark);
    else store.commit();
    return result;
  } catch (error) {
    if (mark) {
      store.rollback(mark);
      store.release(mark);
    } else store.abort();
    throw error;
  }
}
