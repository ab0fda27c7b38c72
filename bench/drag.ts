/**
 * A slider is dragged in the live figure of a 4-8-8-3 network, in a real Chromium that records a trace: how long its main
 * thread works at each repaint, from the pointer's event to the end of paint, beside the 16.7 ms that a screen of 60 Hz
 * leaves. It is processor time, since the clock would count what else the machine does; raster is the work of other
 * threads. `npm run bench:drag` writes bench/drag.txt.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { bundleElement } from '../test/support/bundle.ts';
import { hostPage, renderHtml } from '../test/support/render.ts';
import { type Repaint, repaints } from './trace.ts';

const block = `x[4] -> h^1[8] -> h^2[8] -> y[3]
activation sigmoid
bias b^l_j
x = 0.1 0.7 0.3 0.9
t = 1 0 0
live focus w^1_{11}, plot error`;

/** Of a screen of 60 Hz, in milliseconds. */
const frame = 1000 / 60;
const positions = 300;

const browser = await openBrowser();
try {
  const page = await open(browser);
  // What is seen once all is compiled: a reader drags for longer than the first frames.
  await drag(page, 60);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
  await drag(page, positions);
  const trace: { traceEvents: [] } = JSON.parse((await browser.stopTracing()).toString());
  report(repaints(trace.traceEvents), await page.locator('network-figure *').count());
} finally {
  await browser.close();
}

/** The figure on a page of a host's own, live, with all its sliders in sight. */
async function open(from: Browser): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 900, height: 1400 } });
  const html = hostPage(await renderHtml(`\`\`\`network\n${block}\n\`\`\`\n`));
  const files = await bundleElement();
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const script = files.get(name);
    return script === undefined
      ? route.fulfill({ body: html, contentType: 'text/html' })
      : route.fulfill({ body: script, contentType: 'text/javascript' });
  });
  await page.goto('http://localhost/');
  await page.addScriptTag({ url: '/element.js', type: 'module' });
  await page.getByText('All numbers').click();
  return page;
}

/** To and fro over the whole slider of the chosen weight; a position for each frame. */
async function drag(page: Page, count: number): Promise<void> {
  const slider = page.getByRole('slider').first();
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is out of sight.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let position = 0; position < count; position++) {
    const share = 0.5 + 0.45 * Math.sin(position / 12);
    await page.mouse.move(box.x + share * box.width, y);
    // Not by a frame's callback: the trace would count the frames that it asks for.
    await page.waitForTimeout(frame);
  }
  await page.mouse.up();
}

function report(all: readonly Repaint[], marks: number): void {
  if (all.length < positions / 2) throw new Error(`only ${all.length} repaints in the trace`);
  const columns = ['all', 'script', 'style', 'layout', 'paint'] as const;
  const row = (name: string, share: number): string => {
    const cells = columns.map((column) => {
      const sorted = all.map((repaint) => repaint[column]).sort((a, b) => a - b);
      return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1).padStart(8);
    });
    return name.padEnd(8) + cells.join('');
  };
  const within = all.filter((repaint) => repaint.all <= frame).length;
  const text = [
    `4-8-8-3, live, all sliders in sight: ${marks} elements, ${all.length} repaints in a drag.`,
    'Milliseconds of processor time of the main thread for each; every column is sorted by itself.',
    '',
    ' '.repeat(8) + columns.map((column) => column.padStart(8)).join(''),
    row('median', 0.5),
    row('95 %', 0.95),
    row('worst', 1),
    '',
    `${within} of ${all.length} take no more than a frame of ${frame.toFixed(1)} ms`,
    '',
  ].join('\n');
  writeFileSync('bench/drag.txt', text);
  console.log(text);
}
