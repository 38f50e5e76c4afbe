/** How a function of formulas is written down: its parameters, their types, and what it does with their values. */
import type { Bound, Run } from '../bound.ts';
import { picklistMisused, wrongCount, wrongType } from '../problems.ts';
import type { BasicType, FormulaType, FormulaValue, ValueOf } from '../values.ts';

/**
 * `field`: on read, from what is stored. `change`: while a record is saved, with the record before at hand. `memory`: in Apex,
 * from what a record holds.
 */
export type Place = 'field' | 'change' | 'memory';

export interface Call {
  readonly name: string;
  readonly args: readonly Bound[];
  readonly place: Place;
  /** A field without a dot in its path, or null: what ISCHANGED and PRIORVALUE take. */
  fieldName(arg: Bound): string | null;
}

export interface Result {
  readonly type: FormulaType;
  readonly run: Run;
}

export type FormulaFunction = (call: Call) => Result;

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

type Values<P extends readonly BasicType[]> = { readonly [K in keyof P]: ValueOf[P[K]] | null };

const pathOf = ({ node }: Bound): string =>
  node.kind === 'field' ? node.path : node.kind === 'call' && node.args[0]?.kind === 'field' ? node.args[0].path : '';

/** The parameter as one of the types, or the platform's complaint. */
export function expectType(name: string, arg: Bound, ...types: readonly FormulaType[]): void {
  if (arg.type === 'Null' || types.includes(arg.type)) return;
  if (arg.type === 'Picklist' || arg.type === 'Multi-Select Picklist') throw picklistMisused(pathOf(arg), arg.type);
  throw wrongType(name, types, arg.type);
}

export function expectCount({ name, args }: Call, least: number, most: number = least): void {
  if (args.length < least) throw wrongCount(name, least, args.length);
  if (args.length > most) throw wrongCount(name, most, args.length);
}

/** `fixed(['Text', 'Number'], 'Text', (text, count) => …)`: parameters may be blank; those left out are undefined. */
export function fixed<const P extends readonly BasicType[]>(
  params: P,
  result: BasicType,
  run: (...values: Values<P>) => FormulaValue,
  optional = 0,
): FormulaFunction {
  return (call) => {
    expectCount(call, params.length - optional, params.length);
    call.args.forEach((arg, i) => expectType(call.name, arg, params[i]!));
    const runs = call.args.map((arg) => arg.run);
    return { type: result, run: (context) => run(...(runs.map((each) => each(context)) as unknown as Values<P>)) };
  };
}

type Present<P extends readonly BasicType[]> = { readonly [K in keyof P]: ValueOf[P[K]] };

/** The same where any blank parameter makes the result blank. */
export function strict<const P extends readonly BasicType[]>(
  params: P,
  result: BasicType,
  run: (...values: Present<P>) => FormulaValue,
  optional = 0,
): FormulaFunction {
  return fixed(
    params,
    result,
    (...values) => (values.some((value) => value === null) ? null : run(...(values as unknown as Present<P>))),
    optional,
  );
}

/** The type two results have in common; null where there is none. */
export function commonType(a: FormulaType, b: FormulaType): FormulaType | null {
  if (a === 'Null') return b;
  if (b === 'Null' || a === b) return a;
  return null;
}
