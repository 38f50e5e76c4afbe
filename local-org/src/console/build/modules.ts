/** Where a module specifier of a Lightning web component leads: our bundles, our stand-ins, npm's base components, or a module made on demand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleOptions } from './options.ts';

/** Ends the ids of templates and stylesheets, so that Vite's own plugins for HTML and CSS keep away. */
export const COMPILED = '.lwc.js';

const page = join(import.meta.dirname, '..', 'page');

/** The platform's own modules that npm does not have, or has too heavy: icons come from sprites instead of 1,700 templates. */
const standIns: Readonly<Record<string, string>> = {
  'lightning/empApi': join(page, 'shims', 'empApi.js'),
  'lightning/platformShowToastEvent': join(page, 'shims', 'showToastEvent.js'),
  'lightning/primitiveIcon': join(page, 'primitiveIcon', 'primitiveIcon.js'),
  'force/navigation': join(page, 'shims', 'navigation.js'),
  'local/host': join(page, 'host', 'host.js'),
  'local/apex': join(page, 'shims', 'apex.js'),
};

export interface Modules {
  /** Null: not for us to say. */
  resolve(specifier: string): string | null;
  /** Is the file part of a component, and so to be compiled? */
  isComponent(file: string): boolean;
}

interface Listed {
  readonly name?: string;
  readonly path?: string;
}

export function createModules({ bundles, root }: ConsoleOptions): Modules {
  const base = join(root, 'node_modules', 'lightning-base-components');
  const manifest = JSON.parse(readFileSync(join(base, 'package.json'), 'utf8')) as { lwc: { modules: readonly Listed[] } };
  const listed = new Map(
    manifest.lwc.modules.flatMap(({ name, path }) => (name !== undefined && path !== undefined ? [[name, join(base, path)] as const] : [])),
  );

  function component(namespace: string, name: string): string | null {
    const folder = namespace === 'c' ? bundles : join(base, 'src', 'lightning');
    const file = join(folder, name, name);
    if (existsSync(`${file}.js`)) return `${file}.js`;
    // Some modules are a stylesheet for others and nothing else.
    return existsSync(`${file}.css`) ? `${file}.css${COMPILED}` : null;
  }

  return {
    resolve: (specifier) => {
      const standIn = standIns[specifier];
      if (standIn !== undefined) return standIn;
      if (/^lightning\/iconSvgTemplates/.test(specifier)) return join(page, 'shims', 'empty.js');
      const known = listed.get(specifier);
      if (known !== undefined) return known;
      const [, namespace, name] = /^(c|lightning)\/([\w-]+)$/.exec(specifier) ?? [];
      return namespace !== undefined && name !== undefined ? component(namespace, name) : null;
    },
    isComponent: (file) => [bundles, join(base, 'src'), page].some((folder) => file.startsWith(folder)),
  };
}
