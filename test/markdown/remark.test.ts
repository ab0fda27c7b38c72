import { compile as compileMdx, evaluate } from '@mdx-js/mdx';
import { fromHtml } from 'hast-util-from-html';
import rehypeKatex from 'rehype-katex';
import rehypeMathjax from 'rehype-mathjax';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import remarkNetwork, { type Options } from '../../src/index.ts';
import { htmlRuntime } from '../support/html-runtime.ts';

const fence = '```';
const block = (text: string, name = ''): string => `${fence}network ${name}\n${text}\n${fence}\n`;

async function render(
  markdown: string,
  {
    options = {},
    mathFirst = true,
    rehype = [] as PluggableList,
    mdx = false,
  }: { options?: Options; mathFirst?: boolean; rehype?: PluggableList; mdx?: boolean } = {},
): Promise<string> {
  const plugins: PluggableList = mathFirst
    ? [remarkMath, [remarkNetwork, options]]
    : [[remarkNetwork, options], remarkMath];
  const file = await unified()
    .use(remarkParse)
    .use(mdx ? [remarkMdx] : [])
    .use(plugins)
    .use(remarkRehype)
    .use(rehype)
    .use(rehypeStringify)
    .process(new VFile({ path: 'post.md', value: markdown }));
  return String(file);
}

/** What KaTeX and MathJax leave behind where they can't read a formula, or don't know a command. */
const typesettingError = /katex-error|cc0000|data-mjx-error|fill="red"/;

const failure = (markdown: string, settings = {}): Promise<string> =>
  render(markdown, settings).then(
    () => 'nothing was wrong',
    (error: Error) => error.message,
  );

const page = [
  block('x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, caption "A network.", label net', 'multi'),
  'See Figure $\\ref{net}$, and substitute into $\\eqref{later}$; text: \\eqref{own}.\n',
  block('forward y, label f\nderive w^1_{11}, label later', 'multi'),
  '$$\na = b \\label{own}\n$$\n',
].join('\n');

