import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commonFonts } from '../../scripts/fonts.ts';
import { openBrowser } from '../support/browser.ts';
import { serve } from '../support/server.ts';

const folder = 'src/site/fonts';

it('has the common characters of the fonts that KaTeX brings now', async () => {
  const made = await commonFonts();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, bytes] of made)
    expect(readFileSync(`${folder}/${name}`).equals(bytes), `${name}: npm run fonts`).toBe(true);
});

it('needs no whole font for what posts and docs are set in', async () => {
  const { server, address } = await serve('dist');
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const path of ['/posts/backpropagation/', '/posts/worked-example/', '/docs/notation/']) {
    await page.goto(address + path);
    const sizes = await page.evaluate(async () => {
      await document.fonts.ready;
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      const fonts = asked.filter((name) => /KaTeX_(?:Main|AMS)-Regular/.test(name));
      const bytes = fonts.map(async (name) => (await (await fetch(name)).arrayBuffer()).byteLength);
      return await Promise.all(bytes);
    });
    expect(sizes.length, path).toBeGreaterThan(0);
    expect(Math.max(...sizes), path).toBeLessThan(20_000);
  }
  await browser.close();
  server.close();
});
