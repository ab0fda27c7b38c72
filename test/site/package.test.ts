import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const modules = Object.entries(manifest.exports as Record<string, { default: string } | string>)
  .filter(([, target]) => typeof target === 'object')
  .map(([name]) => name.replace('.', 'remark-network'))
  // The element defines itself where there is a page, and gives nothing.
  .filter((name) => name !== 'remark-network/element');

describe('the package', () => {
  it('is published as publint wants it', async () => {
    const { messages } = await publint({ strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('needs no other package to run', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies)).toEqual(
      Object.keys(manifest.peerDependenciesMeta),
    );
  });

  it.each(modules)('gives %s to who asks for it by name', async (name) => {
    expect(Object.keys(await import(name))).not.toEqual([]);
  });

  it('has what it needs in it, and nothing of the site', () => {
    const [pack] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        encoding: 'utf8',
      }),
    ) as [{ files: { path: string }[]; unpackedSize: number }];
    const files = pack.files.map(({ path }) => path);
    // The README says 1.1 MB.
    expect(pack.unpackedSize).toBeLessThan(1_150_000);
    expect(files).toContain('src/style.css');
    const strange = files.filter(
      (path) => !/^(?:lib\/|editors\/|src\/\w+\.css$|[^/]+$)/.test(path),
    );
    expect(strange).toEqual([]);
    expect(files.filter((path) => /site|\.astro|test/.test(path))).toEqual([]);
  });
});