describe('the remark plugin', () => {
  it('turns blocks into figures and equations, numbered, with links that lead to them', async () => {
    const html = await render(page);
    expect(html).toContain('<figure class="network" id="figure-net"><svg');
    expect(html).toContain('<figcaption>Figure 1. A network.</figcaption>');
    expect(html).toContain('id="equation-later"');
    expect(html).toContain(
      '<a href="#figure-net" class="network-reference" aria-label="Figure 1">1</a>',
    );
    expect(html).toContain(
      '<a href="#equation-later" class="network-reference" aria-label="Equation 2">(2)</a>',
    );
    expect(html).toContain(
      '<a href="#equation-own" class="network-reference" aria-label="Equation 3">(3)</a>',
    );
    expect(html).toContain('a = b \\tag{3}');
    expect(html).not.toMatch(/\\label|\\ref|\\eqref|language-network/);
  });

  it('makes the same before and after remark-math, in Markdown and in MDX', async () => {
    const html = await render(page);
    expect(await render(page, { mathFirst: false })).toBe(html);
    expect(await render(page, { mdx: true })).toBe(html);
  });

  it.each([
    ['rehype-katex', rehypeKatex, 'katex-display'],
    ['rehype-mathjax', rehypeMathjax, 'mjx-container'],
  ] as const)('is typeset by %s', async (_, plugin, mark) => {
    const html = await render(page, { rehype: [plugin] });
    expect(html).toContain(mark);
    expect(html).not.toMatch(typesettingError);
  });

  it.each([
    ['rehype-katex', rehypeKatex],
    ['rehype-mathjax', rehypeMathjax],
  ] as const)('has its reasons and its rows of many kinds typeset by %s', async (_, plugin) => {
    const html = await render(
      [
        block('x[2] -> y[2]\nderive w_{11} reasons beside\nderive w_{12} reasons below'),
        '$$\n\\begin{aligned}\na &= b \\label{f} \\\\\nc &= d\n\\end{aligned}\n$$\n',
        '$$\n\\begin{align}\na &= b \\label{g} \\\\\nc &= d \\tag{X}\n\\end{align}\n$$\n',
        'By $\\eqref{f}$ and $a \\overset{\\eqref{g}}{=} b$.',
      ].join('\n'),
      { rehype: [plugin] },
    );
    expect(html).not.toMatch(typesettingError);
  });

  it('leaves a formula of the author that is broken to the typesetter', async () => {
    const broken = '$$\n\\frac{a \\nope\n$$';
    for (const plugin of [rehypeKatex, rehypeMathjax])
      expect(await render(broken, { rehype: [plugin] })).toMatch(typesettingError);
  });

  it('gives the same page from Markdown and from MDX', async () => {
    const { default: Content } = await evaluate(page, {
      ...htmlRuntime,
      remarkPlugins: [remarkMath, remarkNetwork],
      elementAttributeNameCase: 'html',
      stylePropertyNameCase: 'css',
    });
    const fromMdx = String(Content({}));
    const tree = (html: string): string =>
      JSON.stringify(fromHtml(html, { fragment: true }), (key, value) =>
        key === 'position' ? undefined : value,
      );
    expect(tree(fromMdx)).toBe(tree(await render(page)));
  });

  it('compiles in MDX to a component that holds figure and equations', async () => {
    const code = String(
      await compileMdx(page, {
        remarkPlugins: [remarkMath, remarkNetwork],
        rehypePlugins: [rehypeKatex],
      }),
    );
    expect(code).toContain('viewBox');
    expect(code).toContain('strokeWidth');
    expect(code).toContain('equation-later');
  });

  it('leaves what is not its own alone', async () => {
    const own = '# Title\n\n```js\nx -> y\n```\n\n$a$ and\n\n$$\nb \\tag{9}\n$$\n';
    const without = await unified()
      .use(remarkParse)
      .use(remarkMath)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(own);
    expect(await render(own)).toBe(String(without));
  });

  it('gives each page numbers and ids of its own, and the same on every run', async () => {
    expect(await render(page)).toBe(await render(page));
    const twice =
      block('x[1] -> y[1]\nderive w_{11}, label a') + block('x[1] -> y[1]\nderive w_{11}, label A');
    expect([...(await render(twice)).matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'equation-a',
      'equation-a-2',
    ]);
  });

  it('lets tags stand, counts on around them, and skips what is unnumbered', async () => {
    const html = await render(
      block('x[1] -> y[1]\nforward unnumbered\nderive w_{11}, tag A\nderive x_1, label b') +
        '\n$\\eqref{b}$',
    );
    expect(html).toContain('\\tag{A}');
    expect(html).toContain('>(1)</a>');
    expect(html.match(/\\tag/g)).toHaveLength(2);
  });

  it('numbers the rows of an author’s align that have labels', async () => {
    const html = await render(
      '$$\n\\begin{align}\na &= b \\label{one} \\\\\nc &= d \\\\\ne &= f \\label{two}\\tag{B} % \\label{no}\n\\end{align}\n$$\n\n$\\ref{one}$ $\\ref{two}$',
    );
    expect(html).toContain('a &#x26;= b \\tag{1} \\\\');
    expect(html).toContain('\\begin{align*}');
    expect(html).toMatch(/>1<\/a>.*>B<\/a>/);
  });
});

describe('references', () => {
  it('in MDX text, where the braces are an expression, become links as well', async () => {
    const html = await render(
      `${block('x[1] -> y[1]\nderive w_{11}, label f')}\nBy \\eqref{f}, and \\ref{f}.`,
      { mdx: true },
    );
    expect(html).toMatch(/By <a href="#equation-f"[^>]*>\(1\)<\/a>, and <a [^>]*>1<\/a>\./);
  });

  it('inside a formula become their numbers', async () => {
    const html = await render(
      '$$\na \\label{f}\n$$\n\n$b \\overset{\\eqref{f}}{=} c$ and\n\n$$\nd \\overset{\\ref{f}}{=} e\n$$',
    );
    expect(html).toContain('b \\overset{\\text{(1)}}{=} c');
    expect(html).toContain('d \\overset{\\text{1}}{=} e');
  });

  it('in words that are linked already become their numbers alone', async () => {
    const html = await render('$$\na \\label{f}\n$$\n\n[by $\\eqref{f}$ and **\\ref{f}**](/x)');
    expect(html).toContain('<a href="/x">by (1) and <strong>1</strong></a>');
  });

  it('to a tag that is mathematics are mathematics', async () => {
    const html = await render("$$\na \\label{f}\\tag{$a'$}\n$$\n\n\\eqref{f}", {
      rehype: [rehypeKatex],
    });
    expect(html).toMatch(/<a href="#equation-f"[^>]*><span class="katex">/);
  });

  it('are not looked for in code, nor in what TeX sets word for word', async () => {
    const html = await render('`\\ref{f}` $\\verb|\\ref{f}|$ $a % \\ref{f}$');
    expect(html).toContain('<code>\\ref{f}</code>');
    expect(html).toContain('\\verb|\\ref{f}|');
  });

  it('can be links without words', async () => {
    const source = `${block('x[1] -> y[1]\nfigure label n\nderive w_{11}, label f')}\n`;
    const html = await render(`${source}[](#equation-f) [](#figure-n) [](#other)`);
    expect(html).toMatch(/"#equation-f"[^>]*>\(1\)<.*"#figure-n"[^>]*>1<.*"#other"><\/a>/);
    expect(await failure(`${source}[](#equation-g)`)).toMatch(
      /post\.md:7:1: Nothing on this page has the address “#equation-g”\.\n.*\n.*\n {2}Did you mean #equation-f\?/,
    );
  });

  it('ask for a displayed formula: a label in the text is a mistake', async () => {
    expect(await failure('Let $$ a = b \\label{f} $$ be.')).toContain(
      'post.md:1:14: This formula runs in the text: it can have no \\label.',
    );
  });

  it('leave no row of the author’s that counts by itself', async () => {
    const html = await render('$$\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\n$$');
    expect(html).toContain('align*');
    expect(html).not.toContain('tag');
  });
});

