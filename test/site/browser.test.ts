import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { equationNumbers, openPage, settledView } from '../support/page.ts';
import { serve } from '../support/server.ts';

const post = '/posts/backpropagation/';

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

const open = (path: string, width: number, settings?: BrowserContextOptions) =>
  openPage(browser, address + path, width, settings);

describe('the post in a browser', () => {
  it('sets subscripts small: the style sheet is that of the KaTeX which made the formulas', async () => {
    const { page } = await open(post, 1280);
    const [base, script] = await page.evaluate(() => {
      const size = (element: Element | null | undefined): number =>
        Number.parseFloat(getComputedStyle(element as Element).fontSize);
      const formula = document.querySelector('.network-equation .katex-html');
      return [size(formula), size(formula?.querySelector('.msupsub .mtight'))];
    });
    expect((script ?? 0) / (base ?? 1)).toBeCloseTo(0.7, 1);
    await page.context().close();
  });

  it.each([320, 1280])('keeps every equation’s number in sight at %i pixels', async (width) => {
    const { page } = await open(post, width);
    const numbers = await equationNumbers(page);
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter(({ seen, covered }) => !seen || covered)).toEqual([]);
    await page.context().close();
  });

  it('scrolls a wide equation by keyboard to its very end', async () => {
    const { page } = await open(post, 320);
    const wide = await page.evaluateHandle(() =>
      [...document.querySelectorAll<HTMLElement>('.network-equation[style]')].reduce((a, b) => {
        // Out of sight it is not laid out, and has no width.
        b.style.contentVisibility = 'visible';
        return a.scrollWidth > b.scrollWidth ? a : b;
      }),
    );
    await wide.evaluate((box) => box.focus());
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
    const gap = await wide.evaluate((box) => {
      box.scrollLeft = box.scrollWidth;
      const formula = box.querySelector('.katex-html > .katex-base:nth-last-child(2)');
      const number = box.querySelector('.katex-tag .text');
      return (
        (number as Element).getBoundingClientRect().left -
        (formula as Element).getBoundingClientRect().right
      );
    });
    expect(gap).toBeGreaterThan(0);
    await page.context().close();
  });

  it('reads whole without JavaScript', async () => {
    const { page } = await open(post, 375, { javaScriptEnabled: false });
    expect(await page.locator('svg.network-figure').count()).toBe(13);
    expect(await page.locator('.network-equation').count()).toBeGreaterThan(15);
    await page.context().close();
  });

  it.each([375, 1280])('goes from each reference to what it names at %i pixels', async (width) => {
    const { page } = await open(post, width);
    const references = await page.locator('a.network-reference').all();
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      // By keyboard: a pointer would rest on a link, whose preview may then lie over what it leads to.
      await reference.focus();
      await page.keyboard.press('Enter');
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
      expect(await settledView(page, id), id).toEqual({ inSight: true, covered: false });
    }
    await page.context().close();
  });

  it.each([375, 1280])(
    'keeps the room that each formula out of sight takes at %i pixels',
    async (width) => {
      const { page } = await open(post, width);
      const errors = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[style*="--height"]')].map((box) => {
          const kept = getComputedStyle(box).containIntrinsicBlockSize.replace('auto ', '');
          Object.assign(box.style, {
            contentVisibility: 'hidden',
            containIntrinsicBlockSize: kept,
          });
          const unseen = box.offsetHeight;
          Object.assign(box.style, {
            contentVisibility: 'visible',
            containIntrinsicBlockSize: 'none',
          });
          return Math.abs(unseen - box.offsetHeight);
        }),
      );
      expect(errors.length).toBeGreaterThan(10);
      expect(Math.max(...errors)).toBeLessThanOrEqual(1);
      await page.context().close();
    },
  );

  it('follows a theme that the page sets, and prints on white whatever the theme', async () => {
    const { page } = await open(post, 1280, { colorScheme: 'light' });
    const colours = () =>
      page.evaluate(() => {
        const unit = document.querySelector('.network-figure circle');
        return [
          getComputedStyle(document.documentElement).backgroundColor,
          getComputedStyle(unit as Element).fill,
        ];
      });
    const [lightPaper, lightUnit] = await colours();
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    const [darkPaper, darkUnit] = await colours();
    expect(darkPaper).not.toBe(lightPaper);
    expect(darkUnit).not.toBe(lightUnit);
    await page.emulateMedia({ media: 'print' });
    expect(await colours()).toEqual(['rgb(255, 255, 255)', lightUnit]);
    await page.context().close();
  });
});
