import { build } from 'esbuild';

/** The browser's part of the package as a site's bundler makes it: each file's name with its text. */
export async function bundleElement(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['src/element/element.ts'],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    chunkNames: '[name]',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\//, ''), text]));
}
