import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloads, positions } from '../payloads/payloads.ts';
import { openBrowser } from '../support/browser.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let site: { server: Server; address: string };
beforeAll(async () => {
  browser = await openBrowser();
  site = await serve('dist');
});
afterAll(async () => {
  await browser.close();
  site.server.close();
});

/** The block of a page with one, without its fences. */
const blockOf = (markdown: string): string =>
  markdown.replace(/^```network.*\n([\s\S]*?)\n```[\s\S]*$/, '$1');

describe('a block in the address of the playground', () => {
  it.each(positions.slice(0, 19))('is no markup with a payload in %s', async (_, at) => {
    const page = await browser.newPage();
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) strangers.push(request.url());
    });
    await page.addInitScript(() => {
      const counted = window as unknown as { count: number; tripped: () => void };
      counted.count = 0;
      counted.tripped = () => {
        counted.count++;
      };
    });
    for (const payload of payloads) {
      const hash = encodeURIComponent(blockOf(at(payload)).toWellFormed());
      await page.goto(`${site.address}/playground/#block=${hash}`);
      await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
    }
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { count: number }).count)).toBe(0);
    const foreign =
      'iframe, object, embed, base, evil-element, .evil, #evil, [href*=evil], [src*=evil]';
    expect(await page.locator(`${foreign}, [onerror], [onload], [onmouseover]`).count()).toBe(0);
    expect(strangers).toEqual([]);
    await page.close();
  });
});
