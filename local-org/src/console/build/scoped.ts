/** Modules that the platform makes on demand: Apex methods, custom labels, and the page that the frame shows. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import type { ConsoleOptions } from './options.ts';

/** Source text by specifier; null = none of ours. An unknown label is an error of the build. */
export type Scoped = (specifier: string) => string | null;

export function createScoped({ labels, page, title }: ConsoleOptions): Scoped {
  const texts = readLabels(labels);
  return (specifier) => {
    if (specifier === 'local/page') return `export { default } from 'c/${page}';\nexport const title = ${JSON.stringify(title)};`;
    const [, className, method] = /^@salesforce\/apex\/(\w+)\.(\w+)$/.exec(specifier) ?? [];
    if (className !== undefined)
      return `import { door } from 'local/apex';\nexport default door(${JSON.stringify(className)}, ${JSON.stringify(method)});`;
    const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier)?.[1];
    if (label === undefined) return null;
    const text = texts.get(label);
    if (text === undefined) throw new Error(`There is no custom label ${label}.`);
    return `export default ${JSON.stringify(text)};`;
  };
}

function readLabels(file: string): ReadonlyMap<string, string> {
  interface Label {
    readonly fullName: string;
    readonly value: string;
  }
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });
  const { CustomLabels } = parser.parse(readFileSync(file, 'utf8')) as { CustomLabels: { labels: readonly Label[] } };
  return new Map(CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
