import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, textIn } from '../../src/site/playground/hash.ts';
import { payloads, positions } from '../payloads/payloads.ts';
import { countTripped, foreign } from '../payloads/tripwires.ts';
import { hearAnswers, shownBlock } from '../support/answers.ts';
import { openBrowser } from '../support/browser.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let site: { server: Server; address: string };
beforeAll(async () => {
  browser = await openBrowser();
  site = await serve('dist');
});
afterAll(async () => {
  await browser.close();
  site.server.close();
});

/** The block of a page with one, without its fences. */
const blockOf = (markdown: string): string =>
  markdown.replace(/^```network.*\n([\s\S]*?)\n```[\s\S]*$/, '$1');

/** Positions within a block; the others are of pages. */
const within = positions.filter(([, at]) => blockOf(at('payload')).includes('payload'));

/** A page of the playground, with all that it asks of strangers. */
async function openPlayground(): Promise<{ page: Page; strangers: readonly string[] }> {
  const page = await browser.newPage();
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address)) strangers.push(request.url());
  });
  await countTripped(page);
  await hearAnswers(page);
  return { page, strangers };
}

/** Of ours, what copies a figure, what moves a live one, and what a figure sets off in red. */
const own =
  '.playground-tools *, [data-act], [data-choose], .network-more, [style*="--network-red"]';

/** What the results on the page have that is none of ours, once all of them has been touched. */
const seen = (page: Page) =>
  page.evaluate(
    ([selector = '', ours = '']) => {
      const results = ['made', 'live', 'wrong'].map((id) => `#playground-${id}`).join(', ');
      const inside = [...document.querySelectorAll(results)].flatMap((box) => [
        ...box.querySelectorAll('*'),
      ]);
      for (const element of inside) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        element.dispatchEvent(new FocusEvent('focus'));
      }
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return {
        executed: (window as unknown as { count: number }).count,
        foreign: inside
          .filter((element) => element.matches(selector))
          .filter((element) => !element.matches(ours))
          .map((element) => element.outerHTML.slice(0, 200)),
        doubleIds: ids.filter((id, place) => ids.indexOf(id) !== place),
        background: getComputedStyle(document.body).backgroundColor,
      };
    },
    [foreign, own],
  );

describe('a block in the address of the playground', () => {
  it('is seen by the tripwires where it comes through', async () => {
    const { page } = await openPlayground();
    await page.goto(`${site.address}/playground/`);
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.setAttribute('onerror', 'tripped(1)');
      image.src = '/nowhere.png';
      document.getElementById('playground-wrong')?.append(image);
    });
    expect((await seen(page)).foreign).toEqual(['<img onerror="tripped(1)" src="/nowhere.png">']);
    await page.close();
  });

  it.each(within)('is no markup with a payload in %s', async (_, at) => {
    const { page, strangers } = await openPlayground();
    await page.goto(`${site.address}/playground/`);
    const { background } = await seen(page);
    for (const payload of payloads) {
      const hash = hashOf(blockOf(at(payload)).toWellFormed());
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await shownBlock(page, textIn(hash) ?? '');
      expect(await seen(page), payload).toEqual({
        executed: 0,
        foreign: [],
        doubleIds: [],
        background,
      });
    }
    expect(strangers).toEqual([]);
    await page.close();
  });

  it('stands there with 500 payloads and more', () => {
    expect(payloads.length * within.length).toBeGreaterThanOrEqual(500);
  });
});
