/** Nanoseconds per iteration of emitted Apex, with coverage marks and limit ticks: `node bench/emit.ts` prints JSON. */
import { link } from '../local-org/src/runtime/link.ts';
import { runIn } from '../local-org/src/runtime/transaction.ts';
import { library } from '../local-org/src/standard/registry.ts';
import { emitted, transactionOf } from '../local-org/test/helpers/apex.ts';

const TURNS = 1_000_000;

const loops: Readonly<Record<string, string>> = {
  'empty loop': '',
  'integer arithmetic': 'total += i * 3 - 1;',
  'branch and list read': 'if (i > 5) { total += items[i & 3]; }',
  'static method call': 'total = twice(i);',
  'object method call': 'total = counter.next();',
  'new object': 'Bench b = new Bench(); total += b.count;',
  'decimal addition': 'amount = amount + 0.01;',
  'long arithmetic': 'big = big + i;',
  'string comparison': "if ('Abc' == text) total++;",
  'record field': "record.Name = 'x'; if (record.Name == null) total++;",
};

const source = (body: string): string => `public class Bench {
  Integer count = 0;
  static Integer twice(Integer n) {
    return n + n;
  }
  Integer next() {
    count++;
    return count;
  }
  public static Integer run() {
    Integer total = 0;
    Decimal amount = 0;
    Long big = 0;
    String text = 'aBC';
    List<Integer> items = new List<Integer>{ 1, 2, 3, 4 };
    Bench counter = new Bench();
    Account record = new Account();
    for (Integer i = 0; i < ${TURNS}; i++) {
      ${body}
    }
    return total;
  }
}`;

const nanoseconds: Record<string, number> = {};
for (const [name, body] of Object.entries(loops)) {
  const program = link(emitted([source(body)]), library);
  const once = (): bigint => {
    const start = process.hrtime.bigint();
    // Batches have the CPU time for so many turns.
    runIn(transactionOf(program, { kind: 'batchExecute' }), () => program.callStatic('Bench', 'run$', []));
    return process.hrtime.bigint() - start;
  };
  once();
  const best = [once(), once(), once()].reduce((a, b) => (a < b ? a : b));
  nanoseconds[name] = Math.round((Number(best) / TURNS) * 10) / 10;
}
process.stdout.write(`${JSON.stringify(nanoseconds)}\n`);
