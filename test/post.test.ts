import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equationTex } from '../src/page/tex.ts';
import { markup } from '../src/svg/markup.ts';
import { blocksOf } from './support/blocks.ts';

const post = readFileSync('content/posts/backpropagation.md', 'utf8');

function made(markdown: string) {
  const blocks = blocksOf(markdown);
  expect(blocks.flatMap((block) => block.compiled.diagnostics)).toEqual([]);
  return blocks.map(({ compiled }) =>
    compiled.parts.map((part) =>
      part.kind === 'picture' ? markup(part.svg) : equationTex(part, undefined),
    ),
  );
}

describe('the post', () => {
  it('takes its figures and every derivation from blocks', () => {
    const parts = blocksOf(post).flatMap((block) => block.compiled.parts);
    const pictures = parts.filter((part) => part.kind === 'picture');
    expect(pictures.filter(({ live }) => live === undefined)).toHaveLength(7);
    // Four to be touched: one weight, a hidden unit, two outputs, two hidden layers.
    expect(pictures.filter(({ live }) => live !== undefined)).toHaveLength(4);
    const prose = post.replaceAll(/^```network[\s\S]*?^```$/gm, '');
    expect(prose).not.toMatch(/\$\$|\\begin|<img|!\[/);
    expect(prose).not.toMatch(/\\frac\{[^}]*\}\{[^}]*\}[^$]*=/);
  });

  it.each([
    ['x[2] -> h[2] -> y[2]', 'x[3] -> h[2] -> y[2]'],
    ['x[2] -> h[2] -> y[2]', 'x[2] -> h[3] -> y[2]'],
    ['x[2] -> h[2] -> y[2]', 'x[2] -> h[2] -> y[3]'],
    ['x[2] -> h^1[2] -> h^2[2] -> y[2]', 'x[2] -> h^1[3] -> h^2[3] -> y[2]'],
  ])('changes figure and equations together: %s to %s', (before, after) => {
    const blocks = blocksOf(post);
    const first = blocks.findIndex((block) => block.text.startsWith(before));
    const name = blocks[first]?.name;
    const [was, is] = [made(post), made(post.replace(before, after))];
    const changed = was.flatMap((parts, place) =>
      JSON.stringify(parts) === JSON.stringify(is[place]) ? [] : [place],
    );
    expect(changed).toContain(first);
    expect(changed.some((place) => is[place]?.[0]?.includes('align*'))).toBe(true);
    expect(changed.every((place) => blocks[place]?.name === name)).toBe(true);
  });
});
