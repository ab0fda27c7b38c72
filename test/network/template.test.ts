import { describe, expect, it } from 'vitest';
import { indexLetters, instantiate } from '../../src/network/template.ts';
import { spell } from '../../src/syntax/name.ts';

const template = { letter: 'w', superscript: 'l', subscript: 'ji' };

describe('a template', () => {
  it('takes numbers', () => {
    expect(spell(instantiate(template, { l: 2, j: 1, i: 3 }))).toBe('w^2_{13}');
    expect(spell(instantiate({ ...template, superscript: '(l)' }, { l: 2, j: 1, i: 3 }))).toBe(
      'w^{(2)}_{13}',
    );
  });

  it('takes letters, as general indices need', () => {
    expect(spell(instantiate(template, { l: 2, j: 'k', i: 'j' }))).toBe('w^2_{kj}');
    expect(spell(instantiate(template, { l: 'L', j: 'k', i: 1 }))).toBe('w^L_{k1}');
    // One with a subscript of its own needs no comma beside it.
    expect(instantiate(template, { l: 9, j: 'k', i: 'j_{7}' }).subscript).toBe('kj_{7}');
  });

  it('keeps the letters that are given nothing, and what is no index letter', () => {
    expect(spell(instantiate(template, { j: 2 }))).toBe('w^l_{2i}');
    expect(spell(instantiate({ ...template, subscript: 's0j' }, { l: 1, j: 4 }))).toBe('w^1_{s04}');
  });

  it('keeps indices apart where one has two digits', () => {
    expect(spell(instantiate(template, { l: 1, j: 12, i: 3 }))).toBe('w^1_{12,3}');
    expect(spell(instantiate({ ...template, subscript: 'j,i' }, { l: 1, j: 12, i: 3 }))).toBe(
      'w^1_{12,3}',
    );
    expect(spell(instantiate({ ...template, subscript: 'n1' }, { l: 10, n: 10 }))).toBe(
      'w^{10}_{10,1}',
    );
  });

  it('knows its index letters', () => {
    expect(indexLetters(template)).toEqual(new Set(['l', 'j', 'i']));
    expect(indexLetters({ letter: 'l', superscript: '', subscript: 'Nn' })).toEqual(
      new Set(['N', 'n']),
    );
    expect(indexLetters({ letter: 'w', superscript: '(1)', subscript: 'sk' })).toEqual(new Set());
  });
});
