import { describe, expect, it } from 'vitest';
import { render } from '../src/render.ts';

describe('a block without a page', () => {
  it('becomes figures and equations with the names and words that it gives them', () => {
    const block =
      'x -> y\nfigure caption "A net.", label net\nfigure\nforward y, label out\nforward y';
    const { parts, mistakes } = render(block);
    expect(mistakes).toEqual([]);
    expect(parts.map(({ label }) => label)).toEqual(['net', undefined, 'out', undefined]);
    expect(parts.map((part) => 'caption' in part && part.caption)).toEqual([
      'A net.',
      false,
      false,
      false,
    ]);
  });

  it('says what a reader must know besides', () => {
    const [part] = render('x[9] -> h[9] -> y[9]\nderive w^1_{11} as chain').parts;
    expect(part).toMatchObject({ kind: 'equation' });
    expect(part?.kind === 'equation' && part.note).toMatch(/paths/);
  });

  it('is written in the notation that is asked for', () => {
    const written = (notation?: string) =>
      render('x -> y\nforward y', notation === undefined ? {} : { notation }).parts[0];
    expect(written()).toMatchObject({ tex: 'y = x w_{11}' });
    expect(written('nielsen')).toMatchObject({ tex: expect.stringContaining('a^1') });
    expect(() => written('nobody')).toThrow('nobody');
  });

  it('tells both places of a mistake that has two', () => {
    const block = 'a -> b\nb -> c\nc -> a';
    const [mistake] = render(block).mistakes;
    expect(mistake?.also?.start.line).not.toBe(mistake?.start.line);
    expect(mistake?.explanation).toMatch(/\n {2}together with \d:\d+:\n/);
  });
});
