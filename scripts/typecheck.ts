/** `npm run typecheck`: the TypeScript of the whole project. */
import { runTool } from './lib/tools.ts';

process.exitCode = await runTool('typescript/bin/tsc', ['-p', '.', '--pretty', String(process.stdout.isTTY === true)]);
