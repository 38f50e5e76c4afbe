/** What is left of large query results, for `nextRecordsUrl`: the rows as they were when they were asked for. */
import type { RecordJson, Records } from '../../org/org.ts';

const PAGE = 2_000;
/** Older ones are forgotten: the platform keeps ten per user. */
const MOST = 10;

export interface RecordPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly RecordJson[];
}

interface Cursor {
  readonly user: string;
  readonly result: Records;
}

export interface Cursors {
  first(user: string, result: Records, base: string): RecordPage;
  /** Null where there is no such page for this user. */
  next(user: string, locator: string, base: string): RecordPage | null;
}

export function createCursors(random: () => number): Cursors {
  const cursors = new Map<string, Cursor>();

  function page(id: string, { result }: Cursor, from: number, base: string): RecordPage {
    const to = from + PAGE;
    const done = to >= result.records.length;
    return {
      totalSize: result.totalSize,
      done,
      ...(!done && { nextRecordsUrl: `${base}/query/${id}-${to}` }),
      records: result.records.slice(from, to),
    };
  }

  return {
    first: (user, result, base) => {
      const id = `01g${Array.from({ length: 15 }, () => Math.floor(random() * 36).toString(36)).join('')}`;
      const cursor = { user, result };
      if (result.records.length > PAGE) {
        cursors.set(id, cursor);
        const [oldest] = cursors.keys();
        if (cursors.size > MOST && oldest !== undefined) cursors.delete(oldest);
      }
      return page(id, cursor, 0, base);
    },
    next: (user, locator, base) => {
      const [, id = '', from = ''] = /^(01g\w{15})-(\d+)$/.exec(locator) ?? [];
      const cursor = cursors.get(id);
      if (cursor?.user !== user || Number(from) >= cursor.result.records.length) return null;
      return page(id, cursor, Number(from), base);
    },
  };
}
