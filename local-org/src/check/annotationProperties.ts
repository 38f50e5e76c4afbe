/** Properties of annotations, `@IsTest(SeeAllData=true)`: which there are, and which only on some declarations. What the values mean is their readers' business. */
import type { Annotation } from '../syntax/tree.ts';

const properties: Readonly<Record<string, readonly string[]>> = {
  istest: ['seealldata', 'oninstall', 'isparallel', 'critical', 'testfor'],
  auraenabled: ['cacheable', 'continuation', 'scope'],
  invocablemethod: ['label', 'description', 'category', 'callout', 'iconname', 'configurationeditor', 'capabilitytype'],
  invocablevariable: ['label', 'description', 'required', 'defaultvalue', 'placeholdertext'],
  future: ['callout'],
  restresource: ['urlmapping'],
  suppresswarnings: ['value'],
  jsonaccess: ['serializable', 'deserializable'],
};

/** Properties that only a class may have, and `cacheable` and its kin, which only methods do. */
const ofClasses: ReadonlySet<string> = new Set(['istest.isparallel', 'istest.critical', 'istest.testfor']);
const ofMethods: ReadonlySet<string> = new Set(['auraenabled.cacheable', 'auraenabled.continuation', 'auraenabled.scope']);

/** As the platform writes them. */
const shown: Readonly<Record<string, string>> = { isparallel: 'isParallel', testfor: 'testFor' };

/** Null where all of them may stand there. `on`: `methods`, `classes`, … */
export function unknownProperty(annotation: Annotation): string | null {
  const known = properties[annotation.name.toLowerCase()] ?? [];
  const unknown = Object.keys(annotation.params).find((name) => !known.includes(name));
  return unknown === undefined ? null : `No such property, ${unknown}, defined on this annotation: ${annotation.name}`;
}

export function misplacedProperty(annotation: Annotation, on: string): string | null {
  const misplaced = Object.keys(annotation.params).find((name) => {
    const key = `${annotation.name.toLowerCase()}.${name}`;
    return (ofClasses.has(key) && on !== 'classes') || (ofMethods.has(key) && on !== 'methods');
  });
  return misplaced === undefined
    ? null
    : `Annotation property, ${shown[misplaced] ?? misplaced} on ${annotation.name}, is not allowed on ${on}`;
}

/** `never`, `samePackage`, … keep classes from JSON, which here may have all of them. */
export const isAboutJson = (annotation: Annotation): boolean =>
  annotation.name.toLowerCase() === 'jsonaccess' &&
  Object.values(annotation.params).some((value) => !['always', 'samenamespace', 'samepackage'].includes(value.toLowerCase()));
