/** `npm run lint`: ESLint and the formatter's check; changes nothing. */
import { formattedPaths, runTool } from './lib/tools.ts';

const eslint = await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0', '--cache', '--cache-location', '.cache/eslint/']);
const prettier = await runTool('prettier/bin/prettier.cjs', [
  '--check',
  '--log-level=warn',
  '--cache',
  '--cache-location',
  '.cache/prettier',
  ...formattedPaths,
]);
process.exitCode = eslint || prettier;
