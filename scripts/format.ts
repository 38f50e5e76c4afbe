/** `npm run format`: formats everything in place. */
import { formattedPaths, runTool } from './lib/tools.ts';

process.exitCode = await runTool('prettier/bin/prettier.cjs', [
  '--write',
  '--log-level=warn',
  '--cache',
  '--cache-location',
  '.cache/prettier',
  ...formattedPaths,
]);
