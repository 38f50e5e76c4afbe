/** One start of the local org with the product loaded: `node bench/start.ts CACHE_FOLDER` prints JSON. From the start of the process. */
import { openProductOrg } from '../scripts/lib/demoOrg.ts';
import { cpuSeconds, rounded } from './measure.ts';

const cache = process.argv[2];
if (cache === undefined) throw new Error('which cache folder?');
const org = openProductOrg({ cache });
process.stdout.write(`${JSON.stringify({ seconds: rounded(performance.now() / 1000), cpuSeconds: cpuSeconds() })}\n`);
org.close();
