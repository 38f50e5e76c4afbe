/** The text of local-org/ASSUMPTIONS.md, from the one table of assumption switches. */
import { join } from 'node:path';
import { assumptions, type Assumption } from '../../local-org/index.ts';
import { formatted } from './markdown.ts';
import { root } from './tools.ts';

export const ASSUMPTIONS_FILE = join(root, 'local-org', 'ASSUMPTIONS.md');

const INTRODUCTION = `# Assumptions

What no public source confirms about the platform is a switch of the local org, never a guess. Each has named positions; the product's tests and a simulated run hold in every one (\`npm run test:assumptions\`). \`openOrg({ positions: { name: 'position' } })\` sets them. The Apex under *Probe* shows in a real org which position holds: whoever runs it, please tell us.

Printed from \`local-org/src/runtime/assumptions.ts\` by \`npm run assumptions\`.
`;

const WITHOUT_SWITCH = `## Open, and no switch

- How many users an hour: runs measure their own pace, and nothing depends on it.
- List-view actions of Lightning web components: the console does not use them.
- Lengths of \`LastName\` and \`Username\`: read from describe, never written down.
- User access policies on external users: their metadata is refused here; a run meets assignments made by somebody else in \`simulation/hostile.test.ts\`.
`;

function section({ name, question, positions, default: usual, evidence, probe }: Assumption): string {
  const rows = positions.map(
    (position) => `| \`${position.name}\`${position.name === usual ? ' (default)' : ''} | ${cell(position.means)} |`,
  );
  return [
    `## ${name}`,
    question,
    ['| position | means |', '| --- | --- |', ...rows].join('\n'),
    `Known: ${plain(evidence)}`,
    `Probe:\n\n\`\`\`apex\n${probe}\n\`\`\``,
  ].join('\n\n');
}

const cell = (text: string): string => plain(text).replaceAll('|', '\\|');
/** `<br>` is text here, not markup. */
const plain = (text: string): string => text.replaceAll('<', '&lt;');

export const assumptionsText = (): Promise<string> =>
  formatted(ASSUMPTIONS_FILE, [INTRODUCTION, ...assumptions.map(section), WITHOUT_SWITCH].join('\n\n'));
