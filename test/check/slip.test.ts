import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { networkOf } from '../support/network.ts';

const hints = (formula: string): readonly (string | undefined)[] =>
  check(formula, checkerOf(networkOf('x[2] -> h[2] -> y[2]'))).map(({ hint }) => hint);

describe('one symbol that was written for another', () => {
  it('is named where it alone makes the difference', () => {
    expect(hints('y_1 = h_1 w^2_{11} + h_2 w^2_{22}')[0]).toContain(
      'With w_{12}^2 in place of w_{22}^2 it would be true.',
    );
    expect(hints('\\Delta w^2_{11} = (y_1 - t_2) h_1')[0]).toContain(
      'With t_1 in place of t_2 it would be true.',
    );
  });

  it.each([
    'y_1 = 2 h_1 w^2_{11} + h_2 w^2_{12}', // a factor too many
    'y_1 = h_1 w^2_{11} + h_1 w^2_{21}', // two symbols
    'y_1 = h_1 w^2_{11} - h_2 w^2_{12}', // a sign
    'y_1 = h_1', // what would say that y_1 is y_1
  ])('is not guessed in %s', (formula) => {
    expect(hints(formula).join()).not.toContain('in place of');
  });
});
