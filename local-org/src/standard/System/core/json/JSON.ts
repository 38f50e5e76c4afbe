/** `System.JSON` */
import type { Value } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { perElement } from '../cost.ts';
import { required } from '../arguments.ts';
import { ApexType } from '../reflection/ApexType.ts';
import { checkStart, typed, untyped } from './convert.ts';
import { ApexJsonGenerator } from './JSONGenerator.ts';
import { ApexJsonParser } from './JSONParser.ts';
import { plain, pretty, type Layout } from './layout.ts';
import { readJson } from './read.ts';
import { writeJson } from './write.ts';

const { m } = membersOf<null>();

const write = (value: Value, layout: Layout, suppressNulls: boolean | null): string =>
  writeJson(value, { layout, suppressNulls: suppressNulls === true });

function read(text: string | null, type: Value, strict: boolean): Value {
  const given = required(text);
  const { name } = required(type) as ApexType;
  checkStart(given, name);
  return typed(readJson(given), name, strict);
}

export const jsonDeclaration = standardClass('System.JSON', [
  m('static JSONGenerator createGenerator(Boolean pretty)', (isPretty) => new ApexJsonGenerator(required(isPretty))),
  perElement(
    0.5,
    m('static JSONParser createParser(String text)', (text) => new ApexJsonParser(required(text))),
  ),
  perElement(
    0.5,
    m('static Object deserialize(String text, Type type)', (text, type) => read(text, type, false)),
  ),
  perElement(
    0.5,
    m('static Object deserializeStrict(String text, Type type)', (text, type) => read(text, type, true)),
  ),
  perElement(
    0.5,
    m('static Object deserializeUntyped(String text)', (text) => untyped(readJson(required(text)))),
  ),
  perElement(
    0.5,
    m('static String serialize(Object value)', (value) => write(value, plain, false)),
  ),
  perElement(
    0.5,
    m('static String serialize(Object value, Boolean suppressApexObjectNulls)', (value, suppress) => write(value, plain, suppress)),
  ),
  perElement(
    0.5,
    m('static String serializePretty(Object value)', (value) => write(value, pretty, false)),
  ),
  perElement(
    0.5,
    m('static String serializePretty(Object value, Boolean suppressApexObjectNulls)', (value, suppress) => write(value, pretty, suppress)),
  ),
]);
