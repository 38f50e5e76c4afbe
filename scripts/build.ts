/** `npm run build`: the Lightning web components as JavaScript, as they are deployed, and the console of the local org. */
import { readArguments } from './lib/arguments.ts';
import { buildProductConsole, compileComponents } from './lib/console.ts';

const USAGE = `Usage: npm run build [-- --components]
Compiles the Lightning web components (TypeScript) to the JavaScript that is deployed, and builds the local console from it.
  --components   only the components`;

const options = readArguments(USAGE, { components: { type: 'boolean' } });
try {
  await (options.components ? compileComponents() : buildProductConsole());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
