import { readFileSync } from 'node:fs';
import katex from 'katex';
import rehypeMathjax from 'rehype-mathjax';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { sheet } from '../../scripts/links.ts';
import type { Equation } from '../../src/figure.ts';
import remarkNetwork, { katexOptions } from '../../src/index.ts';
import { linksOf, mostLinks, roomFor } from '../../src/network/links.ts';
import { compileBlocks } from '../../src/page/blocks.ts';
import type { Block } from '../../src/page/piece.ts';
import { equationTex } from '../../src/page/tex.ts';
import { pages } from '../support/blocks.ts';
import { networkOf } from '../support/network.ts';
import { renderHtml } from '../support/render.ts';

const place = { line: 1, column: 1, offset: 0 };
const asBlock = (text: string, info = ''): Block => ({
  kind: 'block',
  text,
  info,
  locate: () => place,
  locateInfo: () => place,
});
const fences = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)].map(([, info, text = '']) =>
    asBlock(text, info),
  );
const equations = (blocks: readonly Block[], linked: boolean): readonly Equation[] =>
  compileBlocks(blocks, { linked }).flatMap(({ parts }) =>
    parts.filter((part) => part.kind === 'equation'),
  );
/** A linked formula without its links. */
function unlinked(tex: string): string {
  const start = tex.search(/\\htmlClass\{network-term[^}]*\}\{/);
  if (start < 0) return tex;
  const open = tex.indexOf('}{', start) + 2;
  let [at, depth] = [open, 1];
  for (; depth > 0; at++) depth += tex[at] === '{' ? 1 : tex[at] === '}' ? -1 : 0;
  return unlinked(tex.slice(0, start) + tex.slice(open, at - 1) + tex.slice(at));
}

describe.each([...pages('content/examples'), ...pages('content/posts')])('%s', (_, markdown) => {
  const [plain, linked] = [equations(fences(markdown), false), equations(fences(markdown), true)];

  it('says the same with its terms linked, and KaTeX trusts it', () => {
    for (const [place, equation] of linked.entries()) {
      const tex = equationTex(equation, undefined);
      const bare = (text: string): string => text.replaceAll(/\s/g, '');
      expect(bare(unlinked(tex))).toBe(bare(equationTex(plain[place] as Equation, undefined)));
      const settings = { displayMode: true, throwOnError: true, ...katexOptions };
      expect(katex.renderToString(tex, settings)).not.toContain('cc0000');
    }
  });
});

describe('links', () => {
  const deep = 'x[2] -> h^1[2] -> h^2[2] -> y[2]\nderive w^1_{11}';

  it('give a product the path that it walks, with the weight that the gradient is taken by', () => {
    const [equation] = equations([asBlock(deep)], true);
    const term = equation?.rows
      .flatMap((row) => row.terms)
      .find(({ text }) => text === 'w³₁₁ w²₁₁ x₁');
    // Edges are counted layer by layer, by head and tail; units follow the 12 edges.
    expect(term?.links).toEqual([0, 4, 8, 12, 14, 16, 18]);
  });

  it('give a term in brackets what stands before them', () => {
    const [equation] = equations([asBlock(deep)], true);
    const row = equation?.rows.find(({ rule }) => rule === 'factor-out');
    expect(row?.terms.map(({ text }) => text)).toContain('w³₂₂ w²₂₁');
    const term = row?.terms.find(({ text }) => text === 'w³₂₂ w²₂₁');
    expect(term?.links).toEqual([0, 6, 11, 12, 14, 17, 19]);
  });

  it('are counted on over the networks of a page, and one network has one set of them', () => {
    const made = equations(
      [
        asBlock('x[1] -> y[1]\nderive w_{11}', 'a'),
        asBlock('x[1] -> y[1]\nderive w_{11}', 'b'),
        asBlock('derive w_{11}', 'a'),
      ],
      true,
    ).map(({ rows }) => rows.at(-1)?.terms[0]?.links);
    expect(made).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [0, 1, 2],
    ]);
  });

  it('are given to all of a network or to nothing of it', () => {
    const large = `x[8] -> h[16] -> y[1]\nforward y`;
    const made = equations([asBlock(large), asBlock('x[1] -> y[1]\nderive w_{11}')], true);
    expect(mostLinks).toBeLessThan(8 * 16 + 16 + 25);
    expect(made.map(({ rows }) => rows.flatMap((row) => row.terms).length > 0)).toEqual([
      false,
      true,
    ]);
  });

  it('have the rules that the script writes for them', () => {
    expect(readFileSync('src/links.css', 'utf8') === sheet, 'run npm run links').toBe(true);
    expect(sheet).toContain(`.network-p${mostLinks - 1}:hover`);
  });

  it('are trusted where they are our own classes, and nowhere else', () => {
    const trusts = (command: string, name: string): boolean =>
      katexOptions.trust({ command, class: name });
    expect(trusts('\\htmlClass', 'network-term network-p1 network-p23')).toBe(true);
    expect(trusts('\\htmlClass', 'network-term')).toBe(false);
    expect(trusts('\\htmlClass', 'network-term network-p1 other')).toBe(false);
    expect(trusts('\\htmlId', 'network-term network-p1')).toBe(false);
    expect(trusts('\\href', '')).toBe(false);
  });

  it('leave equations plain where they are not asked for', async () => {
    const html = await renderHtml('```network\nx[2] -> y[1]\nfigure\nderive w_{11}\n```');
    expect(html).not.toMatch(/network-term|network-p\d|htmlClass/);
  });

  it('reach MathJax by its own command', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkMath)
      .use(remarkNetwork, { link: 'mathjax' })
      .use(remarkRehype)
      .use(rehypeMathjax)
      .use(rehypeStringify)
      .process('```network\nx[2] -> y[1]\nderive w_{11}\n```');
    expect(String(file)).toMatch(/<g [^>]*class="network-term network-p0 network-p2/);
    expect(String(file)).not.toMatch(/data-mjx-error|fill="red"/);
  });
});

it('numbers the parts of a network in a row', () => {
  const network = { edges: [{}, {}], units: [{}, {}, {}] } as unknown as Parameters<
    typeof linksOf
  >[0];
  expect(linksOf(network, 10, { edges: [1], units: [0, 2] })).toEqual([11, 12, 14]);
});

it('a page has room for the links of a whole network, or for none of them', () => {
  const network = networkOf('x[6] -> y[22]');
  expect(network.edges.length + network.units.length).toBe(mostLinks);
  expect([0, 1, undefined].map((first) => roomFor(network, first))).toEqual([
    0,
    undefined,
    undefined,
  ]);
});
