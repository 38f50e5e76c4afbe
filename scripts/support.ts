/** `npm run support`: writes local-org/SUPPORT.md from the code. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { root } from './lib/tools.ts';
import { SUPPORT_FILE, supportText } from './support/supportText.ts';

readArguments('Usage: npm run support\nWrites local-org/SUPPORT.md: what the local org supports, from its code.', {});
writeFileSync(SUPPORT_FILE, await supportText());
process.stdout.write(`${relative(root, SUPPORT_FILE)} written.\n`);
