import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { markup } from '../../src/svg/markup.ts';
import { standaloneSheet } from '../../src/svg/paint.ts';
import { blocksOf, pages } from '../support/blocks.ts';
import { openBrowser } from '../support/browser.ts';
import { axeFindings } from '../support/page.ts';

const require = createRequire(import.meta.url);
const purifier = readFileSync(require.resolve('dompurify/dist/purify.min.js'), 'utf8');
const sheet = readFileSync('src/style.css', 'utf8');

/** Every figure of examples, posts and documentation. */
const figures = ['examples', 'posts', 'docs'].flatMap((folder) =>
  pages(`content/${folder}`).flatMap(([name, markdown]) =>
    blocksOf(markdown)
      .flatMap(({ compiled }) => compiled.parts)
      .flatMap((part) => (part.kind === 'picture' ? [{ name, svg: markup(part.svg) }] : [])),
  ),
);
const all = figures.map(({ svg }) => `<figure class="network">${svg}</figure>`).join('\n');

const pageWith = (body: string, attributes = ''): string =>
  `<!doctype html><html lang="en" ${attributes}><head><title>Figures</title><style>${sheet}
  html { color-scheme: light dark; background: light-dark(#fff, #151517); }</style></head>
  <body><main><h1>Figures</h1>${body}</main></body></html>`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 800, height: 600 } });
});
afterAll(() => browser.close());

describe('every figure', () => {
  it('is well-formed XML, without what some host or reader would stumble over', async () => {
    expect(figures.length).toBeGreaterThan(45);
    const roots = await page.evaluate(
      (texts) =>
        texts.map((text) => {
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          return (
            parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.localName
          );
        }),
      figures.map(({ svg }) => svg),
    );
    expect(roots).toEqual(figures.map(() => 'svg'));
    for (const { name, svg } of figures) {
      expect(svg, name).not.toMatch(/ id=|<script|<style|foreignObject|<use|[{}]/);
      // Only the numbers of a live figure are text, since they change.
      expect(svg.replaceAll(/<text x="[-\d.]+" y="[-\d.]+" data-/g, ''), name).not.toContain(
        '<text',
      );
    }
  });

  it('says in its style again what it says in attributes with a hyphen', () => {
    for (const { name, svg } of figures) {
      for (const [tag] of svg.matchAll(/<[a-z]+[^>]* stroke-[^>]*>/g)) {
        const style = / style="([^"]*)"/.exec(tag)?.[1] ?? '';
        for (const [, attribute, value] of tag.matchAll(/ (stroke-[a-z]+)="([^"]*)"/g))
          expect(style, `${name}: ${tag}`).toContain(`${attribute}:${value}`);
      }
    }
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setContent(pageWith(all));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('looks the same once DOMPurify has had it', { timeout: 120_000 }, async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setContent(pageWith(all));
    await page.evaluate(purifier);
    const first = page.locator('figure').first();
    const [before, one] = [await page.screenshot({ fullPage: true }), await first.screenshot()];
    const areTold = await page.evaluate(() => {
      const { DOMPurify } = globalThis as unknown as {
        DOMPurify: { sanitize: (html: string, options: object) => string };
      };
      return [...document.querySelectorAll('figure')].map((figure) => {
        figure.innerHTML = DOMPurify.sanitize(figure.innerHTML, { USE_PROFILES: { svg: true } });
        const svg = figure.querySelector('svg');
        return Boolean(svg?.getAttribute('aria-label') && svg.querySelector('desc')?.textContent);
      });
    });
    expect(areTold).toEqual(figures.map(() => true));
    expect(before.equals(await page.screenshot({ fullPage: true }))).toBe(true);
    // And the comparison would see a difference.
    await page.evaluate(() => document.querySelector('.network-heads path')?.remove());
    expect(one.equals(await first.screenshot())).toBe(false);
  });
});

describe('the colours of a figure', () => {
  const [part] = compile('x[1] -> y[1]').parts;
  const figure = part?.kind === 'picture' ? markup(part.svg) : '';
  const dark = 'rgb(31, 45, 66)';
  const light = 'rgb(227, 237, 249)';
  const unitColours = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.network-units')].map((unit) => getComputedStyle(unit).fill),
    );

  it.each([
    ['the reader’s scheme', '', 'light', light],
    ['the reader’s scheme', '', 'dark', dark],
    ['a theme switch by attribute', 'data-theme="dark"', 'light', dark],
    ['a theme switch by attribute', 'data-theme="light"', 'dark', light],
    ['a theme switch by class', 'class="dark"', 'light', dark],
    ['a scheme that the page sets', 'style="color-scheme: dark"', 'light', dark],
    [
      'a property of the page’s own',
      'style="--network-unit: rgb(1, 2, 3)"',
      'dark',
      'rgb(1, 2, 3)',
    ],
  ] as const)('follow %s: %s in %s', async (_, attributes, colorScheme, expected) => {
    await page.emulateMedia({ colorScheme });
    await page.setContent(pageWith(figure, attributes));
    expect(await unitColours()).toEqual([expected]);
  });

  it('follow the nearest theme', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const inner = `<div data-theme="dark">${figure}</div><div data-theme="light">${figure}</div>`;
    await page.setContent(pageWith(inner, 'data-theme="light"'));
    expect(await unitColours()).toEqual([dark, light]);
    await page.setContent(pageWith(inner, 'data-theme="dark"'));
    expect(await unitColours()).toEqual([dark, light]);
  });

  it('are the reader’s own where colours are forced', async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    const named = '<i style="color: CanvasText"></i><i style="color: Canvas"></i>';
    await page.setContent(pageWith(figure + named, ''));
    const seen = await page.evaluate(() => {
      const [ink, paper] = [...document.querySelectorAll('i')].map(
        (word) => getComputedStyle(word).color,
      );
      const unit = getComputedStyle(document.querySelector('.network-units') as Element);
      return { ink, paper, fill: unit.fill, stroke: unit.stroke };
    });
    expect(seen.fill).toBe(seen.paper);
    expect(seen.stroke).toBe(seen.ink);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('are those for white paper in print', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.setContent(pageWith(figure, 'data-theme="dark"'));
    expect(await unitColours()).toEqual([light]);
    await page.emulateMedia({ media: null });
  });

  it('follow the reader’s scheme in a file of its own', async () => {
    const file = figure.replace('<desc>', `<style>${standaloneSheet()}</style><desc>`);
    for (const [colorScheme, expected] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`data:image/svg+xml;base64,${Buffer.from(file).toString('base64')}`);
      expect(await unitColours()).toEqual([expected]);
    }
  });
});
