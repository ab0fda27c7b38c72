import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { equationTex } from '../../src/page/tex.ts';
import { type Expected, shown } from '../support/mistakes.ts';

/** What is asked for and can't be had, and what is said about it. */
const refused: readonly (readonly [block: string, expected: readonly Expected[]])[] = [
  [
    'x[2] -> h[2] -> y[2]\nderive y_1 by w^1_{11} as delta',
    [
      {
        code: 'form-of-unit',
        at: 'derive y_1 by w^1_{11} as delta',
        message: 'The derivative of a unit is written as a chain or as numbers, not as delta.',
        hint: 'Leave “as” out, or take the gradient of the error.',
      },
    ],
  ],
  [
    // Under its own loss a softmax is one step, but the derivative of a share runs through all sums.
    'x[1] -> h[3] -> y[3]\nactivation y: softmax\nloss cross-entropy\nderive y_1 by x_1',
    [
      {
        code: 'too-many-paths',
        at: 'derive y_1 by x_1',
        message: '9 paths lead there, too many to write down one by one.',
        hint: 'Take the gradient of the error as delta: its work grows with the edges, not with the paths.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nloss cross-entropy\nderive w^1_{11} as paths',
    [
      {
        code: 'loss-needs-softmax',
        at: 'derive w^1_{11} as paths',
        message: 'Cross-entropy takes the logarithm of y_1, so that y_1 must lie between 0 and 1.',
        hint: 'Write activation softmax for the layer of outputs, as in activation y: softmax.',
      },
    ],
  ],
  [
    'x_1 -> h_1\nx_1 -> y_1\nh_1 -> k_1\nactivation softmax\nloss cross-entropy\nderive w_{11} as paths',
    [
      {
        code: 'odd-softmax',
        at: 'softmax',
        message: 'Softmax of the one unit k_1 is always 1.',
        hint: 'Write sigmoid, or give the layer more units.',
      },
      {
        code: 'unknown-name',
        at: 'w_{11}',
        message: 'There is no weight, bias or unit w_{11} in this network.',
        hint: 'There are x, h, y, k, w^1 and w^2; did you mean w^1_{11}?',
        expected: ['w^1_{11}', 'w^2_{11}'],
      },
    ],
  ],
  [
    'x -> h -> y\nx -> z\nactivation h: softmax, z: softmax\nweights w_N\nderive w_1 as paths',
    [
      {
        code: 'mixed-softmax',
        at: 'derive w_1 as paths',
        message:
          'A softmax joins outputs with hidden units here, so that no sum over paths says it all.',
        hint: 'Write as delta, or as chain.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias b^l\nderive b^1 as matrix',
    [
      {
        code: 'no-matrices',
        at: 'derive b^1 as matrix',
        message:
          'Matrices are for layers that lead each to the next with a weight of its own on every edge, alike in their activation.',
        hint: 'Give the layers full connections and nothing besides, or write as delta.',
      },
    ],
  ],
  // The targets are t_{y1}, t_{y2} and t_o: no k counts them.
  ...(['index', 'matrix'] as const).map(
    (form) =>
      [
        `x[2] -> h[2] -> y[2]\nx_1 -> o : s\nderive w^2_{11} as ${form}`,
        [
          {
            code: form === 'index' ? 'no-general-indices' : 'no-matrices',
            at: `derive w^2_{11} as ${form}`,
            message:
              'An output stands in an earlier layer, so that an index of the last one would not tell whose target is meant.',
            hint: 'Let all outputs stand in the last layer.',
          },
        ],
      ] as const,
  ),
  [
    'x[2] -> h[2] -> y[2]\nbias h_1: b\nderive b as index',
    [
      {
        code: 'no-general-indices',
        at: 'derive b as index',
        message:
          'The weights and biases on the way are not named after both their ends, so there are no general indices to write.',
        hint: 'Give the layers full connections and templates with j and i: weights w^l_{ji}, bias b^l_j.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias b^l_j\nactivation h_1: relu\nderive b^1_1 as index',
    [
      {
        code: 'no-general-indices',
        at: 'derive b^1_1 as index',
        message:
          'The weights and biases on the way are not named after both their ends, so there are no general indices to write.',
        hint: 'Give the layers full connections and templates with j and i: weights w^l_{ji}, bias b^l_j.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias b^l_j\nactivation h_1: relu\nderive w^1_{11} as index',
    [
      {
        code: 'no-general-indices',
        at: 'derive w^1_{11} as index',
        message:
          'The weights and biases on the way are not named after both their ends, so there are no general indices to write.',
        hint: 'Give the layers full connections and templates with j and i: weights w^l_{ji}, bias b^l_j.',
      },
    ],
  ],
  // Outputs, or inputs, with names of their own.
  ...[
    'x[2] -> u\nx[2] -> v\nderive w_{11} as index',
    'p -> y[2]\nq -> y[2]\nderive w_{11} as index',
  ].map(
    (block) =>
      [
        block,
        [
          {
            code: 'no-general-indices',
            at: 'derive w_{11} as index',
            message:
              'The units of a layer have names of their own here, so there is no index to write for all.',
            hint: 'Name them alike, such as h_1 and h_2, or all at once, such as h[2]; or write as delta.',
          },
        ],
      ] as const,
  ),
  [
    'x[8] -> h[8] -> y[1]\nderive as table',
    [
      {
        code: 'too-many-gradients',
        at: 'derive as table',
        message: 'A table of 72 gradients would be too long to be read.',
        hint: 'Name 64 at most, as in derive b^1 as table, or write a whole layer as index.',
      },
    ],
  ],
  [
    'x -> y\nx = 1e308\nt = 1\nw_{11} = 1e308\nderive as table',
    [
      {
        code: 'value-too-large',
        at: 'derive as table',
        message: 'With these values the numbers grow beyond what a computer can hold.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  // What is left of 1 − h is smaller than what rounding leaves; the factors beside it make up for that.
  ...(
    [
      ['x -> h : u\nh -> y : v\nactivation h: sigmoid\nx = 1000\nt = 0\nu = 0.04\nv = 1000', 'h'],
      ['x -> h : u\nh -> y : v\nactivation h: tanh\nx = 1000\nt = 0\nu = -0.02\nv = 1000', 'h'],
      // A unit without a curve may be 1, one in the middle of its curve has a slope; one example is enough.
      [
        'x -> f : r\nf -> g : u\ng -> h : p\nh -> y : v\nactivation g: sigmoid, h: sigmoid\nx = -5; 1\nt = 0; 0\nr = 1\nu = 1\np = 60\nv = 1e9',
        'h',
      ],
    ] as const
  ).map(
    ([block, name]) =>
      [
        `${block}\nderive u as numbers`,
        [
          {
            code: 'digits-lost',
            at: 'derive u as numbers',
            message: `With these values ${name} is so near to the end of its curve that rounding leaves nothing of its slope.`,
            hint: 'Give smaller ones.',
          },
        ],
      ] as const,
  ),
  // The share of y_2 is as good as 1, and 1 − y_2 is left with three digits.
  [
    'x[1] -> y[2]\nactivation softmax\nloss binary-cross-entropy\nx_1 = -0.74\nt = 0.23 0.86\nw = 0.14 -30\nderive w_{21} as numbers',
    [
      {
        code: 'digits-lost',
        at: 'derive w_{21} as numbers',
        message: 'With these values so much cancels that rounding leaves too few digits.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  [
    'x -> y : 1e200\nforward E',
    [
      {
        code: 'value-too-large',
        at: 'forward E',
        message: 'With these values the numbers grow beyond what a computer can hold.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  [
    'x -> a : 1e200\na -> b : 1e200\na -> c : 1e200\nb -> y : 1\nc -> y : -1\nderive y by x',
    [
      {
        code: 'value-too-large',
        at: 'derive y by x',
        message: 'With these values the numbers grow beyond what a computer can hold.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  [
    'x -> y : 1e200\nderive x',
    [
      {
        code: 'value-too-large',
        at: 'derive x',
        message: 'With these values the numbers grow beyond what a computer can hold.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  [
    'x -> h : u\nh -> y : v\nactivation leaky-relu 1e300\nderive u',
    [
      {
        code: 'value-too-large',
        at: 'derive u',
        message: 'With these values the numbers grow beyond what a computer can hold.',
        hint: 'Give smaller ones.',
      },
    ],
  ],
  [
    'x -> y\nx = 1; 2\nt = 1; 2\nw_{11} = 1\nforward as numbers',
    [
      {
        code: 'several-examples',
        at: 'forward as numbers',
        message: 'This is shown in the numbers of one example, and here are several.',
        hint: 'Give the values of one example in a block of its own.',
      },
    ],
  ],
  [
    'x -> y\nx = 1; 2\nt = 1; 2\nw_{11} = 1\nderive y by w_{11} as numbers',
    [
      {
        code: 'several-examples',
        at: 'derive y by w_{11} as numbers',
        message: 'This is shown in the numbers of one example, and here are several.',
        hint: 'Give the values of one example in a block of its own.',
      },
    ],
  ],
  [
    'x -> y\nforward as numbers',
    [
      {
        code: 'value-missing',
        at: 'forward as numbers',
        message: 'Numbers need a value for everything, and x, w_{11} have none.',
        hint: 'Write one, such as x = 0.5.',
      },
    ],
  ],
  [
    'x[7] -> y\nforward y as numbers',
    [
      {
        code: 'value-missing',
        at: 'forward y as numbers',
        message:
          'Numbers need a value for everything, and x_1, x_2, x_3, x_4, x_5, x_6, … have none.',
        hint: 'Write one, such as x_1 = 0.5.',
      },
    ],
  ],
  // Six are all told; the error needs its targets as well.
  [
    'x[3] -> y\nforward y as numbers',
    [
      {
        code: 'value-missing',
        at: 'forward y as numbers',
        message:
          'Numbers need a value for everything, and x_1, x_2, x_3, w_{11}, w_{12}, w_{13} have none.',
        hint: 'Write one, such as x_1 = 0.5.',
      },
    ],
  ],
  [
    'x -> y\nx = 1\nw_{11} = 1\nforward E as numbers',
    [
      {
        code: 'value-missing',
        at: 'forward E as numbers',
        message: 'Numbers need a value for everything, and t has none.',
        hint: 'Write one, such as t = 0.5.',
      },
    ],
  ],
  [
    'x -> y : 2\nforward as numbers',
    [
      {
        code: 'value-missing',
        at: 'forward as numbers',
        message: 'Numbers need a value for everything, and x has none.',
        hint: 'Write one, such as x = 0.5.',
      },
    ],
  ],
  [
    'x[2] -> h[40] -> y[40]\nactivation sigmoid\nbias h_1: b\nforward h',
    [
      {
        code: 'too-many-equations',
        at: 'forward h',
        message: 'These would be 80 equations, too many to be read.',
        hint: 'Name units or layers of 64 equations at most, as in forward y.',
      },
    ],
  ],
  [
    'x[2] -> y[70]\nweights w_N\nforward y',
    [
      {
        code: 'too-many-equations',
        at: 'forward y',
        message: 'These would be 70 equations, too many to be read.',
        hint: 'Name units or layers of 64 equations at most, as in forward y.',
      },
    ],
  ],
  // Inputs that are no layer have no letter.
  [
    'p -> y[70]\nq -> y[70]\nforward y',
    [
      {
        code: 'too-many-equations',
        at: 'forward y',
        message: 'These would be 70 equations, too many to be read.',
        hint: 'Name units or layers of 64 equations at most, as in forward y.',
      },
    ],
  ],
  [
    'x[784] -> h^1[128] -> h^2[64] -> y[10]\nderive w^1_{5,300}',
    [
      {
        code: 'too-much-work',
        at: 'derive w^1_{5,300}',
        message: 'With this request the block takes more work than one block may.',
        hint: 'Ask for it in a block below, of a smaller network, or with fewer parts in focus.',
      },
    ],
  ],
  [
    'x[784] -> h^1[128] -> h^2[64] -> y[10]\nweights w_N\nderive w_5',
    [
      {
        code: 'too-much-work',
        at: 'derive w_5',
        message: 'With this request the block takes more work than one block may.',
        hint: 'Ask for it in a block below, of a smaller network, or with fewer parts in focus.',
      },
    ],
  ],
  [
    'x[784] -> h^1[128] -> h^2[64] -> y[10]\nderive w^1_{5,300} as numbers',
    [
      {
        code: 'too-much-work',
        at: 'derive w^1_{5,300} as numbers',
        message: 'With this request the block takes more work than one block may.',
        hint: 'Ask for it in a block below, of a smaller network, or with fewer parts in focus.',
      },
    ],
  ],
  [
    'x -> y\nloss binary-cross-entropy\nderive w_{11}',
    [
      {
        code: 'loss-needs-sigmoid',
        at: 'derive w_{11}',
        message:
          'Binary cross-entropy takes the logarithms of y and of 1 − y, so that y must lie between 0 and 1.',
        hint: 'Write activation y: sigmoid.',
      },
    ],
  ],
];

/** What is printed, line by line, with the note that stands below it. */
const printed: readonly (readonly [block: string, lines: readonly string[]])[] = [
  ['x_1 -> y_1\nx_2 -> y_2\nderive y_1 by w_{22}', ['\\frac{\\partial y_1}{\\partial w_{22}} = 0']],
  [
    'x[3] -> h^1[3] -> h^2[3] -> y[3]\nderive y_1 by w^1_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial y_1}{\\partial w_{11}^1} &= \\frac{\\partial y_1}{\\partial h_1^2} \\frac{\\partial h_1^2}{\\partial h_1^1} \\frac{\\partial h_1^1}{\\partial w_{11}^1} + \\frac{\\partial y_1}{\\partial h_2^2} \\frac{\\partial h_2^2}{\\partial h_1^1} \\frac{\\partial h_1^1}{\\partial w_{11}^1} + \\frac{\\partial y_1}{\\partial h_3^2} \\frac{\\partial h_3^2}{\\partial h_1^1} \\frac{\\partial h_1^1}{\\partial w_{11}^1} \\\\',
      '&= w_{11}^3 w_{11}^2 x_1 + w_{12}^3 w_{21}^2 x_1 + w_{13}^3 w_{31}^2 x_1 \\\\',
      '&= x_1 (w_{11}^3 w_{11}^2 + w_{12}^3 w_{21}^2 + w_{13}^3 w_{31}^2)',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation softmax\nloss cross-entropy\nx = 1 2\nderive w^2_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}^2} &= -\\frac{\\partial}{\\partial w_{11}^2} (t_1 \\ln y_1 + t_2 \\ln y_2) \\\\',
      '&= -\\frac{t_1}{y_1} \\frac{\\partial y_1}{\\partial w_{11}^2} - \\frac{t_2}{y_2} \\frac{\\partial y_2}{\\partial w_{11}^2} \\\\',
      '&= -\\left[\\frac{t_1}{y_1} y_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}^2}\\right) + \\frac{t_2}{y_2} y_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}^2} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}^2}\\right)\\right] \\\\',
      '&= -\\left[t_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}^2}\\right) + t_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}^2} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}^2}\\right)\\right] \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} + \\left[y_2 (t_1 + t_2) - t_2\\right] \\frac{\\partial z_{y_2}}{\\partial w_{11}^2} \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} + (y_2 - t_2) \\frac{\\partial z_{y_2}}{\\partial w_{11}^2} \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} + (y_2 - t_2) (0) \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}^2} \\\\',
      '&= (y_1 - t_1) h_1',
      '\\end{align*}',
      'This takes targets that sum to 1, as those of classes do.',
    ],
  ],
  [
    'x[2] -> y[2]\nactivation softmax\nloss cross-entropy\nx = 1 2\nt = 1 1\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= -\\frac{\\partial}{\\partial w_{11}} (t_1 \\ln y_1 + t_2 \\ln y_2) \\\\',
      '&= -\\frac{t_1}{y_1} \\frac{\\partial y_1}{\\partial w_{11}} - \\frac{t_2}{y_2} \\frac{\\partial y_2}{\\partial w_{11}} \\\\',
      '&= -\\left[\\frac{t_1}{y_1} y_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + \\frac{t_2}{y_2} y_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= -\\left[t_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + t_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} + \\left[y_2 (t_1 + t_2) - t_2\\right] \\frac{\\partial z_{y_2}}{\\partial w_{11}} \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} + \\left[y_2 (t_1 + t_2) - t_2\\right] (0) \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] x_1',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> y[2]\nactivation softmax\nloss cross-entropy\nx = 1 2\nt = 0 1\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= -\\frac{\\partial}{\\partial w_{11}} (t_1 \\ln y_1 + t_2 \\ln y_2) \\\\',
      '&= -\\frac{t_1}{y_1} \\frac{\\partial y_1}{\\partial w_{11}} - \\frac{t_2}{y_2} \\frac{\\partial y_2}{\\partial w_{11}} \\\\',
      '&= -\\left[\\frac{t_1}{y_1} y_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + \\frac{t_2}{y_2} y_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= -\\left[t_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + t_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} + \\left[y_2 (t_1 + t_2) - t_2\\right] \\frac{\\partial z_{y_2}}{\\partial w_{11}} \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}} + (y_2 - t_2) \\frac{\\partial z_{y_2}}{\\partial w_{11}} \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}} + (y_2 - t_2) (0) \\\\',
      '&= (y_1 - t_1) \\frac{\\partial z_{y_1}}{\\partial w_{11}} \\\\',
      '&= (y_1 - t_1) x_1',
      '\\end{align*}',
      'This takes targets that sum to 1, as those of classes do.',
    ],
  ],
  [
    'x[2] -> y[2]\nactivation softmax\nloss cross-entropy\nx = 1 2; 1 1\nt = 0 1; 1 1\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E_e}{\\partial w_{11}} &= -\\frac{\\partial}{\\partial w_{11}} (t_1 \\ln y_1 + t_2 \\ln y_2) \\\\',
      '&= -\\frac{t_1}{y_1} \\frac{\\partial y_1}{\\partial w_{11}} - \\frac{t_2}{y_2} \\frac{\\partial y_2}{\\partial w_{11}} \\\\',
      '&= -\\left[\\frac{t_1}{y_1} y_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + \\frac{t_2}{y_2} y_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= -\\left[t_1 \\left(\\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right) + t_2 \\left(\\frac{\\partial z_{y_2}}{\\partial w_{11}} - y_1 \\frac{\\partial z_{y_1}}{\\partial w_{11}} - y_2 \\frac{\\partial z_{y_2}}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} + \\left[y_2 (t_1 + t_2) - t_2\\right] \\frac{\\partial z_{y_2}}{\\partial w_{11}} \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} + \\left[y_2 (t_1 + t_2) - t_2\\right] (0) \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] \\frac{\\partial z_{y_1}}{\\partial w_{11}} \\\\',
      '&= \\left[y_1 (t_1 + t_2) - t_1\\right] x_1 \\\\',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\frac{1}{2} \\sum_{e=1}^{2} \\frac{\\partial E_e}{\\partial w_{11}}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> y[2]\nactivation softmax\nderive w_{11} as index',
    [
      '\\begin{align*}',
      '\\delta_{k} &= \\sum_{m} \\frac{\\partial E}{\\partial y_m} \\frac{\\partial y_m}{\\partial z_{y_k}} \\\\',
      '&= y_k \\left[y_k - t_k - \\sum_{m} (y_m - t_m) y_m\\right] \\\\',
      '\\frac{\\partial E}{\\partial w_{ki}} &= y_k \\left[y_k - t_k - \\sum_{m} (y_m - t_m) y_m\\right] x_i \\\\',
      '&= \\delta_{k} x_i',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> y[2]\nactivation softmax\nderive w_{11} as matrix',
    [
      '\\begin{align*}',
      '\\delta_{y} &= \\left[\\operatorname{diag}(y) - y y^{\\top}\\right] \\frac{\\partial E}{\\partial y} \\\\',
      '&= \\left[\\operatorname{diag}(y) - y y^{\\top}\\right] (y - t) \\\\',
      '\\frac{\\partial E}{\\partial W} &= \\delta_{y} x^{\\top}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation h: softmax\nderive w^1_{11} as index',
    [
      '\\begin{align*}',
      '\\delta_{k} &= y_k - t_k \\\\',
      '\\frac{\\partial E}{\\partial h_j} &= \\sum_{k} w_{kj}^2 \\delta_{k} \\\\',
      '\\delta_{h_j} &= \\sum_{m} \\frac{\\partial E}{\\partial h_m} \\frac{\\partial h_m}{\\partial z_{h_j}} \\\\',
      '&= h_j \\left(\\frac{\\partial E}{\\partial h_j} - \\sum_{m} \\frac{\\partial E}{\\partial h_m} h_m\\right) \\\\',
      '\\frac{\\partial E}{\\partial w_{ji}^1} &= \\delta_{h_j} x_i',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation h: softmax\nderive w^1_{11} as matrix',
    [
      '\\begin{align*}',
      '\\delta_{y} &= y - t \\\\',
      '\\frac{\\partial E}{\\partial h} &= (W^2)^{\\top} \\delta_{y} \\\\',
      '\\delta_{h} &= \\left[\\operatorname{diag}(h) - h h^{\\top}\\right] \\frac{\\partial E}{\\partial h} \\\\',
      '\\frac{\\partial E}{\\partial W^1} &= \\delta_{h} x^{\\top}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation tanh\nderive w^1_{11} as matrix',
    [
      '\\begin{align*}',
      "\\delta_{y} &= (y - t) \\odot \\tanh'(z_{y}) \\\\",
      '&= (y - t) \\odot (1 - y \\odot y) \\\\',
      "\\delta_{h} &= (W^2)^{\\top} \\delta_{y} \\odot \\tanh'(z_{h}) \\\\",
      '&= (W^2)^{\\top} \\delta_{y} \\odot (1 - h \\odot h) \\\\',
      '\\frac{\\partial E}{\\partial W^1} &= \\delta_{h} x^{\\top}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation tanh\nderive w^1_{11} as index',
    [
      '\\begin{align*}',
      "\\delta_{k} &= (y_k - t_k) \\tanh'(z_{y_k}) \\\\",
      '&= (y_k - t_k) (1 - {y_k}^2) \\\\',
      "\\delta_{h_j} &= \\tanh'(z_{h_j}) \\sum_{k} w_{kj}^2 \\delta_{k} \\\\",
      '&= (1 - {h_j}^2) \\sum_{k} w_{kj}^2 \\delta_{k} \\\\',
      '\\frac{\\partial E}{\\partial w_{ji}^1} &= \\delta_{h_j} x_i',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation relu\nbias b^l_j\nderive b^1_1 as matrix',
    [
      '\\begin{align*}',
      "\\delta_{y} &= (y - t) \\odot \\operatorname{ReLU}'(z_{y}) \\\\",
      "\\delta_{h} &= (W^2)^{\\top} \\delta_{y} \\odot \\operatorname{ReLU}'(z_{h}) \\\\",
      '\\frac{\\partial E}{\\partial b^1} &= \\delta_{h}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias b^l\nderive b^1 as index',
    [
      '\\begin{align*}',
      '\\delta_{k} &= y_k - t_k \\\\',
      '\\delta_{h_j} &= \\sum_{k} w_{kj}^2 \\delta_{k} \\\\',
      '\\frac{\\partial E}{\\partial b^1} &= \\sum_{j} \\delta_{h_j}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h^1[2] -> ... -> h^{9}[2] -> y[2]\nderive w^1_{11} as index, lines 1',
    ['\\delta_{k} = y_k - t_k'],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive h_1 as matrix',
    [
      '\\begin{align*}',
      '\\delta_{y} &= y - t \\\\',
      '\\frac{\\partial E}{\\partial h} &= (W^2)^{\\top} \\delta_{y}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive h_1 as index',
    [
      '\\begin{align*}',
      '\\delta_{k} &= y_k - t_k \\\\',
      '\\frac{\\partial E}{\\partial h_j} &= \\sum_{k} w_{kj}^2 \\delta_{k}',
      '\\end{align*}',
    ],
  ],
  ['x[2] -> h[2] -> y[2]\nderive y_1 as index', ['\\frac{\\partial E}{\\partial y_k} = y_k - t_k']],
  ['x[2] -> h[2] -> y[2]\nderive y_1 as matrix', ['\\frac{\\partial E}{\\partial y} = y - t']],
  [
    'x[5] -> h[5] -> y[5]\nderive w^1_{11} w^1_{12} w^1_{13} w^1_{14} w^1_{15} as table',
    [
      '\\begin{align*}',
      '\\delta_{1} &= y_1 - t_1 \\\\',
      '\\delta_{2} &= y_2 - t_2 \\\\',
      '\\delta_{3} &= y_3 - t_3 \\\\',
      '\\delta_{4} &= y_4 - t_4 \\\\',
      '\\delta_{5} &= y_5 - t_5 \\\\',
      '\\delta_{h_1} &= w_{11}^2 \\delta_{1} + w_{21}^2 \\delta_{2} + w_{31}^2 \\delta_{3} + w_{41}^2 \\delta_{4} + w_{51}^2 \\delta_{5} \\\\',
      '\\frac{\\partial E}{\\partial w_{11}^1} &= \\delta_{h_1} x_1 \\\\',
      '\\frac{\\partial E}{\\partial w_{12}^1} &= \\delta_{h_1} x_2 \\\\',
      '\\frac{\\partial E}{\\partial w_{13}^1} &= \\delta_{h_1} x_3 \\\\',
      '\\frac{\\partial E}{\\partial w_{14}^1} &= \\delta_{h_1} x_4 \\\\',
      '\\frac{\\partial E}{\\partial w_{15}^1} &= \\delta_{h_1} x_5',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nx = 1\nt = 1e200\nw_{11} = 1e200\nderive w_{11} as numbers',
    [
      '\\begin{align*}',
      '\\delta &= y - t \\\\',
      '&= 1 \\cdot 10^{200} - 1 \\cdot 10^{200} \\\\',
      '&= 0 \\\\',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\delta x \\\\',
      '&= 0 \\cdot 1 \\\\',
      '&= 0',
      '\\end{align*}',
    ],
  ],
  // What would be left of the slope could not be seen.
  [
    'x -> h : u\nh -> y : v\nactivation h: sigmoid\nx = 1\nt = 0\nu = 40\nv = 1\nderive u as numbers, lines 8-10',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial u} &= \\delta_{h} x \\\\',
      '&= 0 \\cdot 1 \\\\',
      '&= 0',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y : 2\nx = 3\nt = 1\nforward y as numbers',
    ['\\begin{align*}', 'y &= x (2) \\\\', '&= 3 (2) \\\\', '&= 6', '\\end{align*}'],
  ],
  [
    'x[2] -> h[40] -> y[40]\nactivation sigmoid\nforward',
    [
      '\\begin{align*}',
      'z_{h_j} &= \\sum_{i} w_{ji}^1 x_i \\\\',
      'h_j &= \\sigma(z_{h_j}) \\\\',
      'z_{y_k} &= \\sum_{j} w_{kj}^2 h_j \\\\',
      'y_k &= \\sigma(z_{y_k})',
      '\\end{align*}',
      'Unit by unit there would be 160 equations; so there is one for all units of a layer.',
    ],
  ],
  [
    'x[2] -> h[40] -> y[40]\nactivation sigmoid\nforward h',
    [
      '\\begin{align*}',
      'z_{h_j} &= \\sum_{i} w_{ji}^1 x_i \\\\',
      'h_j &= \\sigma(z_{h_j})',
      '\\end{align*}',
      'Unit by unit there would be 80 equations; so there is one for all units of a layer.',
    ],
  ],
  [
    'x[2] -> h[40] -> y[40]\nactivation sigmoid\nforward h y E',
    [
      '\\begin{align*}',
      'z_{h_j} &= \\sum_{i} w_{ji}^1 x_i \\\\',
      'h_j &= \\sigma(z_{h_j}) \\\\',
      'z_{y_k} &= \\sum_{j} w_{kj}^2 h_j \\\\',
      'y_k &= \\sigma(z_{y_k}) \\\\',
      'E &= \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2 + (t_3 - y_3)^2 + \\cdots + (t_{40} - y_{40})^2\\right]',
      '\\end{align*}',
      'Unit by unit there would be 161 equations; so there is one for all units of a layer.',
    ],
  ],
  [
    'x[2] -> h[40] -> y[40]\nactivation sigmoid\nbias b^l\nforward h',
    [
      '\\begin{align*}',
      'z_{h_j} &= \\sum_{i} w_{ji}^1 x_i + b^1 \\\\',
      'h_j &= \\sigma(z_{h_j})',
      '\\end{align*}',
      'Unit by unit there would be 80 equations; so there is one for all units of a layer.',
    ],
  ],
  [
    'x[2] -> y[70]\nactivation softmax\nforward y',
    [
      '\\begin{align*}',
      'z_{y_k} &= \\sum_{i} w_{ki} x_i \\\\',
      'y_k &= \\frac{e^{z_{y_k}}}{\\sum_{m} e^{z_{y_m}}}',
      '\\end{align*}',
      'Unit by unit there would be 140 equations; so there is one for all units of a layer.',
    ],
  ],
  [
    'x[2] -> y[5]\nactivation softmax\nforward y_1',
    [
      '\\begin{align*}',
      'z_{y_1} &= x_1 w_{11} + x_2 w_{12} \\\\',
      'y_1 &= \\frac{e^{z_{y_1}}}{\\sum_{k} e^{z_{y_k}}}',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> y[4]\nactivation softmax\nforward y_1',
    [
      '\\begin{align*}',
      'z_{y_1} &= x_1 w_{11} + x_2 w_{12} \\\\',
      'y_1 &= \\frac{e^{z_{y_1}}}{e^{z_{y_1}} + e^{z_{y_2}} + e^{z_{y_3}} + e^{z_{y_4}}}',
      '\\end{align*}',
    ],
  ],
  // Units that are no layer have no letter.
  [
    'x -> a\nx -> b\nx -> c\nx -> d\nx -> f\nactivation softmax\nforward a',
    [
      '\\begin{align*}',
      'z_{a} &= x w_{11} \\\\',
      'a &= \\frac{e^{z_{a}}}{e^{z_{a}} + e^{z_{b}} + e^{z_{c}} + e^{z_{d}} + e^{z_{f}}}',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nloss squared, decay 0.1\nforward E',
    [
      '\\begin{align*}',
      'E_0 &= \\frac{1}{2} (t - y)^2 \\\\',
      'E &= E_0 + \\frac{\\lambda}{2} \\sum_w w^2',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nx = 1; 2\nforward E',
    [
      '\\begin{align*}',
      'E_e &= \\frac{1}{2} (t - y)^2 \\\\',
      'E &= \\frac{1}{2} \\sum_{e=1}^{2} E_e',
      '\\end{align*}',
    ],
  ],
  [
    'x[3] -> y[2]\nloss mean-squared\nforward E\nderive w_{11}',
    [
      'E = \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right]',
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\frac{\\partial}{\\partial w_{11}} \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right] \\\\',
      '&= (t_1 - y_1) \\frac{\\partial}{\\partial w_{11}} (t_1 - y_1) + (t_2 - y_2) \\frac{\\partial}{\\partial w_{11}} (t_2 - y_2) \\\\',
      '&= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) + (t_2 - y_2) \\left(0 - \\frac{\\partial y_2}{\\partial w_{11}}\\right) \\\\',
      '&= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) + (t_2 - y_2) (0) \\\\',
      '&= (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) \\\\',
      '&= (t_1 - y_1) (0 - x_1) \\\\',
      '&= (y_1 - t_1) x_1',
      '\\end{align*}',
    ],
  ],
  [
    'x[2] -> y[3]\nloss mean-squared\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\frac{\\partial}{\\partial w_{11}} \\frac{1}{3} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2 + (t_3 - y_3)^2\\right] \\\\',
      '&= \\frac{2}{3} \\left[(t_1 - y_1) \\frac{\\partial}{\\partial w_{11}} (t_1 - y_1) + (t_2 - y_2) \\frac{\\partial}{\\partial w_{11}} (t_2 - y_2) + (t_3 - y_3) \\frac{\\partial}{\\partial w_{11}} (t_3 - y_3)\\right] \\\\',
      '&= \\frac{2}{3} \\left[(t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) + (t_2 - y_2) \\left(0 - \\frac{\\partial y_2}{\\partial w_{11}}\\right) + (t_3 - y_3) \\left(0 - \\frac{\\partial y_3}{\\partial w_{11}}\\right)\\right] \\\\',
      '&= \\frac{2}{3} \\left[(t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) + (t_2 - y_2) (0) + (t_3 - y_3) (0)\\right] \\\\',
      '&= \\frac{2}{3} (t_1 - y_1) \\left(0 - \\frac{\\partial y_1}{\\partial w_{11}}\\right) \\\\',
      '&= \\frac{2}{3} (t_1 - y_1) (0 - x_1) \\\\',
      '&= \\frac{2}{3} (y_1 - t_1) x_1',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nactivation sigmoid\nloss binary-cross-entropy\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= -\\frac{\\partial}{\\partial w_{11}} \\left[t \\ln y + (1 - t) \\ln(1 - y)\\right] \\\\',
      '&= -\\left(\\frac{t}{y} - \\frac{1 - t}{1 - y}\\right) \\frac{\\partial y}{\\partial w_{11}} \\\\',
      '&= \\frac{y - t}{y (1 - y)} \\frac{\\partial y}{\\partial w_{11}} \\\\',
      '&= \\frac{y - t}{y (1 - y)} \\frac{\\partial y}{\\partial z_{y}} \\frac{\\partial z_{y}}{\\partial w_{11}} \\\\',
      "&= \\frac{y - t}{y (1 - y)} \\sigma'(z_{y}) x \\\\",
      '&= \\frac{y - t}{y (1 - y)} y (1 - y) x \\\\',
      '&= (y - t) x',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nactivation sigmoid\nloss cross-entropy\nderive w_{11}',
    [
      '\\begin{align*}',
      '\\frac{\\partial E}{\\partial w_{11}} &= -\\frac{\\partial}{\\partial w_{11}} t \\ln y \\\\',
      '&= -\\frac{t}{y} \\frac{\\partial y}{\\partial w_{11}} \\\\',
      '&= -\\frac{t}{y} \\frac{\\partial y}{\\partial z_{y}} \\frac{\\partial z_{y}}{\\partial w_{11}} \\\\',
      "&= -\\frac{t}{y} \\sigma'(z_{y}) x \\\\",
      '&= -\\frac{t}{y} y (1 - y) x \\\\',
      '&= -t (1 - y) x',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nx = 1\nt = 0\nw_{11} = 0.5\nrate 0.1\nderive w_{11} as numbers',
    [
      '\\begin{align*}',
      '\\delta &= y - t \\\\',
      '&= 0.5 - 0 \\\\',
      '&= 0.5 \\\\',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\delta x \\\\',
      '&= 0.5 \\cdot 1 \\\\',
      '&= 0.5 \\\\',
      'w_{11} &\\leftarrow w_{11} - \\eta \\frac{\\partial E}{\\partial w_{11}} \\\\',
      '&= 0.5 - 0.1 \\cdot 0.5 \\\\',
      '&= 0.45 \\\\',
      'E &= 0.125 \\\\',
      'E_{\\text{new}} &= 0.10125',
      '\\end{align*}',
    ],
  ],
  [
    'x -> y\nx = 1; 2\nt = 0; 1\nw_{11} = 0.5\nrate 0.1\nderive w_{11} as numbers',
    [
      '\\begin{align*}',
      '\\delta \\big|_{e=1} &= y - t \\\\',
      '&= 0.5 - 0 \\\\',
      '&= 0.5 \\\\',
      '\\frac{\\partial E_1}{\\partial w_{11}} &= \\delta x \\\\',
      '&= 0.5 \\cdot 1 \\\\',
      '&= 0.5 \\\\',
      '\\delta \\big|_{e=2} &= y - t \\\\',
      '&= 1 - 1 \\\\',
      '&= 0 \\\\',
      '\\frac{\\partial E_2}{\\partial w_{11}} &= \\delta x \\\\',
      '&= 0 \\cdot 2 \\\\',
      '&= 0 \\\\',
      '\\frac{\\partial E}{\\partial w_{11}} &= \\frac{1}{2} \\sum_{e=1}^{2} \\frac{\\partial E_e}{\\partial w_{11}} \\\\',
      '&= \\frac{1}{2} (0.5 + 0) \\\\',
      '&= 0.25 \\\\',
      'w_{11} &\\leftarrow w_{11} - \\eta \\frac{\\partial E}{\\partial w_{11}} \\\\',
      '&= 0.5 - 0.1 \\cdot 0.25 \\\\',
      '&= 0.475 \\\\',
      'E &= 0.0625 \\\\',
      'E_{\\text{new}} &= 0.05703125',
      '\\end{align*}',
    ],
  ],
];

describe('an equation that can’t be had', () => {
  it.each(refused)('%j', (block, expected) => {
    expect(shown(block, compile(block).diagnostics)).toEqual(expected);
  });
});

describe('an equation', () => {
  it.each(printed)('%j', (block, lines) => {
    const { parts, diagnostics } = compile(block);
    expect(diagnostics).toEqual([]);
    const made = parts.flatMap((part) =>
      part.kind === 'equation'
        ? [
            ...equationTex(part, undefined).split('\n'),
            ...(part.note === undefined ? [] : [part.note]),
          ]
        : [],
    );
    expect(made).toEqual(lines);
  });
});
