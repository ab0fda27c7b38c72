import { tex } from '@mdit/plugin-tex';
import katex from 'katex';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import markdownItNetwork from '../../src/markdown/markdown-it.ts';
import { renderText } from '../../src/markdown/text.ts';

const fence = '```';
const page = [
  `${fence}network multi\nx[1] -> h[1] -> y[1]\nderive w^1_{11} reasons below, label why, tag A_1\n${fence}\n`,
  `${fence}network multi\nderive w^1_{11}, steps, label walk\n${fence}\n`,
  'By $\\eqref{why}$ and \\eqref{walk}.\n',
].join('\n');

/** A page where another plugin of markdown-it typesets: KaTeX, in a wrapping of its own. */
const html = markdownIt({ html: true })
  .use(tex, {
    render: (content: string, displayMode: boolean) =>
      `<i class="typeset">${katex.renderToString(content, { displayMode })}</i>`,
  })
  .use(markdownItNetwork)
  .render(page);

describe('markdown-it with a plugin that typesets', () => {
  it('has that plugin typeset every formula of a derivation with reasons, or with steps', () => {
    expect(html.match(/network-reasons-below/g)).toHaveLength(2);
    expect(html).not.toMatch(/math-inline|math-display|katex-error/);
    const katexes = html.match(/class="katex"/g)?.length ?? 0;
    expect(katexes).toBeGreaterThan(20);
    expect(html.match(/class="typeset"/g)).toHaveLength(katexes);
  });

  it('closes what it opens', () => {
    for (const name of ['div', 'span', 'a', 'b', 'i', 'figure'])
      expect(html.match(new RegExp(`<${name}[ >]`, 'g'))?.length, name).toBe(
        html.match(new RegExp(`</${name}>`, 'g'))?.length,
      );
  });
});

describe('a page that a script typesets in the browser, as in Jekyll', () => {
  it('has the formulas of a derivation where that script looks for them: in no code, between its marks', () => {
    const { text, problems } = renderText(page);
    expect(problems).toEqual([]);
    const walk = text.slice(text.indexOf('<div class="network-walk">'));
    expect(walk).toMatch(/<span class="network-formula"><span class="math-inline">\\\(/);
    expect(walk.match(/\\\(/g)?.length).toBe(walk.match(/\\\)/g)?.length);
    expect(text).not.toContain('<code');
  });
});
