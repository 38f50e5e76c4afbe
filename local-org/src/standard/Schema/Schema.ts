/** The class Schema: all objects, and several described at once. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { membersOf, standardClass } from '../declare.ts';
import { DescribeObject } from './describeObject.ts';
import { FoldedMap } from './foldedMap.ts';
import { objectToken } from './tokens.ts';

function describeAll(names: ApexList | null): ApexList {
  const { schema } = current().data;
  if (names === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return new ApexList(
    'Schema.DescribeSObjectResult',
    names.items.map((name) => {
      const object = typeof name === 'string' ? schema.object(name) : undefined;
      if (!object) throw apexError('InvalidParameterValueException', `Invalid value '${String(name)}' for parameter 'sObjectTypes'`);
      return new DescribeObject(object);
    }),
  );
}

const { m } = membersOf<null>();

export const schemaDeclaration = standardClass(
  'System.Schema',
  [
    m('static Map<String,Schema.SObjectType> getGlobalDescribe()', () => {
      const map = new FoldedMap('String', 'Schema.SObjectType');
      for (const object of current().data.schema.objects)
        if (object.keyPrefix !== '' || object.kind === 'event') map.set(object.name, objectToken(object));
      return map;
    }),
    m('static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)', (names) => describeAll(names)),
    m('static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)', (names) => describeAll(names)),
  ],
  {
    notSupported: [
      'describeDataCategoryGroups(List<String>)',
      'describeDataCategoryGroupStructures(List<Schema.DataCategoryGroupSobjectTypePair>, Boolean)',
      'describeTabs()',
      'getAppDescribe(String)',
      'getModuleDescribe()',
      'getModuleDescribe(String)',
    ],
  },
);
