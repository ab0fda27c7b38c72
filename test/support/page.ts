import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in a window of its own, with whatever it complained about or asked of others. */
export async function openPage(
  browser: Browser,
  address: string,
  width: number,
  settings: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...settings });
  const page = await context.newPage();
  const complaints = complaintsOf(page, new URL(address).origin);
  await page.goto(address);
  return { page, complaints };
}

/** Whatever a page complains about or asks of others, from now on. */
export function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

/** Shows the page in the window of another width, once it has been laid out in it. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}

/** By how many pixels the page can be moved sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/**
 * What axe finds fault with, each with the first element that has it.
 *
 * @param formulas whether the boxes within formulas are looked at one by one. They are hidden from those who listen,
 * and as many as all the rest of a page by ten; else each formula becomes one box, of the same colour
 */
export async function axeFindings(page: Page, { formulas = true } = {}): Promise<string[]> {
  if (!formulas)
    await page.evaluate(() => {
      for (const formula of document.querySelectorAll('.katex-html')) formula.textContent = 'x';
    });
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** The page's equation numbers: whether each is in sight before its equation is scrolled, and whether something covers it. */
export function equationNumbers(page: Page): Promise<{ seen: boolean; covered: boolean }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.katex-tag .text')].map((number) => {
      const box = number.closest('.network-equation, .equation > .katex-display') as Element;
      number.scrollIntoView({ block: 'center' });
      // That scrolled the equation as well, which a reader has not done yet.
      box.scrollLeft = 0;
      const { left, right, top, bottom } = number.getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return {
        seen: left >= frame.left - 1 && right <= frame.right + 3,
        covered: !number.closest('.katex-tag')?.contains(found),
      };
    }),
  );
}

/**
 * Where an element stands once the page has come to rest: whether its beginning is in sight, and whether anything lies
 * over it. At rest is a page that neither moves nor grows for ten frames on end.
 */
export function settledView(
  page: Page,
  id: string,
): Promise<{ inSight: boolean; covered: boolean }> {
  return page.evaluate(async (name) => {
    const element = document.getElementById(name) as HTMLElement;
    const state = () => `${element.getBoundingClientRect().top} ${document.body.scrollHeight}`;
    for (let last = '', still = 0; still < 10; ) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = state();
      still = now === last ? still + 1 : 0;
      last = now;
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 4);
    return {
      inSight: top >= 0 && top + Math.min(height, 80) <= innerHeight,
      covered: found === null || !(element.contains(found) || found.contains(element)),
    };
  }, id);
}
