import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { renderHtml } from '../support/render.ts';

const page = readFileSync('content/docs/accessibility.md', 'utf8');

/** Each test that the page names: its file, and words of its name. */
const held = [...page.matchAll(/^- .+\\\n {2}(`.+)$/gm)].flatMap(([, cell = '']) =>
  cell.split('; `').map((one) => {
    const [, file = '', name = ''] = /^`?([^`]+)`: (.+)$/.exec(one) ?? [];
    return [file, name] as const;
  }),
);

describe('the page of accessibility', () => {
  it('names a test for each promise', () => {
    const promises = page.split('\n## What is yours')[0]?.match(/^- /gm);
    expect(held.length).toBeGreaterThanOrEqual(promises?.length ?? 0);
    expect(promises?.length).toBeGreaterThan(15);
  });

  it.each(held)('names a test that there is: %s, %s', (file, name) => {
    expect(existsSync(`test/${file}`)).toBe(true);
    const source = readFileSync(`test/${file}`, 'utf8');
    expect(source).toMatch(
      new RegExp(`(?:it|describe|each[\\s\\S]*?)\\(\\s*'[^'\\n]*${escaped(name)}[^'\\n]*'`),
    );
  });

  it('shows the description that its figure has', () => {
    const [, text = '', shown = ''] =
      /^```network\n([\s\S]*?)^```[\s\S]*?^> (.+)$/m.exec(page) ?? [];
    const [part] = compile(text).parts;
    if (part?.kind !== 'picture') throw new Error('the first block of the page has no figure');
    expect(shown).toBe(`${part.title}. ${part.description}`);
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('what a reader gets', () => {
  it('an equation is MathML in a box with a name', async () => {
    const html = await renderHtml('```network\nx[1] -> y[1]\nderive w_{11} as delta\n```');
    expect(html).toMatch(
      /<div class="network-equation"[^>]* tabindex="0" role="group" aria-label="Equation 1">/,
    );
    expect(html).toContain('<math');
    for (const [drawn] of html.matchAll(/<span class="katex-html"[^>]*>/g))
      expect(drawn).toContain('aria-hidden="true"');
  });

  it('the style sheets move nothing', () => {
    for (const file of ['src/style.css', 'src/links.css'])
      expect(readFileSync(file, 'utf8')).not.toMatch(
        /animation|transition|scroll-behavior|@keyframes/,
      );
  });
});
