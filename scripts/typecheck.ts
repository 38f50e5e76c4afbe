/** `npm run typecheck`: the TypeScript of the whole project. */
import { runTool } from './lib/tools.ts';

const pretty = ['--pretty', String(process.stdout.isTTY === true)];
const project = await runTool('typescript/bin/tsc', ['-p', '.', ...pretty]);
const components = await runTool('typescript/bin/tsc', ['-p', 'test/jest', ...pretty]);
process.exitCode = project || components;
