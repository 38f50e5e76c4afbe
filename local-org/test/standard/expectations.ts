/** Apex expressions and the text each must give, run through the whole compiler. An exception gives `Type: message`. */
import assert from 'node:assert/strict';
import { emitted, transactionOf, type StandIns } from '../helpers/apex.ts';
import { link } from '../../src/runtime/link.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { library } from '../../src/standard/registry.ts';

export interface World extends StandIns {
  /** Further classes. */
  readonly classes?: readonly string[];
  /** Value of `TimeZoneSidKey` and `LocaleSidKey` of the running user. */
  readonly timeZone?: string;
  readonly locale?: string;
  readonly now?: number;
  /** Of assumption switches. */
  readonly positions?: Readonly<Record<string, string>>;
}

/** Each text is an expression, or statements that end in `return …;`. Compared as String.valueOf-like text by `'' + value`. */
export function expectTexts(expectations: readonly (readonly [string, string])[], world: World = {}): void {
  const methods = expectations.map(([apex], i) => {
    const body = /[;}]$/.test(apex.trimEnd()) ? apex : `return '' + (${apex});`;
    return `public static String f${i}() { try { ${body} } catch (Exception problem) { return problem.getTypeName() + ': ' + problem.getMessage(); } }`;
  });
  const texts = [`public class Expectations {\n${methods.join('\n')}\n}`, ...(world.classes ?? [])];
  const program = link(emitted(texts, world.schema), library);
  const transaction = withUser(transactionOf(program, world), world);
  const actual = expectations.map(([apex], i) => {
    try {
      return [apex, runIn(transaction, () => program.callStatic('Expectations', `f${i}$`, []))];
    } catch (error) {
      return [apex, `!! ${(error as Error).message}`];
    }
  });
  assert.deepEqual(actual, expectations);
}

function withUser(transaction: ReturnType<typeof transactionOf>, world: World): ReturnType<typeof transactionOf> {
  const fields = new Map([
    ['TimeZoneSidKey', world.timeZone ?? 'GMT'],
    ['LocaleSidKey', world.locale ?? 'en_US'],
  ]);
  return {
    ...transaction,
    now: () => world.now ?? 0,
    settings: { ...transaction.settings, position: (name) => world.positions?.[name] ?? transaction.settings.position(name) },
    data: { ...transaction.data, record: () => ({ fields }) as never },
  };
}
