import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';
import { type Expected, shown } from '../support/mistakes.ts';
import { networkOf } from '../support/network.ts';

/** What an author may write, and all that is said about it. */
const cases: readonly (readonly [block: string, expected: readonly Expected[]])[] = [
  [
    'x[2] -> h[2] -> y[2]\nx_1 -> y_1 : 1\nfigure focus w^1_{11}, depth 1-6',
    [
      {
        code: 'odd-depth',
        at: 'depth 1-6',
        message: 'Only a chain of layers can be given more of them.',
        hint: 'Describe it as x[2] -> h[2] -> y[2], with hidden layers of one size and no other edges.',
      },
    ],
  ],
  [
    'x[2] -> h[8] -> y[2]\nfigure focus w^1_{11}, depth 1-6',
    [
      {
        code: 'odd-depth',
        at: 'depth 1-6',
        message: 'A layer of 8 units is too large to be drawn so often.',
        hint: 'Give each layer 6 at most.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^2_{11}, depth 1-6',
    [
      {
        code: 'odd-depth',
        at: 'depth 1-6',
        message: 'More layers change the paths of one weight that leaves an input.',
        hint: 'Write figure focus w^1_{11}, depth 1-6.',
      },
    ],
  ],
  [
    'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}, depth 1-9',
    [
      {
        code: 'number-expected',
        at: 'depth 1-9',
        message: 'After “depth” stand whole numbers from 1 to 8.',
        hint: 'Write depth 2, or depth 1-3.',
      },
    ],
  ],
  [
    'rate 0.5',
    [
      {
        code: 'no-network',
        at: 'rate 0.5',
        message: 'This block describes no network.',
        hint: 'Begin with a chain such as x[2] -> h[2] -> y[2], or give the block the name of a network above.',
      },
    ],
  ],
  [
    'x[0] -> y',
    [
      {
        code: 'layer-size',
        at: '0',
        message: "A layer can't have 0 units.",
        hint: 'Give a whole number from 1 to 1024: x[2].',
      },
    ],
  ],
  [
    'x[2.5] -> y[2000]',
    [
      {
        code: 'layer-size',
        at: '2.5',
        message: "A layer can't have 2.5 units.",
        hint: 'Give a whole number from 1 to 1024: x[2].',
      },
      {
        code: 'layer-size',
        at: '2000',
        message: "A layer can't have 2000 units.",
        hint: 'Give a whole number from 1 to 1024: y[2].',
      },
    ],
  ],
  [
    'x_1[2] -> y',
    [
      {
        code: 'layer-subscript',
        at: 'x_1',
        message: 'The layer x_1 has a subscript, but its units get theirs by counting.',
        hint: 'Number layers above: x^1[2].',
      },
    ],
  ],
  [
    'x[2] -> x[3]',
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
    `x[2] -> y[2]
x_3 -> y_1`,
    [
      {
        code: 'unknown-unit',
        at: 'x_3',
        message: 'There is no unit x_3: layer x has 2 units.',
        hint: 'Its units are x_1 to x_2.',
      },
    ],
  ],
  [
    `x[1] -> y[1]
x_0 -> y_1`,
    [
      {
        code: 'unknown-unit',
        at: 'x_0',
        message: 'There is no unit x_0: layer x has 1 unit.',
        hint: 'Its unit is x_1.',
      },
    ],
  ],
  [
    'x[2] -> ... -> y[2]',
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
    'x[2] -> h^1[2] -> ... -> h^9999999[2] -> y[2]',
    [
      {
        code: 'unbraced-script',
        at: 'h^9999999',
        message: 'h^9999999 reads as h^9 with 999999 behind it.',
        hint: 'Write h^{9999999}.',
        expected: ['h^{9999999}'],
      },
    ],
  ],
  [
    'x[1024] -> h[1024] -> y',
    [
      {
        code: 'network-too-large',
        at: 'x[1024] -> h[1024] -> y',
        message: 'This network has more than 120000 edges.',
        hint: 'A network on a page is there to be understood: describe a smaller one.',
      },
    ],
  ],
  [
    'x -> h -> x',
    [
      {
        code: 'circle',
        at: 'x -> h -> x',
        message: 'These edges run in a circle: h -> x -> h.',
        hint: 'Values flow one way only: take out one of them.',
      },
    ],
  ],
  [
    'x -> a\na -> b -> y\nb -> c : u\nc -> a',
    [
      {
        code: 'circle',
        at: 'c -> a',
        also: 'a -> b -> y',
        message: 'These edges run in a circle: b -> c -> a -> b.',
        hint: 'Values flow one way only: take out one of them.',
      },
    ],
  ],
  [
    'x -> x',
    [
      {
        code: 'circle',
        at: 'x -> x',
        message: 'These edges run in a circle: x -> x.',
        hint: 'Values flow one way only: take out one of them.',
      },
    ],
  ],
  [
    `x_1 -> h_1 : w_1
x_1 -> h_1 : w_2`,
    [
      {
        code: 'double-edge',
        at: 'x_1 -> h_1 : w_2',
        message: 'The edge x_1 -> h_1 is there already.',
        hint: 'Two units have one edge at most, and an edge has one weight.',
      },
    ],
  ],
  [
    `x[2] -> y[2]
x -> y`,
    [
      {
        code: 'double-edge',
        at: 'x -> y',
        message: 'The edge x_1 -> y_1 is there already.',
        hint: 'Two units have one edge at most; x_1 -> y_1 : u would name its weight.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
x_1 -> y_1`,
    [
      {
        code: 'unnamed-skip',
        at: 'x_1 -> y_1',
        message: "The edge x_1 -> y_1 skips a layer, so that w^l_{ji} can't name its weight.",
        hint: 'Name it, x_1 -> y_1 : u, give it a number, x_1 -> y_1 : 1, or count all weights with N.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
weights w_{ji}`,
    [
      {
        code: 'name-shared-by-accident',
        at: 'w_{ji}',
        message: 'Under weights w_{ji} the edges x_1 -> h_1 and h_1 -> y_1 would both be w_{11}.',
        hint: 'Add l for the layer, or count with n in each layer or N over the network.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
weights w^l_i`,
    [
      {
        code: 'name-shared-by-accident',
        at: 'w^l_i',
        message: 'Under weights w^l_i the edges x_1 -> h_1 and x_1 -> h_2 would both be w^1_1.',
        hint: 'Add j for the unit that it leads to, or count with n in each layer or N over the network.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
bias b_j`,
    [
      {
        code: 'name-shared-by-accident',
        at: 'b_j',
        message: 'The biases of h_1 and y_1 would both be b_1.',
        hint: 'Add l for the layer, as in b^l_j, or count with N over the network.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
weights x: u_{ji}, g: v_{ji}`,
    [
      {
        code: 'weights-of-input',
        at: 'x',
        message: 'x is an input and no weights lead to it.',
        hint: 'Name a hidden layer or an output.',
      },
      {
        code: 'unknown-name',
        at: 'g',
        message: 'There is no layer or unit g in this network.',
        hint: 'There are x, h and y.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
weights h: u_{ji}, h: v_{ji}
bias x: b
activation x_1: relu, h: reluu, y: tanh 2`,
    [
      {
        code: 'said-twice',
        at: 'h',
        message: 'The weights of h are given twice.',
        hint: 'Take one of the two out.',
      },
      {
        code: 'bias-of-input',
        at: 'x',
        message: 'x is an input and has no bias: its value is given.',
        hint: 'Name a hidden layer or an output.',
      },
      {
        code: 'activation-of-input',
        at: 'x_1',
        message: 'x_1 is an input and has no activation: its value is given.',
        hint: 'Name a hidden layer or an output.',
      },
      {
        code: 'unknown-word',
        at: 'reluu',
        message: 'There is no activation “reluu”.',
        hint: 'There are identity, linear, sigmoid, tanh, relu, leaky-relu, softplus, gelu, gelu-tanh and softmax.',
        expected: ['relu'],
      },
      {
        code: 'odd-number',
        at: '2',
        message: 'tanh takes no number.',
        hint: 'Only leaky-relu does: its slope below 0.',
      },
    ],
  ],
  [
    `x[3] -> y[3]
activation y_1: softmax`,
    [
      {
        code: 'odd-softmax',
        at: 'softmax',
        message: 'Softmax is taken over a whole layer, not over a part of it.',
        hint: 'Name the layer.',
      },
    ],
  ],
  [
    `x[3] -> y
activation y: softmax`,
    [
      {
        code: 'odd-softmax',
        at: 'softmax',
        message: 'Softmax of the one unit y is always 1.',
        hint: 'Write sigmoid, or give the layer more units.',
      },
    ],
  ],
  [
    `x[2] -> y[2]
loss squard, decay -1
loss squared
rate 0
rate 1`,
    [
      {
        code: 'unknown-word',
        at: 'squard',
        message: 'There is no loss “squard”.',
        hint: 'There are squared, mean-squared, binary-cross-entropy and cross-entropy.',
        expected: ['squared'],
      },
      {
        code: 'odd-number',
        at: '-1',
        message: 'A decay of -1 would make the weights grow.',
        hint: 'Give 0 or more.',
      },
      {
        code: 'said-twice',
        at: 'loss squared',
        message: 'The loss is given twice.',
        hint: 'A network has one loss: take one of the two out.',
      },
      {
        code: 'odd-number',
        at: '0',
        message: 'A rate of 0 would take no step downhill.',
        hint: 'Give a number above 0: rate 0.5.',
      },
      {
        code: 'said-twice',
        at: 'rate 1',
        message: 'The rate is given twice.',
        hint: 'Take one of the two out.',
      },
    ],
  ],
  [
    `x[2] -> y[2]
notation drafty
notation gradient D, loss C_1`,
    [
      {
        code: 'unknown-word',
        at: 'drafty',
        message: 'There is no notation “drafty”.',
        hint: 'There are the presets standard, nielsen, bishop, goodfellow, ng and draft, and the settings gradient, derivative, superscript, activation, output, preactivation, error, loss and target.',
        expected: ['draft'],
      },
      {
        code: 'odd-notation',
        at: 'gradient D',
        message: 'The notation of gradient is derivative or delta or differential.',
        hint: 'Write notation gradient derivative.',
      },
      {
        code: 'odd-notation',
        at: 'loss C_1',
        message: 'The notation of loss is one letter.',
        hint: 'Write notation loss C.',
      },
    ],
  ],
  [
    'x[2] -> y[2]\nnotation nielsen, error a',
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
    'a^1[2] -> h[2] -> y\nnotation nielsen',
    [
      {
        code: 'double-name',
        at: 'a^1[2]',
        message: 'a^1_1 would be both a unit and another unit.',
        hint: 'Choose another letter for one of them.',
      },
      {
        code: 'double-name',
        at: 'a^1[2]',
        message: 'a^1_2 would be both a unit and another unit.',
        hint: 'Choose another letter for one of them.',
      },
    ],
  ],
  [
    'x -> E',
    [
      {
        code: 'double-name',
        at: 'E',
        message: 'E would be both the loss and a unit.',
        hint: 'Choose another letter, or write notation loss C.',
      },
    ],
  ],
  [
    'x -> y : y',
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
    'x -> t',
    [
      {
        code: 'double-name',
        at: 't',
        message: 't would be both a unit and a target.',
        hint: 'Choose another letter, or write notation target d.',
      },
    ],
  ],
  [
    `x -> y : b
bias b`,
    [
      {
        code: 'double-name',
        at: 'b',
        message: 'b would be both a weight and a bias.',
        hint: 'Choose another letter for one of them.',
      },
    ],
  ],
  [
    'x -> y : E',
    [
      {
        code: 'double-name',
        at: 'E',
        message: 'E would be both the loss and a weight.',
        hint: 'Choose another letter, or write notation loss C.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
x = 1 2 3
w^1 = 1 2; 3
t_3 = 1
y_1 = 1
x = 1 2; 3 4
t = 1 2
t = 2 3
q = 1`,
    [
      {
        code: 'odd-shape',
        at: 'x = 1 2 3',
        message: 'x takes 2 numbers an example, but here is 1 row of 3.',
        hint: 'Numbers stand apart by spaces, examples by semicolons.',
      },
      {
        code: 'odd-shape',
        at: 'w^1 = 1 2; 3',
        message: 'w^1 takes 2 rows of 2 numbers, but here are 2 rows of 2 or 1.',
        hint: 'A row holds the weights that lead to one unit; rows stand apart by semicolons.',
      },
      {
        code: 'unknown-name',
        at: 't_3',
        message: 'There is no target t_3: the network has 2 outputs.',
        hint: 'Their targets are t_1 and t_2.',
      },
      {
        code: 'value-of-computed',
        at: 'y_1',
        message: "y_1 is computed, so that it can't be given a value.",
        hint: 'Values are given to inputs, targets, weights and biases.',
      },
      {
        code: 'unequal-examples',
        at: 't = 1 2',
        message: 'Here is 1 example, elsewhere 2.',
        hint: 'Inputs and targets have one row an example, so give each as many rows.',
      },
      {
        code: 'said-twice',
        at: 't',
        message: 'The value of t is given twice.',
        hint: 'Take one of the two out.',
      },
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no input, target, weight or bias q in this network.',
        hint: 'There are x, w^1 and w^2.',
      },
    ],
  ],
  [
    'x[1] -> y[1]\nderive w_{12}',
    [
      {
        code: 'unknown-name',
        at: 'w_{12}',
        message: 'There is no weight w_{12}: layer x has 1 unit, layer y has 1 unit.',
        hint: 'The weight that leads to y is w_{11}; did you mean w_{11}?',
        expected: ['w_{11}'],
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
derive w^1_{13}
derive w_{11}
derive h_3
derive v^1_{11}
derive h
derive w^2
derive q
forward g, x, h_4
derive
derive w^1_{11} w^1_{12}
derive g by w^1_{11}
derive x_1 by w^1_{11}`,
    [
      {
        code: 'unknown-name',
        at: 'w^1_{13}',
        message: 'There is no weight w^1_{13}: layer x has 2 units, layer h has 2 units.',
        hint: 'The weights that lead to h are w^1_{11}, w^1_{12}, w^1_{21} and w^1_{22}; did you mean w^1_{12}?',
        expected: ['w^1_{12}', 'w^1_{11}'],
      },
      {
        code: 'unknown-name',
        at: 'w_{11}',
        message: 'There is no weight, bias or unit w_{11} in this network.',
        hint: 'There are x, h, y, w^1 and w^2; did you mean w^1_{11}?',
        expected: ['w^1_{11}', 'w^2_{11}'],
      },
      {
        code: 'unknown-name',
        at: 'h_3',
        message: 'There is no unit h_3: layer h has 2 units.',
        hint: 'They are h_1 and h_2; did you mean h_2?',
        expected: ['h_2', 'h_1'],
      },
      {
        code: 'unknown-name',
        at: 'v^1_{11}',
        message: 'There is no weight, bias or unit v^1_{11} in this network.',
        hint: 'There are x, h, y, w^1 and w^2; did you mean w^1_{11}?',
        expected: ['w^1_{11}'],
      },
      {
        code: 'unknown-name',
        at: 'h',
        message: 'h stands for 2 units, and here one is meant.',
        hint: 'Write one of h_1 and h_2.',
        expected: ['h_1', 'h_2'],
      },
      {
        code: 'unknown-name',
        at: 'w^2',
        message: 'w^2 stands for 4 weights, and here one is meant.',
        hint: 'Write one of w^2_{11}, w^2_{12}, w^2_{21} and w^2_{22}.',
      },
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no weight, bias or unit q in this network.',
        hint: 'There are x, h, y, w^1 and w^2.',
      },
      {
        code: 'unknown-name',
        at: 'g',
        message: 'There is no layer or unit g in this network.',
        hint: 'There are x, h and y.',
      },
      {
        code: 'input-has-no-equation',
        at: 'x',
        message: 'x is an input: it has no equation.',
        hint: 'Equations have h_1, h_2, y_1 and y_2.',
      },
      {
        code: 'unknown-name',
        at: 'h_4',
        message: 'There is no unit h_4: layer h has 2 units.',
        hint: 'They are h_1 and h_2; did you mean h_2?',
        expected: ['h_2', 'h_1', 'h'],
      },
      {
        code: 'unclear-derivative',
        at: 'derive',
        message: 'This does not say which derivative to take.',
        hint: 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.',
      },
      {
        code: 'unclear-derivative',
        at: 'derive w^1_{11} w^1_{12}',
        message: 'This does not say which derivative to take.',
        hint: 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.',
      },
      {
        code: 'unknown-name',
        at: 'g',
        message: 'There is no unit g in this network.',
        hint: 'There are x, h and y.',
      },
      {
        code: 'input-has-no-equation',
        at: 'x_1',
        message: 'x_1 is an input: nothing changes it.',
        hint: 'Derivatives are taken of the loss, of outputs and of hidden units.',
      },
    ],
  ],
  [
    `x[2] -> h[2] -> y[2]
x = 1 2; 3 4
figure to y_1, path 1
figure focus w^1_{11} path 3, to h_1
figure focus w^2_{11} path 2
figure focus w^1_{11} path two
figure values show activations
figure values example 3
figure example 2
figure widths thickness`,
    [
      {
        code: 'no-focus',
        at: 'to y_1',
        message: '“to” stands here without a focus.',
        hint: 'Write figure focus w_1, and behind it “to y_1” or “path 2”.',
      },
      {
        code: 'no-focus',
        at: 'path 1',
        message: '“path” stands here without a focus.',
        hint: 'Write figure focus w_1, and behind it “to y_1” or “path 2”.',
      },
      {
        code: 'no-such-path',
        at: 'path 3',
        message: 'There is no path 3: 2 lead there.',
        hint: 'Paths are numbered 1 to 2.',
      },
      {
        code: 'no-output',
        at: 'h_1',
        message: 'h_1 is no output.',
        hint: 'The network has 2 outputs: y_1 and y_2.',
      },
      {
        code: 'no-such-path',
        at: 'path 2',
        message: 'There is no path 2: one leads there.',
        hint: 'Write path 1.',
      },
      {
        code: 'number-expected',
        at: 'path two',
        message: 'After “path” stand whole numbers from 1 to 1000.',
        hint: 'Write path 2, or path 1-3.',
      },
      {
        code: 'contradiction',
        at: 'activations',
        message: 'A unit has room for its value or for its activation, not for both.',
        hint: 'Leave out “values”, or “activations”.',
      },
      {
        code: 'odd-example',
        at: 'example 3',
        message: 'There is no example 3: the block has 2 examples.',
        hint: 'Examples are the rows of x = 0 0; 0 1, numbered from 1.',
      },
      {
        code: 'odd-example',
        at: 'example 2',
        message: 'This figure shows no numbers.',
        hint: 'Write values or gradients before “example”.',
      },
      {
        code: 'unknown-word',
        at: 'thickness',
        message: 'widths knows no “thickness”.',
        hint: 'There are weights and gradients.',
      },
    ],
  ],
  [
    'x[2] -> y[2]\nfigure show biasses targets, rest dim\nfigure show',
    [
      {
        code: 'unknown-word',
        at: 'biasses',
        message: 'show knows no “biasses”.',
        hint: 'There are biases, targets, loss and activations.',
        expected: ['biases'],
      },
      {
        code: 'word-expected',
        at: 'show',
        message: '“show” takes one word or more.',
        hint: 'There are biases, targets, loss and activations.',
      },
    ],
  ],
  [
    `x[2] -> y[2]
figure rest blue, arrows up up, captions i, caption 4, focus
figure captions i_1 k, focus w_{11} 3
figure captions i i
figure outline no outline, unnumbered tag 4 label f
figure rest dim rest red
derive w_{11} as chian, reasons above, lines "2"
derive w_{11}, as paths, w_{12}
live focus y_1, plot decision errors`,
    [
      {
        code: 'unknown-word',
        at: 'blue',
        message: 'rest knows no “blue”.',
        hint: 'There are dim, red and plain.',
      },
      {
        code: 'unknown-word',
        at: 'up',
        message: 'arrows knows no “up”.',
        hint: 'There are forward, backward and none.',
      },
      {
        code: 'odd-captions',
        at: 'captions i',
        message: 'Here is 1 caption for 2 layers.',
        hint: 'Give each layer a letter of its own: captions i j.',
      },
      {
        code: 'text-expected',
        at: 'caption 4',
        message: 'After “caption” stands one text in quotes.',
        hint: 'Write caption "Two layers".',
      },
      {
        code: 'name-expected',
        at: 'focus',
        message: 'After “focus” stand names, and nothing else.',
        hint: 'Names are written as in LaTeX: w^1_{11}, h_2.',
      },
      {
        code: 'odd-captions',
        at: 'i_1',
        message: 'The caption i_1 is more than a letter.',
        hint: 'Give each layer a letter of its own: captions i j.',
      },
      {
        code: 'name-expected',
        at: '3',
        message: 'After “focus” stand names, and nothing else.',
        hint: 'Names are written as in LaTeX: w^1_{11}, h_2.',
      },
      {
        code: 'odd-captions',
        at: 'captions i i',
        message: 'The caption i stands here twice.',
        hint: 'Give each layer a letter of its own: captions i j.',
      },
      {
        code: 'contradiction',
        at: 'no outline',
        message: '“outline” and “no outline” deny each other.',
        hint: 'Take one of the two out.',
      },
      {
        code: 'contradiction',
        at: 'unnumbered',
        message: '“label” and “unnumbered” deny each other.',
        hint: 'Leave out “unnumbered”, or the label.',
      },
      {
        code: 'contradiction',
        at: 'unnumbered',
        message: '“tag” and “unnumbered” deny each other.',
        hint: 'Leave out “unnumbered”, or the tag.',
      },
      {
        code: 'double-clause',
        at: 'rest red',
        message: '“rest” stands here twice.',
        hint: 'Put them together, or take one of the two out.',
      },
      {
        code: 'unknown-word',
        at: 'chian',
        message: 'as knows no “chian”.',
        hint: 'There are chain, delta, paths, index, matrix, numbers and table.',
        expected: ['chain'],
      },
      {
        code: 'unknown-word',
        at: 'above',
        message: 'reasons knows no “above”.',
        hint: 'There are none, beside and below.',
      },
      {
        code: 'odd-lines',
        at: 'lines "2"',
        message: 'This does not say which lines.',
        hint: 'Write lines 1-2, or lines chain-rule..sign.',
      },
      {
        code: 'double-clause',
        at: 'w_{12}',
        message: 'These names stand apart from the first.',
        hint: 'Put them together, or take one of the two out.',
      },
      {
        code: 'odd-focus',
        at: 'focus y_1',
        message: 'A live figure is about one weight or bias at a time.',
        hint: 'Write focus w_1; readers choose others themselves.',
      },
      {
        code: 'odd-plot',
        at: 'plot decision errors',
        message: 'A decision surface needs two inputs and one output.',
        hint: 'This network has 2 and 2: leave decision out.',
      },
      {
        code: 'unknown-word',
        at: 'errors',
        message: 'plot knows no “errors”.',
        hint: 'There are error, training and decision.',
        expected: ['error'],
      },
    ],
  ],
  [
    'x[1] -> y[1]\nderive w_{11} reasons none, steps',
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
    `x[20] -> h[20] -> y
loss squared, decay 0.1
live`,
    [
      {
        code: 'odd-size',
        at: 'live',
        message: 'This network has 420 weights and biases, too many for a live figure.',
        hint: 'Make it smaller, to 256 at most, or write figure.',
      },
    ],
  ],
  [
    'x -> y : 1\nlive',
    [
      {
        code: 'odd-size',
        at: 'live',
        message: 'This network has no weights to change.',
        hint: 'Give an edge a named weight, or write figure.',
      },
    ],
  ],
  [
    `x -> y
loss squared, decay 0.1
live`,
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
    `x = 1 2 3
x[2000] -> h[2] -> y[2]
figure focus w^1_{11}`,
    [
      {
        code: 'layer-size',
        at: '2000',
        message: "A layer can't have 2000 units.",
        hint: 'Give a whole number from 1 to 1024: x[2].',
      },
    ],
  ],
  [
    `x[12] -> y[12]
derive w_{112}
derive x_{13}`,
    [
      {
        code: 'unknown-name',
        at: 'w_{112}',
        message: 'There is no weight w_{112}: layer x has 12 units, layer y has 12 units.',
        hint: 'The weights that lead to y are w_{11}, w_{12}, …, w_{12,12}; did you mean w_{12}?',
        expected: ['w_{12}', 'w_{11}', 'w_{1,12}'],
      },
      {
        code: 'unknown-name',
        at: 'x_{13}',
        message: 'There is no unit x_{13}: layer x has 12 units.',
        hint: 'They are x_1, x_2, …, x_{12}; did you mean x_{12}?',
        expected: ['x_{12}', 'x_{11}', 'x_{10}'],
      },
    ],
  ],
  [
    `alpha[2] -> y[2]
derive alpha_3`,
    [
      {
        code: 'unknown-name',
        at: 'alpha_3',
        message: 'There is no unit alpha_3: layer alpha has 2 units.',
        hint: 'They are alpha_1 and alpha_2; did you mean alpha_2?',
        expected: ['alpha_2', 'alpha_1'],
      },
    ],
  ],
  [
    'x[2] -> y[2]\nderive as table by w_{11}',
    [
      {
        code: 'unclear-derivative',
        at: 'by w_{11}',
        message: 'A table lists gradients of the loss.',
        hint: 'Write derive as table, or derive w^1 b^1 as table.',
      },
    ],
  ],
  [
    'x[2] -> y[2]\nfigure focus w_{11}, to q',
    [
      {
        code: 'unknown-name',
        at: 'q',
        message: 'There is no layer or unit q in this network.',
        hint: 'There are x and y.',
      },
    ],
  ],
  [
    'x -> ... -> y',
    [
      {
        code: 'unclear-ellipsis',
        at: '...',
        message: 'These dots do not say which layers they stand for.',
        hint: 'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].',
      },
    ],
  ],
];

const mistakes = (block: string) => {
  const { document, diagnostics } = parse(block);
  return shown(block, [...diagnostics, ...resolve(document).diagnostics]);
};

describe('a block that does not add up to a network', () => {
  it.each(cases)('%s', (block, expected) => {
    expect(mistakes(block)).toEqual(expected);
  });

  it('is told of a mistake once, and not again of what follows from it', () => {
    const block = 'x[2] -> h[2 -> y[2]\nx = 1 2\nactivation h: reluu\nfigure focus w^1_{11}';
    expect(mistakes(block).map(({ code }) => code)).toEqual(['unexpected', 'unknown-word']);
  });

  it('is refused by its numbers, before anything is made', () => {
    const codes = (block: string) => mistakes(block).map(({ code }) => code);
    expect(codes('x[1e300] -> y')).toEqual(['layer-size']);
    expect(codes('h^1[2] -> ... -> h^{999999999}[2]')).toEqual(['network-too-large']);
    const messages = mistakes('h^1[1000] -> ... -> h^5[1000]').map(({ message }) => message);
    expect(messages).toEqual([
      'This network has more than 120000 edges.',
      'This network has more than 4096 units.',
    ]);
    expect(codes(`x[2] -> y[2]\n${'figure\n'.repeat(65)}`)).toEqual(['too-many-requests']);
    expect(codes(`x[2] -> y[2]\nfigure focus${' x_1'.repeat(65)}`)).toEqual(['too-many-names']);
    expect(codes(`x -> y\nx = ${'1;'.repeat(64)} 1`)).toEqual(['odd-shape']);
    expect(codes('x -> y\nfigure focus w_{11}, path 1-1e300')).toEqual(['number-expected']);
    expect(codes('x[257] -> y\nlive')).toEqual(['odd-size']);
  });

  it('may be as large as is said', () => {
    const units = (last: number) =>
      `x[1024] -> a[1] -> b[1024] -> c[1] -> d[1024] -> e[1] -> f[${last}] -> y[1]`;
    expect(mistakes(units(1020))).toEqual([]);
    expect(mistakes(units(1021)).map(({ at }) => at)).toEqual(['y[1]']);
    expect(mistakes(`x -> y\nx = ${'1;'.repeat(63)} 1`)).toEqual([]);
    expect(mistakes('x[16] -> y[16]\nlive')).toEqual([]);
  });

  it.each([
    ['x[1024] -> y[1024]\nbias y: b', ['network-too-large']],
    ['x[2] -> y[0]\nactivation y: softmax', ['layer-size']],
    ['x -> y\nfigure captions', ['name-expected']],
    ['x[2] -> y[2]\nactivation y_2: softmax', ['odd-softmax']],
    ['x -> y\nx = 1; 2\nfigure widths weights, example 2', []],
    ['x[2] -> y\nx_1 = 1\nx = 1 2', ['said-twice']],
    ['x[2] -> y\nlive plot decision', []],
    ['x[3] -> y\nlive plot decision', ['odd-plot']],
    ['x[2] -> y[2]\nlive plot decision', ['odd-plot']],
  ])('has these mistakes alone: %j', (block, codes) => {
    expect(mistakes(block).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['x[2] -> y', 'Add i for the unit that it comes from, or '],
    ['x -> y[2]', 'Add j for the unit that it leads to, or '],
  ])('names the index that is missing alone: %s', (chain, hint) => {
    const [mistake, ...more] = mistakes(`${chain}\nweights w_l`);
    expect(mistake?.hint).toContain(hint);
    expect(more).toEqual([]);
  });

  it('shows a circle from its first line to its last, in whatever order its edges were drawn', () => {
    expect(mistakes('x -> a\na -> b\nb -> a\na -> b : u')).toMatchObject([
      { code: 'circle', at: 'a -> b : u', also: 'b -> a' },
    ]);
  });
});

describe('a block that continues a network', () => {
  const base = networkOf('x[2] -> h[2] -> y[2]\nx = 1 2; 3 4\nt = 5 6; 7 8\nrate 0.5');
  const continued = (block: string) => {
    const { document } = parse(block);
    const resolved = resolve(document, base);
    return { ...resolved, mistakes: shown(block, resolved.diagnostics) };
  };

  it('asks, and sets values, rate and notation for itself', () => {
    const { network, requests, mistakes } = continued(
      'x = 0 0; 1 1\nw^1_{11} = 3\nrate 1\nnotation loss C\nderive w^1_{11}',
    );
    expect(mistakes).toEqual([]);
    expect(requests.map(({ kind }) => kind)).toEqual(['derive']);
    expect(network?.rate).toBe(1);
    expect(network?.notation.loss).toBe('C');
    expect(
      network?.examples.map(({ inputs, targets }) => [[...inputs.values()], [...targets.values()]]),
    ).toEqual([
      [
        [0, 0],
        [5, 6],
      ],
      [
        [1, 1],
        [7, 8],
      ],
    ]);
    expect(network?.parameters[0]?.value).toBe(3);
    expect(base.parameters[0]?.value).toBeUndefined();
    expect(base.rate).toBe(0.5);
  });

  it('may set rate or notation alone', () => {
    expect(continued('rate 1\nfigure').network).toMatchObject({ rate: 1, notation: base.notation });
    const { network } = continued('notation loss C\nfigure');
    expect([network?.rate, network?.notation.loss]).toEqual([0.5, 'C']);
    expect(continued('figure').network).toBe(base);
  });

  it('defines nothing', () => {
    const hint =
      'Move the line there, or give this block another name. Here can stand requests, values, rate and notation.';
    const message = 'This network was defined in a block above.';
    for (const line of [
      'x[2] -> y[2]',
      'weights w_N',
      'bias b',
      'activation relu',
      'loss squared',
    ]) {
      expect(continued(`${line}\nfigure`).mistakes).toEqual([
        { code: 'already-defined', at: line, message, hint },
      ]);
    }
  });

  it('asks for something', () => {
    expect(continued('x = 1 2; 3 4').mistakes).toEqual([
      {
        code: 'no-request',
        at: 'x = 1 2; 3 4',
        message: 'This block asks for nothing of the network that was defined above.',
        hint: 'Add figure, live, forward or derive.',
      },
    ]);
  });

  it('has as many examples as before where it gives only some of their values', () => {
    expect(continued('x = 1 2\nfigure').mistakes).toEqual([
      {
        code: 'unequal-examples',
        at: 'x = 1 2',
        message: 'Here is 1 example, elsewhere 2.',
        hint: 'Inputs and targets have one row an example, so give each as many rows.',
      },
    ]);
    const partly = continued('x = 1 2\nt_1 = 5\nfigure').mistakes;
    expect(partly.map(({ message }) => message)).toEqual(['Here is 1 example, elsewhere 2.']);
    expect(continued('x = 1 2\nt = 1 2\nfigure').network?.examples).toHaveLength(1);
  });
});
