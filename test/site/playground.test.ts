import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/index.ts';
import { networksIn } from '../../src/site/playground/blocks.ts';
import { hashOf, textIn } from '../../src/site/playground/hash.ts';
import { openBrowser } from '../support/browser.ts';
import { axeFindings, openPage, overflow } from '../support/page.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let server: Server;
let address: string;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ server, address } = await serve('dist'));
}, 120_000);
afterEach(() => page?.context().close());
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(hash = '', width = 1280, settings: BrowserContextOptions = {}): Promise<void> {
  ({ page, complaints } = await openPage(
    browser,
    `${address}/playground/${hash}`,
    width,
    settings,
  ));
}
const editor = () => page.locator('.cm-content');
const written = () => editor().locator('.cm-line').allTextContents();
const equations = () => page.locator('#playground-made .network-equation').count();
const wrong = () => page.locator('#playground-wrong pre').allTextContents();

async function type(text: string): Promise<void> {
  await editor().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(`\n${text}`);
}

describe('the playground', () => {
  it('shows what is typed, and puts it into the address', async () => {
    await open();
    expect(await equations()).toBe(1);
    await type('forward y_1');
    await expect.poll(equations).toBe(2);
    await expect.poll(() => textIn(new URL(page.url()).hash)).toMatch(/derive.*\nforward y_1$/s);
    expect(complaints).toEqual([]);
  });

  it('underlines a mistake, says what to write, and leaves what was there before', async () => {
    await open();
    await type('figure focsu h_1');
    await expect
      .poll(() => page.locator('.cm-lintRange-error').allTextContents())
      .toEqual(['focsu']);
    expect((await wrong())[0]).toMatch(/^Line 5: figure knows no “focsu”/);
    expect(await page.locator('#playground-made.stale .network-equation').count()).toBe(1);
    expect(await page.locator('#playground-status').textContent()).toContain('before');
    await page.keyboard.press('F8');
    await page.locator('.cm-lintRange-error').hover();
    await page.getByRole('button', { name: 'Write focus' }).click();
    await expect.poll(wrong).toEqual([]);
    expect((await written()).at(-1)).toBe('figure focus h_1');
    expect(complaints).toEqual([]);
  });

  it('completes words and the names of the network', async () => {
    await open();
    await type('der');
    await page.locator('.cm-tooltip-autocomplete').waitFor();
    // Who types on is not to choose by accident: for a moment the list takes no key.
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' w^2');
    const names = page.locator('.cm-completionLabel');
    await expect.poll(() => names.allTextContents()).toContain('w^2_{21}');
    await page.keyboard.press('Escape');
    expect((await written()).at(-1)).toBe('derive w^2');
  });

  it('is left by Tab, forwards and backwards', async () => {
    await open();
    await editor().click();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await focused()).toBe('Copy Markdown');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('playground-examples');
  });

  it('begins with an example, and goes back to the one before', async () => {
    await open();
    const choice = page.getByLabel('Begin with');
    await choice.selectOption({ label: 'One weight' });
    await expect.poll(written).toContain('x[1] -> y[1]');
    await expect.poll(() => page.locator('#playground-made .network-units circle').count()).toBe(2);
    await choice.selectOption({ label: 'A figure to touch, 2' });
    await expect.poll(() => page.locator('#playground-made network-figure').count()).toBe(1);
    await page.goBack();
    await expect.poll(written).toContain('x[1] -> y[1]');
    expect(complaints).toEqual([]);
  });

  it('makes figures that can be touched', async () => {
    await open(hashOf('x[1] -> y[1]\nx = 1\nt = 0'));
    await page.locator('#playground-live .network-controls input').first().waitFor();
    const error = page.locator('#playground-live .network-readout');
    const before = await error.textContent();
    await page.locator('#playground-live input[type=range]').first().press('ArrowRight');
    await expect.poll(() => error.textContent()).not.toBe(before);
  });

  it('copies Markdown, the link, LaTeX, SVG and PNG', async () => {
    await open('', 1280, { permissions: ['clipboard-read', 'clipboard-write'] });
    await editor().waitFor();
    const copied = async (name: string): Promise<string> => {
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('button', { name: 'Copied' }).first().waitFor();
      const text = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const type = item?.types[0] ?? '';
        return `${type} ${await (await item?.getType(type))?.text()}`;
      });
      await page.getByRole('button', { name }).first().waitFor();
      return text;
    };
    expect(await copied('Copy Markdown')).toMatch(/^text\/plain ```network\nx\[2\][\s\S]*\n```\n$/);
    expect(await copied('Copy link')).toContain(`${address}/playground/#block=x%5B2%5D`);
    expect(await copied('Copy LaTeX')).toMatch(/^text\/plain \\begin\{align\*\}/);
    expect(await copied('Copy SVG')).toContain('<svg xmlns');
    expect(await copied('Copy PNG')).toMatch(/^image\/png .PNG/);
    expect(complaints).toEqual([]);
  });

  it('saves what it may not copy', async () => {
    await open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Copy SVG' }).click();
    expect((await saved).suggestedFilename()).toBe('network.svg');
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe finds, %s, right and wrong',
    async (colorScheme) => {
      await open('', 1280, { colorScheme });
      await editor().waitFor();
      expect(await axeFindings(page, { formulas: false })).toEqual([]);
      await type('figure focsu');
      await expect.poll(async () => (await wrong()).length).toBe(1);
      expect(await axeFindings(page, { formulas: false })).toEqual([]);
    },
  );

  it('fits a phone, wrong or right, and stands without JavaScript', async () => {
    await open('', 320);
    await editor().waitFor();
    expect(await overflow(page)).toBe(0);
    await type(
      'derive w^1_{11} as paths, reasons beside, lables a_very_long_word_that_nobody_can_break',
    );
    await expect.poll(async () => (await wrong()).length).toBeGreaterThan(0);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
    await open('', 320, { javaScriptEnabled: false });
    expect(await page.locator('noscript').isVisible()).toBe(true);
    expect(await page.locator('#playground-editor pre').textContent()).toContain('x[2] -> h[2]');
    expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
    expect(await overflow(page)).toBe(0);
  });

  it('shows the block of a shared link within a second', async () => {
    await open(hashOf('x[3] -> y[2]\nderive w_{11}'));
    await expect.poll(() => page.locator('#playground-made').textContent()).toContain('∂');
    await page
      .locator('#playground-made :text("x3"), #playground-made .network-equation')
      .first()
      .waitFor();
    const shown = await page.evaluate(() => performance.now());
    expect(shown).toBeLessThan(process.env.CI ? 5000 : 3000);
  });
});

