/** Schema.SObjectType and Schema.SObjectField: what can be asked of a token. */
import { normaliseId } from '../../runtime/ids.ts';
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { ObjectType } from '../../schema/model.ts';
import { membersOf, standardClass, type StandardDeclaration } from '../declare.ts';
import { randomUuid } from '../System/core/UUID.ts';
import { DescribeField } from './describeField.ts';
import { DescribeObject } from './describeObject.ts';
import { defaultsOf } from './fieldValue.ts';
import type { SObjectFieldToken, SObjectTypeToken } from './tokens.ts';

const type = membersOf<SObjectTypeToken>();
const field = membersOf<SObjectFieldToken>();

function newRecord(object: ObjectType, id: string | null, loadDefaults: boolean): SObject {
  const record = new SObject(object);
  if (loadDefaults) for (const [name, value] of defaultsOf(object)) record.fields.set(name, value);
  // "EventUuid is populated only if the event was created with newSObject(null, true)."
  if (loadDefaults && object.kind === 'event') record.fields.set('EventUuid', randomUuid().text);
  if (id === null) return record;
  const full = normaliseId(id);
  if (full === null) throw apexError('StringException', `Invalid id: ${id}`);
  if (full.startsWith('012')) {
    if (!object.field('RecordTypeId'))
      throw new NotSupported(`Schema.SObjectType.newSObject with a record type of ${object.name}, which has none`);
    record.fields.set('RecordTypeId', full);
  } else record.fields.set('Id', full);
  return record;
}

export const tokenDeclarations: readonly StandardDeclaration[] = [
  standardClass('Schema.SObjectType', [
    type.m('Schema.DescribeSObjectResult getDescribe()', ({ object }): Value => new DescribeObject(object)),
    /** Options say when describe loads what; here everything is there. */
    type.m('Schema.DescribeSObjectResult getDescribe(Object options)', ({ object }): Value => new DescribeObject(object)),
    type.m('SObject newSObject()', ({ object }) => newRecord(object, null, false)),
    type.m('SObject newSObject(Id id)', ({ object }, id) => newRecord(object, id, false)),
    type.m('SObject newSObject(Id recordTypeId, Boolean loadDefaults)', ({ object }, id, defaults) =>
      newRecord(object, id, defaults === true),
    ),
  ]),
  standardClass('Schema.SObjectField', [
    field.m('Schema.DescribeFieldResult getDescribe()', ({ object, field: of }): Value => new DescribeField(object, of)),
    field.m('Schema.DescribeFieldResult getDescribe(Object options)', ({ object, field: of }): Value => new DescribeField(object, of)),
  ]),
];
