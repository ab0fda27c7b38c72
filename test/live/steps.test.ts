import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { openBrowser } from '../support/browser.ts';
import { lit } from '../support/lit.ts';
import { hostPage, renderHtml } from '../support/render.ts';
import { serveText } from '../support/server.ts';

const block = 'x[2] -> h[2] -> y[2]\nderive w^1_{11}, label g, steps';

describe('a derivation with steps', () => {
  it('says of each line what it is about: what the rule speaks of, or what is new in it', () => {
    const [part] = compile(block).parts;
    const rows = part?.kind === 'equation' ? part.rows : [];
    const about = new Map(rows.map((row) => [row.rule, row.about]));
    const sorted = (rule: string) => {
      const { edges = [], units = [] } = about.get(rule as 'sign') ?? {};
      return [[...edges].sort(), [...units].sort()];
    };
    // ∂y₁/∂w¹₁₁ and ∂y₂/∂w¹₁₁ are new: all that lies between the weight (edge 0) and the outputs (units 4 and 5).
    expect(sorted('constant')).toEqual([
      [0, 4, 6],
      [0, 2, 4, 5],
    ]);
    // w²₁₁, w²₂₁ and x₁ came in: the edges that leave h₁ (unit 2), and the input, without the weight itself.
    expect(sorted('local-factor')).toEqual([
      [4, 6],
      [0, 2, 4, 5],
    ]);
    const [recursion] = compile(`${block.split('\n')[0]}\nderive w^1_{11} as delta, steps`).parts;
    const lines = recursion?.kind === 'equation' ? recursion.rows : [];
    expect(lines.map((line) => [...(line.about?.edges ?? [])].sort())).toEqual([
      [],
      [],
      [4, 6],
      [0],
    ]);
  });

  it('has forty lines at most, and says which to pick', () => {
    const { diagnostics } = compile('x[41] -> y[1]\nderive as table, steps');
    expect(diagnostics).toMatchObject([
      {
        code: 'too-many-steps',
        message: 'These are 42 steps; at most 40 can be walked through.',
        hint: 'Pick some of them, lines 1-40, or leave out “steps”.',
      },
    ]);
  });
});

describe('the steps of a page, without JavaScript', () => {
  let browser: Browser;
  let page: Page;
  let stop: () => void;

  beforeAll(async () => {
    browser = await openBrowser();
    const html = hostPage(
      await renderHtml(
        `\`\`\`network\n${block}\n\`\`\`\n\n\`\`\`network\n${block.replace(', label g', '')}\n\`\`\``,
      ),
    );
    const server = await serveText(html);
    stop = server.stop;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      reducedMotion: 'reduce',
      viewport: { width: 375, height: 667 },
    });
    page = await context.newPage();
    await page.goto(server.address);
  });
  afterAll(async () => {
    await browser.close();
    stop();
  });

  const address = () => new URL(page.url()).hash;

  it('read like any other until someone steps in', async () => {
    expect(await lit(page, 0)).toEqual([]);
    expect(await page.locator('.network-steps').first().isVisible()).toBe(false);
  });

  it('go on by mouse, and light what each line is about, in their own figure alone', async () => {
    await page.getByText('Step through').first().click();
    expect(address()).toBe('#equation-g-step-1');
    for (const step of [2, 3, 4, 5]) {
      await page.getByText('Next →').locator('visible=true').click();
      expect(address()).toBe(`#equation-g-step-${step}`);
    }
    expect(await lit(page, 0)).toEqual([4, 6, 100, 102, 104, 105]);
    expect(await lit(page, 1)).toEqual([]);
    await page.getByText('← Back').locator('visible=true').click();
    expect(address()).toBe('#equation-g-step-4');
  });

  it('go on by keyboard: the ways are next to the line', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(address()).toBe('#equation-g-step-5');
  });

  it('keep figure and line in sight together', async () => {
    const [figure, line] = await Promise.all([
      page.locator('.network-walk-figure').first().boundingBox(),
      page.locator('.network-line:target').boundingBox(),
    ]);
    expect(figure?.y).toBeGreaterThanOrEqual(0);
    expect(line?.y).toBeGreaterThanOrEqual((figure?.y ?? 0) + (figure?.height ?? 0));
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(667);
  });

  it('have addresses without a label too, each once on the page', async () => {
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^equation-[a-z0-9]+-step-1$/.test(id))).toHaveLength(2);
  });
});
