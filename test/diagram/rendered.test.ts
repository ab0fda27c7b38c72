import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Box, Point } from '../../src/diagram/diagram.ts';
import { widest } from '../../src/diagram/wrap.ts';
import { draw } from '../../src/svg/draw.ts';
import type { Element } from '../../src/svg/element.ts';
import { markup } from '../../src/svg/markup.ts';
import { blocksOf, pages } from '../support/blocks.ts';
import { openBrowser } from '../support/browser.ts';
import { networkOf } from '../support/network.ts';
import { measure } from './measure.ts';
import { graphFigures, largeFigures, layeredFigures, type RandomFigure } from './random-figures.ts';
import { renderedHits } from './rendered-hits.ts';
import { focusing } from './views.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const origin = { x: 0, y: 0 };
const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** What touches what it should not in figures that the browser renders and measures, each after its title. */
async function hitsIn(
  figures: readonly (readonly [string, Element])[],
): Promise<readonly string[]> {
  const rendered = await measure(
    page,
    figures.map(([, svg]) => markup(svg)),
  );
  return rendered.flatMap((figure, place) =>
    renderedHits(figure).map((hit) => `${figures[place]?.[0]}: ${hit}`),
  );
}

const drawn = ({ title, diagram }: RandomFigure) => [title, draw(diagram)] as const;

/** Every figure that a reader of the examples, the posts and the documentation sees, with the name of its page. */
const published = ['content/examples', 'content/posts', 'content/docs']
  .flatMap(pages)
  .flatMap(([name, markdown]) =>
    blocksOf(markdown)
      .flatMap(({ compiled }) => compiled.parts)
      .flatMap((part) => (part.kind === 'picture' ? [[name, part.svg] as const] : [])),
  );

describe('as a browser renders it, nothing touches what it should not', () => {
  it('in any figure of the examples, the posts and the documentation', async () => {
    expect(published.length).toBeGreaterThan(30);
    expect(await hitsIn(published)).toEqual([]);
  });

  it('in 300 random networks of layers up to 4 × 4', async () => {
    expect(await hitsIn(layeredFigures(300).map(drawn))).toEqual([]);
  });

  it('in 150 random networks of any graph', async () => {
    expect(await hitsIn(graphFigures(150).map(drawn))).toEqual([]);
  });

  it('in 60 random networks too deep or too large to be drawn whole', async () => {
    expect(await hitsIn(largeFigures(60).map(drawn))).toEqual([]);
  });
});

it('leaves subscripts of seven pixels on a phone, in every figure that is published', () => {
  const tooWide = published.filter(([, { attributes }]) => Number(attributes.width) > widest);
  expect(tooWide.map(([name]) => name)).toEqual([]);
  expect((17 * 0.7 * 360) / widest).toBeCloseTo(7);
});

describe('as a browser renders it, what is moved on purpose is found', () => {
  const network = networkOf('x[2] -> h[2] -> y[2]');
  const diagram = arrange(network, focusing(network, 'w^1_{11}'));
  const [first, ...others] = diagram.edges;
  if (first?.label === undefined) throw new Error('an edge has a label');
  const { label, points } = first;
  const last = others.at(-1);
  if (last?.label === undefined) throw new Error('so has another');
  const { box } = last.label;

  /** The figure with the first weight's name, ink and all, somewhere else. */
  const movedTo = ({ x, y }: Point): Element => {
    const by = {
      x: Math.round(16 * (x - label.box.x - label.box.width / 2)),
      y: Math.round(16 * (y - label.box.y - label.box.height / 2)),
    };
    const ink = label.ink.replace(
      /^M(-?\d+) (-?\d+)/,
      (_, left, top) => `M${Number(left) + by.x} ${Number(top) + by.y}`,
    );
    return draw({ ...diagram, edges: [{ ...first, label: { ...label, ink } }, ...others] });
  };

  it.each<[string, Point, string]>([
    ['on an edge', middle(points), `weight of 0 on edge ${first.edge}`],
    ['on a unit', diagram.units[0]?.centre ?? origin, 'weight of 0 on unit 0'],
    ['on an outline', diagram.outlines[0]?.points[0] ?? origin, 'weight of 0 on outline 0'],
    ['on another name', centre(box), `weight of 0 on weight of ${last.edge}`],
    ['over the frame', origin, 'weight of 0 cut off'],
    ['to another edge', { x: box.x + 10, y: box.y + 9 }, `weight of 0 adrift to edge ${last.edge}`],
  ])('%s', async (_, place, hit) => {
    expect(await hitsIn([['moved', movedTo(place)]])).toContain(`moved: ${hit}`);
  });
});
