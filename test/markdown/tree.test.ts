import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { findPieces, replacements } from '../../src/markdown/tree.ts';
import { makePage } from '../../src/page/page.ts';
import { sourceOf } from '../../src/page/place.ts';

/** Nodes as plugins make them, without places; `next` and `braces` are MDX's. */
const text = (value: string) => ({ type: 'text', value }) as const;
const code = (value: string, meta?: string) =>
  ({ type: 'code', lang: 'network', value, ...(meta !== undefined && { meta }) }) as const;
const root = (...children: readonly unknown[]) => ({ type: 'root', children }) as Root;
const paragraph = (...children: readonly unknown[]) => ({ type: 'paragraph', children });
const math = (value: string, meta?: string) => ({ type: 'math', value, meta });

const source = sourceOf('');
const found = (...children: readonly unknown[]) => findPieces(root(...children), source);
const pieces = (...children: readonly unknown[]) => found(...children).map(({ piece }) => piece);

describe('what a page is made of', () => {
  it('are blocks, with the words behind their language', () => {
    expect(pieces(code('x -> y', ' multi '), code('x -> y'))).toMatchObject([
      { kind: 'block', text: 'x -> y', info: 'multi' },
      { kind: 'block', info: '' },
    ]);
    expect(pieces({ type: 'code', lang: 'js', value: 'x' })).toEqual([]);
    expect(pieces({ type: 'code', value: 'x' })).toEqual([]);
  });

  it('are formulas, displayed ones with the words behind their dollars', () => {
    const [marked, ...others] = pieces(
      math('a', ' check multi '),
      math('b'),
      math('c', ' '),
      paragraph({ type: 'inlineMath', value: 'd' }),
    );
    expect(marked).toMatchObject({ kind: 'display', tex: 'a', marking: { text: 'check multi' } });
    expect(others).toMatchObject([
      { kind: 'display', tex: 'b' },
      { kind: 'display', tex: 'c' },
      { kind: 'inline', tex: 'd' },
    ]);
    for (const other of others) expect(other).not.toHaveProperty('marking');
  });

  it('are texts, with the braces that MDX has taken out of them', () => {
    const expression = { type: 'mdxTextExpression', value: 'f' };
    expect(pieces(paragraph(text('\\ref'), expression))).toMatchObject([{ braces: 'f' }]);
    const [plain] = pieces(paragraph(text('a'), { type: 'emphasis', value: 'f', children: [] }));
    expect(plain).not.toHaveProperty('braces');
  });

  it('are links without words; those with words have their texts linked', () => {
    expect(pieces(paragraph({ type: 'link', url: '#f', children: [] }))).toEqual([
      { kind: 'link', address: '#f', place: { line: 1, column: 1, offset: 0 } },
    ]);
    const inside = { type: 'emphasis', children: [text('a')] };
    for (const type of ['link', 'linkReference'])
      expect(pieces(paragraph({ type, url: '#f', children: [inside] }))).toMatchObject([
        { kind: 'text', linked: true },
      ]);
    expect(pieces(paragraph(inside))).toMatchObject([{ linked: false }]);
  });

  it('are nothing else', () => {
    expect(pieces({ type: 'html', value: '<b>' }, { type: 'thematicBreak' })).toEqual([]);
  });
});

describe('what takes their place', () => {
  const made = (...children: readonly unknown[]) => {
    const all = found(...children);
    const page = makePage(
      all.map(({ piece }) => piece),
      source,
      'post.md',
    );
    return { page, nodes: replacements(all, page) };
  };

  it('stands where they stood, and nowhere if they stood nowhere', () => {
    const point = (offset: number) => ({ line: 1, column: 1 + offset, offset });
    const position = { start: point(0), end: point(5) };
    const placed = { ...code('x -> y'), position } as RootContent;
    const lost = code('x -> y') as RootContent;
    const { nodes } = made(placed, lost);
    expect(nodes.get(placed)).toMatchObject([{ type: 'paragraph', position }]);
    expect(nodes.get(lost)?.[0]).not.toHaveProperty('position');
  });

  it('takes the braces of a reference with it, and those alone', () => {
    const expression = { type: 'mdxTextExpression', value: 'f' } as unknown as RootContent;
    const other = { type: 'mdxTextExpression', value: 'g' } as unknown as RootContent;
    const reference = text('see \\ref');
    const { nodes, page } = made(
      code('x -> y\nfigure label f'),
      paragraph(reference, expression, text('so'), other),
    );
    expect(page.problems).toEqual([]);
    expect(nodes.get(expression)).toEqual([]);
    expect(nodes.get(reference)?.at(-1)).toMatchObject({ type: 'link', url: '#figure-f' });
    expect(nodes.has(other)).toBe(false);
  });
});
