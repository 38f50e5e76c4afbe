/** Progress on one line of a terminal; in a log, a line each quarter. */
import type { Progress } from './enableRun.ts';

const WORDS = { selecting: 'Selecting', checking: 'Preflight', creating: 'Creating users' } as const;

export function progressLine(stream: NodeJS.WriteStream): { readonly show: Progress; end(): void } {
  let last = '';
  let open = false;
  return {
    show(phase, done, of) {
      const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
      const text = `${WORDS[phase]} … ${stream.isTTY ? percent : Math.floor(percent / 25) * 25} %`;
      if (text === last) return;
      last = text;
      stream.write(stream.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
      open = stream.isTTY;
    },
    end() {
      if (open) stream.write('\n');
    },
  };
}
