import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildSite, bytes, copySite, removeSite } from '../support/site-copy.ts';

const copies: string[] = [];
afterEach(() => copies.splice(0).forEach(removeSite));

function copy(settings?: { content: boolean }): string {
  const folder = copySite(settings);
  copies.push(folder);
  return folder;
}

const post = (words: string, ...frontMatter: string[]): string =>
  ['---', 'title: Not yet', 'description: D', 'date: 2026-01-01', 'author: A', ...frontMatter]
    .concat('---', '', words, '')
    .join('\n');

describe('building the site', { timeout: 120_000 }, () => {
  it('gives the same bytes again, with a draft beside its posts', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'content/posts/unfinished.md'), post('Words.', 'draft: true'));
    const { ok, output } = await buildSite(folder);
    expect(ok, output).toBe(true);
    const made = bytes(join(folder, 'dist'));
    expect(made).toEqual(bytes('dist'));
    expect([...made.keys()].filter((file) => file.includes('unfinished'))).toEqual([]);
    expect(Buffer.from(made.get('rss.xml') ?? '', 'base64').toString()).not.toContain('Not yet');
  });

  it.each(['md', 'mdx'])(
    'stops at a mistake in a block of an .%s post, with its place and words',
    async (extension) => {
      const folder = copy({ content: false });
      const words = '```network\nx[2] -> y[2]\nfigure focsu w_{11}\n```';
      writeFileSync(join(folder, `content/posts/wrong.${extension}`), post(words));
      const { ok, output } = await buildSite(folder);
      expect(ok).toBe(false);
      expect(output).toContain(`wrong.${extension}:10:8`);
      expect(output).toContain('10 | figure focsu w_{11}\n     |        ^^^^^');
      expect(output).toContain('Did you mean focus?');
    },
  );

  it.each(['md', 'mdx'])(
    'stops at a formula of the author that KaTeX can’t read, in .%s',
    async (extension) => {
      const folder = copy({ content: false });
      const words = 'Let $\\frac{a$ be, and $\\sqrtt{b}$ another.';
      writeFileSync(join(folder, `content/posts/wrong.${extension}`), post(words));
      const { ok, output } = await buildSite(folder);
      expect(ok).toBe(false);
      expect(output).toContain(`wrong.${extension}:8:5`);
      expect(output).toContain(`wrong.${extension}:8:23`);
      expect(output).not.toContain(':0:0');
    },
  );
});
