/** Request bodies, up to a size: a list of 200,000 ids fits. */
import type { IncomingMessage } from 'node:http';

const MOST = 8_000_000;

export class TooLarge extends Error {}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const portions: Buffer[] = [];
  let size = 0;
  for await (const portion of request as AsyncIterable<Buffer>) {
    size += portion.length;
    if (size > MOST) throw new TooLarge(`A request holds at most ${MOST / 1_000_000} MB.`);
    portions.push(portion);
  }
  return Buffer.concat(portions);
}
