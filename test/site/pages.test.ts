import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, complaintsOf, overflow, resize } from '../support/page.ts';
import { pagesOf, serve } from '../support/server.ts';

const paths = pagesOf('dist');

let browser: Browser;
let page: Page;
let server: Server;
let address: string;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ server, address } = await serve('dist'));
  page = await browser.newPage({ viewport: { width: 320, height: 900 }, colorScheme: 'light' });
  complaints = complaintsOf(page, address);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** One page of the browser for all pages of the site: each is loaded once, and looked at in every width and theme. */
describe.each(paths)('%s', (path) => {
  it('does not overflow at any width, complains of nothing, and asks nobody else for anything', async () => {
    complaints.length = 0;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address + path);
    for (const width of [320, 375, 768, 1280, 1920]) {
      await resize(page, width);
      expect(await overflow(page), `at ${width} pixels`).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', 375],
    ['dark', 1280],
  ] as const)('has nothing that axe finds, %s, %i pixels wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await resize(page, width);
    expect(await axeFindings(page, { formulas: false })).toEqual([]);
  });
});
