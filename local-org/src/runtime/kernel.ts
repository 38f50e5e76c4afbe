/** Everything emitted code may call, by the name it is emitted under (with a `$` before it). */
import * as arithmetic from './arithmetic.ts';
import { enterClass, staticsOf } from './classes.ts';
import { compareDecimal, compareText, compareTime } from './compare.ts';
import { listFrom, mapFrom, newArray, newMap, newRecord, setFrom } from './construct.ts';
import { cast, instanceOf } from './convert.ts';
import { cpuExceeded, ticker } from './cpu.ts';
import { chunksOf, dmlStatement, onlyRow, queryAccess, queryCount, queryOne, queryOneOrNull, queryRows, searchRows } from './database.ts';
import { equals, identical } from './equality.ts';
import { ApexException } from './exceptions.ts';
import { caught, isFatalFailure, thrown, tooDeep } from './failures.ts';
import { state } from './frame.ts';
import { beginList, beginSet, iterate } from './iteration.ts';
import { getElement, setElement } from './listAccess.ts';
import { nonNull, nonNullArgument, nullPointer } from './nullPointer.ts';
import { withNames } from './queryNames.ts';
import { getChildren, getField, getGrandparent, getParent, getParentField, initField, initParent, setField } from './sobjectAccess.ts';
import { concat } from './toText.ts';
import { current } from './transaction.ts';
import { UserException } from './userException.ts';
import { ApexList, ApexSet } from './values/collections.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';
import type { ApexObject, Value } from './values/kinds.ts';

type Callable = Readonly<Record<string, unknown>>;

/** Interface of the library called on a user's object or a library one; `library` is the implementation for the latter. */
function callInterface(self: Value, js: string, library: (...args: Value[]) => Value, ...args: Value[]): Value {
  const receiver = nonNull(self);
  const own = typeof receiver === 'object' ? (receiver as unknown as Callable)[js] : undefined;
  return typeof own === 'function' ? (own.apply(receiver, args) as Value) : library(receiver, ...args);
}

/** `object.clone()` of a user's class is shallow. */
const copyObject = (self: ApexObject): ApexObject =>
  Object.assign(Object.create(Object.getPrototypeOf(self) as object) as ApexObject, self);

/** `object.property = value` as an expression: its value is `value`. */
function setProperty(self: object, setter: string, value: Value): Value {
  ((self as Callable)[setter] as (this: object, value: Value) => void).call(self, value);
  return value;
}

/** `Library.property = value` as an expression. */
function setLibraryProperty(property: { set(...args: readonly Value[]): void }, value: Value, ...self: readonly Value[]): Value {
  property.set(...self, value);
  return value;
}

/** Does `catch (Type e)` take it? Library exceptions other than Exception have no subclasses that user code could throw. */
const isException = (exception: ApexException, type: string): boolean =>
  exception.$type === type || (type !== 'Exception' && isSubclass(exception, type));

const isSubclass = (exception: ApexException, type: string): boolean => current().program.isSubtype(exception.$type, type);

export const kernel = {
  ...arithmetic,
  List: ApexList,
  Set: ApexSet,
  Double: ApexDouble,
  Decimal: ApexDecimal,
  UserException,
  state,
  ticker,
  nonNullArgument,
  nullPointer,
  nonNull,
  tooDeep,
  cpuExceeded,
  caught,
  isFatalFailure,
  isException,
  thrown,
  staticsOf,
  enterClass,
  callInterface,
  copyObject,
  setProperty,
  setLibraryProperty,
  equals,
  identical,
  compareText,
  compareDecimal,
  compareTime,
  concat,
  cast,
  instanceOf,
  getElement,
  setElement,
  getField,
  getParentField,
  getParent,
  getGrandparent,
  getChildren,
  setField,
  initField,
  initParent,
  newRecord,
  newMap,
  newArray,
  listFrom,
  setFrom,
  mapFrom,
  beginList,
  beginSet,
  iterate,
  chunksOf,
  queryAccess,
  queryRows,
  queryOne,
  queryOneOrNull,
  searchRows,
  queryCount,
  onlyRow,
  withNames,
  dmlStatement,
} as const;

export type KernelName = keyof typeof kernel;
