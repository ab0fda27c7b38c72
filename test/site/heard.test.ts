import type { Server } from 'node:http';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  // As it is once a screen reader asks; else Chromium's tree leaves out what is not laid out.
  browser = await openBrowser(['--force-renderer-accessibility']);
  ({ server, address } = await serve('dist'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('what is out of sight', () => {
  it.each([
    ['/posts/backpropagation/', 80],
    ['/docs/notation/', 90],
  ])('is heard like all else, formula by formula, on %s', async (path, atLeast) => {
    const { page } = await openPage(browser, address + path, 412);
    const formulas = await page.evaluate(
      () => [...document.querySelectorAll('math')].filter((math) => math.checkVisibility()).length,
    );
    expect(formulas).toBeGreaterThan(atLeast);
    const client = await page.context().newCDPSession(page);
    await expect.poll(() => heard(client, 'MathMLMath')).toBe(formulas);
    await page.context().close();
  });
});

/** How many elements of a role the browser tells a screen reader of. */
async function heard(client: CDPSession, role: string): Promise<number> {
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored && node.role?.value === role).length;
}
