import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

const mistakes = (block: string): readonly string[] =>
  compile(block).diagnostics.map(({ message }) => message);

describe('letters of the equations’ own', () => {
  it.each([
    ['x -> eta -> y\nrate 0.5', 'eta would be both the learning rate and a unit.'],
    [
      'x -> y : lambda\nloss squared, decay 0.1',
      'lambda would be both the strength of the weight decay and a weight.',
    ],
    [
      'x[2] -> e -> y[2]\nactivation y: softmax',
      'e would be both the base of the exponentials and a unit.',
    ],
    [
      'x -> h -> y\nactivation sigmoid\nbias h: sigma',
      'sigma would be both the sigmoid and a bias.',
    ],
  ])('%j: %s', (block, message) => {
    expect(mistakes(block)).toEqual([message]);
  });

  it('are told where they would be printed, with what to write instead', () => {
    expect(compile('x -> eta -> y\nrate 0.5').diagnostics).toEqual([
      {
        code: 'double-name',
        message: 'eta would be both the learning rate and a unit.',
        hint: 'Choose another letter for the unit, or give it an index.',
        span: { start: 5, end: 8 },
      },
    ]);
  });

  it('are free where nothing is written with them, or with an index', () => {
    expect(mistakes('x -> eta -> e : lambda')).toEqual([]);
    expect(mistakes('x[2] -> eta[2] -> y\nrate 0.5\nderive eta_1')).toEqual([]);
  });
});
