import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers } from '../../src/calculus/field.ts';
import { worldAt } from '../../src/calculus/world.ts';
import { brief, shown } from '../../src/live/number.ts';
import { openBrowser } from '../support/browser.ts';
import { bundleElement } from '../support/bundle.ts';
import { networkOf } from '../support/network.ts';
import { axeFindings, overflow } from '../support/page.ts';
import { hostPage, renderHtml } from '../support/render.ts';
import { serve } from '../support/server.ts';

const block = `x[2] -> h[2] -> y[2]
activation sigmoid
bias b^l_j
x = 0.05, 0.10
t = 0.01, 0.99
w^1 = 0.15 0.20; 0.25 0.30
w^2 = 0.40 0.45; 0.50 0.55
b^1 = 0.35 0.35
b^2 = 0.60 0.60
rate 0.5`;
const markdown = `Above.

\`\`\`network
${block}
live focus w^2_{11}, plot error training, caption "Touch it."
\`\`\`

\`\`\`network
x[2] -> h[2] -> y[1]
x = 0 0; 0 1; 1 0; 1 1
t = 0; 1; 1; 0
live plot decision
\`\`\`
`;

/** Nothing but files of its own, and no markup from text. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'unsafe-inline'; require-trusted-types-for 'script'";

let browser: Browser;
let folder: string;
let site: { server: Server; address: string };
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'network-live-'));
  files = await bundleElement();
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="/element.js"></script>`;
  const html = hostPage(`<h1>A page</h1>${await renderHtml(markdown, { link: 'katex' })}`, head);
  writeFileSync(join(folder, 'index.html'), html);
  const far = html.replaceAll(
    '<network-figure',
    '<div style="height:3000px"></div><network-figure',
  );
  writeFileSync(join(folder, 'far.html'), far);
  writeFileSync(join(folder, 'favicon.ico'), '');
  site = await serve(folder);
});
afterAll(async () => {
  await browser.close();
  site.server.close();
  rmSync(folder, { recursive: true });
});

/** The page with its first figure live, and what went wrong on it. */
async function open(settings: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, ...settings });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.address);
  const figure = page.locator('network-figure').first();
  await figure.locator('.network-buttons').waitFor();
  return { page, figure, complaints, close: () => context.close() };
}

const nowhere = { x: 0, y: 0, width: 0, height: 0 };
const network = networkOf(block);
const id = (name: string): number => {
  const found = network.parameters.find(
    ({ name: { letter, superscript, subscript } }) =>
      `${letter}^${superscript}_${subscript}` === name,
  );
  return found?.id ?? -1;
};

/** What the engine finds by its own means, dual numbers, with some values changed. */
function engine(changes: { x?: number[]; parameters?: Record<string, number> } = {}) {
  const parameters = new Map(network.parameters.map((each) => [each.id, each.value ?? 0]));
  for (const [name, value] of Object.entries(changes.parameters ?? {}))
    parameters.set(id(name), value);
  const [x1 = 0.05, x2 = 0.1] = changes.x ?? [];
  const world = worldAt(
    network,
    {
      inputs: new Map([
        [0, x1],
        [1, x2],
      ]),
      targets: new Map([
        [4, 0.01],
        [5, 0.99],
      ]),
      parameters,
    },
    numbers,
  );
  return {
    unit: (unit: number) => world.value({ kind: 'unit', unit }),
    gradient: (name: string) =>
      world.derivative({ kind: 'loss' }, { kind: 'parameter', parameter: id(name) }),
    loss: world.value({ kind: 'loss' }),
  };
}

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 8000 });
const unitText = (page: Page, unit: number) =>
  page.locator(`network-figure >> nth=0 >> .network-numbers text[data-unit="${unit}"]`);
const result = (page: Page) => page.locator('.network-result').first();

