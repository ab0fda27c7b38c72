import { describe, expect, it } from 'vitest';
import { render } from '../src/render.ts';

const block = 'x -> y\nderive w_{11}';
/** ½(t − y)² in five lines: insert-loss, power-rule, constant, local-factor, sign. */
const rows = (lines: string): number | undefined => {
  const [part] = render(`${block}, lines ${lines}`).parts;
  return part?.kind === 'equation' ? part.tex.split('\\\\\n').length : undefined;
};
const told = (lines: string) =>
  render(`${block}, lines ${lines}`).mistakes.map(({ message, hint, start, end }) => [
    message,
    hint,
    `${block}, lines ${lines}`.slice(start.offset, end.offset),
  ]);

describe('some lines of a derivation', () => {
  it.each([
    ['1-5', 5],
    ['2-', 4],
    ['-2', 2],
    ['1 4-5', 3],
    ['..power-rule', 2],
    ['sign..', 1],
    ['power-rule..sign', 4],
    // This network gives no occasion for a slope: the rule stands for its place behind the local factor.
    ['slope..', 1],
    ['..softmax', 2],
  ])('are %s', (lines, count) => {
    expect(told(lines)).toEqual([]);
    expect(rows(lines)).toBe(count);
  });

  it.each([
    ['3-1', 'These lines run backwards.', 'Write lines 1-3.', '3-1'],
    ['6', 'There is no line 6: the derivation has 5.', 'Lines go from 1 to 5.', '6'],
    ['0-2', 'There is no line 0: the derivation has 5.', 'Lines go from 1 to 5.', '0'],
    [
      'softmax',
      'This derivation has no such lines.',
      'It has insert-loss, power-rule, constant, local-factor, sign.',
      'softmax',
    ],
    [
      'update..',
      'This derivation has no such lines.',
      'It has insert-loss, power-rule, constant, local-factor, sign.',
      'update..',
    ],
  ])('are not %s', (lines, message, hint, at) => {
    expect(told(lines)).toEqual([[message, hint, at]]);
  });

  it('are asked for by rules that there are', () => {
    const [mistake] = render(`${block}, lines ..sing`).mistakes;
    expect(mistake?.message).toBe('No rule is called “sing”.');
    expect(mistake?.hint).toMatch(/^The rules are define, insert-loss, /);
    expect(mistake?.expected).toContain('sign');
  });

  it('of a table leave out what none of them is of', () => {
    const [part] = render('x -> y\nderive w_{11} as table, lines 1').parts;
    expect(part).toMatchObject({ tex: '\\delta = y - t' });
  });
});
