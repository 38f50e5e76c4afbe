/** `npm run demo`: contacts become portal users, by the product's own Apex, in an org in memory. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readArguments, refuse, wholeNumber } from './lib/arguments.ts';
import { addOperator, openProductOrg, seed } from './lib/demoOrg.ts';
import { enable, resultFile, type FinishedRun } from './lib/enableRun.ts';
import { progressLine } from './lib/progressLine.ts';
import { root } from './lib/tools.ts';

const USAGE = `Usage: npm run demo -- [--contacts N] [--policy NAME] [--json] [--eml DIR]
Starts a local org in memory, loads the product and sample contacts, and enables them as portal users.
  --contacts N   generate N contacts instead of the 300 in data/ (1 to 200,000)
  --policy NAME  Customers (the default), Customers_Plus or Partners; for partners, their accounts are enabled first
  --json         print one JSON object on standard output, everything else on standard error
  --eml DIR      write the invitations as .eml files into DIR`;

const options = readArguments(USAGE, {
  contacts: { type: 'string' },
  policy: { type: 'string' },
  json: { type: 'boolean' },
  eml: { type: 'string' },
});
const contacts = options.contacts === undefined ? null : wholeNumber(options.contacts, '--contacts', 1, 200_000, USAGE);
const policy = options.policy ?? 'Customers';
if (!['Customers', 'Customers_Plus', 'Partners'].includes(policy)) refuse(`There is no sample policy ${policy}.`, USAGE);
const say = (text: string): void => void (options.json ? process.stderr : process.stdout).write(`${text}\n`);

const began = performance.now();
say('Starting the local org (the first time it compiles the product, which takes some seconds) …');
const org = openProductOrg();
const operator = addOperator(org);
say(`Local org ready in ${((performance.now() - began) / 1000).toFixed(1)} s. Seeding ${contacts ?? 'the sample'} contacts …`);
const contactIds = seed(org, operator, contacts);
const line = progressLine(process.stderr);
const run = await enable(org, policy, contactIds, line.show, undefined, ['EnablePartnerAccounts']);
line.end();

const folder = join(root, 'out', 'demo');
mkdirSync(folder, { recursive: true });
const files = { success: join(folder, 'success.csv'), failure: join(folder, 'failure.csv') };
writeFileSync(files.success, resultFile(org, run.runId, 'successes'));
writeFileSync(files.failure, resultFile(org, run.runId, 'failures'));
if (options.eml !== undefined) writeMails(options.eml);
report(run);
org.close();

function writeMails(target: string): void {
  mkdirSync(target, { recursive: true });
  for (const message of org.outbox()) writeFileSync(join(target, `${message.id}.eml`), message.eml());
}

function report({ summary, state, message, reasons, fixed }: FinishedRun): void {
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  const shown = (path: string): string => relative(process.cwd(), path) || '.';
  say('');
  say(`Run ${state.toLowerCase()}: ${summary.requested} contacts requested, as operator (not as administrator).`);
  if (fixed > 0) say(`  ${fixed} accounts enabled as partners first, by the fix that preflight offers`);
  if (message) say(`  ${message}`);
  say(
    `  ${summary.created} created, ${summary.skipped} skipped, ${summary.failed} failed, ${summary.waiting} waiting, ${summary.unknown} unknown`,
  );
  for (const [code, number] of Object.entries(summary.failuresByCode)) say(`    ${number} × ${code}: ${reasons[code]}`);
  say(`  ${summary.emails} invitations sent`);
  say(
    `  ${summary.seconds.toFixed(2)} s from submit to the last settled row, ${summary.usersPerSecond} users per second, peak memory ${summary.peakMemoryMb} MB`,
  );
  say(`  success file  ${shown(files.success)}`);
  say(`  failure file  ${shown(files.failure)}`);
  say(options.eml === undefined ? '  (--eml DIR writes the invitations as mail files)' : `  mails         ${shown(options.eml)}`);
}
