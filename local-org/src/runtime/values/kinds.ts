/**
 * The one table of how Apex values are represented. Nothing else may invent a representation.
 *
 * | Apex | JavaScript |
 * |---|---|
 * | Boolean | boolean |
 * | Integer | number (`|0`) |
 * | Long | bigint (64 bits) |
 * | Double | ApexDouble (always an object: in a List<Object> a raw number is an Integer) |
 * | Decimal | ApexDecimal |
 * | String | string |
 * | Id | string of 18 characters |
 * | Blob, Date, Datetime, Time | ApexBlob, ApexDate, ApexDatetime, ApexTime |
 * | List, Set, Map | ApexList, ApexSet, ApexMap: they know the canonical name of their type arguments |
 * | SObject | SObject |
 * | enum | EnumValue, one object per value |
 * | objects of user classes | instances of emitted classes, which extend ApexObject (or ApexException) |
 * | objects of library classes | instances of classes that extend LibraryObject |
 * | null | null, never undefined |
 */
import type { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import type { ApexDecimal, ApexDouble } from './numbers.ts';
import type { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { SObject } from './sobject.ts';
import type { ApexBlob } from './blob.ts';
import type { ApexException } from '../exceptions.ts';

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | ApexDouble
  | ApexDecimal
  | ApexBlob
  | ApexDate
  | ApexDatetime
  | ApexTime
  | ApexList
  | ApexSet
  | ApexMap
  | SObject
  | EnumValue
  | ApexObject
  | ApexException
  | LibraryObject;

/** A user's or the library's enum value. */
export class EnumValue {
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}

/** Root of emitted classes. `$type` is the canonical class name, set on the prototype by the emitter. */
export class ApexObject {
  declare readonly $type: string;
}

/** Root of objects of library classes (Database.SaveResult, HttpRequest, Schema.SObjectType …). */
export abstract class LibraryObject {
  /** Canonical type name, with arguments where it has any. */
  abstract readonly apexType: string;
}
