import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { speaksOf } from '../../src/check/speaks.ts';
import { shown } from '../support/mistakes.ts';
import { networkOf } from '../support/network.ts';

const networks = {
  square: 'x[2] -> h[2] -> y[2]',
  sigmoid: 'x[2] -> h[2] -> y[2]\nactivation sigmoid',
  mixed: 'x[2] -> h[2] -> y[2]\nactivation h: sigmoid, y: tanh',
  two: 'x[2] -> h[2] -> y[2]\nactivation h_1: sigmoid, h_2: tanh, y: sigmoid',
  batch: 'x -> y\nx = 1; 2\nt = 0; 1\nrate 0.5\nloss squared, decay 0.1',
  sizes: 'x[3] -> h[2] -> y[2]',
  deep: 'x[2] -> h^1[2] -> h^2[2] -> y[2]',
  wide: 'x[12] -> y[11]',
  softmax: 'x[2] -> y[3]\nactivation softmax\nloss cross-entropy',
} as const;
type Name = keyof typeof networks;

/** Formulas that are false, or that a check can't read: the words that are underlined, what is said, what to write. */
const told: readonly (readonly [Name, string, readonly (readonly string[])[]])[] = [
  [
    'square',
    'y_1 < h_1',
    [['<', 'Only = can be checked, and this is <.', 'Write an equation, or leave out “check”.']],
  ],
  [
    'square',
    'y_1 \\approx h_1',
    [
      [
        '\\approx',
        'Only = can be checked, and this is \\approx.',
        'Write an equation, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 \\leq h_1',
    [
      [
        '\\leq',
        'Only = can be checked, and this is \\leq.',
        'Write an equation, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = y_1^{-1}',
    [
      [
        'y_1^{-1}',
        'This is false: where y_1 = -72, this is -1/72, and what stands before it is -72.',
        'The network says y_1 = h_1 w_{11}^2 + h_2 w_{12}^2.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = y_1^{0}',
    [
      [
        'y_1^{0}',
        'This is false: where y_1 = -72, this is 1, and what stands before it is -72.',
        'The network says y_1 = h_1 w_{11}^2 + h_2 w_{12}^2.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = y_1^{1/2}',
    [['y_1^{1/2}', 'This network has no y^{1/2}_1.', 'There are y_1, y_2.']],
  ],
  [
    'square',
    'y_1 = y_1^{h_1}',
    [['y_1^{h_1}', 'This network has no y^{h_1}_1.', 'There are y_1, y_2.']],
  ],
  [
    'square',
    'y_1 = y_1^{65}',
    [['y_1^{65}', 'The exponent 65 is too large.', 'Exponents go to 64.']],
  ],
  [
    'batch',
    '\\frac{\\partial}{\\partial w_{11}} \\frac12 \\sum_{e=1}^2 E_e = 0',
    [
      [
        '\\frac{\\partial}{\\partial w_{11}} \\frac12 \\sum_{e=1}^2 E_e',
        "The derivative of a mean over examples can't be checked.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'batch',
    'w_{11} - \\eta = w_{11}',
    [['w_{11}', 'This is false: where w_{11} = 4, this is 4, and what stands before it is 7/2.']],
  ],
  [
    'square',
    '\\eta = \\eta',
    [
      [
        '\\eta',
        'This network has no \\eta.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
      [
        '\\eta',
        'This network has no \\eta.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
    ],
  ],
  [
    'square',
    '\\lambda = 1',
    [
      [
        '\\lambda',
        'This network has no \\lambda.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
    ],
  ],
  [
    'batch',
    '\\lambda w_{11} = w_{11}',
    [['w_{11}', 'This is false: where w_{11} = 4, this is 4, and what stands before it is 2/5.']],
  ],
  [
    'sigmoid',
    "\\sigma''(z_{h_1}) = 0",
    [
      [
        "\\sigma''(z_{h_1})",
        "Second derivatives can't be checked.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'two',
    '\\sigma(z_{h_2}) = h_2',
    [
      [
        'h_2',
        'This is false: where z_{h_2} = 0.892257, h_2 = 0.712507, this is 0.712507, and what stands before it is 0.709356.',
      ],
    ],
  ],
  [
    'two',
    '\\sigma(h_1) = h_1',
    [
      [
        'h_1',
        'This is false: where h_1 = 0.755697, this is 0.755697, and what stands before it is 0.680419.',
      ],
    ],
  ],
  [
    'two',
    'h_j = \\phi(z_{h_j})',
    [
      [
        '\\phi',
        'This network has no \\phi.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
    ],
  ],
  [
    'square',
    '\\tanh(z_{h_1}) = h_1',
    [
      [
        '\\tanh',
        "A check can't read \\tanh here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial (y_1 + y_2)}{\\partial x_1} = 1',
    [
      [
        '1',
        'This is false: where y_1 = -72, y_2 = -64, this is 1, and what stands before it is -56.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial^2 E}{\\partial x_1^2} = 0',
    [
      [
        '\\partial^2 E',
        "Second derivatives can't be checked.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial y_1}{\\partial E} = 0',
    [
      [
        'E',
        'Nothing is differentiated by the loss.',
        'Take the derivative by a weight, a bias or a unit.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial y_1}{\\partial \\delta_1} = 0',
    [
      [
        '\\delta_1',
        'Nothing is differentiated by an error term.',
        'Take the derivative by a weight, a bias or a unit.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial y_1^2}{\\partial x_1} = 0',
    [
      [
        'y_1^2',
        "This network has no such layer, so the superscript is a power, and a power can't stand here.",
        'Write the name of a unit, a weight or a bias.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial}{\\partial x_1} (y_1 + y_2) = w^2_{11} w^1_{11}',
    [
      [
        'w^2_{11} w^1_{11}',
        'This is false: where y_1 = -72, y_2 = -64, w_{11}^2 = 5, w_{11}^1 = -5, this is -25, and what stands before it is -56.',
      ],
    ],
  ],
  [
    'square',
    '\\frac{\\partial}{\\partial x_1} y_1 + y_2 = 0',
    [
      [
        '0',
        'This is false: where y_1 = -72, y_2 = -64, this is 0, and what stands before it is -91.',
      ],
    ],
  ],
  [
    'sizes',
    '\\sum_i x_i h_i = 0',
    [
      [
        'h_i',
        'The index i counts to 2 here and to 3 elsewhere in the same equation.',
        'Give each layer an index letter of its own.',
      ],
    ],
  ],
  [
    'sizes',
    'x_k = y_k',
    [
      [
        'y_k',
        'The index k counts to 2 here and to 3 elsewhere in the same equation.',
        'Give each layer an index letter of its own.',
      ],
    ],
  ],
  [
    'square',
    '\\sum_{k=1}^{3} y_k = y_1 + y_2',
    [['y_k', 'This network has no y_3.', 'There are y_1, y_2.']],
  ],
  [
    'square',
    '\\sum_{k=1}^{2} y_k = y_1',
    [
      [
        'y_1',
        'This is false: where y_1 = -72, y_2 = -64, this is -72, and what stands before it is -136.',
      ],
    ],
  ],
  [
    'square',
    '\\sum_{k=2}^{2} y_k = y_1',
    [
      [
        'y_1',
        'This is false: where y_2 = -64, y_1 = -72, this is -72, and what stands before it is -64.',
        'The network says y_2 = h_1 w_{21}^2 + h_2 w_{22}^2.',
      ],
    ],
  ],
  ['square', '\\sum_{k} = y_1', [['}', 'Something is missing here.', 'Write what stands here.']]],
  [
    'square',
    '\\sum y_k = y_1',
    [['\\sum', 'This sum does not say what it runs over.', 'Write \\sum_k, or \\sum_{k=1}^{2}.']],
  ],
  [
    'square',
    '\\sum_{q} y_1 = y_1',
    [
      [
        '\\sum_{q} y_1',
        'Nothing behind this sum says what q counts.',
        'Write q as a subscript of a unit or a weight, or from where to where it runs: \\sum_{q=1}^{2}.',
      ],
    ],
  ],
  [
    'square',
    '\\sum_{p: x_1 \\leadsto y_1} w_e = y_1',
    [
      [
        'w',
        "A check can't read w here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    '\\sum_{p: x_1} \\prod_{e \\in p} w_e = y_1',
    [['}', 'Something is missing here.', 'Write what stands here.']],
  ],
  [
    'square',
    '\\sum_{p:\\, x_1 \\leadsto y_1} \\prod_{e \\in q} w_e = y_1',
    [
      [
        'e',
        "A check can't read e here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    '\\sum_{p:\\, x_1 \\leadsto y_1} \\prod_{e} w_e = y_1',
    [
      [
        'e',
        "A check can't read e here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = 1e400',
    [['e', 'This network has no e.', 'Its quantities begin with x, h, y, w, E, t, z, \\delta.']],
  ],
  ['square', 'y_1 = \\frac{1', [['{', 'This brace is never closed.', 'Close it with }.']]],
  ['square', 'y_1 = {h_1', [['{', 'This { is never closed.', 'Close it with }.']]],
  ['square', 'y_1 = (h_1', [['(', 'This ( is never closed.', 'Close it with ).']]],
  [
    'square',
    'y_1 = h_1)',
    [
      [
        ')',
        "A check can't read ) here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  ['square', 'y_1 = \\left(h_1', [['(', 'This ( is never closed.', 'Close it with ).']]],
  ['square', 'y_1 = \\frac', [['c', 'Something is missing here.', 'Write what stands here.']]],
  ['square', 'y_1 = \\frac{}{2}', [['}', 'Something is missing here.', 'Write what stands here.']]],
  [
    'square',
    'y_1 = \\sqrt{2}',
    [
      [
        '\\sqrt',
        "A check can't read \\sqrt here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  ['square', 'y_1 = 2^', [['^', 'Something is missing here.', 'Write what stands here.']]],
  ['square', 'y_1 = h_', [['_', 'Something is missing here.', 'Write what stands here.']]],
  [
    'square',
    'y_1 = h_1_2',
    [['_', 'h has two subscripts.', 'Put brackets around what is raised to a power.']],
  ],
  [
    'square',
    'y_1 = h^1^2',
    [['^', 'h has two superscripts.', 'Put brackets around what is raised to a power.']],
  ],
  ['square', "y_1' = y_1", [["y_1'", "This network has no y^'_1.", 'There are y_1, y_2.']]],
  [
    'square',
    'y_1 = / 2',
    [
      [
        '/',
        "A check can't read / here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  ['square', 'y_1 = 2 /', [['/', 'Something is missing here.', 'Write what stands here.']]],
  [
    'square',
    '= y_1',
    [['= y_1', 'Nothing stands before this =.', 'Begin with what the rest is equal to.']],
  ],
  [
    'square',
    'y_1 =',
    [['y_1 =', 'Nothing stands behind an = here.', 'Write what it is equal to.']],
  ],
  ['square', '', [['', 'There is nothing to check here.', 'Write an equation.']]],
  [
    'square',
    'y_1 = y_1 \\text{ words } + 2',
    [
      [
        '\\text{ words }',
        "The words “words” can't be read as mathematics.",
        'Put words before or behind the equation, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = \\mathbf{h}_1',
    [
      [
        '\\mathbf',
        "A check can't read \\mathbf here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = h_{\\alpha}',
    [['h_{\\alpha}', 'This network has no h_{\\alpha}.', 'There are h_1, h_2.']],
  ],
  [
    'square',
    'y_1 = \\alpha_1',
    [
      [
        '\\alpha_1',
        'This network has no \\alpha_1.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = x_{12345678901234567890123456}',
    [
      [
        'x_{12345678901234567890123456}',
        'This network has no x_{12345678901234567890123456}.',
        'There are x_1, x_2.',
      ],
    ],
  ],
  [
    'square',
    '\\begin{matrix} y_1 \\end{matrix} = y_1',
    [
      [
        '\\begin{matrix}',
        "An environment “matrix” can't be read inside a formula.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  ['square', 'y_1 = \\ln', [['n', 'Something is missing here.', 'Write what stands here.']]],
  [
    'square',
    'y_1 = \\ln h_1',
    [
      [
        '\\ln h_1',
        'This has no value that could be compared: it divides by 0, or takes the logarithm of what is not positive.',
        'Write it so that it has a value wherever the network has one.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = e^{h_1}',
    [
      [
        'e^{h_1}',
        'This has no value that could be compared: it divides by 0, or takes the logarithm of what is not positive.',
        'Write it so that it has a value wherever the network has one.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = e',
    [['e', 'This network has no e.', 'Its quantities begin with x, h, y, w, E, t, z, \\delta.']],
  ],
  [
    'square',
    'y_1 = |h_1|',
    [
      [
        '|',
        "A check can't read | here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = h_1 w^2_{1}',
    [
      [
        'w^2_{1}',
        'This network has no w^2_1.',
        'There are w^1_{11}, w^1_{12}, w^1_{21}, w^1_{22}, w^2_{11}, w^2_{12}, w^2_{21}, w^2_{22}.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = w^2_{13}',
    [
      [
        'w^2_{13}',
        'This network has no w^2_{13}.',
        'There are w^1_{11}, w^1_{12}, w^1_{21}, w^1_{22}, w^2_{11}, w^2_{12}, w^2_{21}, w^2_{22}.',
      ],
    ],
  ],
  [
    'wide',
    'y_1 = x_{13}',
    [['x_{13}', 'This network has no x_{13}.', 'There are x_1, x_2, x_3, …, x_{12}.']],
  ],
  [
    'wide',
    'y_1 = q_1',
    [['q_1', 'This network has no q_1.', 'Its quantities begin with x, y, w, E, t, z, \\delta.']],
  ],
  [
    'wide',
    'y_1 = w_{1}',
    [['w_{1}', 'This network has no w_1.', 'There are w_{11}, w_{12}, w_{13}, …, w_{11,12}.']],
  ],
  [
    'square',
    'E = E + 0 \\cdot q',
    [['q', 'This network has no q.', 'Its quantities begin with x, h, y, w, E, t, z, \\delta.']],
  ],
  [
    'softmax',
    '\\delta_k = y_k',
    [
      [
        'y_k',
        'This is false: where k = 1, y_1 = 0.30341, this is 0.30341, and what stands before it is -0.062228.',
        'The network says \\delta_{1} = y_1 - t_1.',
      ],
    ],
  ],
  [
    'softmax',
    'y_1 = \\frac{1}{3}',
    [
      [
        '\\frac{1}{3}',
        'This is false: where y_1 = 0.30341, this is 0.333333, and what stands before it is 0.30341.',
        'The network says y_1 = \\frac{e^{z_{y_1}}}{e^{z_{y_1}} + e^{z_{y_2}} + e^{z_{y_3}}}.',
      ],
    ],
  ],
  [
    'square',
    'E = \\frac{1}{2} (t_1 - y_1)^2',
    [
      [
        '\\frac{1}{2} (t_1 - y_1)^2',
        'This is false: where t_1 = 2, y_1 = -72, this is 2738, and what stands before it is 8957/2.',
        'The network says E = \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right].',
      ],
    ],
  ],
  [
    'square',
    '\\frac{y_1}{h_1} = \\frac{h_1}{y_1}',
    [
      [
        '\\frac{h_1}{y_1}',
        'This is false: where y_1 = -72, h_1 = -16, this is 2/9, and what stands before it is 9/2.',
      ],
    ],
  ],
  [
    'sigmoid',
    'h_1 = \\sigma(z_{h_2})',
    [
      [
        '\\sigma(z_{h_2})',
        'This is false: where h_1 = 0.755697, z_{h_2} = 0.892257, this is 0.709356, and what stands before it is 0.755697.',
        'The network says h_1 = \\sigma(z_{h_1}).',
      ],
    ],
  ],
  [
    'sigmoid',
    'h_1 = h_1^2 + z_{h_1}',
    [
      [
        'h_1^2 + z_{h_1}',
        'This is false: where h_1 = 0.755697, z_{h_1} = 1.12923, this is 1.70031, and what stands before it is 0.755697.',
        'The network says h_1 = \\sigma(z_{h_1}).',
      ],
    ],
  ],
  [
    'square',
    'y_1 = 2 y_1',
    [
      [
        '2 y_1',
        'This is false: where y_1 = -72, this is -144, and what stands before it is -72.',
        'The network says y_1 = h_1 w_{11}^2 + h_2 w_{12}^2.',
      ],
    ],
  ],
  ['square', '0 = 1', [['1', 'This is false: this is 1, and what stands before it is 0.']]],
  [
    'square',
    '\\frac{1}{3} = 0.3333',
    [['0.3333', 'This is false: this is 3333/10000, and what stands before it is 1/3.']],
  ],
  [
    'square',
    '[i = k] = 1',
    [
      [
        '[i = k]',
        'Nothing else here says what i counts.',
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_j [j = k] = y_k',
    [
      [
        'y_k',
        'This is false: where j = 1, k = 2, y_1 = -72, y_2 = -64, this is -64, and what stands before it is 0.',
      ],
    ],
  ],
  [
    'deep',
    'h^l_1 = h^{l-1}_1',
    [
      [
        'h^{l-1}_1',
        'This is false: where l = 2, h_1^2 = -72, h_1^1 = -16, this is -16, and what stands before it is -72.',
        'The network says h_1^2 = h_1^1 w_{11}^2 + h_2^1 w_{12}^2.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = \\hat{y}_1',
    [
      [
        '\\hat',
        "A check can't read \\hat here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 := \\vec{h}',
    [
      [
        '\\vec',
        "A check can't read \\vec here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = 1{,}5',
    [
      [
        ',',
        "A check can't read , here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = 1.2.3',
    [
      [
        '1.2.3',
        '1.2.3 is no number.',
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = \\frac{\\partial y_1}{h_1}',
    [
      [
        '\\partial',
        "A check can't read \\partial here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    'y_1 = \\partial h_1',
    [
      [
        '\\partial',
        "A check can't read \\partial here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'square',
    '\\Delta w^1_{11} = 0',
    [
      [
        '0',
        'This is false: this is 0, and what stands before it is -2660.',
        'The network says \\frac{\\partial E}{\\partial w_{11}^1} = x_1 \\sum_{k} (y_k - t_k) w_{k1}^2.',
      ],
    ],
  ],
  [
    'square',
    '\\Delta y_1 = 0',
    [
      [
        'y_1',
        'Δ is the gradient by a weight or a bias, and this is neither.',
        'Write a derivative, \\frac{\\partial E}{\\partial h_1}.',
      ],
    ],
  ],
  [
    'square',
    '\\delta_{q} = 0',
    [
      [
        '0',
        'This is false: where q = 1, this is 0, and what stands before it is -74.',
        'The network says \\delta_{1} = y_1 - t_1.',
      ],
    ],
  ],
  [
    'square',
    '\\delta_3 = 0',
    [
      [
        '\\delta_3',
        'This network has no \\delta_3.',
        'There are \\delta_{h_1}, \\delta_{h_2}, \\delta_1, \\delta_2.',
      ],
    ],
  ],
  [
    'square',
    'z_{x_1} = x_1',
    [['z_{x_1}', 'This network has no z_{x_1}.', 'There are z_{h_1}, z_{h_2}, z_{y_1}, z_{y_2}.']],
  ],
  [
    'square',
    'z_{h_1} = 0',
    [['0', 'This is false: where z_{h_1} = -16, this is 0, and what stands before it is -16.']],
  ],
  ['square', 't_3 = 0', [['t_3', 'This network has no t_3.', 'There are t_1, t_2.']]],
];

const correct: readonly (readonly [Name, string])[] = [
  ['square', 'y_1 y_1^{-2} = y_1^{-1}'],
  ['square', 'y_1^0 = 1'],
  ['batch', '\\eta = \\eta'],
  ['mixed', '\\sigma(z_{h_1}) = h_1'],
  ['mixed', '\\tanh(z_{y_1}) = y_1'],
  ['two', '\\sigma(z_{h_1}) = h_1'],
  ['deep', 'h^{l+1}_j = \\sum_i w^{l+1}_{ji} h^l_i'],
];

describe('a formula', () => {
  it.each(told)('of %s, %s, is told what is wrong', (network, tex, expected) => {
    const mistakes = shown(tex, check(tex, checkerOf(networkOf(networks[network]))));
    expect(
      mistakes.map(({ at, message, hint }) => [at, message, ...(hint === undefined ? [] : [hint])]),
    ).toEqual(expected);
  });

  it.each(correct)('of %s, %s, is true', (network, tex) => {
    expect(check(tex, checkerOf(networkOf(networks[network])))).toEqual([]);
  });

  it('speaks of a network where it names a quantity, or can’t even be parted into its tokens', () => {
    const { vocabulary } = checkerOf(networkOf(networks.square));
    for (const tex of ['y_1 = 2', 'w^2_{kj}', '\\begin{x'])
      expect(speaksOf(tex, vocabulary), tex).toBe(true);
    for (const tex of ['a = b', 'E = m c^2', 'q_1'])
      expect(speaksOf(tex, vocabulary), tex).toBe(false);
  });
});
