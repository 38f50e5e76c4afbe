/** What one part of the project says of another, and must or must not. */
import { children, value, type Component } from './metadata.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isText = (path: string): boolean => /\.(?:cls|trigger|ts|html|xml|css)$/.test(path);

/** `Sample_Portal_Customer`, `Customers`: names of components that only `others` has. Names of standard objects are everybody's. */
function ownNames(mine: readonly Component[], others: readonly Component[]): ReadonlySet<string> {
  const known = new Set(mine.map(({ name }) => name));
  return new Set(
    others
      .filter(({ suffix, name }) => !known.has(name) && !(suffix === 'object' && !/__[a-z]+$/i.test(name)))
      .map(({ suffix, name }) => (suffix === 'md' ? name.replace(/^[^.]+\./, '') : name)),
  );
}

/** The product must work where nobody deployed the samples. Words in labels and comments are no references: only names in quotes or XML are. */
export function leaning(product: Files, mine: readonly Component[], others: readonly Component[]): readonly string[] {
  const foreign = ownNames(mine, others);
  return [...product].flatMap(([path, bytes]) => {
    if (!isText(path) || /\/labels\//.test(path)) return [];
    const content = text(bytes);
    return [...foreign]
      .filter((name) => ["'", '"', '`'].some((quote) => content.includes(quote + name + quote)) || content.includes(`>${name}<`))
      .map((name) => `${path}: refers to ${name}`);
  });
}

/** Labels that nobody asks for, and labels that somebody asks for in vain. Apex ones the compiler checks too. */
export function labelProblems(files: Files, all: readonly Component[]): readonly string[] {
  const defined = new Set(
    all
      .filter(({ suffix }) => suffix === 'labels')
      .flatMap(({ root }) => children(root, 'labels').map((label) => value(label, 'fullName') ?? '')),
  );
  const asked = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (!isText(path)) continue;
    for (const [, name] of text(bytes).matchAll(/(?:@salesforce\/label\/c\.|(?:System\.)?Label\.(?!get\b|translationExists\b))(\w+)/g))
      asked.set(name!, path);
    for (const [, name] of text(bytes).matchAll(/Label\.(?:get|translationExists)\('[^']*', '(\w+)'/g)) asked.set(name!, path);
  }
  return [
    ...[...asked].filter(([name]) => !defined.has(name)).map(([name, path]) => `${path}: there is no label ${name}`),
    ...[...defined].filter((name) => !asked.has(name)).map((name) => `nobody asks for the label ${name}`),
  ];
}

/** A deploy refuses source without metadata; one API version keeps behaviour one. */
export function versionProblems(files: Files, all: readonly Component[], version: string): readonly string[] {
  const described = new Set(all.map(({ path }) => path));
  const bare = [...files.keys()].filter((path) => /\.(?:cls|trigger)$/.test(path) && !described.has(`${path}-meta.xml`));
  return [
    ...bare.map((path) => `${path}: has no -meta.xml`),
    ...all
      .filter(({ suffix, root }) => ['cls', 'trigger', 'js'].includes(suffix) && value(root, 'apiVersion') !== version)
      .map(({ path, root }) => `${path}: API version ${String(value(root, 'apiVersion'))}, not ${version}`),
  ];
}
