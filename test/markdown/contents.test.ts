import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { asIs, contentElement, formulaMarkup } from '../../src/markdown/elements.ts';
import { htmlAround } from '../../src/markdown/html.ts';
import { latexText } from '../../src/markdown/latex-text.ts';
import type { Found } from '../../src/markdown/scan.ts';
import type { Content, Piece } from '../../src/page/piece.ts';
import { element } from '../../src/svg/build.ts';

const [part, deepening] = compile(
  'x[2] -> h[2] -> y[2]\nlive\nfigure focus w^1_{11}, depth 1-2',
).parts;
if (part?.kind !== 'picture' || deepening?.kind !== 'picture') throw new Error('no figure');
const line = (right: string) => ({
  left: 'a',
  right,
  rule: 'The rule',
  reason: [
    { kind: 'text', text: 'since 50% of ' },
    { kind: 'formula', tex: 'x_1' },
  ] as const,
});
const derivation = {
  kind: 'derivation',
  lines: [line('= b'), line('= c')],
  reasons: 'below',
  number: '2',
  id: 'equation-f',
  name: 'Equation 2',
} as const;
const reference = (kind: 'text' | 'formula', value: string): Content => ({
  kind: 'reference',
  address: '#equation-f',
  content: { kind, value },
  spoken: 'equation 2',
});

/** Each kind of content, as HTML and as LaTeX. */
const contents: readonly (readonly [string, Content, string | RegExp, string])[] = [
  [
    'a formula in an environment of its own',
    { kind: 'display', tex: '\\begin{align} a \\end{align}' },
    '<div class="math math-display">\\begin&#123;align&#125; a \\end&#123;align&#125;</div>',
    '\\begin{align} a \\end{align}',
  ],
  [
    'a displayed formula',
    { kind: 'display', tex: 'a<b' },
    '<div class="math math-display">a&lt;b</div>',
    '\\begin{equation*}\na<b\n\\end{equation*}',
  ],
  [
    'a formula with an environment of its own',
    { kind: 'display', tex: '\\begin{align*}a\\end{align*}' },
    '<div class="math math-display">\\begin&#123;align*&#125;a\\end&#123;align*&#125;</div>',
    '\\begin{align*}a\\end{align*}',
  ],
  [
    'a formula with another inside',
    { kind: 'display', tex: 'x \\begin{align}a\\end{align}' },
    /^<div class="math math-display">x/,
    '\\begin{equation*}\nx \\begin{align}a\\end{align}\n\\end{equation*}',
  ],
  [
    'a formula in a line',
    { kind: 'formula', tex: 'a' },
    '<code class="language-math math-inline">a</code>',
    '$a$',
  ],
  [
    'an equation',
    { kind: 'equation', tex: 'a \\tag{1}', id: 'equation-f', name: 'Equation 1' },
    '<div class="network-equation" id="equation-f" tabindex="0" role="group" aria-label="Equation 1"><div class="math math-display">a \\tag&#123;1&#125;</div></div>',
    '\\hypertarget{equation-f}{}\n\\begin{equation*}\na \\tag{1}\n\\end{equation*}',
  ],
  [
    'an equation without a number',
    { kind: 'equation', tex: 'a', id: undefined, name: 'An equation' },
    '<div class="network-equation" tabindex="0" role="group" aria-label="An equation"><div class="math math-display">a</div></div>',
    '\\begin{equation*}\na\n\\end{equation*}',
  ],
  [
    'a derivation',
    derivation,
    /^<div class="network-equation network-reasons-below" id="equation-f" tabindex="0" role="group" aria-label="Equation 2">/,
    '\\hypertarget{equation-f}{}\n\\begin{align*}\na &= b \\\\\n\\intertext{\\emph{The rule}: since 50\\% of $x_1$.}\na &= c \\tag{2}\n\\end{align*}\n\n\\emph{The rule}: since 50\\% of $x_1$.',
  ],
  [
    'a derivation without a number',
    { ...derivation, lines: [line('= b')], number: undefined, id: undefined },
    /^<div class="network-equation network-reasons-below" tabindex="0"/,
    '\\begin{align*}\na &= b\n\\end{align*}\n\n\\emph{The rule}: since 50\\% of $x_1$.',
  ],
  [
    'a derivation that is walked through',
    { ...derivation, walk: element('svg', {}) },
    /^<div class="network-walk">.*<svg\/>.*<div class="network-equation network-reasons-below" id="equation-f"/,
    '\\hypertarget{equation-f}{}\n\\begin{align*}\na &= b \\\\\n\\intertext{\\emph{The rule}: since 50\\% of $x_1$.}\na &= c \\tag{2}\n\\end{align*}\n\n\\emph{The rule}: since 50\\% of $x_1$.',
  ],
  [
    'a reference in words',
    reference('text', '(A_1 & #2)'),
    '<a href="#equation-f" class="network-reference" aria-label="equation 2">(A_1 &amp; #2)</a>',
    '\\hyperlink{equation-f}{(A\\_1 \\& \\#2)}',
  ],
  [
    'a reference that is a formula',
    reference('formula', 'A_1'),
    '<a href="#equation-f" class="network-reference" aria-label="equation 2"><code class="language-math math-inline">A_1</code></a>',
    '\\hyperlink{equation-f}{$A_1$}',
  ],
  ['a note', { kind: 'note', text: 'a < b' }, '<p class="network-note">a &lt; b</p>', 'a < b'],
  [
    'a wrong block',
    { kind: 'mistake', explanation: '<i>', source: 'a\n<b>' },
    '<div class="network-error" role="note"><pre class="network-error-message" tabindex="0">&lt;i&gt;</pre><pre class="network-error-source" tabindex="0">a\n&lt;b&gt;</pre></div>',
    '    a\n    <b>',
  ],
  [
    'a wrong reference',
    { kind: 'wrong', text: '\\ref<b>', explanation: '"no"' },
    '<code class="network-error" title="&quot;no&quot;">\\ref&lt;b&gt;</code>',
    '`\\ref<b>`',
  ],
  [
    'the terms of an equation',
    { kind: 'terms', name: 'Terms of equation 2', terms: [] },
    /^<div class="network-terms"/,
    '',
  ],
  [
    'a figure',
    { kind: 'figure', picture: part, id: 'figure-f', caption: 'a < b' },
    /^<figure class="network" id="figure-f"><network-figure data-network="[^"<>]+"><svg.*<div class="network-readout">.*<div class="network-controls" hidden="hidden">.*<figcaption>a &lt; b<\/figcaption><\/figure>$/s,
    '',
  ],
  [
    'a figure at several depths',
    { kind: 'figure', picture: deepening, id: 'figure-f', caption: '' },
    /^<figure class="network" id="figure-f"><(?!svg).+<svg(?:(?!figcaption).)*<\/figure>$/s,
    '',
  ],
  [
    'a figure without a caption',
    { kind: 'figure', picture: part, id: undefined, caption: '' },
    /^<figure class="network"><network-figure (?:(?!figcaption).)*<\/figure>$/s,
    '',
  ],
];

