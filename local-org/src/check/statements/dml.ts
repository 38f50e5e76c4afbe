/** DML statements and `System.runAs`. */
import { isIdLookup } from '../../schema/idLookup.ts';
import type { DmlOperation, Span, Statement } from '../../syntax/tree.ts';
import type { BoundStatement } from '../../types/bound.ts';
import { Types, type SObjectTypeRef, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shown } from '../display.ts';
import { value } from '../expressions/expression.ts';
import { fail } from '../report.ts';
import { block } from './statement.ts';

type Dml = Extract<Statement, { kind: 'dml' }>;

export function dml(cx: Context, of: Dml): BoundStatement {
  const target = value(cx, of.target);
  const row = rowType(target.type) ?? fail(of.span, `DML requires SObject or SObject list type: ${shown(target.type)}`);
  checkAllowed(cx, of.operation, row, of.target.span);
  const second = of.second && value(cx, of.second);
  if (of.operation === 'merge') {
    if (target.type.kind !== 'sobject' || target.type.object === null)
      fail(of.target.span, `Merge requires a concrete SObject type: ${shown(target.type)}`);
    if (!second || rowType(second.type) !== target.type) {
      const isIds = second && (second.type === Types.Id || (second.type.kind === 'collection' && second.type.args[0] === Types.Id));
      if (!isIds) fail(of.second?.span ?? of.span, 'Invalid type for duplicate records');
    }
  }
  return {
    op: 'dml',
    operation: of.operation,
    target: target.bound,
    second: second?.bound ?? null,
    externalId: of.externalId === null ? null : externalId(cx, row, of.externalId, of.span),
    access: of.access,
    at: of.span,
  };
}

function rowType(type: Type): SObjectTypeRef | undefined {
  if (type.kind === 'sobject') return type;
  if (type.kind !== 'collection' || type.name !== 'List') return undefined;
  const [element] = type.args;
  return element?.kind === 'sobject' ? element : undefined;
}

/** Objects that Apex may never write: custom metadata, Profile … and events, which are only published. */
function checkAllowed(cx: Context, operation: DmlOperation, row: SObjectTypeRef, at: Span): void {
  const object = row.object === null ? undefined : cx.world.schema.object(row.object);
  if (!object) return;
  const allowed: Readonly<Record<DmlOperation, boolean>> = {
    insert: object.createable,
    update: object.updateable,
    upsert: object.createable || object.updateable,
    delete: object.deletable,
    undelete: object.deletable,
    merge: true,
  };
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  if (!allowed[operation]) fail(at, `DML operation ${name} not allowed on ${object.name}`);
}

function externalId(cx: Context, row: SObjectTypeRef, path: string, at: Span): string {
  const object = row.object === null ? undefined : cx.world.schema.object(row.object);
  if (!object) return fail(at, 'Upsert with a field specification requires a concrete SObject type');
  const [first = '', ...rest] = path.split('.');
  // `X__c.Key__c` or `Key__c`; `X__c.Fields.Key__c` too.
  const name = rest.at(-1) ?? first;
  const field = object.field(name);
  if (!field) return fail(at, `Field does not exist: ${name} on ${object.name}`);
  if (!isIdLookup(object, field) && field.kind !== 'id')
    fail(at, `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field.name}`);
  return field.name;
}

export function runAs(cx: Context, of: Extract<Statement, { kind: 'runAs' }>): BoundStatement {
  const [user, ...others] = of.args.map((arg) => value(cx, arg));
  const isUser =
    user &&
    ((user.type.kind === 'sobject' && user.type.object === 'User') || (user.type.kind === 'class' && user.type.symbol.name === 'Version'));
  if (!isUser || others.length > 0) return fail(of.span, "runAs requires a single argument of type 'User' or 'Version'");
  return { op: 'runAs', user: user.bound, body: block(cx, of.body.statements), at: of.span };
}
