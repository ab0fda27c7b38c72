import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { serve } from '../support/server.ts';
import { buildSite, copySite, removeSite } from '../support/site-copy.ts';

const post = `---
title: Live in MDX
description: D
date: 2026-01-01
author: A
---

export const product = 6 * 7;

The answer is {product}.

\`\`\`network
x[1] -> h[1] -> y[1]
x = 1
t = 0.5
w^1 = 0.8
w^2 = 1.2
live focus w^1_{11}
\`\`\`
`;

it('A live block of an .mdx post can be touched', { timeout: 120_000 }, async () => {
  const folder = copySite();
  writeFileSync(join(folder, 'content/posts/live-mdx.mdx'), post);
  const { ok, output } = await buildSite(folder);
  expect(ok, output).toBe(true);
  const dist = join(folder, 'dist');
  expect(readFileSync(join(dist, 'posts/live-mdx/index.html'), 'utf8')).toContain(
    'The answer is 42.',
  );
  const { server, address } = await serve(dist);
  const browser = await openBrowser();
  try {
    const { page, complaints } = await openPage(browser, `${address}/posts/live-mdx/`, 375);
    const figure = page.locator('network-figure');
    await figure.scrollIntoViewIfNeeded();
    // y = 1 · 0.8 · 1.2, and the slope of ½ (y − 0.5)² by the first weight is (0.96 − 0.5) · 1.2.
    await expect.poll(() => figure.locator('.network-result').textContent()).toBe('0.552');
    await figure.getByRole('spinbutton', { name: 'w 1 11 in digits' }).fill('0.5');
    await expect.poll(() => figure.locator('.network-result').textContent()).toBe('0.12');
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    server.close();
    removeSite(folder);
  }
});
