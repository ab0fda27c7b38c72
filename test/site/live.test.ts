import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => [file, readFileSync(join('dist', file), 'utf8')] as const);
const scripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => join('dist', src));
const isOfFigures = (file: string): boolean =>
  readFileSync(file, 'utf8').includes('network-figure');
const bytes = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

const paintsSurface = (html: string): boolean => /data-network="[^"]*;decision&/.test(html);
const live = pages.filter(([, html]) => html.includes('<network-figure'));

/** Scripts with all that they import, now or later: what paints surfaces only where there is one. */
function whole(files: readonly string[], paints: boolean): readonly string[] {
  const found = new Set(files);
  for (const file of found)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g))
      if (paints || !name.startsWith('surface')) found.add(join('dist/_astro', name));
  return [...found];
}

describe('the script of live figures', () => {
  it('is once on each page that has one or several, and on no other', () => {
    expect(live.length).toBeGreaterThanOrEqual(3);
    expect(live.some(([, html]) => html.split('<network-figure').length > 2)).toBe(true);
    // The gallery's overview shows its figures as pictures that lead to their pages.
    for (const [file, html] of pages.filter(([name]) => name !== 'gallery/index.html'))
      expect(scripts(html).filter(isOfFigures), file).toHaveLength(
        html.includes('<network-figure') ? 1 : 0,
      );
  });

  it.each(live.filter(([file]) => !['gallery/index.html', 'playground/index.html'].includes(file)))(
    'and all others of %s are 10 kB together, what comes later included',
    (_, html) => {
      const all = whole(scripts(html), paintsSurface(html));
      expect(all.some((file) => file.includes('enliven'))).toBe(true);
      expect(all.map(bytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000);
      expect(html).not.toMatch(/<script(?![^>]* src=)(?![^>]*type="application)/);
    },
  );

  it('asks for what paints a surface on pages that have one alone', () => {
    const painted = live.filter(([, html]) => paintsSurface(html));
    expect(painted.map(([file]) => file)).toContain('gallery/live/index.html');
    const [[, html] = ['', '']] = painted;
    expect(whole(scripts(html), true).some((file) => file.includes('surface'))).toBe(true);
  });
});
