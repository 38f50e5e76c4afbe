/** `System.Assert`; what is compared and said lies beside System.assert. */
import { instanceOf } from '../../../runtime/convert.ts';
import { shownTypeName, typeNameOf } from '../../../runtime/typeNames.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { assertEqual, assertionFailure, assertNotEqual, assertTrue } from '../platform/assertions.ts';
import { required } from './arguments.ts';
import { ApexType } from './reflection/ApexType.ts';

const { m } = membersOf<null>();

function assertInstance(value: Value, type: Value, wanted: boolean, message: string | null): void {
  const name = (required(type) as ApexType).name;
  if (instanceOf(value, name) === wanted) return;
  const actual = value === null ? 'null' : shownTypeName(typeNameOf(value));
  throw assertionFailure(message, wanted ? `Expected type: ${name}, Actual type: ${actual}` : `Not expected type: ${name}`);
}

function assertFalse(condition: boolean | null, message: string | null): void {
  assertTrue(!required(condition), message);
}

function assertNull(value: Value, message: string | null): void {
  if (value !== null) assertEqual(null, value, message);
}

function assertNotNull(value: Value, message: string | null): void {
  if (value === null) assertNotEqual(null, value, message);
}

export const assertDeclaration = standardClass('System.Assert', [
  m('static void areEqual(Object expected, Object actual)', (expected, actual) => assertEqual(expected, actual)),
  m('static void areEqual(Object expected, Object actual, String message)', assertEqual),
  m('static void areNotEqual(Object notExpected, Object actual)', (notExpected, actual) => assertNotEqual(notExpected, actual)),
  m('static void areNotEqual(Object notExpected, Object actual, String message)', assertNotEqual),
  m('static void fail()', () => {
    throw assertionFailure(null, null);
  }),
  m('static void fail(String message)', (message) => {
    throw assertionFailure(message, null);
  }),
  m('static void isFalse(Boolean condition)', (condition) => assertFalse(condition, null)),
  m('static void isFalse(Boolean condition, String message)', assertFalse),
  m('static void isInstanceOfType(Object value, Type type)', (value, type) => assertInstance(value, type, true, null)),
  m('static void isInstanceOfType(Object value, Type type, String message)', (value, type, message) =>
    assertInstance(value, type, true, message),
  ),
  m('static void isNotInstanceOfType(Object value, Type type)', (value, type) => assertInstance(value, type, false, null)),
  m('static void isNotInstanceOfType(Object value, Type type, String message)', (value, type, message) =>
    assertInstance(value, type, false, message),
  ),
  m('static void isNotNull(Object value)', (value) => assertNotNull(value, null)),
  m('static void isNotNull(Object value, String message)', assertNotNull),
  m('static void isNull(Object value)', (value) => assertNull(value, null)),
  m('static void isNull(Object value, String message)', assertNull),
  m('static void isTrue(Boolean condition)', (condition) => assertTrue(condition)),
  m('static void isTrue(Boolean condition, String message)', assertTrue),
]);