describe('a link', () => {
  const network = 'x[2] -> y[2]\nfigure caption "50 % & <b> — ∂"\n# \u{1f600}';

  it('brings back what was written', () => {
    expect(textIn(hashOf(network))).toBe(network);
  });

  it.each([
    ['without a block', '#content'],
    ['cut within a character', '#block=%E2%88'],
    ['of no characters', '#block=%FF%FE'],
    ['of a percent sign', '#block=100%'],
    ['too long', `#block=${'x'.repeat(20_001)}`],
    ['much too long', `#block=${'%20'.repeat(1_000_000)}`],
  ])('%s brings nothing', (_, hash) => {
    expect(textIn(hash)).toBeUndefined();
  });

  it('brings no control or direction characters', () => {
    expect(textIn(hashOf('x\u202e\u0000\u001b -> y\r\n\tz'))).toBe('x\ufffd\ufffd\ufffd -> y\n\tz');
  });

  it.each([
    '<img src=x onerror="document.title=1">',
    'x[1] -> y[1]\nfigure caption "<script>document.title=1</script><img src=x onerror=document.title=1>"',
    'x[1] -> y[1]\nfigure label "><svg onload=document.title=1>',
    '</pre><script>document.title=1</script>',
    'x[1] -> y[1]\nderive w_{11}, tag \\href{javascript:alert(1)}{x}',
    '__proto__ -> constructor',
    `x[${'9'.repeat(300)}] -> y`,
  ])('is text and never anything else: %s', async (text) => {
    await open(hashOf(text));
    await editor().waitFor();
    await expect
      .poll(
        async () => (await wrong()).length + (await page.locator('#playground-made svg').count()),
      )
      .toBeGreaterThan(0);
    expect(await page.title()).toContain('Playground');
    const foreign =
      '#playground-made :is(script, img, iframe, a), #playground-wrong :is(script, img, svg, a)';
    expect(await page.locator(foreign).count()).toBe(0);
    expect((await written()).join('\n')).toBe(text);
    expect(complaints).toEqual([]);
  });
});

describe('each example', () => {
  const links = readdirSync('content/examples').flatMap((file) =>
    networksIn(readFileSync(`content/examples/${file}`, 'utf8')).map(
      (text) => [file, text] as const,
    ),
  );

  it.each(links)('of %s is a block that is right by itself', (_, text) => {
    expect(render(text).mistakes.map(({ explanation }) => explanation)).toEqual([]);
  });

  it('is open to be changed from the gallery', () => {
    expect(existsSync('dist/gallery/one-weight/index.html')).toBe(true);
    const html = readFileSync('dist/gallery/one-weight/index.html', 'utf8');
    const [, hash = ''] = /href="\/playground\/(#block=[^"]+)"/.exec(html) ?? [];
    expect(textIn(hash)).toContain('x[1] -> y[1]\nweights w_N\nfigure\nforward\nderive w_1');
  });
});
