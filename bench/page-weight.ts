/**
 * What a page with one figure and its equations weighs, and when it can be read: made at build time, beside pages on
 * which Mermaid draws the figure or MathJax typesets the equations in the browser. Readable is when the figure and the
 * equations are there and their fonts are loaded, from the start of the navigation, with an empty cache; medians, pages
 * in turns. `npm run bench:page` writes bench/page-weight.txt.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { serve } from '../test/support/server.ts';
import { pages, type WeighedPage, writePages } from './weighed-pages.ts';

interface Visit {
  /** Of all answers together, as they came over the wire. */
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds until it could be read. */
  readonly readable: number;
}

const rounds = 3;
/** A line as phones have it: bytes a second and milliseconds, as Lighthouse takes them for a slow one. */
const slow = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };

async function visit(
  browser: Browser,
  address: string,
  { name, readable }: WeighedPage,
  line?: typeof slow,
): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (line !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
  }
  const sizes: Promise<number>[] = [];
  const strangers: string[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
      strangers.push(request.url());
    if (request.url().startsWith(address))
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
  });
  await page.addInitScript((selectors) => {
    const look = (): void => {
      const isThere = selectors.every((selector) => document.querySelector(selector) !== null);
      if (!isThere || document.fonts.status !== 'loaded') requestAnimationFrame(look);
      else Object.assign(window, { readableAt: performance.now() });
    };
    requestAnimationFrame(look);
  }, readable);
  await page.goto(`${address}/${name}.html`, { timeout: 120_000 });
  const at = await page.waitForFunction(
    () => (window as unknown as { readableAt?: number }).readableAt,
    undefined,
    { timeout: 120_000 },
  );
  const time = (await at.jsonValue()) ?? Number.NaN;
  // What it goes on to load behind that counts as well.
  await page.waitForTimeout(line === undefined ? 1500 : 0);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  if (strangers.length > 0) throw new Error(`${name} asked strangers: ${strangers.join(', ')}`);
  return { bytes, requests: sizes.length, readable: time };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'page-weight-'));
await writePages(folder);
const { server, address } = await serve(folder, { packed: true });
const browser = await openBrowser();
const visits = new Map(pages.map((page) => [page, { here: [] as Visit[], far: [] as Visit[] }]));
for (let round = 0; round < rounds; round++) {
  for (const [page, { here, far }] of visits) {
    here.push(await visit(browser, address, page));
    far.push(await visit(browser, address, page, slow));
  }
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });

const cell = (text: string, width: number): string => text.padEnd(width);
const first = visits.get(pages[0] as WeighedPage);
const rows = [...visits].map(([{ title }, { here, far }]) => {
  const of = (list: readonly Visit[] | undefined, part: keyof Visit): number =>
    median((list ?? []).map((each) => each[part]));
  const times = (list: readonly Visit[], own: readonly Visit[] | undefined): string =>
    `${(of(list, 'readable') / of(own, 'readable')).toPrecision(3)} ×`;
  return [
    cell(title, 44),
    cell(`${(of(here, 'bytes') / 1000).toFixed(1)} kB`, 12),
    cell(String(of(here, 'requests')), 11),
    cell(times(here, first?.here), 11),
    times(far, first?.far),
    `  (${(of(far, 'readable') / 1000).toFixed(1)} s)`,
  ].join('');
});
const text = `${[
  `One page: the figure of 2-2-2 and the derivation of its first weight. Over the wire, packed with Brotli, fonts included; medians of ${rounds} visits.`,
  'Readable, as many times as late as remark-network: on this machine, and over a line of 1.6 Mbit/s and 150 ms.',
  '',
  `${cell('', 44)}${cell('bytes', 12)}${cell('requests', 11)}${cell('here', 11)}slow line`,
  ...rows,
].join('\n')}\n`;
console.log(text);
writeFileSync('bench/page-weight.txt', text);
