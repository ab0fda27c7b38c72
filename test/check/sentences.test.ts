import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { shown } from '../support/mistakes.ts';
import { networkOf } from '../support/network.ts';

const square = checkerOf(networkOf('x[2] -> h[2] -> y[2]'));
const wrong = (tex: string, checker = square) => shown(tex, check(tex, checker));

/** What each formula is told, and at which of its words. */
const sentences: readonly (readonly [string, readonly (readonly [string, string, string?])[]])[] = [
  [
    '\\frac{\\partial y_2}{\\partial w^1_{11}} = w^2_{12} x_1',
    [
      [
        'w^2_{12} x_1',
        'This is false: where w_{12}^2 = 2, x_1 = 4, this is 8, and what stands before it is 20.',
        'With w_{21}^2 in place of w_{12}^2 it would be true. The network says \\frac{\\partial y_2}{\\partial w_{11}^1} = w_{21}^2 x_1.',
      ],
    ],
  ],
  [
    'y_k = \\sum_j w^2_{jk} h_j',
    [
      [
        '\\sum_j w^2_{jk} h_j',
        'This is false: where k = 1, y_1 = -72, w_{11}^2 = 5, h_1 = -16, w_{21}^2 = 5, h_2 = 4, this is -60, and what stands before it is -72.',
        'The network says y_1 = h_1 w_{11}^2 + h_2 w_{12}^2.',
      ],
    ],
  ],
  [
    '\\delta_k = t_k - y_k',
    [
      [
        't_k - y_k',
        'This is false: where k = 1, t_1 = 2, y_1 = -72, this is 74, and what stands before it is -74.',
        'The network says \\delta_{1} = y_1 - t_1.',
      ],
    ],
  ],
  ['y_1 = x_3 w^2_{11}', [['x_3', 'This network has no x_3.', 'There are x_1, x_2.']]],
  [
    'y_1 = q',
    [['q', 'This network has no q.', 'Its quantities begin with x, h, y, w, E, t, z, \\delta.']],
  ],
  [
    'y_1',
    [
      [
        'y_1',
        'There is no = here, so there is nothing to check.',
        'Write an equation, or leave out “check”.',
      ],
    ],
  ],
  [
    '\\begin{gather} y_1 = y_1 \\\\ y_2 \\end{gather}',
    [
      [
        'y_2',
        'There is no = here, so there is nothing to check.',
        'Write an equation, or leave out “check”.',
      ],
    ],
  ],
  ['= y_1', [['= y_1', 'Nothing stands before this =.', 'Begin with what the rest is equal to.']]],
  ['y_1 =', [['y_1 =', 'Nothing stands behind an = here.', 'Write what it is equal to.']]],
  [
    'y_1 \\approx h_1',
    [
      [
        '\\approx',
        'Only = can be checked, and this is \\approx.',
        'Write an equation, or leave out “check”.',
      ],
    ],
  ],
  ['y_1 = h_1 w^2_{11} + h_2 w^2_{12', [['{', 'This brace is never closed.', 'Close it with }.']]],
  ['y_1 = (h_1 w^2_{11}', [['(', 'This ( is never closed.', 'Close it with ).']]],
  [
    'y_1 = h_1)',
    [
      [
        ')',
        "A check can't read ) here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'y_1 = h_1 w^2_{11} \\text{ plus } h_2',
    [
      [
        '\\text{ plus }',
        "The words “plus” can't be read as mathematics.",
        'Put words before or behind the equation, or leave out “check”.',
      ],
    ],
  ],
  [
    '\\frac{\\partial^2 E}{\\partial w^2} = 1',
    [
      [
        '\\partial^2 E',
        "Second derivatives can't be checked.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    '\\frac{\\partial E}{\\partial E} = 1',
    [
      [
        'E',
        'Nothing is differentiated by the loss.',
        'Take the derivative by a weight, a bias or a unit.',
      ],
    ],
  ],
  [
    '\\frac{\\partial \\delta_1}{\\partial h_1} = 1',
    [
      [
        '\\delta_1',
        "Derivatives of error terms can't be checked.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    '\\frac{\\partial}{\\partial h_1} \\frac{\\partial y_1}{\\partial h_1} = 0',
    [
      [
        '\\frac{\\partial y_1}{\\partial h_1}',
        "A derivative of a derivative can't be checked.",
        'Work out the one inside first.',
      ],
    ],
  ],
  [
    '\\frac{\\partial y_1}{\\partial (h_1 + h_2)} = 1',
    [
      [
        '(h_1 + h_2)',
        'A derivative is taken by one weight, bias or unit.',
        'Write \\frac{\\partial y_1}{\\partial w_1}.',
      ],
    ],
  ],
  [
    '\\frac{\\partial y_1 y_2}{\\partial h_1} = 1',
    [
      [
        'y_1 y_2',
        'What is differentiated here is not plain.',
        'Put it into brackets behind \\frac{\\partial}{\\partial …}.',
      ],
    ],
  ],
  [
    '\\Delta y_1 = 1',
    [
      [
        'y_1',
        'Δ is the gradient by a weight or a bias, and this is neither.',
        'Write a derivative, \\frac{\\partial E}{\\partial h_1}.',
      ],
    ],
  ],
  [
    '\\sqrt{y_1} = 1',
    [
      [
        '\\sqrt',
        "A check can't read \\sqrt here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    'y_1 = \\frac{1}{y_1 - y_1}',
    [
      [
        '\\frac{1}{y_1 - y_1}',
        'This has no value that could be compared: it divides by 0, or takes the logarithm of what is not positive.',
        'Write it so that it has a value wherever the network has one.',
      ],
    ],
  ],
  [
    '\\begin{cases} y_1 = 1 \\end{cases}',
    [
      [
        '\\begin{cases}',
        "An environment “cases” can't be read inside a formula.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  ['h_1 = y_1 / 2 x_1', [['/', 'What this / divides by is not plain.', 'Write \\frac{…}{…}.']]],
  ['y_1^{h_1} = 1', [['y_1^{h_1}', 'This network has no y^{h_1}_1.', 'There are y_1, y_2.']]],
  ['y_1^{99} = 1', [['y_1^{99}', 'The exponent 99 is too large.', 'Exponents go to 64.']]],
  [
    'y_1^2^2 = 1',
    [['^', 'y has two superscripts.', 'Put brackets around what is raised to a power.']],
  ],
  [
    '\\ln y_1 y_2 = 1',
    [['\\ln y_1', 'What \\ln is taken of is not plain.', 'Put it into brackets: \\ln(…).']],
  ],
  [
    '\\sum_k h_j = y_1',
    [
      [
        '\\sum_k h_j',
        'Nothing behind this sum says what k counts.',
        'Write k as a subscript of a unit or a weight, or from where to where it runs: \\sum_{k=1}^{2}.',
      ],
    ],
  ],
  [
    '\\sum_{paths} y_k = 1',
    [
      [
        'paths',
        "A sum can't be read that runs over this.",
        'Write an index, \\sum_k, or paths, \\sum_{p:\\, h_1 \\leadsto y_k} \\prod_{e \\in p} w_e.',
      ],
    ],
  ],
  [
    '\\sum y_k = 1',
    [['\\sum', 'This sum does not say what it runs over.', 'Write \\sum_k, or \\sum_{k=1}^{2}.']],
  ],
  [
    '\\sum_{k=2} y_k = 1',
    [['k=2', "The range of this sum can't be read.", 'Write \\sum_{k=1}^{2}.']],
  ],
  [
    'E = \\sigma(z_{h_1})',
    [
      [
        '\\sigma',
        'This network has no \\sigma.',
        'Its quantities begin with x, h, y, w, E, t, z, \\delta.',
      ],
    ],
  ],
  [
    'y_1 = \\operatorname{ReLU}(h_1)',
    [
      [
        '\\operatorname{ReLU}(h_1)',
        'No unit of this network has the activation ReLU.',
        'Write the activation as this network prints it.',
      ],
    ],
  ],
  [
    '\\sum_{p:\\, h_1 \\leadsto y_1} \\prod_{e \\in p} h_e = 1',
    [
      [
        'h_e',
        'Along a path only the product of its weights can be read.',
        'Write \\prod_{e \\in p} w_e.',
      ],
    ],
  ],
  [
    '\\sum_{p:\\, w^1_{11} \\leadsto y_1} \\prod_{e \\in p} w_e = 1',
    [['w^1_{11}', 'A path leads from a unit to a unit.', 'Write \\sum_{p:\\, h_1 \\leadsto y_k}.']],
  ],
  ['', [['', 'There is nothing to check here.', 'Write an equation.']]],
  [
    '\\text{nothing}',
    [['\\text{nothing}', 'There is nothing to check here.', 'Write an equation.']],
  ],
  [
    'y_1 = |y_1|',
    [
      [
        '|',
        "A check can't read | here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
  [
    '\\def\\a{x} y_1 = y_1',
    [
      [
        '\\def',
        "A check can't read \\def here.",
        'Write it with what a check can read, or leave out “check”.',
      ],
    ],
  ],
];

describe('what an author reads', () => {
  it.each(sentences)('%s', (tex, expected) => {
    expect(
      wrong(tex).map(({ at, message, hint }) => [
        at,
        message,
        ...(hint === undefined ? [] : [hint]),
      ]),
    ).toEqual(expected);
  });

  it('is told of the chain as a whole where the line before is no quantity', () => {
    const chain = '\\frac{\\partial E}{\\partial w^2_{11}} = \\delta_1 h_1 = \\delta_1 h_2';
    expect(wrong(chain)[0]?.hint).toBe(
      'With h_1 in place of h_2 it would be true. The network says \\frac{\\partial E}{\\partial w_{11}^2} = (y_1 - t_1) h_1.',
    );
  });

  it('is not kept waiting by a formula that is too long or too deep', () => {
    const deep = `${'('.repeat(50)}y_1${')'.repeat(50)} = y_1`;
    expect(wrong(deep)[0]?.message).toBe('The brackets here nest too deep to be read.');
    const long = `y_1 = y_1${' + y_1'.repeat(1000)}`;
    expect(wrong(long)[0]?.message).toBe('A formula of 6009 characters is too long to be checked.');
  });
});
