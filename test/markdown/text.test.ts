import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { renderText, type TextOptions } from '../../src/markdown/text.ts';

const network = '```network\nx -> y\nfigure label net, caption "A net"\nfigure\n```\n';
const equation = "$$\na = b \\tag{$a'$} \\label{one}\n$$\n";
const written = (text: string, options: TextOptions = {}): string => renderText(text, options).text;

describe('a Markdown text from another', () => {
  it('has figures as whoever asks for them writes them, counted', () => {
    const figure: TextOptions['figure'] = ({ id, caption }, place) =>
      `(${place} ${id ?? 'none'}: ${caption})`;
    expect(written(network, { figure })).toBe('(1 figure-net: Figure 1. A net)\n\n(2 none: )\n');
  });

  it.each([
    ['Markdown', {}, /<a href="#equation-one"[^>]*>\$\\text\{\(\$a'\$\)\}\$<\/a>/],
    ['LaTeX', { to: 'latex' }, /\\hyperlink\{equation-one\}\{\$\\text\{\(\$a'\$\)\}\$\}/],
    ['HTML', { katex }, /<a href="#equation-one"[^>]*><span class="katex">/],
  ] as const)('in %s leads to an equation whose tag is a formula', (_, options, link) => {
    expect(written(`${equation}\nBy \\eqref{one}`, options)).toMatch(link);
  });

  it('leaves the words of a link words, a reference among them', () => {
    const text = written(`${equation}\n[By \\eqref{one}](/other)`, {});
    expect(text).toMatch(/\n\[By \$\\text\{\(\$a'\$\)\}\$\]\(\/other\)$/);
  });

  it('has the author’s own formulas typeset where it is given KaTeX, the displayed ones in boxes', () => {
    const text = written('$$\nc = d\n$$\n\nand $e$', { katex });
    expect(text).toMatch(/^<div><span class="katex-display">.*<\/div>\n\nand <span class="katex">/);
  });

  it('has all networks in the notation that the options ask for', () => {
    const block = '```network\nx -> y\nforward y\n```\n';
    expect(written(block, { notation: 'nielsen' })).toContain('a^1');
    expect(written(block)).not.toContain('a^1');
  });

  it('tells where a reference in the running text leads nowhere', () => {
    const { problems } = renderText('One.\n\nBy \\ref{nothing}.');
    expect(problems).toMatchObject([
      { code: 'missing-label', start: { line: 3, column: 9 }, end: { line: 3, column: 16 } },
    ]);
  });
});
