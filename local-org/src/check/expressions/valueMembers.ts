/** `value.name`: fields and relationships of SObjects, fields and properties of objects, describe results. */
import type { Span } from '../../syntax/tree.ts';
import { listOf, sobjectType, Types } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shown } from '../display.ts';
import { findField } from '../lookup.ts';
import { fail, failInConsequence, failNotSupported } from '../report.ts';
import { fieldType, parentType } from '../sobjects.ts';
import { asOneRow, type Typed } from '../typed.ts';
import { isUnknownMember } from '../userTypes.ts';
import { typeOfLibrary } from '../world.ts';
import type { Link } from './link.ts';
import { memberValue } from './memberValue.ts';
import { isMemberGap } from './staticMembers.ts';
import { isPlatformField } from '../../schema/platformFields.ts';

/** `Schema.Thing__Share.RowCause.My_Reason__c`: the name of a sharing reason, and `Manual`. */
function rowCause(self: Typed, name: string): Link | undefined {
  if (self.bound.op !== 'fieldToken' || self.bound.field !== 'RowCause') return undefined;
  const reason = name.toLowerCase() === 'manual' ? 'Manual' : name.endsWith('__c') ? name : null;
  return reason === null
    ? undefined
    : { kind: 'value', typed: { type: Types.String, bound: { op: 'const', type: 'String', value: reason } } };
}

export function valueMember(cx: Context, target: Typed, name: string, nameAt: Span, at: Span, fieldsOf?: string): Link {
  // `[SELECT …].Name`
  const self = asOneRow(target) ?? target;
  if (self.type.kind === 'sobject') return { kind: 'value', typed: sobjectMember(cx, self, self.type.object, name, nameAt, at) };
  const cause = rowCause(self, name);
  if (cause) return cause;
  const described = self.bound.op === 'describeObject' ? self.bound.object : null;
  if (fieldsOf !== undefined && shown(self.type) === 'Schema.SObjectTypeFieldSets') {
    const set = cx.world.schema.fieldSets?.get(fieldsOf.toLowerCase())?.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!set) return fail(nameAt, `Variable does not exist: ${name}`);
    const type = typeOfLibrary(cx.world, 'Schema.FieldSet');
    return { kind: 'value', typed: { type, bound: { op: 'describeFieldSet', object: fieldsOf, name: set.name, at } } };
  }
  if (fieldsOf !== undefined) {
    const field = cx.world.schema.object(fieldsOf)?.field(name);
    if (field) {
      const type = typeOfLibrary(cx.world, 'Schema.DescribeFieldResult');
      return { kind: 'value', typed: { type, bound: { op: 'describeField', object: fieldsOf, field: field.name, at } } };
    }
  }
  const found = findField(cx.world, self.type, name);
  if (!found) {
    if (isMemberGap(cx, self.type, name)) failNotSupported(nameAt, `${shown(self.type)}.${name}`);
    if (self.type.kind === 'class' && isUnknownMember(cx.unit, self.type.symbol, name)) failInConsequence(nameAt);
    return fail(nameAt, `Variable does not exist: ${name}`);
  }
  if (found.member.static) {
    return fail(
      nameAt,
      `Static field cannot be referenced from a non static context: ${found.member.name} from the type ${shown(self.type)}`,
    );
  }
  const typed = memberValue(cx, found, self.bound, nameAt, at);
  return described !== null && ['fields', 'fieldsets'].includes(name.toLowerCase())
    ? { kind: 'value', typed, fieldsOf: described }
    : { kind: 'value', typed };
}

function sobjectMember(cx: Context, self: Typed, objectName: string | null, name: string, nameAt: Span, at: Span): Typed {
  if (objectName === null) {
    // Of the generic SObject only the Id can be read by name.
    if (name.toLowerCase() !== 'id') fail(nameAt, `Variable does not exist: ${name}`);
    return {
      type: Types.Id,
      bound: { op: 'sobjectField', self: self.bound, field: 'Id', at },
      place: { kind: 'sobjectField', object: null, field: null, self: self.bound },
    };
  }
  const object = cx.world.schema.object(objectName);
  const field = object?.field(name);
  if (object && field) {
    return {
      type: fieldType(cx.world, field, nameAt),
      bound: { op: 'sobjectField', self: self.bound, field: field.name, at },
      place: { kind: 'sobjectField', object, field, self: self.bound },
    };
  }
  const parent = object?.parent(name);
  if (parent) {
    return {
      type: parentType(cx.world, parent),
      bound: { op: 'sobjectParent', self: self.bound, relationship: parent.relationshipName ?? name, at },
    };
  }
  const child = object?.child(name);
  if (child) {
    return { type: listOf(sobjectType(child.object)), bound: { op: 'sobjectChildren', self: self.bound, relationship: child.name, at } };
  }
  if (object && (object.incomplete || isPlatformField(object.name, name))) failNotSupported(nameAt, `${object.name}.${name}`);
  return fail(nameAt, `Variable does not exist: ${name}`);
}
