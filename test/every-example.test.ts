import { describe, expect, it } from 'vitest';
import { curves } from '../src/calculus/activation.ts';
import { shares } from '../src/calculus/loss.ts';
import { presets } from '../src/network/notation.ts';
import { blocksOf, pages } from './support/blocks.ts';

const blocks = pages('content/examples').flatMap(([, page]) => blocksOf(page));
const texts = blocks.map(({ text }) => text).join('\n');

describe('the examples', () => {
  it.each([
    [
      'form',
      ['paths', 'delta', 'index', 'matrix', 'numbers', 'table'],
      (word: string) => `as ${word}`,
    ],
    [
      'activation',
      [...Object.keys(curves).filter((name) => name !== 'identity'), 'softmax'],
      (word: string) => word,
    ],
    ['loss', Object.keys(shares).filter((name) => name !== 'squared'), (word: string) => word],
    [
      'preset',
      [...presets.keys()].filter((name) => name !== 'standard'),
      (word: string) => `notation ${word}`,
    ],
  ])('have every %s', (_, words, written) => {
    const missing = words.filter(
      (word) => !new RegExp(`(?<![-\\w])${written(word)}(?![-\\w])`).test(texts),
    );
    expect(missing).toEqual([]);
  });
});
