import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, equationNumbers, openPage, overflow, resize } from '../support/page.ts';
import { serve } from '../support/server.ts';
import { buildSite, copySite, removeSite } from '../support/site-copy.ts';

let folder: string;
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = copySite({ content: false });
  mkdirSync(join(folder, 'content/posts/2026'), { recursive: true });
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
  it('does not overflow at any width, and complains of nothing', async () => {
    const { page, complaints } = await openPage(browser, address, 320);
    for (const width of [320, 375, 768, 1280, 1920]) {
      await resize(page, width);
      expect(await overflow(page), `at ${width} pixels`).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const { page } = await openPage(browser, address, 320, { colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, 1280);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('has no script at all, since nothing in it is more than read, and works all the same', async () => {
    const html = readFileSync(join(folder, 'dist/posts/2026/everything/index.html'), 'utf8');
    expect(html).not.toContain('<script');
    const { page } = await openPage(browser, address, 1280, { colorScheme: 'light' });
    const requests = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.filter((name) => name.endsWith('.js'))).toEqual([]);
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.locator('.theme label', { hasText: 'Dark' }).click();
    expect(await paper()).not.toBe(light);
    await page.locator('.tools-open').first().click();
    const source = page.locator('.tools-box:popover-open pre').first();
    await source.click();
    const marked = await page.evaluate(() => String(getSelection()).trim());
    expect(marked).toBe((await source.textContent())?.trim());
    await page.context().close();
  });

  it('has a heading’s formula once, as MathML, in its contents and not at all in its address', async () => {
    const html = readFileSync(join(folder, 'dist/posts/2026/everything/index.html'), 'utf8');
    const [, id, words = ''] =
      /<li class="depth-2"><a href="#(a-heading[^"]*)">(.*?)<\/a>/.exec(html) ?? [];
    expect(html).toContain(`<h2 id="${id}"`);
    expect(words).toMatch(/^A heading with <math.*<\/math> and <code>code<\/code>$/);
    expect(words).not.toMatch(/annotation|katex/);
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
    const figure = '/figures/posts/2026/everything-1.svg';
    expect(addresses).toContain(`https://remark-network.example${figure}`);
    expect(addresses).toContain('https://remark-network.example/favicon.svg');
    expect(addresses).toContain(
      'https://remark-network.example/posts/2026/everything/#user-content-fn-note',
    );
    expect(addresses.filter((each) => !each?.startsWith('https://'))).toEqual([]);
    expect(readFileSync(join(folder, 'dist', figure), 'utf8')).toMatch(/^<svg /);
  });
});
