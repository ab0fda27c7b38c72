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

describe('the script of live figures', () => {
  it('is once on each page that has one or several, and on no other', () => {
    const live = pages.filter(([, html]) => html.includes('<network-figure'));
    expect(live.length).toBeGreaterThanOrEqual(3);
    expect(live.some(([, html]) => html.split('<network-figure').length > 2)).toBe(true);
    // The gallery's overview shows its figures as pictures that lead to their pages.
    for (const [file, html] of pages.filter(([name]) => name !== 'gallery/index.html'))
      expect(scripts(html).filter(isOfFigures), file).toHaveLength(
        html.includes('<network-figure') ? 1 : 0,
      );
  });

  it('and all others of a live post are 10 kB together, what comes later included', () => {
    const post = readFileSync('dist/posts/backpropagation/index.html', 'utf8');
    const [enliven, ...more] = readdirSync('dist/_astro').filter((file) => /^enliven/.test(file));
    expect(more).toEqual([]);
    const all = [...scripts(post), join('dist/_astro', enliven ?? '')];
    expect(all.map(bytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000);
    expect(post).not.toMatch(/<script(?![^>]* src=)(?![^>]*type="application)/);
  });
});
