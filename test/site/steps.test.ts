import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, openPage, overflow, settledView } from '../support/page.ts';
import { serve } from '../support/server.ts';

const derivation = '#equation-square-gradient';

let browser: Browser;
let server: Server;
let address: string;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  ({ server, address } = await serve('dist'));
}, 120_000);
afterEach(() => page.context().close());
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(hash: string, width: number, settings?: BrowserContextOptions) {
  const post = `${address}/posts/backpropagation/${hash}`;
  ({ page } = await openPage(browser, post, width, settings));
}

const hash = () => new URL(page.url()).hash;
const lit = () =>
  page
    .locator(`.network-walk:has(:target) [class*="network-at-"]`)
    .evaluateAll(
      (parts) => parts.filter((part) => getComputedStyle(part).strokeWidth === '4px').length,
    );

describe('a derivation of the post, step by step', () => {
  it('is walked by mouse, and leaves the history as it was', async () => {
    await open('', 1280);
    const before = await page.evaluate(() => history.length);
    await page.locator(`a[href="${derivation}-step-1"]`).first().click();
    await page.getByText('Next →').locator('visible=true').click();
    expect(hash()).toBe(`${derivation}-step-2`);
    expect(await lit()).toBeGreaterThan(3);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  it('is walked by arrow keys to its end, and back to all lines', async () => {
    await open(`${derivation}-step-1`, 1280);
    for (const step of [2, 3, 4]) {
      await page.keyboard.press('ArrowRight');
      expect(hash()).toBe(`${derivation}-step-${step}`);
    }
    await page.keyboard.press('ArrowLeft');
    expect(hash()).toBe(`${derivation}-step-3`);
    for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowRight');
    expect(hash()).toBe(derivation);
    expect(await lit()).toBe(0);
  });

  it('is walked by a swipe over the figure', async () => {
    await open(`${derivation}-step-1`, 375, { hasTouch: true });
    const devtools = await page.context().newCDPSession(page);
    const swipe = async (across: number) => {
      const box = await page.locator('.network-walk:has(:target) svg').boundingBox();
      const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 60];
      const touch = (type: 'touchStart' | 'touchMove', at: number) =>
        devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y }] });
      await touch('touchStart', x);
      await touch('touchMove', x + across);
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(-100);
    await expect.poll(hash).toBe(`${derivation}-step-2`);
    await swipe(100);
    await expect.poll(hash).toBe(`${derivation}-step-1`);
    await swipe(-10);
    expect(hash()).toBe(`${derivation}-step-1`);
  });

  it.each(['light', 'dark'] as const)(
    'is shared by its address, and readable: %s',
    async (colorScheme) => {
      await open(`${derivation}-step-3`, 375, { colorScheme });
      expect(await settledView(page, `${derivation.slice(1)}-step-3`)).toEqual({
        inSight: true,
        covered: false,
      });
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page, { formulas: false })).toEqual([]);
    },
  );
});
