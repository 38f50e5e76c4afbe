/**
 * Where in Apex an error happened. Emitted code stands on its Apex lines in scripts called `apex://<unit>`, its functions
 * are named by `placeName`, so V8's own stack says it all; frames of anything else are left out.
 */
import type { ApexFrame } from './exceptions.ts';

/** V8 keeps ten frames unless told otherwise. */
Error.stackTraceLimit = 100;

export const SCRIPT_PREFIX = 'apex://';

/** JavaScript function name of a method: `Outer.Inner.bar` → `apex$Outer$Inner$bar`. Apex names have no `$`. */
export type Place =
  | { readonly kind: 'method'; readonly className: string; readonly name: string }
  | { readonly kind: 'constructor' | 'static'; readonly className: string }
  | { readonly kind: 'trigger'; readonly name: string }
  | { readonly kind: 'anonymous' };

/** `number` makes it unique in its unit. `inner`: a closure or field initialiser, not a frame of its own in Apex. */
export function placeName(place: Place, number: number, inner = false): string {
  return `apex$${[...placeParts(place)].join('$')}$${inner ? 'inner$' : ''}${number}`;
}

function placeParts(place: Place): readonly string[] {
  switch (place.kind) {
    case 'method':
      return ['m', ...place.className.split('.'), place.name];
    case 'constructor':
      return ['c', ...place.className.split('.')];
    case 'static':
      return ['s', ...place.className.split('.')];
    case 'trigger':
      return ['t', place.name];
    case 'anonymous':
      return ['a'];
    default:
      return place satisfies never;
  }
}

function shownPlace(parts: readonly string[]): string {
  const [kind, ...names] = parts;
  switch (kind) {
    case 'm':
      return `Class.${names.join('.')}`;
    case 'c':
      return `Class.${names.join('.')}.<init>`;
    case 's':
      return `Class.${names.join('.')}.<clinit>`;
    case 't':
      return `Trigger.${names.join('.')}`;
    case 'a':
      return 'AnonymousBlock';
    default:
      throw new Error(`not a place: ${parts.join('$')}`);
  }
}

const frameLine = /\bapex\$([\w$]+)\b.*apex:\/\/[^:]*:(\d+):\d+\)?$/;

/** Innermost first. */
export function apexFrames(error: Error): readonly ApexFrame[] {
  const frames: ApexFrame[] = [];
  let innerOf: string | null = null;
  let initialises = false;
  for (const text of (error.stack ?? '').split('\n')) {
    if (!/^\s+at /.test(text)) continue;
    const match = frameLine.exec(text);
    if (!match) {
      initialises ||= text.includes('at enterClass (');
      continue;
    }
    // The class is initialised before its method begins, not in it.
    if (initialises) {
      initialises = false;
      continue;
    }
    const parts = match[1]!.split('$').slice(0, -1);
    const inner = parts.at(-1) === 'inner';
    const place = shownPlace(inner ? parts.slice(0, -1) : parts);
    // The frame around a closure is the same Apex frame, already told with the better line.
    if (place !== innerOf) frames.push({ place, line: Number(match[2]), column: 1 });
    innerOf = inner ? place : null;
  }
  return frames;
}

/** `getStackTraceString()`. The platform, too, says column 1 for what happens at run time. */
export function stackTraceString(error: Error): string {
  return apexFrames(error)
    .map(({ place, line, column }) => `${place}: line ${line}, column ${column}`)
    .join('\n');
}

/** `getLineNumber()`; 0 where no Apex was running. */
export function lineNumber(error: Error): number {
  return apexFrames(error)[0]?.line ?? 0;
}

/** The line that is executing: for `System.debug`. */
export function currentLine(): number {
  return lineNumber(new Error());
}
