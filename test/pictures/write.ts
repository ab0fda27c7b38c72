// Keeps how every figure of the gallery looks, for the test to compare with: `npm run pictures`. Look at them.
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { openBrowser } from '../support/browser.ts';
import { asFiles, cellsOf, figures, inBrowser, librsvg } from './sheet.ts';

const cells = cellsOf(figures());
const browser = await openBrowser();
const keep = async (name: string, png: Buffer): Promise<void> =>
  writeFileSync(
    `test/pictures/sheets/${name}.png`,
    await sharp(png).png({ palette: true, colours: 48, effort: 10 }).toBuffer(),
  );
await keep('chromium-light', await inBrowser(browser, cells, 'light'));
await keep('chromium-dark', await inBrowser(browser, cells, 'dark'));
await browser.close();
await keep('rsvg-convert', await asFiles(cells, librsvg));
