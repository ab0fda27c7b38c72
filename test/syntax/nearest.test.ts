import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/syntax/nearest.ts';

describe('the nearest words', () => {
  const words = ['weights', 'bias', 'activation', 'loss', 'figure', 'forward', 'derive'];

  it.each([
    ['weigths', ['weights']],
    ['weight', ['weights']],
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

  it('are three at most, the closest first, and each once', () => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaaa', 'aaad', 'aaae', 'aaaa'])).toEqual([
      'aaaa',
      'aaab',
      'aaac',
    ]);
  });
});
