/** The server's parts by themselves: escaping, pages of lists, the pump. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../src/server/html.ts';
import { neighbours, sliceByKey, type Slice } from '../../src/server/paging.ts';
import { startPump } from '../../src/server/pump.ts';
import { isVersion } from '../../src/server/rest/versions.ts';

test('what is put into HTML is escaped, in text and in attributes; templates are not', () => {
  const nasty = `<script>"'&`;
  assert.equal(
    html`<a title="${nasty}">${nasty}${html`<b>${1}</b>`}${[html`<i></i>`, null, false]}</a>`.text,
    '<a title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;<b>1</b><i></i></a>',
  );
});

test('a list is paged by key, forwards and back, without a row twice or left out', () => {
  const all = Array.from({ length: 7 }, (_, i) => i + 1);
  const page = (query: string): Slice<number> =>
    sliceByKey({
      query: new URLSearchParams(query),
      size: 3,
      order: 'DESC',
      read: ({ key, comparison, direction, limit }) => {
        const rows = all.filter((n) => key === null || (comparison === '<' ? n < Number(key) : n > Number(key)));
        return (direction === 'ASC' ? rows : rows.reverse()).slice(0, limit);
      },
      keyOf: String,
    });
  const first = page('q=x');
  assert.deepEqual([first.rows, first.previous, first.next], [[7, 6, 5], null, '?q=x&after=5']);
  const second = page(first.next ?? '');
  assert.deepEqual([second.rows, second.previous, second.next], [[4, 3, 2], '?q=x&before=4', '?q=x&after=2']);
  const third = page(second.next ?? '');
  assert.deepEqual([third.rows, third.previous, third.next], [[1], '?q=x&before=1', null]);
  assert.deepEqual(page(third.previous ?? ''), second);
  assert.deepEqual([page(second.previous ?? '').rows, page(second.previous ?? '').previous], [[7, 6, 5], null]);
  assert.deepEqual(neighbours(new URLSearchParams('page=2'), 2, 3, 7), { previous: '?page=1', next: '?page=3' });
});

test('the pump runs one step per turn, so that others come in between, and goes on after a failure', async () => {
  const log: string[] = [];
  const steps = [() => log.push('step 1'), () => log.push('step 2')];
  let failures = 1;
  const pump = startPump(
    {
      step: () => {
        const next = steps.shift();
        if (next) {
          next();
          setImmediate(() => log.push('request'));
          return true;
        }
        if (failures-- > 0) throw new Error('a bug');
        return false;
      },
    },
    (error) => log.push(String(error)),
  );
  const turns = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  await turns(6);
  steps.push(() => log.push('step 3'));
  pump.wake();
  await turns(6);
  pump.stop();
  assert.deepEqual(log, ['step 1', 'request', 'step 2', 'request', 'Error: a bug', 'step 3', 'request']);
});

test('versions up to the newest may be asked for', () => {
  assert.deepEqual(['v20.0', 'v51.0', 'v67.0', 'v19.0', 'v68.0', 'v67', '67.0', 'v670.0'].map(isVersion), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
