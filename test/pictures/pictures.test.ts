import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Element } from '../../src/svg/element.ts';
import { openBrowser } from '../support/browser.ts';
import {
  asFiles,
  type Cell,
  cellsOf,
  differing,
  figures,
  inBrowser,
  librsvg,
  resvg,
} from './sheet.ts';

const kept = (name: string): Buffer => readFileSync(`test/pictures/sheets/${name}.png`);
const hasRsvg = spawnSync('rsvg-convert', ['--version']).status === 0;
/** Of 255. Versions and programs differ by less, where they smooth the edges of ink; a label that moves by more. */
const tolerance = 26;

/** Where a figure was changed on purpose, `npm run pictures` keeps the new look: look at it first. */
describe('every figure of the gallery looks as it did', () => {
  const cells = cellsOf(figures());
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(['light', 'dark'] as const)('in a browser, %s', async (scheme) => {
    const drawn = await inBrowser(browser, cells, scheme);
    expect(await differing(drawn, kept(`chromium-${scheme}`), cells, tolerance)).toEqual([]);
  });

  it('as a file, by resvg', async () => {
    const drawn = await asFiles(cells, resvg);
    expect(await differing(drawn, kept('rsvg-convert'), cells, tolerance)).toEqual([]);
    expect(await differing(drawn, kept('chromium-light'), cells, tolerance)).toEqual([]);
  });

  it.skipIf(!hasRsvg)('as a file, by librsvg', async () => {
    const drawn = await asFiles(cells, librsvg);
    expect(await differing(drawn, kept('rsvg-convert'), cells, tolerance)).toEqual([]);
  });

  it('is seen not to where one label stands elsewhere', async () => {
    const moved = cells.map((cell, place) => (place === 3 ? spoilt(cell) : cell));
    const drawn = await asFiles(moved, resvg);
    const found = await differing(drawn, kept('rsvg-convert'), cells, tolerance);
    expect(found.map((text) => text.replace(/:.*/, ''))).toEqual([cells[3]?.name]);
  });
});

/** A figure whose last label is 12 pixels lower. */
function spoilt(cell: Cell): Cell {
  const { svg } = cell;
  const at = svg.children.findLastIndex(
    (child) => typeof child !== 'string' && child.attributes.class === 'network-labels',
  );
  const group = svg.children[at] as Element;
  const last = group.children.at(-1) as Element;
  const lowered = { ...last, attributes: { ...last.attributes, transform: 'translate(0 192)' } };
  const children = [...group.children.slice(0, -1), lowered];
  return { ...cell, svg: { ...svg, children: svg.children.with(at, { ...group, children }) } };
}
