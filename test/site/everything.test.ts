import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, equationNumbers, openPage, overflow } from '../support/page.ts';
import { serve } from '../support/server.ts';
import { buildSite, copySite, removeSite } from '../support/site-copy.ts';

let folder: string;
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = copySite();
  mkdirSync(join(folder, 'content/posts/2026'));
  cpSync('test/site/pages/everything.md', join(folder, 'content/posts/2026/everything.md'));
  const { ok, output } = await buildSite(folder);
  expect(ok, output).toBe(true);
  browser = await openBrowser();
  const served = await serve(join(folder, 'dist'));
  server = served.server;
  address = `${served.address}/posts/2026/everything/`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  removeSite(folder);
});

describe('a post with everything, in a folder of its own', () => {
  it.each([320, 375, 768, 1280, 1920])('does not overflow at %i pixels', async (width) => {
    const { page, complaints } = await openPage(browser, address, width);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', 320],
    ['light', 1280],
    ['dark', 320],
    ['dark', 1280],
  ] as const)('has nothing that axe finds, %s, %i pixels wide', async (colorScheme, width) => {
    const { page } = await openPage(browser, address, width, { colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps the author’s own numbers in sight', async () => {
    const { page } = await openPage(browser, address, 320);
    expect(await equationNumbers(page)).toEqual([{ seen: true, covered: false }]);
    await page.context().close();
  });

  it('never begins a line with the comma behind a formula', async () => {
    const { page } = await openPage(browser, address, 320);
    const broken = await page.evaluate(() => {
      const formula = document.querySelector('.unbroken .katex') as Element;
      const comma = document.createRange();
      comma.selectNode(formula.nextSibling as Node);
      const lines: number[] = [];
      for (let width = 100; width < 320; width++) {
        (formula.closest('p') as HTMLElement).style.width = `${width}px`;
        if (comma.getBoundingClientRect().left < formula.getBoundingClientRect().right - 1)
          lines.push(width);
      }
      return lines;
    });
    expect(broken).toEqual([]);
    await page.context().close();
  });

  it('comes whole to the feed, all addresses absolute, its figure a file', () => {
    const feed = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
    const addresses = [...feed.matchAll(/ (?:href|src)=&quot;(.*?)&quot;/g)].map(
      (match) => match[1],
    );
    const figure = '/figures/2026/everything-1.svg';
    expect(addresses).toContain(`https://remark-network.example${figure}`);
    expect(addresses).toContain('https://remark-network.example/favicon.svg');
    expect(addresses).toContain(
      'https://remark-network.example/posts/2026/everything/#user-content-fn-note',
    );
    expect(addresses.filter((each) => !each?.startsWith('https://'))).toEqual([]);
    expect(readFileSync(join(folder, 'dist', figure), 'utf8')).toMatch(/^<svg /);
  });
});
