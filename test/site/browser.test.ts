import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { serve } from '../support/server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paths = [
  '/',
  '/posts/backpropagation/',
  '/gallery/',
  '/docs/language/',
  '/tags/',
  '/404.html',
];

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ server, address } = await serve('dist'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A page of the site, with what it complained about. */
async function open(
  path: string,
  settings: { width: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean },
): Promise<{ page: Page; complaints: string[] }> {
  const { width, ...rest } = settings;
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address + path);
  return { page, complaints };
}

describe.each(paths)('%s', (path) => {
  it.each([320, 375, 768, 1280])(
    'does not overflow at %i pixels, and asks nobody else for anything',
    async (width) => {
      const { page, complaints } = await open(path, { width });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const { page } = await open(path, { width: 1280, colorScheme });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
      const { violations } = await (window as any).axe.run();
      return violations.map(
        (each: { id: string; nodes: { html: string }[] }) => `${each.id}: ${each.nodes[0]?.html}`,
      );
    });
    expect(found).toEqual([]);
    await page.context().close();
  });
});

describe('the post in a browser', () => {
  it('sets subscripts small: the style sheet is that of the KaTeX which made the formulas', async () => {
    const { page } = await open('/posts/backpropagation/', { width: 1280 });
    const [base, script] = await page.evaluate(() => {
      const size = (element: Element | null | undefined): number =>
        Number.parseFloat(getComputedStyle(element as Element).fontSize);
      const formula = document.querySelector('.network-equation .katex-html');
      return [size(formula), size(formula?.querySelector('.msupsub .mtight'))];
    });
    expect((script ?? 0) / (base ?? 1)).toBeCloseTo(0.7, 1);
    await page.context().close();
  });

  it('keeps the number of a wide equation clear of the equation, on a phone', async () => {
    const { page } = await open('/posts/backpropagation/', { width: 360 });
    const overlaps = await page.evaluate(
      () =>
        [...document.querySelectorAll('.network-equation .katex-html')].filter((formula) => {
          const tag = formula.querySelector('.tag')?.getBoundingClientRect();
          const bases = [...formula.querySelectorAll(':scope > .base')].map((base) =>
            base.getBoundingClientRect(),
          );
          return (
            tag !== undefined &&
            bases.some(
              (base) =>
                base.right > tag.left + tag.width - (tag.width || 0) + 40 && base.right > tag.right,
            )
          );
        }).length,
    );
    expect(overlaps).toBe(0);
    await page.context().close();
  });

  it('reads whole without JavaScript', async () => {
    const { page } = await open('/posts/backpropagation/', {
      width: 375,
      javaScriptEnabled: false,
    });
    expect(await page.locator('svg.network-figure').count()).toBe(6);
    expect(await page.locator('.network-equation').count()).toBeGreaterThan(15);
    await page.context().close();
  });

  it('goes from a reference to its equation', async () => {
    const { page } = await open('/posts/backpropagation/', { width: 1280 });
    const link = page.locator('a.network-reference').first();
    await link.click();
    const id = new URL(page.url()).hash.slice(1);
    expect(
      await page
        .locator(`[id="${id}"]`)
        .evaluate(
          (element) =>
            element.getBoundingClientRect().top >= 0 &&
            element.getBoundingClientRect().top < innerHeight,
        ),
    ).toBe(true);
    await page.context().close();
  });
});
