import { execFileSync, spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { markup } from '../../src/svg/markup.ts';
import { openBrowser } from '../support/browser.ts';

/** The figures of a first course in backpropagation, a residual block, and networks too large to name every weight. */
const blocks: Readonly<Record<string, string>> = {
  'one weight': 'x[1] -> y[1]\nweights w_N\nfigure arrows backward',
  'a hidden unit': 'x[1] -> h[1] -> y[1]\nweights w_N\nfigure arrows backward',
  'two outlines': 'x[1] -> y[2]\nweights w_N\nfigure focus w_1 w_2',
  'the rest in red': 'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, rest red, captions i j k',
  'a reduced network': 'x[2] -> h[2] -> y[2]\nfigure only w^1_{11}',
  'one layer more': 'x[2] -> h^1[2] -> h^2[2] -> y[2]\nfigure focus w^1_{11}',
  'a residual block': 'x[2] -> h[2] -> y[2]\nx_1 -> y_1 : 1\nx_2 -> y_2 : 1',
  'dots for units': 'x[4] -> h[8] -> y[3]',
};
const figures = Object.entries(blocks).map(([name, block]): [string, string] => {
  const [part] = compile(block).parts;
  if (part?.kind !== 'picture') throw new Error(`${name} is no figure`);
  return [name, markup(part.svg)];
});

const hasRsvg = spawnSync('rsvg-convert', ['--version']).status === 0;

describe('a rendered figure', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it.each(figures)('is well-formed XML: %s', async (_, svg) => {
    const root = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.localName;
    }, svg);
    expect(root).toBe('svg');
  });

  it.each(figures)('has the same ink inline as in <img>: %s', async (_, svg) => {
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    const inline = await page.locator('svg').screenshot();
    const [a, b] = [
      await inkOf(page, dataUrl('image/png', inline)),
      await inkOf(page, svgUrl(svg)),
    ];
    expect(inkShare(a)).toBeGreaterThan(0.05);
    expect(difference(a, b)).toBeLessThan(0.01);
  });

  it.skipIf(!hasRsvg).each(figures)('has the same ink in librsvg: %s', async (_, svg) => {
    const png = execFileSync('rsvg-convert', { input: svg });
    const [a, b] = [await inkOf(page, dataUrl('image/png', png)), await inkOf(page, svgUrl(svg))];
    expect(inkShare(a)).toBeGreaterThan(0.05);
    expect(difference(a, b)).toBeLessThan(0.01);
  });

  it('differs where a label is left out', async () => {
    const [, svg = ''] = figures[3] ?? [];
    const without = svg.replace(/<path d="M[^"]*z"\/>/, '');
    expect(without.length).toBeLessThan(svg.length);
    const [a, b] = [await inkOf(page, svgUrl(svg)), await inkOf(page, svgUrl(without))];
    expect(difference(a, b)).toBeGreaterThan(0);
  });
});

describe('the size of a figure', () => {
  it('of four layers of two and twelve labels is under 3 kB, packed', () => {
    const [part] = compile('x[2] -> h^1[2] -> h^2[2] -> y[2]').parts;
    if (part?.kind !== 'picture') throw new Error('no figure');
    expect(gzipSync(markup(part.svg), { level: 9 }).length).toBeLessThan(3000);
  });

  it('on a phone leaves subscripts of more than 7 pixels', () => {
    for (const [name, svg] of figures) {
      const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
      expect(17 * 0.7 * Math.min(1, 360 / width), name).toBeGreaterThan(7);
    }
  });
});

const dataUrl = (type: string, bytes: Buffer): string =>
  `data:${type};base64,${bytes.toString('base64')}`;
const svgUrl = (svg: string): string => dataUrl('image/svg+xml', Buffer.from(svg));

/** Cells of 6 × 6 pixels, each with the share of ink in it, on white. */
async function inkOf(page: Page, url: string): Promise<readonly number[]> {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
    const columns = Math.ceil(width / 6);
    const cells = new Array<number>(columns * Math.ceil(canvas.height / 6)).fill(0);
    for (let place = 0; place < data.length; place += 4) {
      const pixel = place / 4;
      const cell =
        Math.floor(Math.floor(pixel / width) / 6) * columns + Math.floor((pixel % width) / 6);
      cells[cell] = (cells[cell] ?? 0) + (255 - (data[place] ?? 255)) / 255 / 36;
    }
    return cells;
  }, url);
}

/** Which share of the cells has ink. */
const inkShare = (cells: readonly number[]): number =>
  cells.filter((ink) => ink > 0.02).length / cells.length;

/** Which share of the cells differs by more than smoothing accounts for. */
const difference = (a: readonly number[], b: readonly number[]): number =>
  a.length === b.length
    ? a.filter((ink, place) => Math.abs(ink - (b[place] ?? 0)) > 0.12).length / a.length
    : 1;
