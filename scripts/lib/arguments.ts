/** Command-line options with a usage text; anything unknown ends the command with exit code 2 before it does anything. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true; allowPositionals: false }>>['values'];

export function readArguments<const O extends Options>(usage: string, options: O): Parsed<O> {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: false });
    if ((values as { help?: boolean }).help) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    return values as Parsed<O>;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error), usage);
  }
}

export function refuse(message: string, usage: string): never {
  process.stderr.write(`${message}\n\n${usage}\n`);
  process.exit(2);
}

/** A whole number between these bounds. */
export function wholeNumber(text: string, name: string, min: number, max: number, usage: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    refuse(`${name} takes a whole number from ${min} to ${max}, not '${text}'.`, usage);
  return value;
}
