/** Bound expressions → JavaScript expressions, safe to stand anywhere an operand may. */
import { PRICE } from '../runtime/cpu.ts';
import type { Bound } from '../types/bound.ts';
import { callInterface, callLibrary, callMethod, callStatic } from './calls.ts';
import { newList, newMap, newObject, newLibrary, newRecord, newSet, newArray, newFrom } from './construct.ts';
import type { MethodScope } from './methodScope.ts';
import { arithmetic, compare, condition, convert, equality, negate, operand } from './operators.ts';
import { queryExpression, searchExpression, recordChildren, recordField, recordParent } from './records.ts';
import { assign, compound, increment } from './targets.ts';

export const quote = (text: string): string => JSON.stringify(text);

export const expressions = (m: MethodScope, bounds: readonly Bound[]): string => bounds.map((bound) => expression(m, bound)).join(',');

export function expression(m: MethodScope, bound: Bound): string {
  const { unit } = m;
  switch (bound.op) {
    case 'const':
      return constant(m, bound);
    case 'local':
      return bound.name;
    case 'this':
      return 'this';
    case 'field':
      return `${fieldOwner(m, bound)}.${bound.js}`;
    case 'property':
      return bound.self ? `${expression(m, bound.self)}.get$${bound.js}()` : callStatic(m, bound.owner, `get$${bound.js}`, []);
    case 'libraryProperty':
      m.cost += PRICE.library;
      return `${unit.property(bound.key)}.get(${bound.self ? receiver(m, bound.self) : ''})`;
    case 'enumValue':
      return bound.library ? `${unit.property(`${bound.owner}.${bound.name}`)}.get()` : `${unit.class(bound.owner)}.v.${bound.name}`;
    case 'sobjectField':
      return recordField(m, bound);
    case 'sobjectParent':
      return recordParent(m, bound);
    case 'sobjectChildren':
      return recordChildren(m, bound);
    case 'index':
      return `${unit.kernel('getElement')}(${expression(m, bound.self)},${expression(m, bound.index)})`;
    case 'assign':
      return assign(m, bound, false);
    case 'compound':
      return compound(m, bound);
    case 'increment':
      return increment(m, bound, false);
    case 'arithmetic':
      return arithmetic(m, bound.operator, bound.kind, operand(m, bound.left), operand(m, bound.right));
    case 'negate':
      return negate(m, bound.kind, operand(m, bound.of));
    case 'complement':
      return `(~${value(m, bound.of)})`;
    case 'not':
      return `(!${condition(m, bound.of)})`;
    case 'and':
      return `(${condition(m, bound.left)}&&${condition(m, bound.right)})`;
    case 'or':
      return `(${condition(m, bound.left)}||${condition(m, bound.right)})`;
    case 'coalesce':
      return `(${expression(m, bound.left)}??${expression(m, bound.right)})`;
    case 'ternary':
      return `(${condition(m, bound.test)}?${expression(m, bound.then)}:${expression(m, bound.else)})`;
    case 'compare':
      return compare(m, bound);
    case 'equals':
      return equality(m, bound);
    case 'convert':
      return convert(m, bound.from, bound.to, bound.of);
    case 'cast':
      return `${unit.kernel('cast')}(${expression(m, bound.of)},${quote(bound.to)})`;
    case 'instanceof':
      return `${unit.kernel('instanceOf')}(${expression(m, bound.of)},${quote(bound.type)})`;
    case 'safe':
      return safe(m, bound);
    case 'invoke':
      return callMethod(m, bound);
    case 'invokeStatic':
      return callStatic(m, bound.owner, bound.js, bound.args);
    case 'invokeLibrary':
      return callLibrary(m, bound);
    case 'copy':
      return `${unit.kernel('copyObject')}(${receiver(m, bound.of)})`;
    case 'onlyRow':
      return `${unit.kernel('onlyRow')}(${expression(m, bound.of)})`;
    case 'invokeInterface':
      return callInterface(m, bound);
    case 'new':
      return newObject(m, bound);
    case 'newLibrary':
      return newLibrary(m, bound);
    case 'newSObject':
      return newRecord(m, bound);
    case 'newList':
      return newList(m, bound);
    case 'newSet':
      return newSet(m, bound);
    case 'newArray':
      return newArray(m, bound);
    case 'newMap':
      return newMap(m, bound);
    case 'newFrom':
      return newFrom(m, bound);
    case 'typeLiteral':
      return `${unit.intrinsic('#type')}(${quote(bound.type)})`;
    case 'objectToken':
      return `${unit.intrinsic('#objectToken')}(${quote(bound.object)})`;
    case 'fieldToken':
      return `${unit.intrinsic('#fieldToken')}(${quote(bound.object)},${quote(bound.field)})`;
    case 'describeObject':
      return `${unit.intrinsic('#describeObject')}(${quote(bound.object)})`;
    case 'describeFieldSet':
      return `${unit.intrinsic('#describeFieldSet')}(${quote(bound.object)},${quote(bound.name)})`;
    case 'describeField':
      return `${unit.intrinsic('#describeField')}(${quote(bound.object)},${quote(bound.field)})`;
    case 'page':
      return `${unit.intrinsic('#page')}(${quote(bound.name)})`;
    case 'label':
      return `${unit.intrinsic('#label')}(${quote(bound.name)})`;
    case 'triggerVariable':
      return `${unit.intrinsic('#triggerVariable')}(${quote(bound.name)})`;
    case 'query':
      return queryExpression(m, bound);
    case 'search':
      return searchExpression(m, bound);
    default:
      return bound satisfies never;
  }
}

