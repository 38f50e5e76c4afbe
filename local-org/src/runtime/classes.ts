/** The class table of a program: emitted code refers to a class by its cell, so that units may refer to each other in any order. */
import type { ClassInfo } from '../types/classInfo.ts';
import { apexError, ApexException } from './exceptions.ts';
import { nonNull } from './nullPointer.ts';
import { current } from './transaction.ts';
import { ApexList } from './values/collections.ts';
import { ApexObject, EnumValue } from './values/kinds.ts';

export type AnyFunction = (...args: never[]) => unknown;
export type InstanceClass = new () => ApexObject | ApexException;

/** What an emitted unit hands over for each of its classes. */
export interface ClassDefinition {
  readonly name: string;
  readonly make: (base: InstanceClass) => InstanceClass;
  readonly methods: Readonly<Record<string, AnyFunction>>;
  readonly statics: Readonly<Record<string, AnyFunction>>;
  /** null = the class has no static state and nothing to initialise. */
  readonly newStatics: (() => object) | null;
  readonly initializers: readonly (() => void)[];
  /** Alias → own name. */
  readonly aliases: readonly (readonly [string, string])[];
}

/** Short member names: emitted code reads them all the time. */
export class ClassCell {
  readonly name: string;
  info: ClassInfo | null = null;
  definition: ClassDefinition | null = null;
  superCell: ClassCell | null = null;
  /** The class; null until linked, and for interfaces and enums. */
  C: InstanceClass | null = null;
  /** Static methods. */
  s: Readonly<Record<string, AnyFunction>> = {};
  /** Enum values by name. */
  v: Readonly<Record<string, EnumValue>> = {};
  /** Static state of the transaction whose `statics` this is. */
  statics: Map<string, object> | null = null;
  state: object = {};
  constructor(name: string) {
    this.name = name;
  }
}

/** Static state in the running transaction; the class is initialised at first use. */
export function staticsOf(cell: ClassCell): object {
  return cell.statics === current().statics ? cell.state : initialise(cell);
}

/** The same at the beginning of the class's own methods. Stack traces know it by its name: the method has not begun yet. */
export function enterClass(cell: ClassCell): object {
  return cell.statics === current().statics ? cell.state : initialise(cell);
}

function initialise(cell: ClassCell): object {
  const { statics } = current();
  const existing = statics.get(cell.name);
  const state = existing ?? cell.definition?.newStatics?.() ?? {};
  cell.statics = statics;
  cell.state = state;
  if (existing) return state;
  statics.set(cell.name, state);
  try {
    if (cell.superCell) staticsOf(cell.superCell);
    for (const initializer of cell.definition?.initializers ?? []) initializer();
  } catch (error) {
    statics.delete(cell.name);
    cell.statics = null;
    throw error;
  }
  return state;
}

/** Values and static methods of a user's enum. */
export function defineEnum(cell: ClassCell, info: ClassInfo): void {
  const values = info.enumValues.map((name, ordinal) => new EnumValue(info.name, name, ordinal));
  cell.v = Object.fromEntries(values.map((value) => [value.name, value]));
  const valueOf = (text: string | null): EnumValue => {
    const wanted = nonNull(text).toLowerCase();
    const found = values.find((value) => value.name.toLowerCase() === wanted);
    if (!found) throw apexError('NoSuchElementException', `No enum constant ${info.name}.${text}`);
    return found;
  };
  cell.s = { values$: () => new ApexList(info.name, [...values]), valueof$string: valueOf };
}
