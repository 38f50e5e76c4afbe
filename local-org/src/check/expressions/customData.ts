/** Static methods that custom metadata types and custom settings have: `X__mdt.getInstance('a')`, `X__c.getOrgDefaults()`. */
import type { Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { mapOf, Types, type PrimitiveType, type SObjectTypeRef } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { failNotSupported } from '../report.ts';
import { coerce, type Typed } from '../typed.ts';
import type { Call } from './calls.ts';

interface Shape {
  readonly params: readonly PrimitiveType[];
  readonly result: 'one' | 'all';
}

/** Library keys take the object's name as a first argument: `CustomMetadata.getInstance(String, String)`. */
const shapes: Readonly<Record<'CustomMetadata' | 'CustomSetting', Readonly<Record<string, readonly Shape[]>>>> = {
  CustomMetadata: {
    getAll: [{ params: [], result: 'all' }],
    getInstance: [{ params: [Types.String], result: 'one' }],
  },
  CustomSetting: {
    getAll: [{ params: [], result: 'all' }],
    getInstance: [
      { params: [], result: 'one' },
      { params: [Types.Id], result: 'one' },
      { params: [Types.String], result: 'one' },
    ],
    getValues: [
      { params: [Types.Id], result: 'one' },
      { params: [Types.String], result: 'one' },
    ],
    getOrgDefaults: [{ params: [], result: 'one' }],
  },
};

export function customDataCall(cx: Context, type: SObjectTypeRef, expr: Call, args: readonly Typed[], at: Span): Typed | undefined {
  const object = type.object === null ? undefined : cx.world.schema.object(type.object);
  if (!object || (object.kind !== 'customMetadata' && object.kind !== 'customSetting')) return undefined;
  const owner = object.kind === 'customMetadata' ? 'CustomMetadata' : 'CustomSetting';
  const name = Object.keys(shapes[owner]).find((one) => one.toLowerCase() === expr.name.toLowerCase());
  const offered = name === undefined ? [] : (shapes[owner][name] ?? []).filter((one) => one.params.length === args.length);
  const shape = offered.find((one) => one.params.every((param, i) => args[i]?.type === param)) ?? offered.at(-1);
  if (name === undefined || !shape) return undefined;
  const key = `${owner}.${name}(${[Types.String, ...shape.params].map((param) => param.name).join(', ')})`;
  const objectName: Bound = { op: 'const', type: 'String', value: object.name };
  const given = args.map((arg, i) => coerce(cx, arg, shape.params[i] ?? Types.String, expr.args[i]?.span ?? at));
  if (!knows(cx, owner, name)) failNotSupported(at, `${object.name}.${name}()`);
  return {
    type: shape.result === 'one' ? type : mapOf(Types.String, type),
    bound: { op: 'invokeLibrary', self: null, key, args: [objectName, ...given], typeArgs: [], at: expr.span },
  };
}

const knows = (cx: Context, owner: string, name: string): boolean =>
  (cx.world.library.type(owner)?.members(name.toLowerCase()).length ?? 0) > 0;
