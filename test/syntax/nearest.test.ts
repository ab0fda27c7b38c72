import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/syntax/nearest.ts';

describe('the nearest words', () => {
  const words = ['weights', 'bias', 'activation', 'loss', 'figure', 'forward', 'derive'];

  it.each([
    ['weigths', ['weights']],
    ['weight', ['weights']],
    ['wieghst', ['weights']],
    ['Figure', ['figure']],
    ['deriv', ['derive']],
    ['foward', ['forward']],
    ['bais', ['bias']],
    ['los', ['loss']],
    ['activate', []],
    ['xyz', []],
  ])('%s: %j', (word, expected) => {
    expect(nearest(word, words)).toEqual(expected);
  });

  it.each([
    ['ba', true],
    ['abc', true],
    ['b', true],
    ['cb', true],
    ['bc', false],
    ['ca', false],
    ['cd', false],
  ])('ab is one slip away from %s: %s', (candidate, isNear) => {
    expect(nearest('ab', [candidate])).toEqual(isNear ? [candidate] : []);
  });

  it('are those within a third of the word, a swap being one slip', () => {
    expect(nearest('abcdef', ['badcef'])).toEqual(['badcef']);
    expect(nearest('abcdef', ['badcfe'])).toEqual([]);
    expect(nearest('abcdef', ['abcd', 'abcdefgh'])).toEqual(['abcd', 'abcdefgh']);
    expect(nearest('abcdef', ['abc', 'abcdefghi'])).toEqual([]);
  });

  it('are three at most, the closest first, and each once', () => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaaa', 'aaad', 'aaae', 'aaaa'])).toEqual([
      'aaaa',
      'aaab',
      'aaac',
    ]);
  });
});
