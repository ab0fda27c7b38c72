import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildSite, bytes, copySite, removeSite } from '../support/site-copy.ts';

const copies: string[] = [];
afterEach(() => copies.splice(0).forEach(removeSite));

function copy(): string {
  const folder = copySite();
  copies.push(folder);
  return folder;
}

describe('building the site', () => {
  it('gives the same bytes again', { timeout: 120_000 }, async () => {
    const folder = copy();
    expect((await buildSite(folder)).ok).toBe(true);
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
      const { ok, output } = await buildSite(folder);
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
        'Let $\\frac{a$ be, and $\\sqrtt{b}$ another.',
        '',
      ].join('\n');
      writeFileSync(join(folder, `content/posts/wrong.${extension}`), post);
      const { ok, output } = await buildSite(folder);
      expect(ok).toBe(false);
      expect(output).toContain(`wrong.${extension}:8:5`);
      expect(output).toContain(`wrong.${extension}:8:23`);
      expect(output).not.toContain(':0:0');
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
    expect((await buildSite(folder)).ok).toBe(true);
    const made = bytes(join(folder, 'dist'));
    expect([...made.keys()].filter((file) => file.includes('unfinished'))).toEqual([]);
    expect(Buffer.from(made.get('rss.xml') ?? '', 'base64').toString()).not.toContain('Not yet');
  });
});
