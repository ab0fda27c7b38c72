import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { serve } from '../support/server.ts';

const post = '/posts/backpropagation/';

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

async function open(width: number, settings?: Parameters<typeof openPage>[3], path = post) {
  ({ page } = await openPage(browser, address + path, width, settings));
}

const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const [white, black] = ['rgb(255, 253, 249)', 'rgb(21, 21, 23)'];

describe('the theme switch', () => {
  it('follows the system until it is told otherwise', async () => {
    await open(375, { colorScheme: 'dark' });
    expect(await paper()).toBe(black);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper()).toBe(white);
    await page.getByRole('radio', { name: 'Dark' }).press('Space');
    expect(await paper()).toBe(black);
    await page.getByRole('radio', { name: 'As the system has it' }).press('Space');
    expect(await paper()).toBe(white);
  });

  it('keeps the choice for the next page, and asks for it before anything else, while nothing waits for it', async () => {
    await open(375, { colorScheme: 'light' });
    await page.locator('.theme label', { hasText: 'Dark' }).click();
    await page.goto(`${address}/gallery/`);
    await expect.poll(paper).toBe(black);
    expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    const asked = await page.evaluate(() =>
      [
        ...document.head.querySelectorAll('script, link[rel="stylesheet"], link[rel="preload"]'),
      ].map((each) => [each.localName, each.hasAttribute('async')]),
    );
    expect(asked[0]).toEqual(['script', true]);
  });

  it('works without JavaScript, as long as the page is open', async () => {
    await open(375, { colorScheme: 'light', javaScriptEnabled: false });
    await page.locator('.theme label', { hasText: 'Dark' }).click();
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
    await page.locator('.theme label', { hasText: 'Light' }).click();
    expect(await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } })).not.toEqual(shot);
  });
});

describe('the contents', () => {
  it.each([
    [1280, 'nav'],
    [375, 'details'],
  ])('lead to each section at %i pixels', async (width, kind) => {
    await open(width);
    const fold = page.locator('.contents summary');
    expect(await fold.isVisible()).toBe(kind === 'details');
    if (kind === 'details') await fold.click();
    const links = page.locator('.contents a:visible');
    expect(await links.allTextContents()).toEqual(
      await page.locator('.prose h2').allTextContents(),
    );
    await links.last().click();
    const top = await page
      .locator('.prose h2')
      .last()
      .evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(900);
  });

  it('show how far the page is read', async () => {
    await open(375);
    // In the same breath: the page grows as equations come into sight.
    const read = () =>
      page.evaluate(() => {
        const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
        const bar = document.querySelector('.progress')?.getBoundingClientRect().width ?? 0;
        const share = scrollTop / (scrollHeight - clientHeight);
        return { share, off: Math.abs(bar / innerWidth - share) };
      });
    expect(await read()).toEqual({ share: 0, off: 0 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    await expect.poll(async () => (await read()).off).toBeLessThan(0.02);
    expect((await read()).share).toBeGreaterThan(0.2);
  });
});

describe('the source of a figure and of an equation', () => {
  it('opens without JavaScript, with all there is to take, and no button that would do nothing', async () => {
    await open(375, { javaScriptEnabled: false });
    await page.locator('figure .tools-open').first().click();
    const box = page.locator('.tools-box:popover-open');
    expect(await box.locator('pre').textContent()).toContain('x[1] -> y[1]');
    expect(await box.getByRole('link').getAttribute('href')).toMatch(/backpropagation-1\.svg$/);
    expect(await box.getByRole('button').count()).toBe(0);
  });

  it('is copied by the keyboard alone', async () => {
    await open(1280, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.equation .tools-open').first().focus();
    await page.keyboard.press('Enter');
    const copy = page
      .locator('.tools-box:popover-open')
      .getByRole('button', { name: 'Copy the LaTeX' });
    await copy.press('Enter');
    await expect.poll(() => copy.textContent()).toBe('Copied');
    const tex = await page.evaluate(() => navigator.clipboard.readText());
    expect(tex).toMatch(/^\\begin\{align\*\}\ny_1 &= /);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tools-box:popover-open').count()).toBe(0);
  });
});

describe('a reference', () => {
  it.each(['mouse', 'keyboard'])(
    'shows by %s what it leads to, where that is out of sight',
    async (way) => {
      await open(1280);
      await page.setViewportSize({ width: 1280, height: 400 });
      const link = page.locator('a.network-reference').last();
      const preview = page.locator('.preview:popover-open');
      await link.evaluate((each) => each.scrollIntoView({ block: 'start' }));
      if (way === 'mouse') await link.hover();
      else {
        await link.evaluate((each) => each.focus());
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
      }
      const target = page.locator((await link.getAttribute('href')) ?? '');
      await preview.waitFor();
      expect(await preview.locator('.katex-html').textContent()).toBe(
        await target.locator('.katex-html').textContent(),
      );
      const box = await preview.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Escape');
      expect(await preview.count()).toBe(0);
    },
  );
});

describe('a handout', () => {
  it('has no tools, no contents and no switch on it, and every equation', async () => {
    await open(800);
    await page.emulateMedia({ media: 'print' });
    for (const each of ['.tools', '.contents', '.progress', '.theme'])
      expect(await page.locator(`${each}:visible`).count(), each).toBe(0);
    const equations = page.locator('.network-equation');
    expect(await equations.last().locator('.katex-html').first().isVisible()).toBe(true);
  });
});
