import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

const grown = (block: string) => {
  const [part] = compile(block).parts;
  return part?.kind === 'picture' ? part.grown : undefined;
};

describe('a network with another number of hidden layers', () => {
  it('has the author’s names for its weights where they tell so many apart, else the usual ones', () => {
    const block =
      'x[2] -> h[2] -> y[2]\nweights h: u_{ji}, y: v_{ji}\nfigure focus u_{21}, depth 1-2';
    const titles = grown(block)?.frames.map(({ svg }) => String(svg.attributes['aria-label']));
    expect(titles?.map((title) => /from (.*?) there/.exec(title)?.[1])).toEqual([
      'w superscript 1 subscript 21',
      'w superscript 1 subscript 21',
    ]);
    const counted = 'x[2] -> h[2] -> y[2]\nweights w_N\nfigure focus w_4, depth 2';
    expect(String(grown(counted)?.frames[0]?.svg.attributes['aria-label'])).toContain(
      'w subscript 4',
    );
  });

  it('has its error terms in the letter of the notation', () => {
    const block = 'x[2] -> h[2] -> y[2]\nnotation error e\nfigure focus w^1_{11}, depth 1';
    expect(grown(block)?.delta).toBe('e');
    expect(grown(block.replace('notation error e\n', ''))?.delta).toBe('δ');
  });
});
