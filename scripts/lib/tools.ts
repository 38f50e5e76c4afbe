/** Runs an installed tool by the path of its JavaScript file, never by name, so that every system finds it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export const formattedPaths: readonly string[] = ['**/*.{ts,js,json,md,cls,trigger,apex}', 'force-app/**/lwc/**/*.{html,css}'];

/** Exit code of the tool. `file` is its path below node_modules. */
export function runTool(file: string, args: readonly string[]): Promise<number> {
  return runNode([join(root, 'node_modules', file), ...args]);
}

/** Exit code of a Node process with this project as its working folder. */
export function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}
