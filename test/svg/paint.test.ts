import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paint, standaloneSheet } from '../../src/svg/paint.ts';

const sheet = readFileSync('src/style.css', 'utf8');
const properties = (css: string): string[] =>
  [...css.matchAll(/(--network-[a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(
    (match) => `${match[1]}: ${match[2]}`,
  );

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('colours', () => {
  it('are the same in the style sheet and in a file, on a light ground and on a dark one', () => {
    // Nothing is pointed at in a file, so that nothing lights up.
    const pairs = [
      ...sheet.matchAll(/(--network-[a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
    ].filter(([, property]) => property !== '--network-lit');
    expect(pairs.map(([, property, , dark]) => `${property}: ${dark}`)).toEqual(
      properties(standaloneSheet()),
    );
    expect(pairs).toHaveLength(16);
    const figures = [
      ...readFileSync('test/snapshots/two-outputs-1.svg', 'utf8'),
      ...readFileSync('test/snapshots/contributing-part-1.svg', 'utf8'),
    ].join('');
    for (const [, property, light] of figures.matchAll(
      /var\((--network-[a-z0-9-]+),(#[0-9a-f]{6})\)/g,
    )) {
      expect(pairs.find((pair) => pair[1] === property)?.[2], property).toBe(light);
    }
  });

  it('of every ink can be read on the page and on its unit, light and dark', () => {
    const dark = new Map(
      properties(standaloneSheet()).map((pair) => pair.split(': ') as [string, string]),
    );
    for (const role of ['plain', 'dim', 'red'] as const) {
      const prefix = role === 'plain' ? '--network-' : `--network-${role}-`;
      const [ink, unit] = [
        paint(role, { fill: 'ink' }).fill ?? '',
        paint(role, { fill: 'unit' }).fill ?? '',
      ];
      for (const ground of ['#ffffff', unit])
        expect(contrast(ink, ground), `${role} on ${ground}`).toBeGreaterThan(3);
      const [darkInk, darkUnit] = [dark.get(`${prefix}ink`) ?? '', dark.get(`${prefix}unit`) ?? ''];
      for (const ground of ['#151517', darkUnit])
        expect(contrast(darkInk, ground), `${role} on ${ground}`).toBeGreaterThan(4.5);
    }
    for (const focus of [0, 1, 2, 3]) {
      expect(
        contrast(paint(`focus-${focus}`, { stroke: 'edge' }).stroke ?? '', '#ffffff'),
      ).toBeGreaterThan(4.5);
      expect(contrast(dark.get(`--network-focus-${focus + 1}`) ?? '', '#151517')).toBeGreaterThan(
        4.5,
      );
    }
  });

  it('of fill and stroke stand in one style', () => {
    expect(paint('dim', { fill: 'unit', stroke: 'rim' })).toEqual({
      fill: '#f6f6f8',
      stroke: '#b9b9c2',
      style: 'fill:var(--network-dim-unit,#f6f6f8);stroke:var(--network-dim-rim,#b9b9c2)',
    });
  });
});
