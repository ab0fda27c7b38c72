import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { evaluate, markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import satteriNetwork, { type SatteriOptions } from '../../src/markdown/satteri.ts';
import { htmlRuntime } from '../support/html-runtime.ts';

const folder = 'content/examples';
const pages = readdirSync(folder).map((file) => {
  const [, , text = ''] = readFileSync(join(folder, file), 'utf8').split('---\n', 3);
  return [file, text] as const;
});

const satteri = (options: SatteriOptions) => ({
  features: { math: true },
  mdastPlugins: [satteriNetwork({ katex, link: 'katex', ...options })],
});
const html = (text: string, options: SatteriOptions): string =>
  markdownToHtml(text, satteri(options)).html;

/** What a browser makes of a page. */
const read = (page: string): string => toHtml(fromHtml(page, { fragment: true }));

describe('formulas as raw HTML', () => {
  it.each(pages)('are the same page to a browser: %s', (_, text) => {
    const raw = html(text, { rawFormulas: true });
    expect(read(raw)).toBe(read(html(text, {})));
  });

  it('are elements in a line, so that a heading has its words', () => {
    const heading = '# On $x^2$\n\n$$\ny\n$$\n';
    const headingOf = (page: string) => page.slice(0, page.indexOf('</h1>'));
    const [raw, plain] = [true, false].map((rawFormulas) => html(heading, { rawFormulas }));
    const seen: string[] = [];
    const { html: page } = markdownToHtml(heading, {
      ...satteri({ rawFormulas: true }),
      hastPlugins: [
        {
          name: 'words',
          element: {
            filter: ['h1'],
            visit: (node, context) => {
              seen.push(context.textContent(node));
            },
          },
        },
      ],
    });
    expect(seen).toEqual(['On x2x^2x2']);
    expect(headingOf(String(raw))).toBe(headingOf(String(plain)));
    expect(page).toContain('katex-display');
  });

  it('are none in MDX, which has no place for them', async () => {
    const [raw, plain] = await Promise.all(
      [true, false].map(async (rawFormulas) => {
        const { default: Content } = await evaluate('$$\ny\n$$\n', {
          ...satteri({ rawFormulas }),
          ...htmlRuntime,
          elementAttributeNameCase: 'html',
          stylePropertyNameCase: 'css',
        } as Parameters<typeof evaluate>[1]);
        return String((Content as (properties: object) => unknown)({}));
      }),
    );
    expect(raw).toBe(plain);
    expect(raw).toContain('katex-display');
  });
});
