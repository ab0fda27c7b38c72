import katex from 'katex';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hosts } from '../adapters/hosts.ts';
import { openBrowser } from '../support/browser.ts';
import { payloads, positions } from './payloads.ts';
import { trip } from './tripwires.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const isAutolink = /^<a href="https:[^"]*">https:[^<]*<\/a>$/;
const nothing = { executed: 0, foreign: [], doubleIds: [], requests: [] };

it('the tripwires see what comes through', async () => {
  const html = `${payloads.slice(0, 15).join('\n')}<p id=a></p><p id=a></p>`;
  const seen = await trip(page, html);
  expect(seen.executed).toBeGreaterThan(2);
  expect(seen.foreign.length).toBeGreaterThan(8);
  expect(seen.doubleIds).toEqual(['a']);
  expect((await trip(page, payloads[6] ?? '')).background).toBe('rgb(255, 0, 0)');
});

describe.each(hosts)('in %s', (host, render) => {
  it.each(positions)('no payload is markup in %s', async (_, at) => {
    const markdown = payloads.map(at).join('\n\n');
    const html = await render(markdown, { lenient: true, katex });
    expect(html).toContain('network');
    const { background, ...found } = await trip(page, html);
    // A Markdown that reads our text makes a link of every address that is seen in it, and says the same there.
    const own = found.foreign.filter((each) => host !== 'text' || !isAutolink.test(each));
    expect({ ...found, foreign: own }).toEqual(nothing);
    expect(background).toBe('rgba(0, 0, 0, 0)');
  });
});

it('there are at least 500 of them', () => {
  expect(payloads.length * positions.length).toBeGreaterThanOrEqual(500);
});
