import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The JavaScript of the package: a file for each of its doors, and what several of them need in files of their own. To
 * find and load two hundred modules one by one takes longer than to draw a figure. Types stay as they are.
 */
const nodeDoors = [
  'src/index.ts',
  'src/core.ts',
  'src/markdown/satteri.ts',
  'src/markdown/markdown-it.ts',
  'src/astro.ts',
  'src/cli/main.ts',
  'src/cli/check-worker.ts',
];

// What was built before would go into the package too.
for (const file of readdirSync('lib', { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.js')) rmSync(join('lib', file));

const shared = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  outbase: 'src',
  outdir: 'lib',
  packages: 'external',
} as const;
await build({ ...shared, entryPoints: nodeDoors, platform: 'node', chunkNames: 'shared/[hash]' });
// A browser's files have nothing in common with the others, lest a page load what it doesn't need.
await build({
  ...shared,
  entryPoints: ['src/element/element.ts'],
  chunkNames: 'element/[name]-[hash]',
});