describe('a live figure', () => {
  it('ships at most 10 kB in all, gzipped', () => {
    const bytes = [...files.values()].reduce(
      (sum, text) => sum + gzipSync(text, { level: 9 }).length,
      0,
    );
    expect(bytes).toBeLessThanOrEqual(10_000);
  });

  it('begins as it was built, node for node, under a strict policy and without a complaint', async () => {
    const { page, figure, complaints, close } = await open();
    const source = await (await page.request.get(site.address)).text();
    const [built, live] = await page.evaluate((html) => {
      const whole = (root: ParentNode): string[] =>
        ['svg.network-figure', '.network-readout'].map(
          (part) => root.querySelector(`network-figure ${part}`)?.outerHTML ?? '',
        );
      const policy = (
        globalThis as unknown as {
          trustedTypes: {
            createPolicy: (name: string, rules: object) => { createHTML: (text: string) => string };
          };
        }
      ).trustedTypes.createPolicy('test', { createHTML: (text: string) => text });
      return [
        whole(new DOMParser().parseFromString(policy.createHTML(html), 'text/html')),
        whole(document),
      ];
    }, source);
    expect(built?.join('').length).toBeGreaterThan(3000);
    expect(live).toEqual(built);
    expect(await figure.locator('svg.network-figure').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows values and gradients as the engine finds them', async () => {
    const { page, close } = await open();
    const { unit, gradient, loss } = engine();
    for (const each of [2, 3, 4, 5])
      expect(await unitText(page, each).textContent()).toBe(brief(unit(each)));
    expect(await result(page).textContent()).toBe(shown(gradient('w^2_11')));
    expect(shown(gradient('w^2_11'))).toBe('0.0822');
    expect(await page.locator('.network-formula').first().textContent()).toContain(shown(loss));
    const difference = await page.locator('.network-proof').first().textContent();
    expect(difference).toContain('✓');
    expect(difference).toContain(gradient('w^2_11').toFixed(8));
    await close();
  });

  it('follows a slider by keyboard and by mouse, and a number that is typed', async () => {
    const { page, figure, close } = await open();
    const slider = figure.getByRole('slider', { name: 'x 1', exact: true });
    await slider.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await eventually(() => unitText(page, 0).textContent()).toBe('0.1');
    expect(await unitText(page, 2).textContent()).toBe(brief(engine({ x: [0.1, 0.1] }).unit(2)));

    const typed = figure.getByRole('spinbutton', { name: 'w 2 11 in digits' });
    await typed.fill('-1.5');
    const after = engine({ x: [0.1, 0.1], parameters: { 'w^2_11': -1.5 } });
    await eventually(() => result(page).textContent()).toBe(shown(after.gradient('w^2_11')));
    expect(await unitText(page, 4).textContent()).toBe(brief(after.unit(4)));

    const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => Number(await slider.inputValue())).toBeGreaterThan(1);
    const x1 = Number(await slider.inputValue());
    const moved = engine({ x: [x1, 0.1], parameters: { 'w^2_11': -1.5 } });
    await eventually(() => unitText(page, 3).textContent()).toBe(brief(moved.unit(3)));
    await close();
  });

  it('lets any weight be chosen, by its line or by its name; derivation, focus and plot follow', async () => {
    const { page, figure, close } = await open();
    const line =
      (await figure.locator('.network-edges path[data-edge="0"]').last().boundingBox()) ?? nowhere;
    await page.mouse.click(line.x + line.width / 3, line.y + 5);
    await eventually(() => result(page).textContent()).toBe(shown(engine().gradient('w^1_11')));
    const off = async (): Promise<number[]> => [...new Set(await offMarks())].sort();
    const offMarks = () =>
      figure
        .locator('.network-edges [data-off]')
        .evaluateAll((all) => all.map((each) => Number((each as SVGElement).dataset.edge)));
    expect(await off()).toEqual([1, 2, 3, 5, 7]);
    await figure.getByText('All numbers').click();
    await figure.getByRole('button', { name: 'Choose b 2 1' }).click();
    await eventually(() => result(page).textContent()).toBe(shown(engine().gradient('b^2_1')));
    expect(await off()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await close();
  });

  it('unfolds every line of the chosen weight’s derivation, with its numbers in place', async () => {
    const { page, figure, close } = await open();
    const lines = figure.locator('.network-lines');
    expect(await lines.locator('math').count()).toBe(0);
    await lines.locator('summary').press('Enter');
    await eventually(() => lines.locator('mtr').count()).toBeGreaterThan(6);
    const rows = () => lines.locator('mtr').allTextContents();
    // In numbers the last line is (y₁ − t₁) y₁ (1 − y₁) h₁.
    const { unit } = engine();
    const [y, h] = [shown(unit(4)), shown(unit(2))];
    expect((await rows()).at(-1)).toBe(`=(${y}−0.01)·${y}·(1−${y})·${h}`);
    // A derivative keeps its names where numbers stand around it.
    expect((await rows()).some((row) => /0\.01.*∂/.test(row))).toBe(true);
    await figure.getByRole('spinbutton', { name: 'x 1 in digits' }).fill('1');
    await eventually(async () => (await rows()).at(-1)).toContain(
      shown(engine({ x: [1, 0.1] }).unit(2)),
    );
    const before = await lines.locator('mfrac').first().textContent();
    const line =
      (await figure.locator('.network-edges path[data-edge="0"]').last().boundingBox()) ?? nowhere;
    await page.mouse.click(line.x + line.width / 3, line.y + 5);
    await eventually(() => lines.locator('mfrac').first().textContent()).not.toBe(before);
    await close();
  });

  it('leaves only what the chosen weight can reach, if that is asked for', async () => {
    const { figure, close } = await open({ hasTouch: true });
    const y2 = figure.locator('.network-units [data-unit="5"]');
    expect(await y2.isVisible()).toBe(true);
    await figure.locator('.network-only').tap();
    expect(await y2.isVisible()).toBe(false);
    expect(await figure.locator('.network-units [data-unit="4"]').isVisible()).toBe(true);
    await figure.getByText('All numbers').tap();
    await figure.getByRole('button', { name: 'Choose w 1 11' }).press('Enter');
    await eventually(() => y2.isVisible()).toBe(true);
    expect(await figure.locator('.network-units [data-unit="3"]').isVisible()).toBe(false);
    await close();
  });

  it('keeps the focus on a weight that is chosen by keyboard, though its row moves', async () => {
    const { page, figure, close } = await open();
    await figure.locator('.network-more summary').press('Enter');
    await figure.getByRole('button', { name: 'Choose b 1 2' }).press('Enter');
    await eventually(() => figure.locator('.network-row').first().textContent()).toContain('b 1 2');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toContain('Choose b 1 2');
    await close();
  });

  it('offers nothing where there is no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(site.address);
    expect(await still.locator('.network-result').first().isVisible()).toBe(true);
    expect(await still.locator('.network-controls').first().isVisible()).toBe(false);
    await context.close();
  });

  it('steps downhill, runs, pauses and goes back, and draws the error', async () => {
    const { page, figure, close } = await open();
    await figure.getByRole('button', { name: 'Step downhill' }).click();
    await eventually(() => figure.locator('.network-buttons').textContent()).toContain('1 step');
    const updated = 0.4 - 0.5 * engine().gradient('w^2_11');
    const field = figure.getByRole('spinbutton', { name: 'w 2 11 in digits' });
    expect(Number(await field.inputValue())).toBeCloseTo(updated, 3);
    await figure.getByRole('button', { name: 'Run' }).click();
    await expect
      .poll(async () =>
        Number(
          /(\d+) steps/.exec((await figure.locator('.network-buttons').textContent()) ?? '')?.[1] ??
            0,
        ),
      )
      .toBeGreaterThan(20);
    await figure.getByRole('button', { name: 'Pause' }).click();
    // What was on its way when it was clicked is shown with the next frame.
    await figure.getByRole('button', { name: 'Run' }).waitFor();
    const still = await figure.locator('.network-buttons').textContent();
    await page.waitForTimeout(200);
    expect(await figure.locator('.network-buttons').textContent()).toBe(still);
    expect(await figure.locator('.network-plot').count()).toBe(2);
    await figure.getByRole('button', { name: 'Reset' }).click();
    await eventually(() => result(page).textContent()).toBe('0.0822');
    expect(await field.inputValue()).toBe('0.4');
    await close();
  });

  it('runs in two states a second where motion is reduced', async () => {
    const { page, figure, close } = await open({ reducedMotion: 'reduce' });
    await figure.getByRole('button', { name: 'Run' }).click();
    const states = await page.evaluate(async () => {
      const buttons = document.querySelector('.network-buttons') as Element;
      const seen = new Set<string>();
      const watch = new MutationObserver(() => seen.add(buttons.textContent ?? ''));
      watch.observe(buttons, { subtree: true, childList: true, characterData: true });
      await new Promise((done) => setTimeout(done, 2000));
      watch.disconnect();
      return [...seen];
    });
    expect(states.length).toBeGreaterThan(0);
    expect(states.length).toBeLessThanOrEqual(5);
    await close();
  });

  it('is told to screen readers once it rests', async () => {
    const { figure, close } = await open({ reducedMotion: 'reduce' });
    const status = figure.getByRole('status');
    await figure.getByRole('button', { name: 'Step downhill' }).click();
    expect(await status.textContent()).toBe('');
    await expect
      .poll(() => status.textContent(), { timeout: 5000 })
      .toMatch(/^The error is 0\.28\d*; its slope by w 2 11 is 0\.0\d+\.$/);
    await close();
  });

  it('works by touch on a phone, where nothing sticks out', async () => {
    const { page, figure, close } = await open({
      viewport: { width: 360, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    const line =
      (await figure.locator('.network-edges path[data-edge="1"]').last().boundingBox()) ?? nowhere;
    await page.touchscreen.tap(line.x + line.width * 0.7, line.y + line.height * 0.3);
    await eventually(() => result(page).textContent()).toBe(shown(engine().gradient('w^1_12')));
    await figure.getByRole('button', { name: 'Step downhill' }).tap();
    await eventually(() => figure.locator('.network-buttons').textContent()).toContain('1 step');
    expect(await overflow(page)).toBe(0);
    await close();
  });

  it('asks for what makes it live when it comes near, and once for all figures of a page', async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 300 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const enlivening = () => asked.filter((path) => path.startsWith('/enliven'));
    await page.goto(`${site.address}/far.html`);
    await page.waitForFunction(() => customElements.get('network-figure') !== undefined);
    await page.waitForTimeout(300);
    expect(enlivening()).toEqual([]);
    for (const figure of await page.locator('network-figure').all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator('.network-buttons').waitFor();
    }
    await page.locator('canvas').waitFor();
    expect(await page.locator('.network-buttons').count()).toBe(2);
    expect(enlivening()).toHaveLength(1);
    expect(asked.filter((path) => path === '/element.js')).toHaveLength(1);
    await context.close();
  });

  it('gives axe nothing to find, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(site.address);
      await page.locator('.network-buttons').first().waitFor();
      await page.getByText('All numbers').first().click();
      expect(await axeFindings(page)).toEqual([]);
      await context.close();
    }
  });
});
