/**
 * Starts a script of this project on the Node it is pinned to. Plain JavaScript for any Node from 18 on, because this
 * is what a newcomer's own Node runs: `node scripts/launch.js <script> [arguments]`.
 *
 * 1. `npm ci`, when the lock file is not the one of the last finished install.
 * 2. The pinned Node (npm package `node`), or the one running if it has the same version.
 * 3. The script, with signals and the exit code passed on. All own words go to standard error.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.finished-install');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pinned = manifest.devDependencies.node;

function say(text) {
  process.stderr.write(`${text}\n`);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installed(hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function install(hash) {
  say('Installing the packages this project is pinned to (once; about a minute) …');
  rmSync(stamp, { force: true });
  // npm says by which file it was started; beside a plain `node scripts/launch.js` it is the npm of the PATH.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error', '--no-fund', '--no-audit'];
  // The caller's standard output belongs to the script: npm's words go to standard error.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error || result.status !== 0) {
    say(`npm ci failed${result.error ? `: ${result.error.message}` : ''}. Mend what it says above and run the command again.`);
    process.exit(result.status || 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function versionOf(binary) {
  const answer = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/** The pinned binary, by path: npm's own `node_modules/.bin` is not relied upon. */
function nodeBinary() {
  if (process.version === `v${pinned}`) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(binary) && versionOf(binary) === `v${pinned}`) return binary;
  say(`Node ${pinned} is missing from node_modules: delete that folder and run the command again, or use Node ${pinned} yourself.`);
  process.exit(1);
}

function main() {
  const [script, ...args] = process.argv.slice(2);
  if (!script) {
    say('Usage: node scripts/launch.js <script> [arguments]; the scripts are listed in package.json.');
    process.exit(1);
  }
  const hash = lockHash();
  if (!installed(hash)) install(hash);
  const binary = nodeBinary();
  const file = join(root, 'scripts', `${script.replace(/:(\w)/g, (_, letter) => letter.toUpperCase())}.ts`);
  const child = spawn(binary, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    // By the channel a server learns that nobody is left to stop it.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}`,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'node'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`Could not start ${binary}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

main();
