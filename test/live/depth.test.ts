import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, overflow } from '../support/page.ts';
import { hostPage, renderHtml } from '../support/render.ts';

const network = 'x[2] -> h^1[2] -> h^2[2] -> y[2]';
const ask = 'figure focus w^1_{11}, depth 1-6';

const framesOf = (block: string) => {
  const [part] = compile(block).parts;
  return part?.kind === 'picture' ? part.grown : undefined;
};

/** The products of a gradient written out as a sum over paths, one factor (t − y) for each output aside. */
function walks(hidden: number, size: number, outputs: number): number {
  const from = (layer: number): number => (layer === hidden ? outputs : size * from(layer + 1));
  return from(1);
}

describe('a figure with depth', () => {
  it.each([
    [network, ask, 2, 2],
    ['x[3] -> h[3] -> y[1]', 'figure focus w^1_{23}, depth 1-4', 3, 1],
    ['x[1] -> h[2] -> y[3]\nweights w_N', 'figure focus w_2, depth 2 5', 2, 3],
  ])('counts paths and error terms as one would by hand: %s', (block, request, size, outputs) => {
    const frames = framesOf(`${block}\n${request}`)?.frames ?? [];
    expect(frames.length).toBeGreaterThan(1);
    for (const { layers, paths, deltas } of frames) {
      expect(Number(paths), `${layers} layers`).toBe(walks(layers, size, outputs));
      expect(deltas, `${layers} layers`).toBe(1 + (layers - 1) * size + outputs);
    }
  });

  it('begins with as many layers as the network has', () => {
    expect(framesOf(`${network}\n${ask}`)?.start).toBe(1);
    expect(framesOf(`${network}\nfigure focus w^1_{11}, depth 4-6`)?.start).toBe(0);
  });

  it('names the weight as the network does, where that can tell so many apart', () => {
    const said = (block: string) =>
      framesOf(block)?.frames.map(({ svg }) => String(svg.attributes['aria-label']));
    expect(said('x[2] -> h[2] -> y[2]\nweights w_N\nfigure focus w_4, depth 1-2')).toEqual([
      'One hidden layer: from w subscript 4 there are 2 paths to the error, through 3 units',
      '2 hidden layers: from w subscript 4 there are 4 paths to the error, through 5 units',
    ]);
    const [first] =
      said('x[2] -> h[2] -> y[2]\nweights h: u_{ji}, y: v_{ji}\nfigure focus u_{21}, depth 1-2') ??
      [];
    expect(first).toContain('from w superscript 1 subscript 21 there');
  });
});

describe('its choice, without JavaScript', () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await openBrowser();
    html = hostPage(
      `<h1>A page</h1>${await renderHtml(`\`\`\`network\n${network}\n${ask}\n\`\`\`\n`)}`,
    );
  });
  afterAll(() => browser.close());

  /** The page, and what it shows: the layers that are chosen and the frames that can be seen. */
  async function open(settings: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 375, height: 700 },
      ...settings,
    });
    const page = await context.newPage();
    await page.setContent(html);
    return { page, close: () => context.close() };
  }
  const seen = async (page: Page): Promise<string[]> => {
    const frames = await page.locator('.network-frame > svg').all();
    const shown: string[] = [];
    for (const frame of frames)
      if (await frame.isVisible()) shown.push((await frame.getAttribute('aria-label')) ?? '');
    return shown;
  };
  const layers = (count: number) => [expect.stringContaining(`${count} hidden layers: `)];

  it('is made by mouse, and moves nothing', async () => {
    const { page, close } = await open();
    expect(await seen(page)).toEqual(layers(2));
    const before = await page.locator('table').boundingBox();
    await page.locator('.network-choices label', { hasText: '6' }).click();
    expect(await seen(page)).toEqual(layers(6));
    expect(await page.locator('table').boundingBox()).toEqual(before);
    await close();
  });

  it('is made by keyboard', async () => {
    const { page, close } = await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await seen(page)).toEqual(layers(3));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await seen(page)).toEqual([expect.stringContaining('One hidden layer: ')]);
    await close();
  });

  it('is made by touch, with room for a finger', async () => {
    const { page, close } = await open({ hasTouch: true, isMobile: true });
    const choice = page.locator('.network-choices label', { hasText: '4' });
    const box = await choice.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await choice.tap();
    expect(await seen(page)).toEqual(layers(4));
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds and no overflow, %s',
    async (colorScheme) => {
      const { page, close } = await open({
        javaScriptEnabled: true,
        colorScheme,
        viewport: { width: 320, height: 700 },
      });
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await close();
    },
  );
});
