import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { overflow } from '../support/page.ts';
import { pagesOf, serve } from '../support/server.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await openBrowser();
  site = await serve('dist');
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

it('Tables of the docs scroll inside themselves on a screen of 320 pixels, by keyboard too', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
  const wide: string[] = [];
  for (const path of pagesOf('dist').filter((each) => each.startsWith('/docs/'))) {
    await page.goto(site.address + path);
    expect(await overflow(page), path).toBe(0);
    for (const table of await page.locator('table').all()) {
      const box = table.locator('xpath=parent::*[contains(@class, "scroll")]');
      const { right, isWide } = await box.evaluate((element) => ({
        right: element.getBoundingClientRect().right,
        isWide: element.scrollWidth > element.clientWidth,
      }));
      expect(right, path).toBeLessThanOrEqual(320);
      if (!isWide) continue;
      wide.push(path);
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    }
  }
  expect(new Set(wide)).toContain('/docs/hosts/');
  expect(new Set(wide)).toContain('/docs/rules/');
});

it('A formula that fits can’t be scrolled', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.address}/posts/backpropagation/`);
  const formulas = await page.locator('.network-formula').evaluateAll((all) =>
    all.map((formula) => {
      formula.scrollIntoView();
      return formula.scrollWidth - formula.clientWidth;
    }),
  );
  expect(formulas.length).toBeGreaterThan(10);
  // What is wider is so by more than what KaTeX forgets of a last subscript.
  expect(formulas.filter((wider) => wider > 0 && wider < 10)).toEqual([]);
});
