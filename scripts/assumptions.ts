/** `npm run assumptions`: writes local-org/ASSUMPTIONS.md from the table of assumption switches. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { ASSUMPTIONS_FILE, assumptionsText } from './lib/assumptionsText.ts';
import { root } from './lib/tools.ts';

readArguments('Usage: npm run assumptions\nWrites local-org/ASSUMPTIONS.md from local-org/src/runtime/assumptions.ts.', {});
writeFileSync(ASSUMPTIONS_FILE, await assumptionsText());
process.stdout.write(`${relative(root, ASSUMPTIONS_FILE)} written.\n`);