function constant(m: MethodScope, { type, value: literal }: Extract<Bound, { op: 'const' }>): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'Boolean':
      return String(literal);
    case 'Integer':
      return Number(literal) < 0 ? `(${String(literal)})` : String(literal);
    case 'Long':
      return `(${BigInt(String(literal))}n)`;
    case 'String':
      return quote(String(literal));
    case 'Decimal':
      return m.unit.constant(`${m.unit.kernel('Decimal')}.of(${quote(String(literal))})`);
    case 'Double':
      return m.unit.constant(`new ${m.unit.kernel('Double')}(${Number(literal)})`);
    default:
      return type satisfies never;
  }
}

/** What a stored field is a member of: an object, or the static state of its class. */
export function fieldOwner(m: MethodScope, { self, owner }: Extract<Bound, { op: 'field' }>): string {
  if (self) return expression(m, self);
  return owner === m.ownStatics ? '$s' : `${m.unit.kernel('staticsOf')}(${m.unit.class(owner)})`;
}

/** Cannot be null, by its form. */
export function isNeverNull(bound: Bound): boolean {
  switch (bound.op) {
    case 'const':
      return bound.type !== 'null';
    case 'arithmetic':
    case 'negate':
    case 'complement':
    case 'not':
    case 'and':
    case 'or':
    case 'compare':
    case 'equals':
    case 'instanceof':
    case 'this':
    case 'enumValue':
    case 'new':
    case 'newLibrary':
    case 'newSObject':
    case 'newList':
    case 'newSet':
    case 'newArray':
    case 'newMap':
    case 'newFrom':
    case 'onlyRow':
    case 'copy':
    case 'increment':
    case 'compound':
    case 'typeLiteral':
    case 'objectToken':
    case 'fieldToken':
    case 'describeObject':
    case 'describeField':
      return true;
    case 'convert':
    case 'cast':
      return isNeverNull(bound.of);
    case 'assign':
      return isNeverNull(bound.value);
    case 'ternary':
      return isNeverNull(bound.then) && isNeverNull(bound.else);
    case 'query':
      return bound.result !== 'oneOrNull';
    case 'coalesce':
      return isNeverNull(bound.left) || isNeverNull(bound.right);
    default:
      return false;
  }
}

/** A primitive operand: null throws. */
export function value(m: MethodScope, bound: Bound): string {
  const js = expression(m, bound);
  return isNeverNull(bound) ? js : `(${js}??${m.unit.kernel('nullPointer')}())`;
}

/** The object a library member is called on: null throws here, because the library does not ask. */
export function receiver(m: MethodScope, bound: Bound): string {
  const js = expression(m, bound);
  return isNeverNull(bound) ? js : `${m.unit.kernel('nonNull')}(${js})`;
}

/** `self?.access` */
function safe(m: MethodScope, bound: Extract<Bound, { op: 'safe' }>): string {
  const name = m.declare(bound.as);
  return `((${name}=${expression(m, bound.self)})===null?null:${expression(m, bound.access)})`;
}
