import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBrowser } from './support/browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the browser of the tests', () => {
  it.each([
    ['the machine’s own, or npm’s where it has none', undefined],
    ['the one that npm brought', 'npm'],
  ])('is %s, and keeps several pages open', { timeout: 120_000 }, async (_, named) => {
    vi.stubEnv('CHROMIUM', named);
    const browser = await openBrowser();
    for (let time = 0; time < 2; time++) {
      const page = await (await browser.newContext()).newPage();
      await page.setContent('<p>network</p>');
      const { width } = (await page.locator('p').boundingBox()) ?? { width: 0 };
      expect(width).toBeGreaterThan(100);
      expect(await page.evaluate(() => document.fonts.check('16px sans-serif'))).toBe(true);
    }
    await browser.close();
  });

  it('says so where the one that is named does not start', async () => {
    vi.stubEnv('CHROMIUM', '/nowhere/chromium');
    await expect(openBrowser()).rejects.toThrow('/nowhere/chromium');
  });
});
