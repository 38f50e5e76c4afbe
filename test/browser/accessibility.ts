/**
 * What axe finds on a page. It runs in a world of its own: synthetic shadow patches the page's own world, where axe would not
 * see into components and never look at a contrast.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What Salesforce's own base components leave undone: the dialog of lightning-confirm has its name one element further in. */
const NOT_OURS: readonly (readonly [string, string])[] = [['aria-dialog-name', '<lightning-interactive-dialog-base']];

/** `rule: element` of each violation. */
export async function violations(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { contextId: executionContextId, expression: source });
  const { result } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: 'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))',
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const found = JSON.parse(String(result.value)) as readonly Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !NOT_OURS.some(([rule, start]) => id === rule && html.startsWith(start)))
      .map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
