/** The product's console: compiled and bundled when its sources changed, served by the local org. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, runTool } from './tools.ts';

const lwc = 'force-app/main/default/lwc';
const labels = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';
export const consoleTitle = 'Portal Users';
export const consoleFolder = join(root, '.cache', 'console');
const stamp = join(consoleFolder, '.sources');

/** TypeScript → the JavaScript beside it, which is what is deployed. What no `.ts` stands beside any more goes. */
export async function compileComponents(): Promise<void> {
  for (const file of globSync(`${lwc}/**/*.js`, { cwd: root })) {
    if (!existsSync(join(root, file.replace(/\.js$/, '.ts')))) rmSync(join(root, file));
  }
  if ((await runTool('typescript/bin/tsc', ['-p', lwc])) !== 0) throw new Error('The Lightning web components do not compile.');
}

const upToDate = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();

let building: Promise<void> | null = null;

/** In a process of its own: compiling keeps a processor busy, and the server has visitors. Does nothing when it is up to date. */
export function consoleBuilt(): Promise<void> {
  if (upToDate()) return Promise.resolve();
  building ??= runNode([join(root, 'scripts', 'build.ts')])
    .then((code) => {
      if (code !== 0) throw new Error('The console could not be built: npm run build says why.');
    })
    .finally(() => {
      building = null;
    });
  return building;
}

export async function buildProductConsole(): Promise<void> {
  const hash = hashOfSources();
  await compileComponents();
  const { buildConsole } = await import('../../local-org/src/console/build/build.ts');
  await buildConsole({
    bundles: join(root, lwc),
    labels: join(root, labels),
    page: 'portalUsersConsole',
    title: consoleTitle,
    root,
    out: consoleFolder,
  });
  writeFileSync(stamp, hash);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync([`${lwc}/**/*.{ts,html,css,json}`, 'local-org/src/console/**/*.{ts,js,html,css}'], { cwd: root });
  for (const file of [...files.sort(), labels, 'package-lock.json']) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
