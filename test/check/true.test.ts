import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { networkOf } from '../support/network.ts';

const networks = {
  linear: 'x[2] -> h[2] -> y[2]',
  deep: 'x[2] -> h^1[3] -> h^2[2] -> y[2]',
  sigmoid: 'x[2] -> h[2] -> y[2]\nactivation sigmoid\nbias b^l_j',
  classes: 'x[2] -> h[3] -> y[2]\nactivation h: tanh, y: sigmoid\nloss binary-cross-entropy',
  single: 'x -> h -> y',
  skip: 'x[2] -> h[2] -> y[2]\nx_1 -> y_1 : w_s',
  wide: 'x[12] -> y[11]',
  letters: 'x[2] -> y[2]\nnotation loss C, error epsilon, target d, derivative d, gradient delta',
  nielsen: 'x[2] -> h[2] -> y[2]\nactivation sigmoid\nnotation nielsen',
  ng: 'x[2] -> h[2] -> y[2]\nactivation sigmoid\nbias b^l_j\nnotation ng',
  batch: 'x[2] -> y\nweights w_N\nx = 0 0; 0 1; 1 0; 1 1\nt = 0; 1; 1; 0\nloss squared, decay 0.01',
  softmax: 'x[2] -> y[3]\nactivation softmax\nloss cross-entropy',
} as const;

