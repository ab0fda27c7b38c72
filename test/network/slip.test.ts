import { describe, expect, it } from 'vitest';
import { slips } from '../../src/network/slip.ts';
import { spell } from '../../src/syntax/name.ts';

const name = (letter: string, superscript = '', subscript = '') => ({
  letter,
  superscript,
  subscript,
});
/** The names, in their order, without those that are written above. */
const below = (...of: Parameters<typeof slips>) =>
  slips(...of)
    .filter(({ superscript }) => superscript === of[0].superscript)
    .map(spell);

describe('what a slip may have made of another name', () => {
  it('is an index too few, first of all those that stand near 1', () => {
    const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', ','];
    expect(slips(name('h'), ['x']).map(spell)).toEqual([
      ...digits.map((digit) => `h_${digit === ',' ? '{,}' : digit}`),
      ...digits.map((digit) => `h^${digit === ',' ? '{,}' : digit}`),
    ]);
  });

  it('is an index off by a little, two of them swapped, one too many, one too few', () => {
    const found = below(name('w', '', '31'), []);
    expect(found.slice(0, 5)).toEqual(['w_{31}', 'w_{21}', 'w_{41}', 'w_{11}', 'w_{51}']);
    for (const other of ['w_{13}', 'w_3', 'w_1', 'w_{311}', 'w_{3,1}', 'w_{131}', 'w_{310}'])
      expect(found).toContain(other);
    expect(found.indexOf('w_{13}')).toBeLessThan(found.indexOf('w_1'));
    expect(found).not.toContain('w_{22}');
    const longest = Math.max(
      ...slips(name('w', '', '123'), []).map((each) => each.subscript.length),
    );
    expect(longest).toBe(4);
  });

  it('is another letter, where the name has more than that', () => {
    expect(below(name('h', '', '2'), ['x', 'y', 'x']).slice(-2)).toEqual(['x_2', 'y_2']);
    expect(below(name('h', '2'), ['x'])).toContain('x^2');
    expect(below(name('h'), ['x'])).not.toContain('x');
  });

  it('is any digit in the place of a letter', () => {
    expect(below(name('h', '', 'i'), []).slice(0, 3)).toEqual(['h_0', 'h_1', 'h_2']);
  });
});
