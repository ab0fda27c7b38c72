import markdownIt from 'markdown-it';
import type { Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import markdownItNetwork from '../../src/markdown/markdown-it.ts';
import remarkNetwork from '../../src/markdown/remark.ts';
import satteriNetwork from '../../src/markdown/satteri.ts';
import { findTokens, type Token } from '../../src/markdown/tokens.ts';
import { sourceOf } from '../../src/page/place.ts';

/** What of a tree becomes of it, and what is wrong with it. */
function made(...children: RootContent[]) {
  const tree: Root = { type: 'root', children };
  const file = new VFile({ path: 'post.md', value: 'What another plugin read.' });
  unified().use(remarkNetwork, { lenient: true }).runSync(tree, file);
  return { children: tree.children, said: file.messages.map(String) };
}
const code = (value: string, meta: string | null = null): RootContent => ({
  type: 'code',
  lang: 'network',
  meta,
  value,
});

describe('a node that another plugin made, and that has no place', () => {
  it('becomes what any other becomes', () => {
    const link: RootContent = { type: 'link', url: '#figure-net', children: [] };
    const text: RootContent = { type: 'paragraph', children: [link] };
    const { children, said } = made(code('x -> y\nfigure label net'), text);
    expect(said).toEqual([]);
    expect(children[0]).toMatchObject({ data: { hName: 'figure' } });
    expect(children[0]).not.toHaveProperty('position');
    expect(children[1]).toMatchObject({ children: [{ children: [{ value: '1' }] }] });
  });

  it.each([
    ['a mistake in a block', code('x -> y\nfigur'), 'No statement begins with “figur”.'],
    ['a name that a block can’t have', code('x -> y', 'one two'), 'two'],
    [
      'a link that leads nowhere',
      { type: 'paragraph', children: [{ type: 'link', url: '#figure-x', children: [] }] },
      '#figure-x',
    ],
  ] as const)('is told at the beginning of the file for %s', (_, node, message) => {
    const [said] = made(node as RootContent).said;
    expect(said).toContain(message);
    expect(said).toMatch(/^post\.md:1:1/);
  });
});

describe('a token that another plugin made', () => {
  const token = (type: string, more: Partial<Token> = {}): Token => ({
    type,
    content: '',
    info: '',
    map: null,
    markup: '',
    children: null,
    attrGet: () => null,
    ...more,
  });
  const source = sourceOf('nothing of it');

  it.each([
    ['no place', null],
    ['a place behind the end', [7, 8]],
  ] as const)('is a block with %s', (_, map) => {
    const fence = token('fence', { info: 'network one', content: 'x -> y\n', markup: '```', map });
    expect(findTokens([fence], source)).toMatchObject([
      { piece: { kind: 'block', text: 'x -> y', info: 'one' } },
    ]);
  });

  it('is a link without an address, which leads nowhere', () => {
    const children = [token('link_open'), token('link_close')];
    expect(findTokens([token('inline', { children })], source)).toMatchObject([
      { piece: { kind: 'link', address: '' } },
    ]);
  });
});

describe('a page without a name', () => {
  const wrong = '```network\nfigur\n```';
  it.each([
    [
      'remark',
      () =>
        unified()
          .use(remarkParse)
          .use(remarkNetwork)
          .runSync(unified().use(remarkParse).parse(wrong), new VFile(wrong)),
    ],
    ['Sätteri', () => markdownToHtml(wrong, { mdastPlugins: [satteriNetwork()] })],
    [
      'markdown-it',
      () =>
        markdownIt()
          .use(markdownItNetwork)
          .parse(wrong, undefined as never),
    ],
  ] as const)('is called “text” in %s', (_, render) => {
    expect(render).toThrow('text:2:1: No statement begins with “figur”.');
  });
});

it('markdown-it sets a reference to a formula as one', () => {
  const md = markdownIt().use(markdownItNetwork);
  Object.assign(md.renderer.rules, {
    math_block: () => '',
    math_inline: (tokens: readonly Token[], at: number) => `[${tokens[at]?.content}]`,
  });
  md.core.ruler.before('network', 'formula', ({ tokens, Token: New }) => {
    const formula = new New('math_block', '', 0);
    formula.content = "a = b \\tag{$a'$} \\label{one}";
    tokens.unshift(formula);
  });
  expect(md.render('By \\\\eqref{one}')).toMatch(
    /<a href="#equation-one"[^>]*>\[\\text\{\(\$a'\$\)\}\]<\/a>/,
  );
});