const found = { marks: ['$', '$'] } as unknown as Found;

describe('a content', () => {
  it.each(contents)('is written in HTML: %s', (_, content, expected) => {
    const made = contentElement(content, formulaMarkup());
    if (typeof made === 'string') throw new Error('no element');
    if (typeof expected === 'string') expect(htmlAround(made)).toBe(expected);
    else expect(htmlAround(made)).toMatch(expected);
  });

  it.each(contents)('is written in LaTeX: %s', (_, content, __, expected) => {
    expect(latexText(content, found)).toBe(expected);
  });

  it('is a text where it is one', () => {
    expect(contentElement({ kind: 'text', text: 'a<b' }, formulaMarkup())).toBe('a<b');
    expect(latexText({ kind: 'text', text: 'a_b' }, found)).toBe('a_b');
  });

  it('has its formulas typeset where somebody does', () => {
    const typeset = (tex: string, displayed: boolean) =>
      displayed ? `<d>${tex}</d>` : `<i>${tex}</i>`;
    const written = (content: Content) => {
      const made = contentElement(content, formulaMarkup(typeset));
      return typeof made === 'string' ? made : htmlAround(made);
    };
    expect(written({ kind: 'display', tex: 'a' })).toBe('<d>a</d>');
    expect(written({ kind: 'formula', tex: 'a' })).toBe('<i>a</i>');
    expect(written(reference('formula', 'a'))).toContain('<i>a</i></a>');
    expect(written(derivation)).toContain('<i>x_1</i>');
  });

  it('of a formula that the page has nothing to do with is the formula', () => {
    const formula = (kind: 'display' | 'inline'): Piece => ({
      kind,
      tex: 'a',
      locate: () => ({ line: 1, column: 1, offset: 0 }),
      linked: false,
    });
    expect(asIs(formula('display'))).toEqual([{ kind: 'display', tex: 'a' }]);
    expect(asIs(formula('inline'))).toEqual([{ kind: 'formula', tex: 'a' }]);
    expect(
      asIs({ kind: 'link', address: '#a', place: { line: 1, column: 1, offset: 0 } }),
    ).toBeUndefined();
  });
});
