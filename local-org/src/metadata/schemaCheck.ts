/**
 * Checks a metadata file against the types of the Metadata API: which elements there are, where, how often, and which must be there.
 * Whether the values make sense together is the deploy's business.
 */
import type { Problem } from '../syntax/tree.ts';
import { isDecomposed, typeOfFile } from './files.ts';
import { isMetadata, type MetadataType, metadataType, type PropertyType } from './types.ts';
import { parseXml, type XmlElement, XmlError } from './xml.ts';

const namespace = 'http://soap.sforce.com/2006/04/metadata';

type Report = (at: { readonly line: number; readonly column: number }, message: string) => void;

export function checkMetadataFile(path: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (kind: Problem['kind']): Report => {
    return ({ line, column }, message) => problems.push({ path, line, column, message, kind });
  };
  const name = typeOfFile(path);
  const type = name === null ? undefined : metadataType(name);
  if (!type) {
    add('notSupported')({ line: 1, column: 1 }, `metadata file ${path}`);
    return problems;
  }
  try {
    checkRoot(parseXml(text), type, add('error'));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    add('error')(error, `Error parsing file: ${error.message}`);
  }
  return problems;
}

function checkRoot(root: XmlElement, type: MetadataType, report: Report): void {
  if (root.name !== type.type) return report(root, `Expected root element ${type.type} but found ${root.name}`);
  if (root.attributes['xmlns'] !== namespace) return report(root, `Expected namespace ${namespace} on root element ${root.name}`);
  checkElement(root, type, isDecomposed(type.type), report);
}

/** `?CustomField`, `['CustomField']`, `['?', 'CustomField']` */
function declared(property: PropertyType): { type: string; list: boolean; required: boolean } {
  if (typeof property !== 'string') return { type: property.at(-1) ?? 'any', list: true, required: false };
  return property.startsWith('?')
    ? { type: property.slice(1), list: false, required: false }
    : { type: property, list: false, required: true };
}

function checkElement(element: XmlElement, type: MetadataType, named: boolean, report: Report): void {
  const seen = new Set<string>();
  let previous: string | null = null;
  for (const child of element.children) {
    const property = Object.hasOwn(type.props, child.name) ? type.props[child.name] : undefined;
    if (property === undefined) {
      report(child, `Error parsing file: Element {${namespace}}${child.name} invalid at this location in type ${type.type}`);
      continue;
    }
    const { type: childType, list } = declared(property);
    // Elements of a list must stand together; the platform takes a second group for a second element.
    if (seen.has(child.name) && !(list && previous === child.name)) {
      report(child, `Error parsing file: Element ${child.name} is duplicated at this location in type ${type.type}`);
    }
    seen.add(child.name);
    previous = child.name;
    checkValue(child, childType, list, report);
  }
  for (const [name, property] of Object.entries(type.props)) {
    const required = declared(property).required || (named && name === 'fullName');
    if (required && !seen.has(name)) report(element, `Required field is missing: ${name}`);
  }
}

const forms: Readonly<Record<string, { readonly pattern: RegExp; readonly xsd: string }>> = {
  boolean: { pattern: /^(?:true|false|1|0)$/, xsd: 'boolean' },
  number: { pattern: /^[+-]?\d+(?:\.\d+)?$/, xsd: 'double' },
};

function checkValue(element: XmlElement, type: string, list: boolean, report: Report): void {
  if (element.attributes['xsi:nil'] === 'true' || type === 'any') return;
  const inner = metadataType(type);
  // What is listed in a file together with others must say which one it is.
  if (inner) return checkElement(element, inner, list && isMetadata(type), report);
  for (const child of element.children) {
    report(child, `Error parsing file: Element {${namespace}}${child.name} invalid at this location in type ${type}`);
  }
  const form = forms[type];
  const value = element.text.trim();
  if (form && !form.pattern.test(value)) {
    report(element, `Error parsing file: '${value}' is not a valid value for the type xsd:${form.xsd}`);
  }
}
