/** Fields and relationships of records, and inline queries. */
import type { Bound } from '../types/bound.ts';
import { expression, expressions, quote } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';

type Node<Op extends Bound['op']> = Extract<Bound, { op: Op }>;

/** Through a relationship a missing parent gives null; on anything else null throws. */
export function recordField(m: MethodScope, { self, field }: Node<'sobjectField'>): string {
  const get = m.unit.kernel(self.op === 'sobjectParent' ? 'getParentField' : 'getField');
  return `${get}(${expression(m, self)},${quote(field)})`;
}

export function recordParent(m: MethodScope, { self, relationship }: Node<'sobjectParent'>): string {
  const get = m.unit.kernel(self.op === 'sobjectParent' ? 'getGrandparent' : 'getParent');
  return `${get}(${expression(m, self)},${quote(relationship)})`;
}

export function recordChildren(m: MethodScope, { self, relationship }: Node<'sobjectChildren'>): string {
  return `${m.unit.kernel('getChildren')}(${expression(m, self)},${quote(relationship)})`;
}

/** The query tree is one constant of the unit: its identity is what plans are cached by. */
export function queryExpression(m: MethodScope, { query, binds, result }: Node<'query'>): string {
  const tree = m.unit.constant(JSON.stringify(query));
  const values = `[${expressions(m, binds)}]`;
  switch (result) {
    case 'rows':
      return `${m.unit.kernel('queryRows')}(${tree},${values})`;
    case 'one':
      return `${m.unit.kernel('queryOne')}(${tree},${values})`;
    case 'oneOrNull':
      return `${m.unit.kernel('queryOneOrNull')}(${tree},${values})`;
    case 'count':
      return `${m.unit.kernel('queryCount')}(${tree},${values})`;
    case 'locator':
      return `${m.unit.intrinsic('#queryLocator')}(${tree},${values},${m.unit.kernel('queryAccess')}(${tree}))`;
    default:
      return result satisfies never;
  }
}

export const searchExpression = (m: MethodScope, { text, binds }: Node<'search'>): string =>
  `${m.unit.kernel('searchRows')}(${quote(text)},[${expressions(m, binds)}])`;
