import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';
import { type Expected, shown } from '../support/mistakes.ts';

/** Lines that can be read and mean nothing, and all that is said about each. */
const cases: readonly (readonly [block: string, expected: readonly Expected[]])[] = [
  [
    'x[2] -> h[2] -> y[2]\nfigure captions i j',
    [
      {
        code: 'odd-captions',
        at: 'captions i j',
        message: 'Here are 2 captions for 3 layers.',
        hint: 'Give each layer a letter of its own: captions i j k.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure captions i',
    [
      {
        code: 'odd-captions',
        at: 'captions i',
        message: 'Here is 1 caption for 3 layers.',
        hint: 'Give each layer a letter of its own: captions i j k.',
      },
    ],
  ],
  [
    'h^1[1] -> ... -> h^{10}[1]\nfigure captions i j',
    [
      {
        code: 'odd-captions',
        at: 'captions i j',
        message: 'Here are 2 captions for 10 layers.',
        hint: 'Give each layer a letter of its own: captions i j k m n p q r ….',
      },
    ],
  ],
  [
    'notation activation a\nx -> h : y\nh -> y',
    [
      {
        code: 'double-name',
        at: 'y',
        message: 'y would be both a unit and a weight.',
        hint: 'Choose another letter for one of them.',
      },
    ],
  ],
  [
    'notation target C, loss C\nx -> y',
    [
      {
        code: 'double-name',
        at: 'y',
        message: 'C would be both the loss and a target.',
        hint: 'Choose another letter, or write notation target d.',
      },
    ],
  ],
  [
    'x -> y : t',
    [
      {
        code: 'double-name',
        at: 't',
        message: 't would be both a weight and a target.',
        hint: 'Choose another letter, or write notation target d.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nforward y 2',
    [
      {
        code: 'name-expected',
        at: '2',
        message: 'Here stand names, and nothing else.',
        hint: 'Names are written as in LaTeX: w^1_{11}, h_2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure rest 2',
    [
      {
        code: 'unknown-word',
        at: '2',
        message: '“rest” takes one word.',
        hint: 'There are dim, red and plain.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure rest dim red',
    [
      {
        code: 'unknown-word',
        at: 'red',
        message: '“rest” takes one word.',
        hint: 'There are dim, red and plain.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure rest',
    [
      {
        code: 'unknown-word',
        at: 'rest',
        message: '“rest” takes one word.',
        hint: 'There are dim, red and plain.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure path a',
    [
      {
        code: 'no-focus',
        at: 'path a',
        message: '“path” stands here without a focus.',
        hint: 'Write figure focus w_1, and behind it “to y_1” or “path 2”.',
      },
      {
        code: 'number-expected',
        at: 'path a',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, path 1-',
    [
      {
        code: 'number-expected',
        at: 'path 1-',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, path 5-1',
    [
      {
        code: 'number-expected',
        at: 'path 5-1',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, path 1-999',
    [
      {
        code: 'number-expected',
        at: 'path 1-999',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure values, example 0',
    [
      {
        code: 'number-expected',
        at: 'example 0',
        message: 'After “example” stand whole numbers from 1.',
        hint: 'Write example 2, or example 1-3.',
      },
      {
        code: 'odd-example',
        at: 'example 0',
        message: 'There is no example 1: the block has 0 examples.',
        hint: 'Examples are the rows of x = 0 0; 0 1, numbered from 1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, path 1.5',
    [
      {
        code: 'number-expected',
        at: 'path 1.5',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
    ],
  ],
  [
    'x[2] -> y[2]\nx[2] -> z[2]\nx[3] -> k',
    [
      {
        code: 'double-layer',
        at: 'x[3]',
        message: 'Layer x has two sizes, 2 and 3.',
        hint: 'Give the size once, and write x elsewhere.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11} as table, by y_1',
    [
      {
        code: 'unclear-derivative',
        at: 'by y_1',
        message: 'A table lists gradients of the loss.',
        hint: 'Write derive as table, or derive w^1 b^1 as table.',
      },
    ],
  ],
  [
    'x -> y : 1\nderive as table',
    [
      {
        code: 'odd-size',
        at: 'as table',
        message: 'This network has no weights or biases to list.',
        hint: 'Give an edge a named weight, or name units, as in derive h as table.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive q as table',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no weight, bias or unit q in this network.',
        hint: 'There are x, h, y, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11}, steps, reasons none',
    [
      {
        code: 'steps-without-reasons',
        at: 'reasons none',
        message: 'Steps are walked by their reasons, and here they have none.',
        hint: 'Leave out “reasons none”, or “steps”.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive',
    [
      {
        code: 'unclear-derivative',
        at: 'derive',
        message: 'This does not say which derivative to take.',
        hint: 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11} h_1',
    [
      {
        code: 'unclear-derivative',
        at: 'derive w^1_{11} h_1',
        message: 'This does not say which derivative to take.',
        hint: 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11} by h_1 h_2',
    [
      {
        code: 'unclear-derivative',
        at: 'derive w^1_{11} by h_1 h_2',
        message: 'This does not say which derivative to take.',
        hint: 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive y_1 by q',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no weight, bias or unit q in this network.',
        hint: 'There are x, h, y, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive x_1 by w^1_{11}',
    [
      {
        code: 'input-has-no-equation',
        at: 'x_1',
        message: 'x_1 is an input: nothing changes it.',
        hint: 'Derivatives are taken of the loss, of outputs and of hidden units.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 0; 0 1\nt = 1 1; 2 2; 3 3',
    [
      {
        code: 'unequal-examples',
        at: 't = 1 1; 2 2; 3 3',
        message: 'Here are 3 examples, elsewhere 2.',
        hint: 'Inputs and targets have one row an example, so give each as many rows.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx_1 = 1; 2\nx_2 = 1; 2; 3',
    [
      {
        code: 'unequal-examples',
        at: 'x_2 = 1; 2; 3',
        message: 'Here are 3 examples, elsewhere 2.',
        hint: 'Inputs and targets have one row an example, so give each as many rows.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 0; 0 1\nt = 1 1; 2 2\nfigure values, example 1 2',
    [
      {
        code: 'odd-example',
        at: 'example 1 2',
        message: 'A figure shows one example.',
        hint: 'Examples are the rows of x = 0 0; 0 1, numbered from 1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 0\nfigure values, example 2',
    [
      {
        code: 'odd-example',
        at: 'example 2',
        message: 'There is no example 2: the block has 1 example.',
        hint: 'Examples are the rows of x = 0 0; 0 1, numbered from 1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure example 1',
    [
      {
        code: 'odd-example',
        at: 'example 1',
        message: 'There is no example 1: the block has 0 examples.',
        hint: 'Write values or gradients before “example”.',
      },
    ],
  ],
  [
    'x_1 -> y_1\nx_2 -> y_2\nfigure focus w_1, to y_2, path 1',
    [
      {
        code: 'unknown-name',
        at: 'w_1',
        message: 'There is no weight w_1: layer x has 2 units, layer y has 2 units.',
        hint: 'The weights that lead to y are w_{11} and w_{22}; did you mean w_{11}?',
        expected: ['w_{11}', 'x_1', 'y_1'],
      },
    ],
  ],
  [
    'x[2] -> y : w_0\nbias y: w_2\nw_9 = 1',
    [
      {
        code: 'unknown-name',
        at: 'w_9',
        message: 'There is no weight w_9.',
        hint: 'Of w there are w_0 and w_2; did you mean w_2?',
        expected: ['w_2', 'w_0'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure to y_1',
    [
      {
        code: 'no-focus',
        at: 'to y_1',
        message: '“to” stands here without a focus.',
        hint: 'Write figure focus w_1, and behind it “to y_1” or “path 2”.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure path 2',
    [
      {
        code: 'no-focus',
        at: 'path 2',
        message: '“path” stands here without a focus.',
        hint: 'Write figure focus w_1, and behind it “to y_1” or “path 2”.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, to h_1',
    [
      {
        code: 'no-output',
        at: 'h_1',
        message: 'h_1 is no output.',
        hint: 'The network has 2 outputs: y_1 and y_2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, path 9',
    [
      {
        code: 'no-such-path',
        at: 'path 9',
        message: 'There is no path 9: 2 lead there.',
        hint: 'Paths are numbered 1 to 2.',
      },
    ],
  ],
  [
    'x -> y\nfigure focus w_{11}, path 2',
    [
      {
        code: 'no-such-path',
        at: 'path 2',
        message: 'There is no path 2: one leads there.',
        hint: 'Write path 1.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nlive focus h_1',
    [
      {
        code: 'odd-focus',
        at: 'focus h_1',
        message: 'A live figure is about one weight or bias at a time.',
        hint: 'Write focus w_1; readers choose others themselves.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nlive focus w^1_{11} w^1_{12}',
    [
      {
        code: 'odd-focus',
        at: 'focus w^1_{11} w^1_{12}',
        message: 'A live figure is about one weight or bias at a time.',
        hint: 'Write focus w_1; readers choose others themselves.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nlive plot decision',
    [
      {
        code: 'odd-plot',
        at: 'plot decision',
        message: 'A decision surface needs two inputs and one output.',
        hint: 'This network has 2 and 2: leave decision out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nloss squared, decay 0.1\nlive',
    [
      {
        code: 'live-not-available',
        at: 'live',
        message: 'A live figure has no weight decay.',
        hint: 'Leave decay out, or write figure.',
      },
    ],
  ],
  [
    'notation output y z\nx -> y',
    [
      {
        code: 'odd-notation',
        at: 'output y z',
        message: 'The notation of output is own or one letter.',
        hint: 'Write notation output y.',
      },
    ],
  ],
  [
    'notation output delta\nx -> y',
    [
      {
        code: 'double-name',
        at: 'output delta',
        message: 'delta would stand for two things of one unit.',
        hint: 'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.',
      },
    ],
  ],
  [
    'notation gradient',
    [
      {
        code: 'no-network',
        at: 'notation gradient',
        message: 'This block describes no network.',
        hint: 'Begin with a chain such as x[2] -> h[2] -> y[2], or give the block the name of a network above.',
      },
      {
        code: 'odd-notation',
        at: 'gradient',
        message: 'The notation of gradient is derivative or delta or differential.',
        hint: 'Write notation gradient derivative.',
      },
    ],
  ],
  [
    'notation gradient x\nx -> y',
    [
      {
        code: 'odd-notation',
        at: 'gradient x',
        message: 'The notation of gradient is derivative or delta or differential.',
        hint: 'Write notation gradient derivative.',
      },
    ],
  ],
  [
    'notation activation a, preactivation a\nx -> y',
    [
      {
        code: 'double-name',
        at: 'preactivation a',
        message: 'a would stand for two things of one unit.',
        hint: 'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.',
      },
    ],
  ],
  [
    'notation activation a, error a\nx -> y',
    [
      {
        code: 'double-name',
        at: 'error a',
        message: 'a would stand for two things of one unit.',
        hint: 'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.',
      },
    ],
  ],
  [
    'notation activation a, preactivation z, error z\nx -> y',
    [
      {
        code: 'double-name',
        at: 'error z',
        message: 'z would stand for two things of one unit.',
        hint: 'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.',
      },
    ],
  ],
  [
    'notation output o, error o\nx -> y',
    [
      {
        code: 'double-name',
        at: 'error o',
        message: 'o would stand for two things of one unit.',
        hint: 'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation sigmoid, relu',
    [
      {
        code: 'said-twice',
        at: 'relu',
        message: 'The activation of all units is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation h: sigmoid, h: relu',
    [
      {
        code: 'said-twice',
        at: 'h',
        message: 'The activation of h is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nweights h: u_{ji}, h: v_{ji}',
    [
      {
        code: 'said-twice',
        at: 'h',
        message: 'The weights of h are given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias b^l_j, c^l_j',
    [
      {
        code: 'said-twice',
        at: 'c^l_j',
        message: 'The bias of all units is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias x: b',
    [
      {
        code: 'bias-of-input',
        at: 'x',
        message: 'x is an input and has no bias: its value is given.',
        hint: 'Name a hidden layer or an output.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nweights x: w_{ji}',
    [
      {
        code: 'weights-of-input',
        at: 'x',
        message: 'x is an input and no weights lead to it.',
        hint: 'Name a hidden layer or an output.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation x: relu',
    [
      {
        code: 'activation-of-input',
        at: 'x',
        message: 'x is an input and has no activation: its value is given.',
        hint: 'Name a hidden layer or an output.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation q: relu',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no layer or unit q in this network.',
        hint: 'There are x, h and y.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{13}',
    [
      {
        code: 'unknown-name',
        at: 'w^1_{13}',
        message: 'There is no weight w^1_{13}: layer x has 2 units, layer h has 2 units.',
        hint: 'The weights that lead to h are w^1_{11}, w^1_{12}, w^1_{21} and w^1_{22}; did you mean w^1_{12}?',
        expected: ['w^1_{12}', 'w^1_{11}'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus h_3',
    [
      {
        code: 'unknown-name',
        at: 'h_3',
        message: 'There is no unit h_3: layer h has 2 units.',
        hint: 'They are h_1 and h_2; did you mean h_2?',
        expected: ['h_2', 'h_1'],
      },
    ],
  ],
  [
    'x[2] -> h[1] -> y\nfigure focus h_2',
    [
      {
        code: 'unknown-name',
        at: 'h_2',
        message: 'There is no unit h_2: layer h has 1 unit.',
        hint: 'It is h_1; did you mean h_1?',
        expected: ['h_1', 'x_2'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y\nbias b^l_j\nfigure focus b^1_3',
    [
      {
        code: 'unknown-name',
        at: 'b^1_3',
        message: 'There is no bias b^1_3.',
        hint: 'Of b^1 there are b^1_1 and b^1_2; did you mean b^1_2?',
        expected: ['b^1_2', 'b^1_1'],
      },
    ],
  ],
  [
    'x -> h -> y\nfigure focus w^1_{12}',
    [
      {
        code: 'unknown-name',
        at: 'w^1_{12}',
        message: 'There is no weight w^1_{12}: layer x has 1 unit, layer h has 1 unit.',
        hint: 'The weight that leads to h is w^1_{11}; did you mean w^1_{11}?',
        expected: ['w^1_{11}'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1',
    [
      {
        code: 'unknown-name',
        at: 'w^1',
        message: 'w^1 stands for 4 weights, and here one is meant.',
        hint: 'Write one of w^1_{11}, w^1_{12}, w^1_{21} and w^1_{22}.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus h^2',
    [
      {
        code: 'unknown-name',
        at: 'h^2',
        message: 'There is no weight, bias or unit h^2 in this network.',
        hint: 'There are x, h, y, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus q',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no weight, bias or unit q in this network.',
        hint: 'There are x, h, y, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nweights w_N\nfigure focus w_9',
    [
      {
        code: 'unknown-name',
        at: 'w_9',
        message: 'There is no weight w_9.',
        hint: 'Of w there are w_1, w_2, …, w_8; did you mean w_8?',
        expected: ['w_8', 'w_7', 'w_6'],
      },
    ],
  ],
  [
    'x_1 -> y_1 : u_1\nx_2 -> y_1 : u_2\nfigure focus u_3',
    [
      {
        code: 'unknown-name',
        at: 'u_3',
        message: 'There is no weight u_3: layer x has 2 units, layer y has 1 unit.',
        hint: 'The weights that lead to y are u_1 and u_2; did you mean u_2?',
        expected: ['u_2', 'u_1'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation q_1: relu',
    [
      {
        code: 'unknown-name',
        at: 'q_1',
        message: 'There is no layer or unit q_1 in this network.',
        hint: 'There are x, h and y; did you mean x_1?',
        expected: ['x_1', 'h_1', 'y_1'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nbias h_3: b',
    [
      {
        code: 'unknown-name',
        at: 'h_3',
        message: 'There is no unit h_3: layer h has 2 units.',
        hint: 'They are h_1 and h_2; did you mean h_2?',
        expected: ['h_2', 'h_1', 'h'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1',
    [
      {
        code: 'odd-shape',
        at: 'x = 1',
        message: 'x takes 2 numbers an example, but here is 1 row of 1.',
        hint: 'Numbers stand apart by spaces, examples by semicolons.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 2 3; 1 2',
    [
      {
        code: 'odd-shape',
        at: 'x = 1 2 3; 1 2',
        message: 'x takes 2 numbers an example, but here are 2 rows of 3 or 2.',
        hint: 'Numbers stand apart by spaces, examples by semicolons.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nw^1 = 1 2 3',
    [
      {
        code: 'odd-shape',
        at: 'w^1 = 1 2 3',
        message: 'w^1 takes 2 rows of 2 numbers, but here is 1 row of 3.',
        hint: 'A row holds the weights that lead to one unit; rows stand apart by semicolons.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nw^1 = 1 2; 3',
    [
      {
        code: 'odd-shape',
        at: 'w^1 = 1 2; 3',
        message: 'w^1 takes 2 rows of 2 numbers, but here are 2 rows of 2 or 1.',
        hint: 'A row holds the weights that lead to one unit; rows stand apart by semicolons.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nw^1_{11} = 1 2',
    [
      {
        code: 'odd-shape',
        at: 'w^1_{11} = 1 2',
        message: 'w^1_{11} takes 1 number, but here is 1 row of 2.',
        hint: 'Numbers stand apart by spaces.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nh = 1 2',
    [
      {
        code: 'value-of-computed',
        at: 'h',
        message: "h is computed, so that it can't be given a value.",
        hint: 'Values are given to inputs, targets, weights and biases.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nt_3 = 1',
    [
      {
        code: 'unknown-name',
        at: 't_3',
        message: 'There is no target t_3: the network has 2 outputs.',
        hint: 'Their targets are t_1 and t_2.',
      },
    ],
  ],
  [
    'x -> y\nt_2 = 1',
    [
      {
        code: 'unknown-name',
        at: 't_2',
        message: 'There is no target t_2: the network has 1 output.',
        hint: 'Its target is t.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nq = 1',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no input, target, weight or bias q in this network.',
        hint: 'There are x, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 2\nx = 3 4',
    [
      {
        code: 'said-twice',
        at: 'x',
        message: 'The value of x is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 2\nx_1 = 3',
    [
      {
        code: 'said-twice',
        at: 'x_1',
        message: 'The value of x_1 is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> y\nweights w_i\nx = 1 1\nw = 1',
    [
      {
        code: 'odd-shape',
        at: 'w = 1',
        message: 'w takes 2 numbers, but here is 1 row of 1.',
        hint: 'Numbers stand apart by spaces.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx = 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2',
    [
      {
        code: 'odd-shape',
        at: 'x = 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2; 1 2',
        message: '65 examples are too many.',
        hint: 'Give 64 at most.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nweights w_j',
    [
      {
        code: 'name-shared-by-accident',
        at: 'w_j',
        message: 'Under weights w_j the edges x_1 -> h_1 and x_2 -> h_1 would both be w_1.',
        hint: 'Add i for the unit that it comes from, or count with n in each layer or N over the network.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nx -> y',
    [
      {
        code: 'unnamed-skip',
        at: 'x -> y',
        message: "The edge x_1 -> y_1 skips a layer, so that w^l_{ji} can't name its weight.",
        hint: 'Name it, x_1 -> y_1 : u, give it a number, x_1 -> y_1 : 1, or count all weights with N.',
      },
    ],
  ],
  [
    'x_1 -> y_1\nx_1 -> y_1',
    [
      {
        code: 'double-edge',
        at: 'x_1 -> y_1',
        message: 'The edge x_1 -> y_1 is there already.',
        hint: 'Two units have one edge at most; x_1 -> y_1 : u would name its weight.',
      },
    ],
  ],
  [
    'x -> y : u\nx -> y : v',
    [
      {
        code: 'double-edge',
        at: 'x -> y : v',
        message: 'The edge x -> y is there already.',
        hint: 'Two units have one edge at most, and an edge has one weight.',
      },
    ],
  ],
  [
    'x -> y\nx -> y : u\nx -> y : v',
    [
      {
        code: 'double-edge',
        at: 'x -> y : v',
        message: 'The edge x -> y is there already.',
        hint: 'Two units have one edge at most, and an edge has one weight.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nrate 0',
    [
      {
        code: 'odd-number',
        at: '0',
        message: 'A rate of 0 would take no step downhill.',
        hint: 'Give a number above 0: rate 0.5.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nrate -1',
    [
      {
        code: 'odd-number',
        at: '-1',
        message: 'A rate of -1 would take no step downhill.',
        hint: 'Give a number above 0: rate 0.5.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nrate 1\nrate 2',
    [
      {
        code: 'said-twice',
        at: 'rate 2',
        message: 'The rate is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nloss squared\nloss squared',
    [
      {
        code: 'said-twice',
        at: 'loss squared',
        message: 'The loss is given twice.',
        hint: 'A network has one loss: take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nloss cube',
    [
      {
        code: 'unknown-word',
        at: 'cube',
        message: 'There is no loss “cube”.',
        hint: 'There are squared, mean-squared, binary-cross-entropy and cross-entropy.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nloss squared, decay -1',
    [
      {
        code: 'odd-number',
        at: '-1',
        message: 'A decay of -1 would make the weights grow.',
        hint: 'Give 0 or more.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation relu 2',
    [
      {
        code: 'odd-number',
        at: '2',
        message: 'relu takes no number.',
        hint: 'Only leaky-relu does: its slope below 0.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nactivation sigmod',
    [
      {
        code: 'unknown-word',
        at: 'sigmod',
        message: 'There is no activation “sigmod”.',
        hint: 'There are identity, linear, sigmoid, tanh, relu, leaky-relu, softplus, gelu, gelu-tanh and softmax.',
        expected: ['sigmoid'],
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure label a, unnumbered',
    [
      {
        code: 'contradiction',
        at: 'unnumbered',
        message: '“label” and “unnumbered” deny each other.',
        hint: 'Leave out “unnumbered”, or the label.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure tag A, unnumbered',
    [
      {
        code: 'contradiction',
        at: 'unnumbered',
        message: '“tag” and “unnumbered” deny each other.',
        hint: 'Leave out “unnumbered”, or the tag.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure outline, no outline',
    [
      {
        code: 'contradiction',
        at: 'no outline',
        message: '“outline” and “no outline” deny each other.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure outline outline',
    [
      {
        code: 'double-clause',
        at: 'outline',
        message: '“outline” stands here twice.',
        hint: 'Put them together, or take one of the two out.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nforward y h, E, as numbers x',
    [
      {
        code: 'unknown-word',
        at: 'x',
        message: '“as” takes one word.',
        hint: 'There are symbols and numbers.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nforward x',
    [
      {
        code: 'input-has-no-equation',
        at: 'x',
        message: 'x is an input: it has no equation.',
        hint: 'Equations have h_1, h_2, y_1 and y_2.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nforward q',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no layer or unit q in this network.',
        hint: 'There are x, h and y.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure show',
    [
      {
        code: 'word-expected',
        at: 'show',
        message: '“show” takes one word or more.',
        hint: 'There are biases, targets, loss and activations.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure show bias',
    [
      {
        code: 'unknown-word',
        at: 'bias',
        message: 'show knows no “bias”.',
        hint: 'There are biases, targets, loss and activations.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nlive plot',
    [
      {
        code: 'word-expected',
        at: 'plot',
        message: '“plot” takes one word or more.',
        hint: 'There are error, training and decision.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11} lines',
    [
      {
        code: 'odd-lines',
        at: 'lines',
        message: 'This does not say which lines.',
        hint: 'Write lines 1-2, or lines chain-rule..sign.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nderive w^1_{11} lines 1 x_1',
    [
      {
        code: 'odd-lines',
        at: 'lines 1 x_1',
        message: 'This does not say which lines.',
        hint: 'Write lines 1-2, or lines chain-rule..sign.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure caption',
    [
      {
        code: 'text-expected',
        at: 'caption',
        message: 'After “caption” stands one text in quotes.',
        hint: 'Write caption "Two layers".',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure caption x',
    [
      {
        code: 'text-expected',
        at: 'caption x',
        message: 'After “caption” stands one text in quotes.',
        hint: 'Write caption "Two layers".',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure caption "a" "b"',
    [
      {
        code: 'text-expected',
        at: 'caption "a" "b"',
        message: 'After “caption” stands one text in quotes.',
        hint: 'Write caption "Two layers".',
      },
    ],
  ],
  [
    'x[2] -> ... -> y',
    [
      {
        code: 'unclear-ellipsis',
        at: '...',
        message: 'These dots do not say which layers they stand for.',
        hint: 'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].',
      },
    ],
  ],
  [
    'x^1[2] -> ... -> x^5[3]',
    [
      {
        code: 'unclear-ellipsis',
        at: '...',
        message: 'These dots do not say which layers they stand for.',
        hint: 'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].',
      },
    ],
  ],
  [
    'h^1[2] -> ... -> h^1[2]',
    [
      {
        code: 'unclear-ellipsis',
        at: '...',
        message: 'These dots do not say which layers they stand for.',
        hint: 'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].',
      },
    ],
  ],
  [
    'x[2] -> y\nx_3 -> y',
    [
      {
        code: 'unknown-unit',
        at: 'x_3',
        message: 'There is no unit x_3: layer x has 2 units.',
        hint: 'Its units are x_1 to x_2.',
      },
    ],
  ],
];

describe('a line without a meaning', () => {
  it.each(cases)('%j', (block, expected) => {
    const { document, diagnostics } = parse(block);
    expect(diagnostics).toEqual([]);
    expect(shown(block, resolve(document).diagnostics)).toEqual(expected);
  });
});
