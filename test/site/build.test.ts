import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../support/environment.ts';

const run = promisify(execFile);
const copies: string[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true });
});

/** A copy of the project that a test may spoil, with the package as it was built. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'network-site-'));
  copies.push(folder);
  for (const each of [
    'src',
    'lib',
    'content',
    'public',
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])
    cpSync(each, join(folder, each), { recursive: true });
  // Each package by a link of its own: Astro keeps its cache in node_modules, and copies must not share it.
  mkdirSync(join(folder, 'node_modules'));
  for (const each of readdirSync('node_modules').filter((name) => !/^\.(?!bin)/.test(name))) {
    symlinkSync(resolve('node_modules', each), join(folder, 'node_modules', each));
  }
  return folder;
}

async function build(folder: string): Promise<{ ok: boolean; output: string }> {
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  return run(process.execPath, [astro, 'build'], {
    cwd: folder,
    env: plainEnvironment(),
  }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, output: stdout + stderr }),
  );
}

function bytes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}

describe('building the site', () => {
  it('gives the same bytes again', { timeout: 120_000 }, async () => {
    const folder = copy();
    expect((await build(folder)).ok).toBe(true);
    expect(bytes(join(folder, 'dist'))).toEqual(bytes('dist'));
  });

  it.each(['md', 'mdx'])(
    'stops at a mistake in a block of an .%s post, with its place and words',
    { timeout: 120_000 },
    async (extension) => {
      const folder = copy();
      const post = [
        '---',
        'title: T',
        'description: D',
        'date: 2026-01-01',
        'author: A',
        '---',
        '',
        '```network',
        'x[2] -> y[2]',
        'figure focsu w_{11}',
        '```',
        '',
      ].join('\n');
      writeFileSync(join(folder, `content/posts/wrong.${extension}`), post);
      const { ok, output } = await build(folder);
      expect(ok).toBe(false);
      expect(output).toContain(`wrong.${extension}:10:8`);
      expect(output).toContain('10 | figure focsu w_{11}\n     |        ^^^^^');
      expect(output).toContain('Did you mean focus?');
    },
  );

  it.each(['md', 'mdx'])(
    'stops at a formula of the author that KaTeX can’t read, in .%s',
    { timeout: 120_000 },
    async (extension) => {
      const folder = copy();
      const post = [
        '---',
        'title: T',
        'description: D',
        'date: 2026-01-01',
        'author: A',
        '---',
        '',
        'Let $\\frac{a$ be.',
        '',
      ].join('\n');
      writeFileSync(join(folder, `content/posts/wrong.${extension}`), post);
      const { ok, output } = await build(folder);
      expect(ok).toBe(false);
      expect(output).toContain(`wrong.${extension}:8:5`);
    },
  );

  it('leaves drafts out', { timeout: 120_000 }, async () => {
    const folder = copy();
    const post = [
      '---',
      'title: Not yet',
      'description: D',
      'date: 2026-01-01',
      'author: A',
      'draft: true',
      '---',
      '',
      'Words.',
      '',
    ].join('\n');
    writeFileSync(join(folder, 'content/posts/unfinished.md'), post);
    expect((await build(folder)).ok).toBe(true);
    const made = bytes(join(folder, 'dist'));
    expect([...made.keys()].filter((file) => file.includes('unfinished'))).toEqual([]);
    expect(Buffer.from(made.get('rss.xml') ?? '', 'base64').toString()).not.toContain('Not yet');
  });
});
