/** Writing: assignment, compound assignment, `++` and `--`. Where a target is read too, its parts are evaluated once. */
import { PRICE } from '../runtime/cpu.ts';
import type { Bound, BoundTarget, NumberKind } from '../types/bound.ts';
import { expression, fieldOwner, isNeverNull, quote, receiver } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';
import { arithmetic, converted, nullable, operand } from './operators.ts';

/** `discard`: nobody looks at the value of the assignment. */
export function assign(m: MethodScope, { target, value }: Extract<Bound, { op: 'assign' }>, discard: boolean): string {
  const { unit } = m;
  switch (target.op) {
    case 'local':
      return `(${target.name}=${expression(m, value)})`;
    case 'field':
      return `(${fieldOwner(m, target)}.${target.js}=${expression(m, value)})`;
    case 'property': {
      const owner = target.self ? expression(m, target.self) : `${unit.class(target.owner)}.s`;
      if (discard) return `${owner}.set$${target.js}(${expression(m, value)})`;
      const self = target.self && !isNeverNull(target.self) ? `${unit.kernel('nonNull')}(${owner})` : owner;
      return `${unit.kernel('setProperty')}(${self},${quote(`set$${target.js}`)},${expression(m, value)})`;
    }
    case 'libraryProperty':
      return writeLibraryProperty(m, target.key, target.self ? receiver(m, target.self) : null, expression(m, value));
    case 'sobjectField':
      return `${unit.kernel('setField')}(${expression(m, target.self)},${quote(target.field)},${expression(m, value)})`;
    case 'index':
      return `${unit.kernel('setElement')}(${expression(m, target.self)},${expression(m, target.index)},${expression(m, value)})`;
    default:
      return target satisfies never;
  }
}

function writeLibraryProperty(m: MethodScope, key: string, self: string | null, value: string): string {
  m.cost += PRICE.library;
  return `${m.unit.kernel('setLibraryProperty')}(${m.unit.property(key)},${value}${self === null ? '' : `,${self}`})`;
}

/** A target whose parts are in temporaries after `prepare` (each ends with a comma). */
interface Reference {
  readonly prepare: string;
  readonly read: string;
  readonly write: (value: string) => string;
}

function reference(m: MethodScope, target: BoundTarget): Reference {
  const { unit } = m;
  /** `this` needs no temporary. */
  const hold = (js: string): readonly [name: string, prepare: string] => {
    if (js === 'this' || js === '$s') return [js, ''];
    const name = m.temporary();
    return [name, `${name}=${js},`];
  };
  switch (target.op) {
    case 'local': {
      const name = target.name;
      return { prepare: '', read: name, write: (value) => `${name}=${value}` };
    }
    case 'field': {
      const [self, prepare] = hold(fieldOwner(m, target));
      return { prepare, read: `${self}.${target.js}`, write: (value) => `${self}.${target.js}=${value}` };
    }
    case 'property': {
      const [self, prepare] = hold(target.self ? receiver(m, target.self) : `${unit.class(target.owner)}.s`);
      const write = (value: string): string => `${unit.kernel('setProperty')}(${self},${quote(`set$${target.js}`)},${value})`;
      return { prepare, read: `${self}.get$${target.js}()`, write };
    }
    case 'libraryProperty': {
      const [self, prepare] = target.self ? hold(receiver(m, target.self)) : [null, ''];
      return {
        prepare,
        read: `${unit.property(target.key)}.get(${self ?? ''})`,
        write: (value) => writeLibraryProperty(m, target.key, self, value),
      };
    }
    case 'sobjectField': {
      const [self, prepare] = hold(expression(m, target.self));
      const field = quote(target.field);
      return {
        prepare,
        read: `${unit.kernel('getField')}(${self},${field})`,
        write: (value) => `${unit.kernel('setField')}(${self},${field},${value})`,
      };
    }
    case 'index': {
      const [list, prepareList] = hold(expression(m, target.self));
      const [index, prepareIndex] = hold(expression(m, target.index));
      return {
        prepare: prepareList + prepareIndex,
        read: `${unit.kernel('getElement')}(${list},${index})`,
        write: (value) => `${unit.kernel('setElement')}(${list},${index},${value})`,
      };
    }
    default:
      return target satisfies never;
  }
}

export function compound(m: MethodScope, bound: Extract<Bound, { op: 'compound' }>): string {
  const { prepare, read, write } = reference(m, bound.target);
  const isTemporal = bound.kind === 'Date' || bound.kind === 'Datetime' || bound.kind === 'Time';
  const stays = bound.kind === 'String' || bound.kind === 'Boolean' || isTemporal;
  const left = nullable(stays ? read : converted(m, bound.targetType, bound.kind, read));
  const result = arithmetic(m, bound.operator, bound.kind, left, operand(m, bound.value));
  return `(${prepare}${write(stays ? result : converted(m, bound.kind, bound.targetType, result))})`;
}

/** As a statement, `i++` is `++i`. */
export function increment(m: MethodScope, bound: Extract<Bound, { op: 'increment' }>, discard: boolean): string {
  const { prepare, read, write } = reference(m, bound.target);
  if (bound.prefix || discard) return `(${prepare}${write(stepped(m, bound.kind, read, bound.by))})`;
  const before = m.temporary();
  return `(${prepare}${before}=${read},${write(stepped(m, bound.kind, before, bound.by))},${before})`;
}

function stepped(m: MethodScope, kind: NumberKind, read: string, by: 1 | -1): string {
  const one = kind === 'Integer' ? { op: 'const', type: kind, value: 1 } : { op: 'const', type: kind, value: '1' };
  return arithmetic(m, by === 1 ? '+' : '-', kind, nullable(read), operand(m, one as Bound));
}
