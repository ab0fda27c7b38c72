import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { lit } from '../support/lit.ts';
import { hostPage, renderHtml } from '../support/render.ts';

const markdown = `
\`\`\`network deep
x[2] -> h^1[2] -> h^2[2] -> y[2]
figure
derive w^1_{11}
\`\`\`

\`\`\`network other
x[1] -> y[1]
figure
derive w_{11}
\`\`\`
`;

let browser: Browser;
let html: string;
beforeAll(async () => {
  browser = await openBrowser();
  html = hostPage(await renderHtml(markdown, { link: 'katex' }));
});
afterAll(() => browser.close());

async function open(hasTouch = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1000, height: 1200 },
    reducedMotion: 'reduce',
    hasTouch,
  });
  const page = await context.newPage();
  await page.setContent(html);
  return page;
}

/** Whether each term of an equation speaks of a link, and whether it is lit. */
const terms = (page: Page, equation: number, link: string): Promise<[boolean, boolean][]> =>
  page.evaluate(
    ([place, name]) =>
      [
        ...(document
          .querySelectorAll('.network-equation')
          [Number(place)]?.querySelectorAll('span.network-term') ?? []),
      ].map((term): [boolean, boolean] => [
        term.classList.contains(String(name)),
        getComputedStyle(term).backgroundColor !== 'rgba(0, 0, 0, 0)',
      ]),
    [equation, link],
  );

const path = [0, 4, 8, 100, 102, 104, 106];
const term = `span[class="enclosing network-term ${[0, 4, 8, 12, 14, 16, 18].map((link) => `network-p${link}`).join(' ')}"]`;

describe('linked terms, without JavaScript', () => {
  it('light their path in the figure of their network when they are pointed at', async () => {
    const page = await open();
    expect(await lit(page, 0)).toEqual([]);
    await page.locator(term).first().hover();
    expect(await lit(page, 0)).toEqual(path);
    expect(await lit(page, 1)).toEqual([]);
    await page.context().close();
  });

  it('light their path when they are tapped', async () => {
    const page = await open(true);
    await page.locator(term).first().tap();
    expect(await lit(page, 0)).toEqual(path);
    await page.context().close();
  });

  it('are reached by the keyboard: one stop an equation, arrows from term to term', async () => {
    const page = await open();
    const list = page.locator('.network-terms').first();
    const seen = async () => (await list.boundingBox())?.height ?? 0;
    expect(await seen()).toBeLessThan(2);
    const wanted = list.getByText('w³₁₁ w²₁₁ x₁');
    const place = await list.locator('label').allTextContents();
    const presses = place.indexOf((await wanted.textContent()) ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await seen()).toBeGreaterThan(20);
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
    expect(await lit(page, 0)).toEqual(path);
    await page.keyboard.press('Tab');
    expect(await seen()).toBeLessThan(2);
    expect(await lit(page, 0)).toEqual([]);
    await page.context().close();
  });

  it('are lit in every line when an edge or a unit is pointed at', async () => {
    const page = await open();
    const edge = page.locator('svg.network-figure').first().locator('path.network-p8').first();
    const { x, y, width } = (await edge.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    // Six pixels beside the line: it is easier to point at than it looks.
    await page.mouse.move(x + width / 2, y + 6);
    const shown = await terms(page, 0, 'network-p8');
    expect(shown.filter(([speaks]) => speaks).length).toBeGreaterThan(5);
    expect(shown.filter(([speaks, isLit]) => speaks !== isLit)).toEqual([]);
    expect((await terms(page, 1, 'network-p8')).filter(([, isLit]) => isLit)).toEqual([]);
    await page.context().close();
  });
});
