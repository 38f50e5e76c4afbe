/** Which triggers an event of an object has, and running them. Several triggers run in the order of their names: the platform promises none. */
import type { TriggerHost } from '../dml/world.ts';
import type { Program } from '../runtime/program.ts';
import { current, type TriggerContext } from '../runtime/transaction.ts';

const keyOf = (object: string, operation: TriggerContext['operation']): string => `${object.toLowerCase()}:${operation}`;

/** `before insert` → `BEFORE_INSERT` */
const operationOf = (event: string): TriggerContext['operation'] => event.toUpperCase().replace(' ', '_') as TriggerContext['operation'];

const tables = new WeakMap<Program, ReadonlyMap<string, readonly string[]>>();

function tableOf(program: Program): ReadonlyMap<string, readonly string[]> {
  let table = tables.get(program);
  if (!table) {
    const made = new Map<string, string[]>();
    for (const trigger of [...program.triggers].sort((a, b) => (a.name < b.name ? -1 : 1)))
      for (const event of trigger.events) {
        const key = keyOf(trigger.object, operationOf(event));
        made.set(key, [...(made.get(key) ?? []), trigger.name]);
      }
    tables.set(program, (table = made));
  }
  return table;
}

export function createTriggerHost(program: () => Program): TriggerHost {
  return {
    has: (object, operation) => tableOf(program()).has(keyOf(object, operation)),
    fire: (context) => {
      const transaction = current();
      const outer = transaction.trigger;
      try {
        for (const name of tableOf(program()).get(keyOf(context.object, context.operation)) ?? []) {
          context.trigger = name;
          transaction.trigger = context;
          program().runTrigger(name);
        }
      } finally {
        transaction.trigger = outer;
      }
    },
  };
}
