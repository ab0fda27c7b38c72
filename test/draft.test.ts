import { describe, expect, it } from 'vitest';
import { blocksOf } from './support/blocks.ts';

/** The lines of a block's equations without the spaces that TeX does not see. */
function lines(network: string, request: string): string[] {
  const [block] = blocksOf(`\`\`\`network\n${network}\nnotation draft\n${request}\n\`\`\``);
  expect(block?.compiled.diagnostics).toEqual([]);
  return (block?.compiled.parts ?? []).flatMap((part) =>
    part.kind === 'equation' ? part.rows.map(({ left, right }) => `${left} = ${right}`.trim()) : [],
  );
}

const one = 'x[1] -> y[1]\nweights w_N';
const hidden = 'x[1] -> h[1] -> y[1]\nweights w_N';
const fork = 'x[1] -> y[2]\nweights w_N';
const square = 'x[2] -> h[2] -> y[2]\nweights w^l_{n1}';
const deep = 'x[2] -> h^1[2] -> h^2[2] -> y[2]\nweights w^l_{n1}';
const exact = 'lines define insert-loss constant no-path';

describe('the derivation that the project began with, in its own numbering of the weights', () => {
  it('states the network', () => {
    expect(lines(one, 'forward y E')).toEqual(['y_1 = x_1 w_1', 'E = \\frac{1}{2} (t_1 - y_1)^2']);
    expect(lines(hidden, 'forward')).toEqual(['h_1 = x_1 w_1', 'y_1 = h_1 w_2']);
    expect(lines(square, 'forward y h')).toEqual([
      'y_1 = h_1 w_{11}^2 + h_2 w_{21}^2',
      'y_2 = h_1 w_{31}^2 + h_2 w_{41}^2',
      'h_1 = x_1 w_{11}^1 + x_2 w_{21}^1',
      'h_2 = x_1 w_{31}^1 + x_2 w_{41}^1',
    ]);
    expect(lines(deep, 'forward y h^2 h^1')).toEqual([
      'y_1 = h_1^2 w_{11}^3 + h_2^2 w_{21}^3',
      'y_2 = h_1^2 w_{31}^3 + h_2^2 w_{41}^3',
      'h_1^2 = h_1^1 w_{11}^2 + h_2^1 w_{21}^2',
      'h_2^2 = h_1^1 w_{31}^2 + h_2^1 w_{41}^2',
      'h_1^1 = x_1 w_{11}^1 + x_2 w_{21}^1',
      'h_2^1 = x_1 w_{31}^1 + x_2 w_{41}^1',
    ]);
  });

  it('(1) one weight', () => {
    expect(lines(one, `derive w_1 lines define insert-loss constant sign`)).toEqual([
      '\\Delta w_1 = \\frac{\\partial E}{\\partial w_1}',
      '= \\frac{\\partial}{\\partial w_1} \\frac{1}{2} (t_1 - y_1)^2',
      '= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_1}\\right)',
      '= (y_1 - t_1) x_1',
    ]);
  });

  it('(2) and (3) the chain rule along one path, and substituted', () => {
    expect(lines(hidden, 'derive y_1 by w_1')).toEqual([
      '\\frac{\\partial y_1}{\\partial w_1} = \\frac{\\partial y_1}{\\partial h_1} \\frac{\\partial h_1}{\\partial w_1}',
      '= w_2 x_1',
    ]);
    expect(lines(hidden, 'derive w_1 lines sign')).toEqual(['\\Delta w_1 = (y_1 - t_1) w_2 x_1']);
  });

  it('two outputs: the second has no path, and its derivative is 0', () => {
    expect(lines(fork, `derive w_1 ${exact} sign`)).toEqual([
      '\\Delta w_1 = \\frac{\\partial E}{\\partial w_1}',
      '= \\frac{\\partial}{\\partial w_1} \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right]',
      '= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_1}\\right) + (t_2 - y_2) \\left(0 - \\frac{\\partial y_2}{\\partial w_1}\\right)',
      '= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_1}\\right) + (t_2 - y_2) (0)',
      '= (y_1 - t_1) x_1',
    ]);
    expect(lines(fork, 'derive w_2 lines sign')).toEqual(['\\Delta w_2 = (y_2 - t_2) x_1']);
  });

  it('(4) and (5) in general, with the free index that the draft lost', () => {
    expect(lines('x[1] -> y[2]', 'derive w_{11} as index')).toEqual([
      '\\delta_{k} = y_k - t_k',
      '\\Delta w_{ki} = (y_k - t_k) x_i',
      '= \\delta_{k} x_i',
    ]);
  });

  it('(6) the start for a hidden layer', () => {
    expect(lines(square, `derive w^1_{11} ${exact}`).at(-1)).toBe(
      '= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}^1}\\right) + (t_2 - y_2) \\left(0 - \\frac{\\partial y_2}{\\partial w_{11}^1}\\right)',
    );
  });

  it('(7) for each output, the second with w²₃₁ where the draft slipped to w²₂₁', () => {
    expect(lines(square, 'derive y_1 by w^1_{11}')).toEqual([
      '\\frac{\\partial y_1}{\\partial w_{11}^1} = \\frac{\\partial y_1}{\\partial h_1} \\frac{\\partial h_1}{\\partial w_{11}^1}',
      '= w_{11}^2 x_1',
    ]);
    expect(lines(square, 'derive y_2 by w^1_{11}').at(-1)).toBe('= w_{31}^2 x_1');
  });

  it('substituted, without the slip, and without a sum that the running numbers would make false', () => {
    expect(lines(square, 'derive w^1_{11} lines local-factor..')).toEqual([
      '\\Delta w_{11}^1 = (t_1 - y_1) (0 - w_{11}^2 x_1) + (t_2 - y_2) (0 - w_{31}^2 x_1)',
      '= (y_1 - t_1) w_{11}^2 x_1 + (y_2 - t_2) w_{31}^2 x_1',
      '= x_1 \\left[(y_1 - t_1) w_{11}^2 + (y_2 - t_2) w_{31}^2\\right]',
    ]);
    expect(lines('x[2] -> h[2] -> y[2]', 'derive w^1_{11}').at(-1)).toBe(
      '= x_1 \\sum_{k} (y_k - t_k) w_{k1}^2',
    );
  });

  it('along two paths', () => {
    expect(lines(deep, 'derive y_1 by w^1_{11}')).toEqual([
      '\\frac{\\partial y_1}{\\partial w_{11}^1} = \\frac{\\partial y_1}{\\partial h_1^2} \\frac{\\partial h_1^2}{\\partial h_1^1} \\frac{\\partial h_1^1}{\\partial w_{11}^1} + \\frac{\\partial y_1}{\\partial h_2^2} \\frac{\\partial h_2^2}{\\partial h_1^1} \\frac{\\partial h_1^1}{\\partial w_{11}^1}',
      '= w_{11}^3 w_{11}^2 x_1 + w_{21}^3 w_{31}^2 x_1',
      '= x_1 (w_{11}^3 w_{11}^2 + w_{21}^3 w_{31}^2)',
    ]);
    expect(lines(deep, 'derive y_2 by w^1_{11}').at(-1)).toBe(
      '= x_1 (w_{31}^3 w_{11}^2 + w_{41}^3 w_{31}^2)',
    );
  });

  it('substituted and factored, and as a sum over paths whose sums are nested', () => {
    expect(lines(deep, 'derive w^1_{11} lines common-factor factor-out')).toEqual([
      '\\Delta w_{11}^1 = (t_1 - y_1) \\left[0 - x_1 (w_{11}^3 w_{11}^2 + w_{21}^3 w_{31}^2)\\right] + (t_2 - y_2) \\left[0 - x_1 (w_{31}^3 w_{11}^2 + w_{41}^3 w_{31}^2)\\right]',
      '= x_1 \\left[(y_1 - t_1) (w_{11}^3 w_{11}^2 + w_{21}^3 w_{31}^2) + (y_2 - t_2) (w_{31}^3 w_{11}^2 + w_{41}^3 w_{31}^2)\\right]',
    ]);
    expect(lines(deep, 'derive w^1_{11} as paths').at(-1)).toBe(
      '= x_1 \\sum_{k} \\delta_{k} \\sum_{p:\\, h_1^1 \\leadsto y_k} \\; \\prod_{e \\in p} w_e',
    );
  });
});
