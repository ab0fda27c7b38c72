import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('content/docs/theming.md', 'utf8');
const sheets = ['src/style.css', 'src/links.css'].map((file) => readFileSync(file, 'utf8'));
const [style = ''] = sheets;

/** The rows of the page's tables: a property, and what stands in its other cells. */
const rows = new Map(
  [...page.matchAll(/^\| `(--network-[\w-]+)` \| (.+) \|$/gm)].map(
    ([, property = '', cells = '']) => [property, cells.split(' | ')] as const,
  ),
);
const unstyled = (cell = ''): string => cell.replace(/<i class="swatch"[^>]*><\/i>&nbsp;/, '');

describe('the page of the custom properties', () => {
  it('lists all of the style sheets’, and no other', () => {
    const used = sheets.join('').match(/--network-[\w-]+/g);
    expect([...rows.keys()].sort()).toEqual([...new Set(used)].sort());
  });

  it('has their defaults in light and in dark, each beside its own colour', () => {
    const [, block = ''] = /:where\(:root\) \{([\s\S]*?)\n {2}\}/.exec(style) ?? [];
    const defaults = block.split(';').flatMap((declaration) => {
      const [, property = ''] = /(--[\w-]+):/.exec(declaration) ?? [];
      const pair = [...declaration.matchAll(/light-dark\((#\w+), (#\w+)\)/g)].at(-1);
      return pair === undefined ? [] : [[property, `\`${pair[1]}\``, `\`${pair[2]}\``]];
    });
    expect(defaults.length).toBeGreaterThan(15);
    for (const [property = '', light, dark] of defaults) {
      const cells = rows.get(property)?.slice(0, 2);
      expect(cells?.map(unstyled), property).toEqual([light, dark]);
      for (const cell of cells ?? [])
        expect(cell).toBe(
          `<i class="swatch" style="background:${unstyled(cell).replaceAll('`', '')}"></i>&nbsp;${unstyled(cell)}`,
        );
    }
  });

  it.each([
    ['--network-paper', 'Canvas'],
    ['--network-top', '0px'],
  ])('has what stands for %s where it is not set', (property, value) => {
    const fallbacks = [...style.matchAll(new RegExp(`var\\(${property}, ([^)]+)\\)`, 'g'))];
    expect(fallbacks.length).toBeGreaterThan(0);
    for (const [, fallback] of fallbacks) expect(fallback).toBe(value);
    expect(rows.get(property)?.[0]).toBe(`\`${value}\``);
  });

  it('names classes that the style sheet has', () => {
    const [, prose = ''] = page.split('All else is classes');
    const named = prose.match(/(?<=`)\.network-[\w-]+(?=`)/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(style).toContain(name);
  });
});
