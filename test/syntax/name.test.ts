import { describe, expect, it } from 'vitest';
import { greekCharacters, greekLetters, greekNames } from '../../src/syntax/greek.ts';
import { readName, sameName } from '../../src/syntax/name.ts';

const name = { letter: 'w', superscript: '1', subscript: '11' };

describe('two names', () => {
  it('are one where letter and both scripts are equal', () => {
    expect(sameName(name, { ...name })).toBe(true);
    for (const other of [{ letter: 'v' }, { superscript: '2' }, { subscript: '12' }])
      expect(sameName(name, { ...name, ...other })).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['w^1_{11}', 'w', '1', '11'],
    ['\\alpha_{ 1, 2 }', 'alpha', '', '1,2'],
    ['w^{(1)}_*', 'w', '(1)', '*'],
    ['A', 'A', '', ''],
    ['Z_a', 'Z', '', 'a'],
    ['a^Z', 'a', 'Z', ''],
    ['z', 'z', '', ''],
  ])('is read from %s', (text, letter, superscript, subscript) => {
    expect(readName(text, 0)).toEqual({
      name: { letter, superscript, subscript },
      length: text.length,
    });
  });

  it('has scripts of 24 characters at most', () => {
    const [most, more] = ['1'.repeat(24), '1'.repeat(25)];
    expect(readName(`w^{${most}}`, 0)).toMatchObject({ name: { superscript: most } });
    expect(readName(`w^{${most}}`, 0)).not.toHaveProperty('mistake');
    expect(readName(`w_{${more}}`, 0)).toMatchObject({ mistake: { code: 'long-script' } });
    const odd = `w_{${'1'.repeat(23)}'}`;
    expect(readName(odd, 0)).toMatchObject({ mistake: { code: 'odd-script' } });
  });

  it('begins with a letter, and is a letter or a Greek one', () => {
    for (const text of ['1', '', ' w', '^1', 'ab', 'alphas', '@', '[', '`', '{'])
      expect(readName(text, 0)).toBeUndefined();
  });
});

describe('a Greek letter', () => {
  it('has a name and a character, each found by the other', () => {
    expect([...greekCharacters.keys()]).toEqual([...greekLetters]);
    for (const [name, character] of greekCharacters) expect(greekNames.get(character)).toBe(name);
    expect(['alpha', 'omega', 'Gamma', 'Omega'].map((name) => greekCharacters.get(name))).toEqual([
      'α',
      'ω',
      'Γ',
      'Ω',
    ]);
  });
});
