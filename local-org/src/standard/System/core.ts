/** The language core of the library: every class of standard/System/core. */
import type { StandardDeclaration } from '../declare.ts';
import { objectDeclaration, enumDeclaration } from './core/Object.ts';
import { exceptionDeclarations } from './core/exceptions.ts';
import {
  iterableDeclaration,
  iteratorDeclaration,
  comparableDeclaration,
  comparatorDeclaration,
  callableDeclaration,
} from './core/interfaces.ts';

export const declarations: readonly StandardDeclaration[] = [
  objectDeclaration,
  enumDeclaration,
  ...exceptionDeclarations,
  iterableDeclaration,
  iteratorDeclaration,
  comparableDeclaration,
  comparatorDeclaration,
  callableDeclaration,
];
/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = {};
