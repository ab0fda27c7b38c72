import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Element } from '../../src/svg/element.ts';
import { svgFile, unstyled } from '../../src/svg/file.ts';
import { markup } from '../../src/svg/markup.ts';
import { blocksOf, pages } from '../support/blocks.ts';

/** Every figure of the gallery and the posts on one sheet, small: what a picture looks like, and to be compared with. */
export interface Figure {
  readonly name: string;
  readonly svg: Element;
}
export interface Cell extends Figure {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const cell = { width: 200, height: 150, margin: 6 } as const;
const columns = 8;
const paper = { light: '#ffffff', dark: '#151517' } as const;
export type Scheme = keyof typeof paper;

/** Numbers of live figures are left out: they are written in a font of the machine's own. */
export const figures = (): readonly Figure[] =>
  [...pages('content/examples'), ...pages('content/posts')].flatMap(([name, markdown]) =>
    blocksOf(markdown)
      .flatMap(({ compiled }) => compiled.parts)
      .filter((part) => part.kind === 'picture')
      .map(({ svg }, place) => ({ name: `${name} ${place + 1}`, svg: withoutNumbers(svg) })),
  );

const withoutNumbers = (svg: Element): Element => ({
  ...svg,
  children: svg.children.filter(
    (child) => typeof child === 'string' || child.attributes.class !== 'network-numbers',
  ),
});

/** Each figure in the middle of its cell, as large as it can be but never larger than it is. */
export const cellsOf = (all: readonly Figure[]): readonly Cell[] =>
  all.map(({ name, svg }, place) => {
    const [own, tall] = [Number(svg.attributes.width), Number(svg.attributes.height)];
    const scale = Math.min(1, (cell.width - cell.margin) / own, (cell.height - cell.margin) / tall);
    const [width, height] = [Math.round(own * scale), Math.round(tall * scale)];
    const [column, row] = [place % columns, Math.floor(place / columns)];
    const left = column * cell.width + Math.floor((cell.width - width) / 2);
    const top = row * cell.height + Math.floor((cell.height - height) / 2);
    return { name, svg, left, top, width, height };
  });

const sizeOf = (cells: readonly Cell[]) => ({
  width: columns * cell.width,
  height: Math.ceil(cells.length / columns) * cell.height,
});

/** Inline in a page, as a reader with that colour scheme sees them. */
export async function inBrowser(
  browser: Browser,
  cells: readonly Cell[],
  scheme: Scheme,
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: sizeOf(cells), colorScheme: scheme });
  const placed = cells.map(
    ({ svg, left, top, width, height }) =>
      `<div style="left:${left}px;top:${top}px">${markup({ ...svg, attributes: { ...svg.attributes, width, height } })}</div>`,
  );
  await page.setContent(`<style>${readFileSync('src/style.css', 'utf8')}
    :root { color-scheme: ${scheme}; background: ${paper[scheme]}; }
    .network-figure { max-width: none; }
    svg { display: block; }
    div { position: absolute; }</style>${placed.join('')}`);
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** As files of their own, on white, by a program that draws one of a width. */
export async function asFiles(
  cells: readonly Cell[],
  draw: (svg: Element, width: number) => Buffer,
): Promise<Buffer> {
  const drawn = cells.map(({ svg, left, top, width }) => ({
    input: draw(svg, width),
    left,
    top,
  }));
  return sharp({ create: { ...sizeOf(cells), channels: 3, background: paper.light } })
    .composite(drawn)
    .png()
    .toBuffer();
}

/** It takes no attributes where there is a style that it can't read. */
export const resvg = (svg: Element, width: number): Buffer =>
  new Resvg(markup(unstyled(svg)), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();

export const librsvg = (svg: Element, width: number): Buffer =>
  execFileSync('rsvg-convert', ['--width', String(width)], { input: svgFile(svg) });

/** Squares of so many pixels, whose mean lightness is what is compared: edges of ink differ from program to program. */
const square = 10;

/**
 * The cells in which two sheets differ, each with by how much its most different square does, of 255.
 *
 * @param most what may differ without being told
 */
export async function differing(
  one: Buffer,
  other: Buffer,
  cells: readonly Cell[],
  most: number,
): Promise<readonly string[]> {
  const [a, b] = [await squaresOf(one), await squaresOf(other)];
  if (a.length !== b.length) return ['the number of figures'];
  const across = sizeOf(cells).width / square;
  const worst = cells.map(() => 0);
  for (const [at, lightness] of a.entries()) {
    const [x, y] = [(at % across) * square, Math.floor(at / across) * square];
    const place = Math.floor(y / cell.height) * columns + Math.floor(x / cell.width);
    worst[place] = Math.max(worst[place] ?? 0, Math.abs(lightness - (b[at] ?? 0)));
  }
  return cells.flatMap(({ name }, place) => {
    const found = Math.round(worst[place] ?? 0);
    return found > most ? [`${name}: ${found}`] : [];
  });
}

async function squaresOf(png: Buffer): Promise<readonly number[]> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const across = info.width / square;
  const sums = Array.from({ length: across * Math.floor(info.height / square) }, () => 0);
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const at = Math.floor(y / square) * across + Math.floor(x / square);
      sums[at] = (sums[at] ?? 0) + (data[(y * info.width + x) * info.channels] ?? 0);
    }
  }
  return sums.map((sum) => sum / square ** 2);
}
