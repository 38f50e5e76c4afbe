/** Lightning web components for Vite: resolves their modules and compiles them with Salesforce's own compiler. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformSync } from '@lwc/compiler';
import type { Plugin } from 'vite';
import { COMPILED, createModules } from './modules.ts';
import type { ConsoleOptions } from './options.ts';
import { createScoped } from './scoped.ts';

const VIRTUAL = '\0local:';
/** The newest that this version of the compiler knows; bundles may declare a newer one. */
const API_VERSION = 66;

export function lwcPlugin(options: ConsoleOptions): Plugin {
  const modules = createModules(options);
  const scoped = createScoped(options);

  function compiled(source: string, file: string): string {
    const folder = dirname(file);
    const { code } = transformSync(source, file, {
      name: basename(folder),
      namespace: basename(dirname(folder)) === 'lightning' ? 'lightning' : folder.startsWith(options.bundles) ? 'c' : 'local',
      apiVersion: API_VERSION,
      enableDynamicComponents: true,
      enableSyntheticElementInternals: true,
      enableStaticContentOptimization: true,
      scopedStyles: file.endsWith('.scoped.css'),
    });
    return code;
  }

  return {
    name: 'lightning-web-components',
    enforce: 'pre',
    resolveId(source, importer) {
      if (scoped(source) !== null) return VIRTUAL + source;
      if (importer !== undefined && source.startsWith('.')) {
        const [path = ''] = source.split('?');
        const from = importer.endsWith(COMPILED) ? importer.slice(0, -COMPILED.length) : importer;
        if (!modules.isComponent(from)) return null;
        const file = join(dirname(from), path);
        if (/\.(html|css)$/.test(path)) return file + COMPILED;
        return existsSync(file) ? file : existsSync(`${file}.js`) ? `${file}.js` : null;
      }
      return modules.resolve(source);
    },
    load(id) {
      if (id.startsWith(VIRTUAL)) return scoped(id.slice(VIRTUAL.length));
      if (id.endsWith(COMPILED)) {
        const file = id.slice(0, -COMPILED.length);
        // A component without a template or stylesheet of its own imports them all the same.
        return existsSync(file) ? compiled(readFileSync(file, 'utf8'), file) : 'export default undefined;';
      }
      return modules.isComponent(id) && id.endsWith('.js') ? compiled(readFileSync(id, 'utf8'), id) : null;
    },
  };
}
