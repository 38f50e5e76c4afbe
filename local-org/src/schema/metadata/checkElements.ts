/**
 * A metadata file against the published types of the Metadata API (from the WSDL, as jsforce carries them): unknown, repeated and
 * missing elements, in the words of a failed deploy.
 */
import { createRequire } from 'node:module';
import type { XmlElement } from './xml.ts';

/** `'string'`, `'?boolean'` (may be absent), `['FilterItem']` (any number), or another type's name. */
type Spec = string | readonly [string];

interface ApiType {
  readonly props: Readonly<Record<string, Spec>>;
  readonly extends?: string;
}

let loaded: Readonly<Record<string, ApiType>> | null = null;

/** Large, and needed by deploys only. */
function apiTypes(): Readonly<Record<string, ApiType>> {
  const require = createRequire(import.meta.url);
  loaded ??= (require('@jsforce/jsforce-node/lib/api/metadata/schema.js') as { ApiSchemas: Readonly<Record<string, ApiType>> }).ApiSchemas;
  return loaded;
}

/** Elements younger than the WSDL that jsforce carries. Source: Metadata API Developer Guide. */
const younger: Readonly<Record<string, Readonly<Record<string, Spec>>>> = {
  /** API version 53.0. */
  CustomPermission: { isLicensed: '?boolean' },
};

/** XML of a Lightning component's own, which the Metadata API passes on as text. */
const foreign: ReadonlySet<string> = new Set(['targetConfigs']);
/** In the WSDL, but the name of the file says it. */
const namedByFile: ReadonlySet<string> = new Set(['fullName']);

export function checkElements(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  checkType(root, root.name, problems);
  return problems;
}

function checkType(element: XmlElement, typeName: string, problems: string[]): void {
  const props = propsOf(typeName);
  if (!props) return;
  const seen = new Set<string>();
  for (const child of element.children) {
    const spec = props[child.name];
    const place = `Element {http://soap.sforce.com/2006/04/metadata}${child.name}`;
    if (spec === undefined) problems.push(`${place} invalid at this location in type ${typeName}`);
    else {
      if (seen.has(child.name) && typeof spec === 'string') problems.push(`${place} is duplicated at this location in type ${typeName}`);
      if (!foreign.has(child.name)) checkValue(child, typeof spec === 'string' ? spec.replace(/^\?/, '') : spec[0], problems);
    }
    seen.add(child.name);
  }
  for (const [name, spec] of Object.entries(props))
    if (typeof spec === 'string' && !spec.startsWith('?') && !seen.has(name) && !namedByFile.has(name))
      problems.push(`Required field is missing: ${name}`);
}

function checkValue(element: XmlElement, type: string, problems: string[]): void {
  const text = element.text.trim();
  switch (type) {
    case 'boolean':
      if (!/^(true|false|0|1)$/.test(text)) problems.push(`'${text}' is not a valid value for the type xsd:boolean`);
      return;
    case 'number':
      if (text === '' || Number.isNaN(Number(text))) problems.push(`'${text}' is not a valid value for the type xsd:double`);
      return;
    case 'string':
    case 'any':
      return;
    default:
      checkType(element, type, problems);
  }
}

function propsOf(typeName: string): Readonly<Record<string, Spec>> | null {
  const types = apiTypes();
  const type = Object.hasOwn(types, typeName) ? types[typeName] : undefined;
  if (!type) return null;
  return { ...(type.extends !== undefined && propsOf(type.extends)), ...type.props, ...younger[typeName] };
}
