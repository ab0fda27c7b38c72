import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { speaksOf } from '../../src/check/speaks.ts';
import { shown } from '../support/mistakes.ts';
import { networkOf } from '../support/network.ts';

const networks = {
  square: 'x[2] -> h[2] -> y[2]',
  sigmoid: 'x[2] -> h[2] -> y[2]\nactivation sigmoid',
  leaky: 'x -> h[2] -> y\nactivation h_1: leaky-relu 0.1, h_2: leaky-relu 0.2',
  single: 'x -> h -> y',
  fixed: 'x -> y : 2',
  named: 'x_1 -> y : u\nx_2 -> y : v',
  wide: 'x[12] -> y[11]',
  // Letters that mean something else elsewhere: a differential, the exponential.
  d: 'd -> y',
  e: 'x -> e^1 -> y',
} as const;
type Name = keyof typeof networks;

const mistakes = (network: Name, tex: string) =>
  shown(tex, check(tex, checkerOf(networkOf(networks[network]))));

/** Ways to write that are seldom met, in equations that hold. */
const right: readonly (readonly [Name, string])[] = [
  ['square', '(\\sum_k y_k)^2 = y_1^2 + 2 y_1 y_2 + y_2^2'],
  ['square', '(\\frac{\\partial}{\\partial h_1} y_1)^2 = (w^2_{11})^2'],
  ['square', '(y_1)^{-2} = \\frac{1}{y_1 y_1}'],
  ['square', 'y_1 = (h_1 w^2_{11} \\quad + \\quad h_2 w^2_{12})'],
  [
    'square',
    '\\frac{\\partial y_1}{\\partial x_1} = (\\sum_{p:\\, x_1 \\leadsto y_1} \\quad \\prod_{e \\in p} w_e)',
  ],
  ['square', '[1 = 2] y_1 + [1 = 1] y_2 = y_2'],
  ['square', '\\sum_k w^2_{kk} = w^2_{11} + w^2_{22}'],
  ['square', 'δ_1 = \\lbrace y_1 − t_1 \\rbrace'],
  [
    'square',
    '\\frac{\\mathrm dE}{\\mathrm dw^2_{11}} = \\delta_1 h_1 \\text{ in 50 \\% of \\} cases}',
  ],
  ['square', 'y_1 = y_1 \\'],
  ['sigmoid', '\\sigma(z_{h_1})^2 = h_1 h_1'],
  ['leaky', 'h_1 = \\operatorname{LReLU}(z_{h_1})'],
  ['d', '\\frac{d}{2} = 0.5 d'],
  ['e', 'y = e^1 w^2_{11}'],
  ['e', 'e^1 = x w^1_{11}'],
];

const direct =
  'Behind \\left. only the derivative along one edge can be read, with a bar and a word behind it.';

/** What can't be read, the words that are underlined, and what is said. */
const wrong: readonly (readonly [Name, string, string, string])[] = [
  ['square', '(y_1)^{h_1} = 1', 'h_1', 'Only whole numbers can be exponents.'],
  ['square', '(y_1)^{1.5} = 1', '1.5', 'Only whole numbers can be exponents.'],
  ['square', '(y_1)_2 = 1', '_', "A check can't read _ here."],
  ['square', "(y_1)' = 1", "'", "A check can't read ' here."],
  ['square', 'y_1 = @', '@', "A check can't read @ here."],
  ['square', 'y_1 = (h_1]', ']', "A check can't read ] here."],
  ['square', 'y_1 = h_{\\frac12}', '\\frac', "A check can't read \\frac here."],
  ['square', 'y_1 = h_{\\quad}', '\\quad', "A check can't read \\quad here."],
  ['square', '\\partial 2 = 1', '2', "A check can't read 2 here."],
  ['square', '\\partial y_1/\\partial 2 = 1', '2', "A check can't read 2 here."],
  ['square', '\\left. y_1 \\right|_{\\text{direct}} = 1', '\\left.', direct],
  [
    'square',
    '\\left.\\frac{1}{x_1}\\right|_{\\text{direct}} = 1',
    '\\left.\\frac{1}{x_1}\\right|_{\\text{direct}}',
    direct,
  ],
  [
    'square',
    '\\left.\\frac{\\partial y_1}{\\partial x_1}\\right| = 0',
    '\\left.\\frac{\\partial y_1}{\\partial x_1}\\right|',
    direct,
  ],
  ['sigmoid', "\\sigma' z_{h_1} = 1", 'z', "A check can't read z here."],
  [
    'leaky',
    'h_1 = \\operatorname{LReLU}(x)',
    '\\operatorname{LReLU}(x)',
    'Several activations are written LReLU, and nothing says which one this is.',
  ],
  [
    'leaky',
    'y = \\operatorname{LReLU}(z_y)',
    '\\operatorname{LReLU}(z_y)',
    'Several activations are written LReLU, and nothing says which one this is.',
  ],
  ['square', '\\sum_{k}^{2} y_k = 1', 'k', 'This sum does not say where it begins.'],
  ['named', 'y = \\sum_k w_k', '\\sum_k w_k', 'Nothing behind this sum says what k counts.'],
  ['square', '\\sum_{p, q: x_1 \\leadsto y_1} 1 = 1', ',', "A check can't read , here."],
  ['square', '\\sum_{p: x_1 \\leadsto y_1 y_2} 1 = 1', 'y', "A check can't read y here."],
  ['square', '\\sum_{p: 2 \\leadsto y_1} 1 = 1', '2', "A check can't read 2 here."],
  [
    'square',
    '\\sum_{k=1}^{999} \\sum_{j=1}^{99} y_1 = 1',
    '\\sum_{j=1}^{99} y_1',
    'These sums have too many terms to be written out.',
  ],
];

/** False equations, and the hint that comes with them: none where the network has no equation of its own for the side. */
const hints: readonly (readonly [Name, string, string | undefined])[] = [
  ['single', 'y_2 = y', 'There is y.'],
  ['sigmoid', '\\frac{\\partial h_1}{\\partial z_{h_1}} = 0', undefined],
  ['square', '\\left.\\frac{\\partial y_1}{\\partial x_1}\\right|_{\\text{direct}} = 1', undefined],
  ['fixed', '\\delta = 0', undefined],
];

describe('what is seldom written', () => {
  it.each(right)('of %s, %s, is true', (network, tex) => {
    expect(mistakes(network, tex)).toEqual([]);
  });

  it.each(wrong)('of %s, %s, can’t be read at %s', (network, tex, at, message) => {
    expect(mistakes(network, tex)).toMatchObject([{ at, message }]);
  });

  it.each(hints)('of %s, %s, is told %s', (network, tex, hint) => {
    expect(mistakes(network, tex).map((mistake) => mistake.hint)).toEqual([hint]);
  });

  it('is no slip that is looked for in a long sum', () => {
    const sum = (...weights: readonly string[]) => `y_1 = ${weights.join(' + ')}`;
    const terms = Array.from({ length: 12 }, (_, place) => `w_{1,${place + 1}} x_{${place + 1}}`);
    expect(mistakes('wide', sum(...terms))).toEqual([]);
    expect(mistakes('wide', sum(...terms.slice(0, -1), 'w_{2,12} x_{12}'))[0]?.hint).toMatch(
      /^The network says/,
    );
  });

  it('is no formula at all, and speaks of nothing', () => {
    expect(speaksOf('', checkerOf(networkOf(networks.square)).vocabulary)).toBe(false);
  });
});
