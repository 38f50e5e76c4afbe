/** `npm start`: the local org in a browser, kept on disk between starts. */
import { resolve } from 'node:path';
import { NotSupported } from '../local-org/index.ts';
import { consolePages, smtpServer, startMailer, startServer, type Mailer, type Pages, type RunningServer } from '../local-org/server.ts';
import { readArguments, wholeNumber } from './lib/arguments.ts';
import { consoleBuilt, consoleFolder, consoleTitle } from './lib/console.ts';
import { DEFAULT_FOLDER, noteProcess, openKept, OrgInUse, type KeptOrg } from './lib/keptOrg.ts';
import { runPages } from './lib/runPages.ts';
import { mailWay, SMTP_HELP } from './lib/smtp.ts';
import { root } from './lib/tools.ts';

const consoleRoutes = consolePages(consoleFolder, consoleTitle, consoleBuilt);
const productPages: Pages = { links: [...consoleRoutes.links, ...runPages.links], routes: [...consoleRoutes.routes, ...runPages.routes] };

const PORT = 8080;
const USAGE = `Usage: npm start [-- --port N] [--empty] [--json] [--folder DIR]
Starts the local org at http://localhost:${PORT}: with the product, sample data and users the first time, as it was left every other time.
  --port N      another port (0 = any that is free)
  --empty       a bare org with one system administrator
  --json        print one JSON object on standard output when ready, everything else on standard error
  --folder DIR  keep the org in DIR instead of ${DEFAULT_FOLDER}
  --sandbox     the org is a sandbox (Organization.IsSandbox): the first time only
${SMTP_HELP}
npm run reset throws the org away.`;

const options = readArguments(USAGE, {
  port: { type: 'string' },
  empty: { type: 'boolean' },
  sandbox: { type: 'boolean' },
  json: { type: 'boolean' },
  folder: { type: 'string' },
});
const port = options.port === undefined ? PORT : wholeNumber(options.port, '--port', 0, 65_535, USAGE);
const folder = resolve(root, options.folder ?? DEFAULT_FOLDER);
const say = (text: string): void => void (options.json ? process.stderr : process.stdout).write(`${text}\n`);

let stopping = false;
let url = `http://localhost:${port}`;
refuseBadSmtp();
const kept = opened();
const mailer = await delivering(kept);
const server = await listening(kept);
url = server.url;
noteProcess(folder, url);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void stop());
announce(kept);

/** Said before anything is made or opened. */
function refuseBadSmtp(): void {
  const given = process.env['LOCAL_ORG_SMTP_URL'] ?? '';
  try {
    if (given !== '') smtpServer(given);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

async function delivering({ org }: KeptOrg): Promise<Mailer | null> {
  const way = mailWay(org, process.env);
  if ('keptBecause' in way) {
    if (way.keptBecause !== null) say(way.keptBecause);
    return null;
  }
  const started = await startMailer(org, { url: way.url, report });
  say(`New mail goes out by ${started.server}.`);
  return started;
}

function opened(): KeptOrg {
  try {
    return openKept(folder, { empty: options.empty === true, sandbox: options.sandbox === true }, () => url, say);
  } catch (error) {
    if (!(error instanceof OrgInUse)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function listening({ org, empty }: KeptOrg): Promise<RunningServer> {
  try {
    return await startServer(org, { port, pages: empty ? { links: [], routes: [] } : productPages, report });
  } catch (error) {
    org.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${port} is taken by another program: choose another one with --port.\n`);
    process.exit(1);
  }
}

function report(error: unknown): void {
  const told = error instanceof NotSupported ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${told}\n`);
}

function announce({ org, signIns }: KeptOrg): void {
  if (options.json) {
    const users = signIns.map((signIn) => ({ ...signIn, accessToken: org.signIns.open(idOf(signIn.username), 'org') }));
    process.stdout.write(`${JSON.stringify({ url, users })}\n`);
    return;
  }
  const width = Math.max(...signIns.map(({ username }) => username.length));
  say(`\nThe local org is at ${url}\n`);
  for (const { role, username, password } of signIns)
    say(`  ${role.padEnd(14)} ${username.padEnd(width)}  ${password ?? '(password was changed)'}`);
  say('\nCtrl-C stops it; what is in it stays. npm run reset throws it away.');
}

function idOf(username: string): string {
  const [user] = kept.org.query('SELECT Id FROM User WHERE Username = :username', { binds: { username } });
  return String(user?.['Id']);
}

/** The terminal and the launcher both pass on Ctrl-C: once is enough. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.close();
  await mailer?.close();
  kept.org.close();
  process.exit(0);
}
