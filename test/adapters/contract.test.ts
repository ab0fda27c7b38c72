import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { pages } from '../support/blocks.ts';
import { hosts, type Render } from './hosts.ts';

const [[, reference]] = hosts as [(typeof hosts)[number]];
const fence = '```';
const block = (text: string, info = ''): string => `${fence}network ${info}\n${text}\n${fence}\n`;

/** What hosts may differ in: white space between blocks, a style's last semicolon, and the wrapping of displayed mathematics that is not ours. */
function shape(html: string): unknown {
  return plain(fromHtml(html, { fragment: true }) as Root);
}

function plain(node: Root | RootContent): unknown {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' && node.type !== 'root') return undefined;
  const inner = node.type === 'element' && node.tagName === 'pre' ? node.children[0] : undefined;
  if (inner !== undefined && isDisplay(inner as Element)) return plain(inner as Element);
  const children = (node.children as RootContent[])
    .map(plain)
    .filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (node.type === 'root') return children;
  if (isDisplay(node)) return { display: children.map((child) => String(child).trim()) };
  const { style, ...properties } = node.properties;
  const ended = typeof style === 'string' ? { style: style.replace(/;$/, '') } : {};
  return { name: node.tagName, properties: { ...properties, ...ended }, children };
}

const isDisplay = (node: Element): boolean =>
  [node.properties?.className].flat().includes('math-display');

const mistakes = (render: Render, markdown: string): Promise<string> =>
  render(markdown).then(
    () => 'nothing was wrong',
    (error: Error) => error.message.replace(/^[\s\S]*?(?=\n\S+post\.md:)/, ''),
  );

const page = [
  '# Title\n',
  block('x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, caption "A network.", label net', 'multi'),
  'See Figure $\\ref{net}$, *and* substitute into $\\eqref{later}$; or [](#equation-own), [by $\\eqref{own}$](/x).\n',
  block('forward y, label f\nderive w^1_{11} reasons beside, label later', 'multi'),
  '$$\na = b \\label{own}\n$$\n',
  '$$\n\\begin{align}\na &= b \\label{one} \\\\\nc &= d \\tag{B}\\label{two}\n\\end{align}\n$$\n',
  'An $x \\overset{\\eqref{own}}{=} y$, and $a_1$ stays.\n',
  `> ${fence}network\n> x[1] -> y[1]\n> ${fence}\n`,
  `- item\n\n  ${fence}network\n  x[1] -> y[1]\n  derive w_{11}\n  ${fence}\n`,
].join('\n');

const wrong: readonly (readonly [string, string])[] = [
  ['a word', `# Title\n\n${block('x[2] -> h[2] -> y[2]\nfigure focsu w^1_{11}')}`],
  ['a name', block('x[2] -> y[2]', 'multi') + block('derive v', 'mutli')],
  ['an odd name', block('x[2] -> y[2]', 'multi 2')],
  ['a false formula', `${block('x[2] -> y[2]', 'multi')}\n$$ check multi\ny_1 = x_1 w_{12}\n$$\n`],
  ['an odd check', `${block('x[2] -> y[2]', 'multi')}\n$$ check mutli\ny_1 = x_1 w_{12}\n$$\n`],
  ['an empty block', `a\n\n${fence}network\n${fence}\n`],
  ['a list', `- item\n\n  ${fence}network\n  x[2] -> y[2]\n  derive v\n  ${fence}\n`],
  ['a quotation', `> ${fence}network\n> x[2] -> y[2]\n> derive v\n> ${fence}\n`],
  ['tildes', '~~~network\nx[2] -> y[2]\nderive v\n~~~\n'],
  ['a tab', `1.\t${fence}network\n\tx[2] -> y[2]\n\tderive v\n\t${fence}\n`],
  ['CRLF', `a\r\n\r\n${fence}network\r\nx[2] -> y[2]\r\nderive v\r\n${fence}\r\n`],
  ['a displayed formula', 'a\n\n$$\nb \\label{f}\n+ \\ref{v}\n$$\n'],
  ['a formula in a quotation', '> a\n> $b +\n> \\ref{v}$\n'],
  ['a formula behind others', 'The $v$ and `$\\ref{v}$` and [v](/v) of $\\ref{v}$.\n'],
  ['a label in the text', 'Let $a = b \\label{f}$ be.\n'],
  ['a double label', '$$\na \\label{f}\n$$\n\n$$\nb \\label{f}\n$$\n'],
  ['an address', 'The [one](/x) and [](#equation-g).\n'],
  [
    'several places',
    `${block('x[2] -> y[2]\nderive v\nfigure focus u')}\n$\\eqref{nowhere}$\n\n${block('q')}`,
  ],
];

describe.each(hosts)('%s', (name, render) => {
  it('makes the same figures, equations, numbers and references as remark', async () => {
    expect(shape(await render(page))).toEqual(shape(await reference(page)));
  });

  it.each(pages('content/examples').slice(0, 4))('makes the same of %s', async (_, markdown) => {
    // Behind the front matter, which not every host reads.
    const text = markdown.replace(/^---[\s\S]*?---\n/, '');
    expect(shape(await render(text))).toEqual(shape(await reference(text)));
  });

  it.each(wrong)('tells the same mistakes in the same places: %s', async (_, markdown) => {
    const told = await mistakes(render, markdown);
    expect(told).toMatch(/post\.md:\d+:\d+: /);
    expect(told).toBe(await mistakes(reference, markdown));
  });

  it('shows a checked formula that is true without the words that ask for the check', async () => {
    const markdown = `${block('x[2] -> y[2]', 'multi')}\n$$ check multi\n\\frac{\\partial y_2}{\\partial w_{21}} = x_1\n$$\n`;
    const html = await render(markdown);
    expect(html).not.toContain('check');
    expect(shape(html)).toEqual(shape(await reference(markdown)));
  });

  it('shows the same in place when lenient', async () => {
    const markdown = `${block('x[2] -> y[2\nderive w_{11}, label f', 'n')}\n${block('derive w_{11}', 'n')}\nBy $\\eqref{f}$, $\\ref{nope}$.\n\n${block('x[1] -> y[1]')}`;
    const html = await render(markdown, { lenient: true });
    expect(html).toContain('network-error-message');
    expect(shape(html)).toEqual(shape(await reference(markdown, { lenient: true })));
  });

  it('typesets every formula where it is given KaTeX', async () => {
    const html = await render(page, { katex });
    expect(html).not.toMatch(/katex-error|math-display|math-inline/);
    expect(shape(html)).toEqual(shape(await reference(page, { katex })));
  });

  it('resolves references in the prose itself', async () => {
    const markdown = `${block('x[1] -> y[1]\nderive w_{11}, label f')}\nBy \\eqref{f}, and \\ref{f}.\n`;
    const html = await render(markdown);
    expect(html, name).toMatch(/By <a href="#equation-f"[^>]*>\(1\)<\/a>, and <a [^>]*>1<\/a>\./);
  });

  it('leaves what is not its own alone', async () => {
    const own =
      '# Title\n\n```js\nx -> y\n```\n\n```networks\nx\n```\n\nA [link](/x), $a$ and $b$.\n';
    const html = await render(own);
    expect(html).not.toContain('network-');
    expect(shape(html)).toEqual(shape(await reference(own)));
  });
});
