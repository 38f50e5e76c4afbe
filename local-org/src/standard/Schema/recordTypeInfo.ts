/** Schema.RecordTypeInfo: the record types of metadata, and the master one that every object has. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import type { ObjectType } from '../../schema/model.ts';
import { standardClass } from '../declare.ts';
import { facts } from './property.ts';
import { stableId } from './stableId.ts';

/** The same in every org. */
const masterId = '012000000000000AAA';

export class RecordTypeInfo extends LibraryObject {
  readonly apexType = 'Schema.RecordTypeInfo';
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  /** The only one of its object: then it is everybody's. */
  readonly only: boolean;
  constructor(id: string, developerName: string, label: string, active: boolean, only: boolean) {
    super();
    this.id = id;
    this.developerName = developerName;
    this.label = label;
    this.active = active;
    this.only = only;
  }
}

export const recordTypeId = (object: ObjectType, developerName: string): string => stableId('012', `${object.name}.${developerName}`);

export function recordTypeInfos(object: ObjectType): readonly RecordTypeInfo[] {
  const own = object.recordTypes ?? [];
  return [
    ...own.map((type) => new RecordTypeInfo(recordTypeId(object, type.developerName), type.developerName, type.label, type.active, false)),
    new RecordTypeInfo(masterId, 'Master', 'Master', true, own.length === 0),
  ];
}

/** Depends on the profile's record types, which are not modelled. */
function byProfile(info: RecordTypeInfo, member: string): boolean {
  if (info.only) return true;
  throw new NotSupported(`Schema.RecordTypeInfo.${member} of an object with record types`);
}

const fact = facts<RecordTypeInfo>();

export const recordTypeInfoDeclaration = standardClass('Schema.RecordTypeInfo', [
  ...fact('Id', 'RecordTypeId', 'getRecordTypeId', (self) => self.id),
  ...fact('String', 'DeveloperName', 'getDeveloperName', (self) => self.developerName),
  ...fact('String', 'Name', 'getName', (self) => self.label),
  ...fact('Boolean', 'Active', 'isActive', (self) => self.active),
  ...fact('Boolean', 'Master', 'isMaster', (self) => self.id === masterId),
  ...fact('Boolean', 'Available', 'isAvailable', (self) => byProfile(self, 'isAvailable()')),
  ...fact('Boolean', 'DefaultRecordTypeMapping', 'isDefaultRecordTypeMapping', (self) => byProfile(self, 'isDefaultRecordTypeMapping()')),
]);
