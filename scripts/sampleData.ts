/** Writes `data/` anew from the generator: `node scripts/launch.js sampleData`. Two files of at most 200 records, as `sf data import tree` takes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountRecord, contactRecord, type TreeRecord } from './lib/dataFiles.ts';
import { sampleData } from './lib/sampleData.ts';
import { root } from './lib/tools.ts';

/** The import endpoint takes 200 records in one call. */
const MOST = 200;
const CONTACTS = 300;

function write(name: string, records: readonly TreeRecord[]): string[] {
  const files: string[] = [];
  for (let from = 0; from < records.length; from += MOST) {
    const file = records.length > MOST ? `${name}${files.length + 1}.json` : `${name}.json`;
    writeFileSync(join(root, 'data', file), `${JSON.stringify({ records: records.slice(from, from + MOST) }, null, 2)}\n`);
    files.push(file);
  }
  return files;
}

const { accounts, contacts } = sampleData(CONTACTS);
const plan = [
  { sobject: 'Account', saveRefs: true, resolveRefs: false, files: write('Accounts', accounts.map(accountRecord)) },
  { sobject: 'Contact', saveRefs: false, resolveRefs: true, files: write('Contacts', contacts.map(contactRecord)) },
];
writeFileSync(join(root, 'data', 'sample-plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
