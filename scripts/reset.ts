/** `npm run reset`: throws the org of `npm start` away. */
import { resolve } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { DEFAULT_FOLDER, OrgInUse, removeKept } from './lib/keptOrg.ts';
import { root } from './lib/tools.ts';

const USAGE = `Usage: npm run reset [-- --folder DIR]
Throws away the org that npm start keeps in ${DEFAULT_FOLDER}, or in DIR.`;

const options = readArguments(USAGE, { folder: { type: 'string' } });
const folder = options.folder ?? DEFAULT_FOLDER;
try {
  process.stdout.write(removeKept(resolve(root, folder)) ? `The org in ${folder} is gone.\n` : `There is no org in ${folder}.\n`);
} catch (error) {
  if (!(error instanceof OrgInUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
