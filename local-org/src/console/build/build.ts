/** Builds the console: bundles, base components and frame into one script, the design system's styles, icons and font beside it. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { ConsoleOptions } from './options.ts';
import { lwcPlugin } from './plugin.ts';

const SPRITES = ['action', 'custom', 'doctype', 'standard', 'utility'];

const page = join(import.meta.dirname, '..', 'page');

export async function buildConsole(options: ConsoleOptions): Promise<void> {
  await build({
    root: page,
    base: '/lightning/',
    configFile: false,
    envFile: false,
    logLevel: 'error',
    // Nobody else's PostCSS configuration has a say.
    css: { postcss: {} },
    plugins: [lwcPlugin(options)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: options.out,
      emptyOutDir: true,
      assetsDir: 'assets',
      target: 'es2022',
      cssMinify: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
  const design = join(options.root, 'node_modules', '@salesforce-ux', 'design-system', 'assets');
  const assets = join(options.out, 'assets');
  mkdirSync(assets, { recursive: true });
  cpSync(join(design, 'styles', 'salesforce-lightning-design-system.min.css'), join(assets, 'slds.css'));
  cpSync(join(page, 'page.css'), join(assets, 'page.css'));
  for (const sprite of SPRITES) cpSync(join(design, 'icons', `${sprite}-sprite`, 'svg', 'symbols.svg'), join(assets, `${sprite}.svg`));
}