/** Equations as people write them, all of them true. */
const equations: readonly (readonly [keyof typeof networks, string])[] = [
  ['linear', 'y_1 = h_1 w^2_{11} + h_2 w^2_{12}'],
  ['linear', 'y_k = \\sum_j w^2_{kj} h_j'],
  [
    'linear',
    'y_k = \\sum_{j=1}^{2} w^2_{kj} h_j, \\qquad h_j = \\sum_{i=1}^n w_{ji}^1 x_i \\quad\\text{for all $k$ and $j$.}',
  ],
  ['linear', '\\frac{\\partial E}{\\partial w^1_{ji}} = x_i \\sum_k \\delta_k w^2_{kj}'],
  [
    'linear',
    '\\frac{\\mathrm{d} E}{\\mathrm{d} w^1_{ji}} = \\sum_k (y_k - t_k) \\frac{\\partial y_k}{\\partial w^1_{ji}}',
  ],
  ['linear', '\\partial E/\\partial w^2_{kj} = (y_k-t_k) \\cdot h_j'],
  ['linear', '\\frac{d E}{d h_j} = \\sum_k \\delta_k \\frac{d y_k}{d h_j}'],
  ['linear', '\\dfrac{\\delta E}{\\delta h_1} = \\delta_{1} w^2_{11} + \\delta_2 w^2_{2,1}'],
  [
    'linear',
    'E := \\tfrac12 \\sum_k (t_k - y_k)^2 = 0.5 \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right]',
  ],
  ['linear', 'E = 1/2 \\, (t_1 - y_1)^2 + \\frac{(t_2 - y_2)^{2}}{2} % one half each'],
  ['linear', '\\delta_{h_j} = \\sum_k w^2_{kj}\\delta_k'],
  [
    'linear',
    '\\frac{\\partial y_1}{\\partial x_1} = \\sum_{p:\\, x_1 \\leadsto y_1} \\prod_{e \\in p} w_e',
  ],
  ['linear', 'y_1^2 = y_1 y_1 = {y_1}^2 = (y_1)^2'],
  ['linear', '\\sum_{j,k} y_k h_j = (y_1 + y_2) (h_1 + h_2) = \\sum_j h_j \\sum_k y_k'],
  ['linear', '\\prod_k y_k = y_1 \\times y_2'],
  [
    'linear',
    '\\begin{aligned} y_1 &= h_1 w_{11}^2 \\\\[2pt] &\\quad + h_2 w_{12}^2 & h_1 &= x_1 w^1_{11} + x_2 w^1_{12} \\\\ y_2 &= \\sum_j h_j w^2_{2j} \\end{aligned}',
  ],
  [
    'linear',
    '\\begin{equation}\\begin{split} y_1 &= h_1 w_{11}^2 + h_2 w_{12}^2 \\label{y} \\end{split}\\end{equation}',
  ],
  ['linear', '\\frac{\\partial t_1}{\\partial w^1_{11}} = 0'],
  ['deep', '\\delta_{h^2_j} = \\sum_k w^3_{kj} \\delta_k'],
  ['deep', 'h^2_j = \\sum_i w^2_{ji} h^1_i'],
  ['deep', 'h^l_1 = h_1^l'],
  ['deep', '(h^2_1)^2 = h^2_1 h^2_1'],
  ['sigmoid', 'z_{h_1} = w^1_{11} x_1 + w^1_{12} x_2 + b^1_1 \\qquad h_1 = \\sigma(z_{h_1})'],
  ['sigmoid', 'h_j = \\frac{1}{1 + e^{-z_{h_j}}} = \\frac{1}{1 + \\exp(-z_{h_j})}'],
  ['sigmoid', "\\sigma'(z_{h_j}) = h_j (1 - h_j) = \\frac{\\partial h_j}{\\partial z_{h_j}}"],
  ['sigmoid', "\\delta_k = (y_k - t_k) \\sigma'(z_{y_k})"],
  [
    'sigmoid',
    '\\frac{\\partial E}{\\partial b^1_j} = \\delta_{h_j} = h_j(1-h_j)\\sum_k w^2_{kj} (y_k - t_k) y_k (1-y_k)',
  ],
  ['classes', 'E = -\\sum_k \\left[ t_k \\ln y_k + (1 - t_k)\\log(1 - y_k) \\right]'],
  ['classes', '\\delta_k = y_k - t_k'],
  ['classes', '\\frac{\\partial E}{\\partial y_1} = \\frac{y_1 - t_1}{y_1(1-y_1)}'],
  ['single', '\\delta = y - t = -1(t - y)'],
  ['single', '\\frac{\\delta E}{\\delta h} = \\delta w^2_{11}'],
  ['skip', 'y_1 = w^2_{11} h_1 + w^2_{12} h_2 + w_s x_1'],
  ['skip', '\\frac{\\partial y_1}{\\partial x_1} = w_s + w^2_{11}w^1_{11} + w^2_{12}w^1_{21}'],
  ['skip', '\\left.\\frac{\\partial y_1}{\\partial x_1}\\right|_{\\text{direct}} = w_s'],
  ['wide', 'y_k = \\sum_i w_{ki} x_i'],
  ['wide', '\\frac{\\partial y_{11}}{\\partial w_{11,12}} = x_{12}'],
  ['letters', 'C = \\frac12 \\sum_k (d_k - y_k)^2'],
  ['letters', '\\Delta w_{ki} = \\frac{\\mathrm{d} C}{\\mathrm{d} w_{ki}} = \\epsilon_k x_i'],
  ['nielsen', "\\delta^2_k = (a^2_k - y_k) \\sigma'(z^2_k)"],
  ['nielsen', "\\delta^1_j = \\sigma'(z^1_j) \\sum_k w^2_{kj} \\delta^2_k"],
  [
    'nielsen',
    '\\frac{\\partial C}{\\partial w^l_{jk}} = a^{l-1}_k \\delta^l_j = \\frac{\\partial C}{\\partial z^l_j} h_k',
  ],
  ['ng', '\\mathrm{d}w^{[2]}_{kj} = \\mathrm{d}z^{[2]}_k a^{[1]}_j = dz^{[2]}_k a^{[1]}_j'],
  ['batch', 'E = \\frac{1}{4} \\sum_{e=1}^{4} E_e + \\frac{\\lambda}{2} \\sum_w w^2'],
  [
    'batch',
    '\\frac{\\partial E}{\\partial w_1} = \\frac14 \\sum_{e=1}^4 (y - t) x_1 + \\lambda w_1',
  ],
  ['softmax', 'y_k = \\frac{e^{z_{y_k}}}{\\sum_j e^{z_{y_j}}}'],
  ['softmax', '\\frac{\\partial y_i}{\\partial z_{y_j}} = y_i ([i = j] - y_j)'],
  ['softmax', '\\delta_k = y_k \\sum_j t_j - t_k = y_k - t_k'],
];

describe('a true equation passes', () => {
  it.each(equations)('%s: %s', (network, tex) => {
    expect(check(tex, checkerOf(networkOf(networks[network])))).toEqual([]);
  });
});
