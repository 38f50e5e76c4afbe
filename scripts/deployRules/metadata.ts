/** Metadata files as plain trees: every child an array of elements, so that one and many look alike. */
import { XMLParser } from 'fast-xml-parser';

/** Children by name; what has no children is its text. */
export interface Element {
  readonly [name: string]: readonly (Element | string)[];
}

export interface Component {
  readonly path: string;
  /** File name without its suffixes: `PortalUserRun__c`, `PortalUserPolicy.Customers`. */
  readonly name: string;
  /** `permissionset`, `field`, `object`, `cls`, `js` … */
  readonly suffix: string;
  /** The object a field, validation rule … belongs to. */
  readonly object: string | null;
  readonly root: Element;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: () => true,
});

export const children = (element: Element, name: string): readonly Element[] =>
  (element[name] ?? []).filter((child): child is Element => typeof child !== 'string');

/** Text of the first child of that name. */
export function value(element: Element, name: string): string | null {
  const first = element[name]?.[0];
  return typeof first === 'string' ? first : null;
}

export function components(files: ReadonlyMap<string, Uint8Array>): readonly Component[] {
  const found: Component[] = [];
  for (const [path, bytes] of files) {
    const match = /([^/]+)\.([A-Za-z]+)-meta\.xml$/.exec(path);
    if (!match) continue;
    const parsed = parser.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, readonly (Element | string)[]>>;
    const [root] = Object.values(parsed)[0] ?? [];
    found.push({
      path,
      name: match[1]!,
      suffix: match[2]!,
      object: /(?:^|\/)objects\/([^/]+)\//.exec(path)?.[1] ?? null,
      root: root === undefined || typeof root === 'string' ? {} : root,
    });
  }
  return found;
}