describe('a mistake', () => {
  it('stops with the file, the line, the column, the words underlined and what to write', async () => {
    expect(
      await failure(`# Title\n\n${block('x[2] -> h[2] -> y[2]\nfigure focsu w^1_{11}')}`),
    ).toBe(
      '\n' +
        [
          'post.md:5:8: figure knows no “focsu”.',
          '  5 | figure focsu w^1_{11}',
          '    |        ^^^^^',
        ].join('\n') +
        (await failure(`# Title\n\n${block('x[2] -> h[2] -> y[2]\nfigure focsu w^1_{11}')}`)).split(
          '^^^^^',
        )[1],
    );
  });

  it.each([
    ['in a list', `- item\n\n  ${fence}network\n  x[2] -> y[2]\n  derive v\n  ${fence}\n`, 5, 10],
    ['in a quotation', `> ${fence}network\n> x[2] -> y[2]\n> derive v\n> ${fence}\n`, 3, 10],
    ['between tildes', '~~~network\nx[2] -> y[2]\nderive v\n~~~\n', 3, 8],
    ['with CRLF', `a\r\n\r\n${fence}network\r\nx[2] -> y[2]\r\nderive v\r\n${fence}\r\n`, 5, 8],
    ['behind a tab', `1.\t${fence}network\n\tx[2] -> y[2]\n\tderive v\n\t${fence}\n`, 3, 9],
    ['behind half a tab', `- ${fence}network\n\tx[2] -> y[2]\n\tderive v\n  ${fence}\n`, 3, 9],
    ['in an empty block', `a\n\n${fence}network\n${fence}\n`, 3, 1],
    ['in a displayed formula', 'a\n\n$$\nb \\label{f}\n+ \\ref{v}\n$$\n', 5, 8],
    ['in a formula in a quotation', '> a\n> $b +\n> \\ref{v}$\n', 3, 8],
    ['behind an escape', 'a \\* &amp; \\ref{v}\n', 1, 17],
    ['indented', `  ${fence}network\n  x[2] -> y[2]\n  derive v\n  ${fence}\n`, 3, 10],
  ])('has its place %s', async (_, markdown, line, column) => {
    expect(await failure(markdown)).toContain(`post.md:${line}:${column}: `);
  });

  it('comes with all the others of the file, in order', async () => {
    const message = await failure(
      `${block('x[2] -> y[2]\nderive v\nfigure focus u')}\n$\\eqref{nowhere}$\n\n${block('q')}`,
    );
    expect([...message.matchAll(/post\.md:(\d+):/g)].map((match) => Number(match[1]))).toEqual([
      3, 4, 7, 10,
    ]);
  });

  it('in one block of a network does not hide those in the next', async () => {
    const message = await failure(
      block('x[2] -> y[2]', 'n') + block('derive v', 'n') + block('derive u', 'n'),
    );
    expect([...message.matchAll(/post\.md:(\d+):/g)].map((match) => Number(match[1]))).toEqual([
      5, 8,
    ]);
  });

  it('in the name of a network is told with the nearest one', async () => {
    const message = await failure(block('x[2] -> y[2]', 'multi') + block('derive v', 'mutli'));
    expect(message).toContain('post.md:4:12: No block above describes a network called “mutli”.');
    expect(message).toContain('Did you mean multi?');
    expect(await failure(block('x[2] -> y[2]', 'multi 2'))).toContain(
      "post.md:1:12: “multi 2” can't be the name of a network.",
    );
  });

  it.each([
    ['tabs', '\tfigure\tfocsu v', '\tfigure\tfocsu v', '\t      \t^^^^^'],
    [
      'wide characters',
      'figure caption "漢字", focsu v',
      'figure caption "漢字", focsu v',
      `${' '.repeat(23)}^^^^^`,
    ],
    ['direction signs', 'derive \u202ev', 'derive \ufffdv', '       ^'],
    [
      'more than fits',
      `figure ${'focus w_{11}, '.repeat(30)}focsu v, ${'focus w_{11}, '.repeat(30)}`,
      '{11}, focus w_{11}, focsu v, focus w_{11}, focus w_{11}, focus w_{11}, focus w_{11}, foc',
      `${' '.repeat(20)}^^^^^`,
    ],
  ])('is underlined in a line with %s', async (_, request, line, mark) => {
    const message = await failure(block(`x[2] -> y[2]\n${request}`));
    expect(message).toContain(`  3 | ${line}\n    | ${mark}\n`);
  });

  it('in a label is told with the nearest one, or with the line of its double', async () => {
    const labelled = block('x[1] -> y[1]\nderive w_{11}, label gradient');
    expect(await failure(`${labelled}\n$\\eqref{gradeint}$`)).toContain('Did you mean gradient?');
    expect(await failure(`${labelled}\n$$\na \\label{gradient}\n$$`)).toContain(
      'The label “gradient” stands on line 3 already.',
    );
  });

  it('in a block does not make its later blocks and references wrong as well', async () => {
    const message = await failure(
      `${block('x[2] -> y[2\nderive w_{11}, label a', 'n')}\n$\\eqref{a}$\n\n${block('derive w_{11}, label b', 'n')}\n$\\eqref{b}$`,
    );
    expect(message.match(/post\.md:/g)).toHaveLength(1);
  });

  it('is kept for language servers, with its place, rule and mend', async () => {
    const file = new VFile({
      path: 'post.md',
      value: block('x[2] -> y[2]\nderive w_{11} as chian'),
    });
    await unified()
      .use(remarkParse)
      .use(remarkNetwork, { lenient: true })
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file);
    const [message] = file.messages;
    expect(message).toMatchObject({
      line: 3,
      source: 'remark-network',
      ruleId: 'unknown-word',
      expected: ['chain'],
    });
  });

  it('shows itself and its block in place when lenient, neither of them as markup', async () => {
    const html = await render(`before\n\n${block('x[2] -> <b>y</b>')}\nafter`, {
      options: { lenient: true },
    });
    expect(html).toContain('<div class="network-error"');
    expect(html).toContain('x[2] -> &#x3C;b>y');
    expect(html).toContain('<p>before</p>');
    expect(html).toContain('<p>after</p>');
    expect(html).not.toContain('<b>');
  });

  const lenient = { options: { lenient: true } };

  it('hides no other block when lenient: one that waits for it says so', async () => {
    const html = await render(
      `${block('x[1] -> y[1', 'n')}\n${block('derive w_{11}, label f', 'n')}\nBy $\\eqref{f}$.`,
      lenient,
    );
    expect(html).toContain('The network “n” is wrong above.');
    expect(html).toContain('derive w_{11}, label f');
    expect(html).toMatch(
      /By <code class="network-error" title="[^"]*“f”[^"]*">\\eqref\{f}<\/code>\./,
    );
  });

  it.each([
    ['Markdown', false],
    ['MDX', true],
  ])('in a reference shows the reference when lenient, in %s', async (_, mdx) => {
    const html = await render(
      'By \\eqref{nope}, $\\ref{nope}$\n\n$$\na \\eqref{nope}\n$$\n\n$$\nb \\label{f}\n$$\n\n$$\nc \\label{f}\n$$',
      { ...lenient, mdx },
    );
    expect(html).toMatch(/By <code[^>]*>\\eqref\{nope}<\/code>, <code[^>]*>\\ref\{nope}<\/code>/);
    expect(html).toContain('a \\text{??}');
    expect(html).toContain('c \\tag{2}');
    expect(html.match(/network-error-message/g)).toHaveLength(2);
    expect(html).not.toMatch(/(?<!text)\{nope}(?!<|\n|\s*\|)/);
  });

  it('does not tell in the page where the page was built', async () => {
    const file = new VFile({ path: '/home/someone/post.md', value: block('x[') });
    const html = await unified()
      .use(remarkParse)
      .use(remarkNetwork, { lenient: true })
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file);
    expect(String(html)).toContain('post.md:2:3');
    expect(String(html)).not.toContain('someone');
  });
});
