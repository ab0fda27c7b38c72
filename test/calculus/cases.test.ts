import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { equationTex } from '../../src/page/tex.ts';

/** The lines of a block's last equation, and its note; without what aligns them. */
function lines(block: string): readonly string[] {
  const { parts, diagnostics } = compile(block);
  expect(diagnostics).toEqual([]);
  const equation = parts.findLast((part) => part.kind === 'equation');
  if (equation === undefined) throw new Error('no equation');
  return [
    ...equationTex(equation, undefined)
      .split('\n')
      .filter((line) => !/^\\(?:begin|end)/.test(line))
      .map((line) => line.replace('&', '').replace(/ \\\\$/, '')),
    ...(equation.note === undefined ? [] : [equation.note]),
  ];
}

type Cases = readonly (readonly [block: string, lines: readonly string[]])[];
const both = 'x[1] -> y[2]';
const path = 'x -> h : u\nh -> y : v';
const chained = (block: string) => `${block}\nderive y by u`;

describe('one weight in several places', () => {
  const cases: Cases = [
    // On one path twice: once for each place, and the edge alone is told from the whole derivative.
    [
      chained('x -> h : u\nh -> y : u'),
      [
        String.raw`\frac{\partial y}{\partial u} = \frac{\partial y}{\partial h} \frac{\partial h}{\partial u} + \left.\frac{\partial y}{\partial u}\right|_{\text{direct}}`,
        '= u x + h',
      ],
    ],
    // At the first edges of two paths: neither edge joins the weight to a sum that the other reaches.
    [
      chained('x -> a : u\nx -> b : u\na -> y : v\nb -> y : w'),
      [
        String.raw`\frac{\partial y}{\partial u} = \frac{\partial y}{\partial a} \frac{\partial a}{\partial u} + \frac{\partial y}{\partial b} \frac{\partial b}{\partial u}`,
        '= v x + w x',
        '= x (v + w)',
      ],
    ],
    // At two edges of one unit.
    [
      chained('x_1 -> h : u\nx_2 -> h : u\nh -> y : v'),
      [
        String.raw`\frac{\partial y}{\partial u} = \frac{\partial y}{\partial h} \frac{\partial h}{\partial u}`,
        '= v (x_1 + x_2)',
      ],
    ],
    // What stands alone is a factor as well.
    [
      'x -> h : u\nh -> y : v\nx -> y : v\nderive y by x',
      [
        String.raw`\frac{\partial y}{\partial x} = \frac{\partial y}{\partial h} \frac{\partial h}{\partial x} + \left.\frac{\partial y}{\partial x}\right|_{\text{direct}}`,
        '= v u + v',
        '= v (u + 1)',
      ],
    ],
    // A bias is one of those places.
    [
      `${path}\nbias h: b, y: b\nderive y by b`,
      [
        String.raw`\frac{\partial y}{\partial b} = \frac{\partial y}{\partial h} \frac{\partial h}{\partial b} + \left.\frac{\partial y}{\partial b}\right|_{\text{direct}}`,
        '= v + 1',
      ],
    ],
    // An edge beside a longer path, with activations: the edge leads to the sum, not to the value.
    [
      `${path}\nx -> y : s\nactivation sigmoid\nderive y by x`,
      [
        String.raw`\frac{\partial y}{\partial x} = \frac{\partial y}{\partial z_{y}} \frac{\partial z_{y}}{\partial h} \frac{\partial h}{\partial z_{h}} \frac{\partial z_{h}}{\partial x} + \frac{\partial y}{\partial z_{y}} \left.\frac{\partial z_{y}}{\partial x}\right|_{\text{direct}}`,
        String.raw`= \sigma'(z_{y}) v \sigma'(z_{h}) u + \sigma'(z_{y}) s`,
        '= y (1 - y) v h (1 - h) u + y (1 - y) s',
        String.raw`= (1 - y) y \left[v h (1 - h) u + s\right]`,
      ],
    ],
    // A factor that one path has twice and another once is common once.
    [
      'x -> h : u\nh -> y : u\nx -> y : u\nderive y by x',
      [
        String.raw`\frac{\partial y}{\partial x} = \frac{\partial y}{\partial h} \frac{\partial h}{\partial x} + \left.\frac{\partial y}{\partial x}\right|_{\text{direct}}`,
        '= u u + u',
        '= u (u + 1)',
      ],
    ],
    // What softmax joins are values: only one way leads to each sum.
    [
      `${both}\nactivation softmax\nderive y_1 by x_1`,
      [
        String.raw`\frac{\partial y_1}{\partial x_1} = \frac{\partial y_1}{\partial z_{y_1}} \frac{\partial z_{y_1}}{\partial x_1} + \frac{\partial y_1}{\partial z_{y_2}} \frac{\partial z_{y_2}}{\partial x_1}`,
        '= y_1 (1 - y_1) w_{11} - y_1 y_2 w_{21}',
        String.raw`= y_1 \left[(1 - y_1) w_{11} - y_2 w_{21}\right]`,
      ],
    ],
    [
      `${both}\nactivation softmax\nbias y: b\nderive y_1 by b`,
      [
        String.raw`\frac{\partial y_1}{\partial b} = \frac{\partial y_1}{\partial z_{y_1}} \frac{\partial z_{y_1}}{\partial b} + \frac{\partial y_1}{\partial z_{y_2}} \frac{\partial z_{y_2}}{\partial b}`,
        '= y_1 (1 - y_1) - y_1 y_2',
        '= y_1 (1 - y_1 - y_2)',
      ],
    ],
  ];
  it.each(cases)('%j', (block, expected) => expect(lines(block)).toEqual(expected));
});

describe('a sum over paths', () => {
  const sum = (from: string, to: string) =>
    String.raw`\sum_{p:\, ${from} \leadsto ${to}} \; \prod_{e \in p} w_e`;
  const cases: Cases = [
    [
      `${path}\nderive x as paths`,
      [
        String.raw`\delta = y - t`,
        String.raw`\frac{\partial E}{\partial x} = \delta v u`,
        String.raw`= \delta ${sum('x', 'y')}`,
      ],
    ],
    // An output has no path to walk.
    [`${path}\nderive y as paths`, [String.raw`\frac{\partial E}{\partial y} = y - t`]],
    [
      `${path}\nderive v as paths`,
      [String.raw`\delta = y - t`, String.raw`\frac{\partial E}{\partial v} = \delta h`],
    ],
    // With a slope on the way no product of weights says it.
    [
      `${path}\nactivation h: tanh\nderive u as paths`,
      [
        String.raw`\delta = y - t`,
        String.raw`\frac{\partial E}{\partial u} = \delta v \tanh'(z_{h}) x`,
        String.raw`= \delta v (1 - {h}^2) x`,
      ],
    ],
    // One that stands before, or on no path from the quantity, has no say.
    [
      'x -> g -> h -> y\nx -> k\nk -> y : s\nactivation g: tanh, k: tanh\nweights w_N\nderive w_3 as paths, lines 2-',
      [
        String.raw`\frac{\partial E}{\partial w_3} = \delta w_4 g`,
        String.raw`= g \delta ${sum('h', 'y')}`,
      ],
    ],
    // The slope of an output is in its δ.
    [
      `${path}\nactivation y: tanh\nderive u as paths`,
      [
        String.raw`\delta = (y - t) \tanh'(z_{y})`,
        '= (y - t) (1 - {y}^2)',
        String.raw`\frac{\partial E}{\partial u} = \delta v x`,
        String.raw`= x \delta ${sum('h', 'y')}`,
      ],
    ],
    // Two of three outputs are reached.
    [
      'x_1 -> h_1\nx_1 -> h_2\nh_1 -> y_1\nh_1 -> y_2\nh_2 -> y_3\nweights w_N\nderive w_1 as paths',
      [
        String.raw`\delta_{1} = y_1 - t_1`,
        String.raw`\delta_{2} = y_2 - t_2`,
        String.raw`\frac{\partial E}{\partial w_1} = \delta_{1} w_3 x_1 + \delta_{2} w_4 x_1`,
        String.raw`= x_1 (\delta_{1} w_3 + \delta_{2} w_4)`,
        String.raw`= x_1 \left(\delta_{1} ${sum('h_1', 'y_1')} + \delta_{2} ${sum('h_1', 'y_2')}\right)`,
      ],
    ],
    // Two outputs are reached, as many as the last layer has, and one of them is in it.
    [
      'x_1 -> a\na -> z\na -> b -> y_1\nx_2 -> c -> d -> y_2\nweights w_N\nderive w_1 as paths, lines sum-over-paths',
      [
        String.raw`\frac{\partial E}{\partial w_1} = x_1 \left(\delta_{z} ${sum('a', 'z')} + \delta_{y_1} ${sum('a', 'y_1')}\right)`,
      ],
    ],
  ];
  it.each(cases)('%j', (block, expected) => expect(lines(block)).toEqual(expected));
});

describe('a layer at once', () => {
  const outer = String.raw`\frac{\partial E}{\partial W} = \delta_{y} x^{\top}`;
  const mean = (by: string) =>
    String.raw`\frac{\partial E}{\partial ${by}} = \frac{1}{2} \sum_{e=1}^{2} \frac{\partial E_e}{\partial ${by}}`;
  const batch = 'x[1] -> h[2] -> y[2]\nloss squared, decay 0.1\nx = 1; 2\nbias b^l_j';
  const cases: Cases = [
    [
      `${both}\nactivation sigmoid\nloss binary-cross-entropy\nderive w_{11} as matrix`,
      [
        String.raw`\delta_{y} = \frac{y - t}{y \odot (1 - y)} \odot \sigma'(z_{y})`,
        String.raw`= \frac{y - t}{y \odot (1 - y)} \odot y \odot (1 - y)`,
        '= y - t',
        outer,
      ],
    ],
    [
      `${both}\nactivation sigmoid\nloss cross-entropy\nderive w_{11} as matrix`,
      [
        String.raw`\delta_{y} = -\frac{t}{y} \odot \sigma'(z_{y})`,
        String.raw`= -\frac{t}{y} \odot y \odot (1 - y)`,
        String.raw`= -t \odot (1 - y)`,
        outer,
      ],
    ],
    [
      `${both}\nactivation softmax\nloss cross-entropy\nderive w_{11} as matrix`,
      [
        String.raw`\delta_{y} = \left[\operatorname{diag}(y) - y y^{\top}\right] \frac{\partial E}{\partial y}`,
        String.raw`= \left[\operatorname{diag}(y) - y y^{\top}\right] \left(-\frac{t}{y}\right)`,
        String.raw`= y \sum_{k} t_k - t`,
        '= y - t',
        outer,
        'This takes targets that sum to 1, as those of classes do.',
      ],
    ],
    [
      'x[1] -> y[3]\nloss mean-squared\nbias b_j\nderive w_{11} as matrix',
      [
        String.raw`\delta_{y} = \frac{2}{3} (y - t)`,
        String.raw`\frac{\partial E}{\partial b} = \delta_{y}`,
        outer,
      ],
    ],
    [
      'x[1] -> y[3]\nloss mean-squared\nbias b_j\nderive w_{11} as index',
      [
        String.raw`\delta_{k} = \frac{2}{3} (y_k - t_k)`,
        String.raw`\frac{\partial E}{\partial b_k} = \delta_{k}`,
        String.raw`\frac{\partial E}{\partial w_{ki}} = \frac{2}{3} (y_k - t_k) x_i`,
        String.raw`= \delta_{k} x_i`,
      ],
    ],
    // The mean over examples, and weight decay of weights alone.
    [
      `${batch}\nderive w^1_{11} as matrix`,
      [
        String.raw`\delta_{y} = y - t`,
        String.raw`\delta_{h} = (W^2)^{\top} \delta_{y}`,
        String.raw`\frac{\partial E_e}{\partial b^1} = \delta_{h}`,
        mean('b^1'),
        String.raw`\frac{\partial E_e}{\partial W^1} = \delta_{h} x^{\top}`,
        String.raw`${mean('W^1')} + \lambda W^1`,
      ],
    ],
    [
      `${batch}\nderive w^1_{11} as index`,
      [
        String.raw`\delta_{k} = y_k - t_k`,
        String.raw`\delta_{h_j} = \sum_{k} w_{kj}^2 \delta_{k}`,
        String.raw`\frac{\partial E_e}{\partial b_j^1} = \delta_{h_j}`,
        mean('b_j^1'),
        String.raw`\frac{\partial E_e}{\partial w_{ji}^1} = \delta_{h_j} x_i`,
        String.raw`${mean('w_{ji}^1')} + \lambda w_{ji}^1`,
      ],
    ],
    // A bias does not decay; one that a layer shares takes the errors of all its units.
    [
      'x[1] -> h[2] -> y[1]\nbias h: b\nloss squared, decay 0.1\nderive b as index',
      [
        String.raw`\delta_{k} = y_k - t_k`,
        String.raw`\delta_{h_j} = \sum_{k} w_{kj}^2 \delta_{k}`,
        String.raw`\frac{\partial E_0}{\partial b} = \sum_{j} \delta_{h_j}`,
        String.raw`\frac{\partial E}{\partial b} = \frac{\partial E_0}{\partial b}`,
        String.raw`= \sum_{j} \delta_{h_j}`,
      ],
    ],
    [
      'x[1] -> g[2] -> h[2] -> y[2]\nderive g_1 as index',
      [
        String.raw`\delta_{k} = y_k - t_k`,
        String.raw`\delta_{h_m} = \sum_{k} w_{km}^3 \delta_{k}`,
        String.raw`\frac{\partial E}{\partial g_j} = \sum_{m} w_{mj}^2 \delta_{h_m}`,
      ],
    ],
    // What stands before a layer has no say in the gradient by its units.
    [
      'x_1 -> h_1\nx_2 -> h_2\nh_1 -> y_1\nh_1 -> y_2\nh_2 -> y_1\nh_2 -> y_2\nderive h_1 as matrix',
      [
        String.raw`\delta_{y} = y - t`,
        String.raw`\frac{\partial E}{\partial h} = (W^2)^{\top} \delta_{y}`,
      ],
    ],
    [
      'a -> h_1\nc -> h_2\nh_1 -> y_1\nh_1 -> y_2\nh_2 -> y_1\nh_2 -> y_2\nderive h_1 as matrix, lines 2',
      [String.raw`\frac{\partial E}{\partial h} = (W^2)^{\top} \delta_{y}`],
    ],
    [
      'x[2] -> h[2] -> y[2]\nactivation y: sigmoid\nloss binary-cross-entropy\nderive w^1_{11} as index, lines 3',
      [String.raw`\delta_{k} = y_k - t_k`],
    ],
    [
      'x -> h\nx -> h_2\nh -> y\nh_2 -> y\nderive x as index, lines 2',
      [String.raw`\delta_{h_j} = w_{1j}^2 \delta`],
    ],
    // One unit without a number is not counted: there is nothing to sum over, and no index.
    [
      'x[2] -> h[2] -> y\nderive w^1_{11} as index',
      [
        String.raw`\delta = y - t`,
        String.raw`\delta_{h_j} = w_{1j}^2 \delta`,
        String.raw`\frac{\partial E}{\partial w_{ji}^1} = \delta_{h_j} x_i`,
      ],
    ],
    [
      'x -> h -> y\nbias h: b, y: c\nnotation nielsen\nderive b as index',
      [
        String.raw`\delta^2 = a^2 - y`,
        String.raw`\delta^1 = w_{11}^2 \delta^2`,
        String.raw`\frac{\partial C}{\partial b} = \delta^1`,
      ],
    ],
    [
      'x -> y[2]\nderive x as index, lines 2',
      [String.raw`\frac{\partial E}{\partial x} = \sum_{k} w_{k1} \delta_{k}`],
    ],
    [
      'x[1] -> y[3]\nactivation softmax\nloss mean-squared\nderive w_{11} as index, lines 2',
      [String.raw`\delta_{k} = \frac{2}{3} y_k \left[y_k - t_k - \sum_{m} (y_m - t_m) y_m\right]`],
    ],
    [
      'x[1] -> h[5] -> y[1]\nactivation h: softmax\nderive w^1_{11} as delta, lines 7',
      [
        String.raw`\delta_{h_1} = h_1 \left(\frac{\partial E}{\partial h_1} - \sum_{j} \frac{\partial E}{\partial h_j} h_j\right)`,
      ],
    ],
    // Where every letter is taken by a layer, a second index of the last has a prime.
    [
      'x[1] -> h^1[2] -> ... -> h^7[2] -> y[2]\nactivation y: softmax\nderive w^1_{11} as index, lines 1',
      [
        String.raw`\delta_{k} = \sum_{k'} \frac{\partial E}{\partial y_{k'}} \frac{\partial y_{k'}}{\partial z_{y_k}}`,
      ],
    ],
  ];
  it.each(cases)('%j', (block, expected) => expect(lines(block)).toEqual(expected));
});

describe('the last lines of a gradient', () => {
  const apart = (loss: string) =>
    `x_1 -> y_1\nx_2 -> y_2\nactivation sigmoid\nloss ${loss}\nweights w_N\nderive w_1`;
  const left = String.raw`\frac{y_1 - t_1}{y_1 (1 - y_1)} \frac{\partial y_1}{\partial w_1}`;
  const cases: readonly (readonly [block: string, first: number, lines: readonly string[]])[] = [
    // By a hidden unit no factor stands before the sum.
    [
      'x[2] -> h[2] -> y[2]\nderive h_1',
      -2,
      [
        '= (y_1 - t_1) w_{11}^2 + (y_2 - t_2) w_{21}^2',
        String.raw`= \sum_{k} (y_k - t_k) w_{k1}^2`,
      ],
    ],
    // One sum for all outputs, whatever curve stands before the unit, and whatever output besides.
    [
      'x[2] -> g[2] -> h[2] -> y[2]\nactivation g: relu\nderive h_1',
      -1,
      [String.raw`= \sum_{k} (y_k - t_k) w_{k1}^3`],
    ],
    [
      'x[1] -> g[2] -> h[2] -> y[2]\nx_1 -> z : s\nderive w^2_{11}',
      -1,
      [String.raw`= g_1 \left[(y_1 - t_{y1}) w_{11}^3 + (y_2 - t_{y2}) w_{21}^3\right]`],
    ],
    ['x[2] -> h[2] -> y\nx_1 -> z : s\nderive w^1_{11}', -1, ['= (y - t_y) w_{11}^2 x_1']],
    // A curve on the way would stand in it for every unit.
    [
      'x[2] -> h[2] -> y[2]\nactivation h: relu\nderive w^1_{11}',
      -1,
      [
        String.raw`= x_1 \operatorname{ReLU}'(z_{h_1}) \left[(y_1 - t_1) w_{11}^2 + (y_2 - t_2) w_{21}^2\right]`,
      ],
    ],
    // Outputs with names of their own have no index for a sum to run over.
    [
      'x[2] -> u\nx[2] -> v\nderive x_1',
      -2,
      [
        '= (t_u - u) (0 - w_{11}) + (t_v - v) (0 - w_{21})',
        '= (u - t_u) w_{11} + (v - t_v) w_{21}',
      ],
    ],
    [
      'x[2] -> u\nx[2] -> v\nderive x_1 as paths',
      -1,
      [
        String.raw`= \delta_{u} \sum_{p:\, x_1 \leadsto u} \; \prod_{e \in p} w_e + \delta_{v} \sum_{p:\, x_1 \leadsto v} \; \prod_{e \in p} w_e`,
      ],
    ],
    // Inputs may, since none of the sums is over them.
    [
      'p -> h[2]\nq -> h[2]\nh[2] -> y[2]\nderive p',
      -1,
      [String.raw`= \sum_{k} (y_k - t_k) \sum_{j} w_{kj}^2 w_{j1}^1`],
    ],
    // An output that the weight does not reach.
    [
      apart('binary-cross-entropy'),
      3,
      [
        String.raw`= ${left} + \frac{y_2 - t_2}{y_2 (1 - y_2)} (0)`,
        `= ${left}`,
        String.raw`= \frac{y_1 - t_1}{y_1 (1 - y_1)} \frac{\partial y_1}{\partial z_{y_1}} \frac{\partial z_{y_1}}{\partial w_1}`,
        String.raw`= \frac{y_1 - t_1}{y_1 (1 - y_1)} \sigma'(z_{y_1}) x_1`,
        String.raw`= \frac{y_1 - t_1}{y_1 (1 - y_1)} y_1 (1 - y_1) x_1`,
        '= (y_1 - t_1) x_1',
      ],
    ],
    [
      apart('cross-entropy'),
      2,
      [
        String.raw`= -\frac{t_1}{y_1} \frac{\partial y_1}{\partial w_1} - \frac{t_2}{y_2} (0)`,
        String.raw`= -\frac{t_1}{y_1} \frac{\partial y_1}{\partial w_1}`,
        String.raw`= -\frac{t_1}{y_1} \frac{\partial y_1}{\partial z_{y_1}} \frac{\partial z_{y_1}}{\partial w_1}`,
        String.raw`= -\frac{t_1}{y_1} \sigma'(z_{y_1}) x_1`,
        String.raw`= -\frac{t_1}{y_1} y_1 (1 - y_1) x_1`,
        '= -t_1 (1 - y_1) x_1',
      ],
    ],
    // Shares of a softmax under the loss of independent outputs: nothing cancels.
    [
      `${both}\nactivation softmax\nloss binary-cross-entropy\nderive w_{11}`,
      -1,
      [
        String.raw`= x_1 y_1 \left[\frac{y_1 - t_1}{y_1 (1 - y_1)} (1 - y_1) - \frac{y_2 - t_2}{y_2 (1 - y_2)} y_2\right]`,
      ],
    ],
    // By what enters at several units no one sum says it all.
    [
      'x[1] -> h[2] -> y[2]\nbias h: b\nderive b',
      -1,
      ['= (y_1 - t_1) (w_{11}^2 + w_{12}^2) + (y_2 - t_2) (w_{21}^2 + w_{22}^2)'],
    ],
    [
      'x[1] -> h[2] -> y[2]\nbias h: b\nderive b as paths',
      -1,
      [String.raw`= \delta_{1} (w_{11}^2 + w_{12}^2) + \delta_{2} (w_{21}^2 + w_{22}^2)`],
    ],
    // With weight decay, what was derived last is put in.
    [
      `${path}\nloss squared, decay 0.1\nderive u as delta`,
      -3,
      [
        String.raw`\frac{\partial E_0}{\partial u} = \delta_{h} x`,
        String.raw`\frac{\partial E}{\partial u} = \frac{\partial E_0}{\partial u} + \lambda u`,
        String.raw`= \delta_{h} x + \lambda u`,
      ],
    ],
    // A bias does not decay.
    [
      `${path}\nbias y: b\nloss squared, decay 0.1\nderive b`,
      -2,
      [String.raw`\frac{\partial E}{\partial b} = \frac{\partial E_0}{\partial b}`, '= y - t'],
    ],
    // One example has no mean.
    [
      `${path}\nloss squared, decay 0.1\nx = 1\nforward E`,
      -1,
      [String.raw`E = E_0 + \frac{\lambda}{2} \sum_w w^2`],
    ],
    // By a unit before the softmax of all outputs the values cancel.
    [
      'x[1] -> h[1] -> y[2]\nactivation y: softmax\nloss cross-entropy\nderive h_1',
      -2,
      [
        '= (y_1 - t_1) w_{11}^2 + (y_2 - t_2) w_{21}^2',
        'This takes targets that sum to 1, as those of classes do.',
      ],
    ],
    // By an output itself its softmax has no say.
    [
      `${both}\nactivation softmax\nloss cross-entropy\nderive y_1`,
      -3,
      [
        String.raw`= -\frac{t_1}{y_1} \frac{\partial y_1}{\partial y_1}`,
        String.raw`= -\frac{t_1}{y_1} (1)`,
        String.raw`= -\frac{t_1}{y_1}`,
      ],
    ],
    // What was derived under a condition holds under it with weight decay, too.
    [
      `${both}\nactivation softmax\nloss cross-entropy, decay 0.1\nderive w_{11}, lines insert`,
      0,
      [
        String.raw`\frac{\partial E}{\partial w_{11}} = (y_1 - t_1) x_1 + \lambda w_{11}`,
        'This takes targets that sum to 1, as those of classes do.',
      ],
    ],
    [
      'x_1 -> y_1\nx_2 -> y_2\nderive y_1 by x_2',
      0,
      [String.raw`\frac{\partial y_1}{\partial x_2} = 0`],
    ],
  ];
  it.each(cases)('%j', (block, first, expected) => {
    expect(lines(block).slice(first)).toEqual(expected);
  });
});

describe('what is too large to be read', () => {
  it.each([
    [
      'x[2] -> h^1[20] -> h^2[20] -> h^3[20] -> y[2]\nderive w^1_{11} as numbers',
      'Unit by unit this takes 460 terms, too many to be read.',
      'Write as delta, which is cut short by itself.',
    ],
    // Past eight paths a chain turns to the recursion; where that is too long, and nothing shorter says it, there is none.
    [
      'x[30] -> g[30] -> h[30] -> y[30]\nweights w_N\ng_1 -> y_1\nderive w_1',
      'Unit by unit this takes 931 terms, too many to be read.',
      'Give the layers full connections and templates with j and i: weights w^l_{ji}, bias b^l_j.',
    ],
  ])('is refused: %j', (block, message, hint) => {
    expect(compile(block).diagnostics).toMatchObject([{ code: 'too-large', message, hint }]);
  });
});

describe('what is no layer', () => {
  it.each([
    // As many edges as a layer has units, and one of them from elsewhere.
    'x[2] -> h[2]\nh -> y_1\nh_1 -> y_2\nx_1 -> y_2 : s\nderive w^1_{11} as matrix',
    'x_1 -> h_1\nx_2 -> h_2\nh_1 -> y_1\nh_1 -> y_2\nh_2 -> y_1\nh_2 -> y_2\nderive w^1_{11} as matrix',
    // A weight that is fixed, or shared.
    'x[2] -> y[2]\nx_1 -> y_1 : 2\nderive w_{12} as matrix',
    'x[2] -> y[2]\nx_1 -> y_1 : u\nx_2 -> y_2 : u\nderive w_{12} as matrix',
    // Units of different curves, or of different slopes.
    'x[2] -> h[2] -> y[2]\nactivation h_1: relu\nderive w^1_{11} as matrix',
    'x[2] -> h[2] -> y[2]\nactivation h_1: leaky-relu 0.1, h_2: leaky-relu 0.2\nderive w^1_{11} as matrix',
  ])('is not written in matrices: %j', (block) => {
    expect(compile(block).diagnostics).toMatchObject([{ code: 'no-matrices' }]);
  });
});

describe('what has no general indices', () => {
  it.each([
    // Weights that tell only where they lead to.
    'x[1] -> y[2]\nweights w_j\nderive w_1 as index',
    // Biases of some units, of different letters or superscripts.
    'x[2] -> y[2]\nbias y_1: b_1\nderive b_1 as index',
    'x[2] -> y[2]\nbias y_1: b_1, y_2: c_2\nderive b_1 as index',
    'x[2] -> y[2]\nbias y_1: b^1_1, y_2: b^2_2\nderive b^1_1 as index',
    // A bias that a layer shares with another, or with some units of it.
    'x[2] -> h[2] -> y[2]\nbias b\nderive b as index',
    'x[2] -> h[2] -> y\nbias h_1: b, y: b\nderive b as index',
  ])('is not written in them: %j', (block) => {
    expect(compile(block).diagnostics).toMatchObject([{ code: 'no-general-indices' }]);
  });
});

describe('error terms', () => {
  /** What the lines of the recursion are about, in their order. */
  const lefts = (block: string): readonly string[] =>
    lines(block).flatMap((line) => line.split(' = ').slice(0, -1).filter(Boolean));
  const value = (of: string) => String.raw`\frac{\partial E}{\partial ${of}}`;
  it.each<readonly [string, readonly string[]]>([
    // Unit by unit from the outputs back, whatever is asked for first.
    [
      'x[1] -> h[2] -> y[1]\nderive w^1_{21} w^1_{11} as table',
      ['1', 'h_1', 'h_2'].map((of) => String.raw`\delta_{${of}}`),
    ],
    // All outputs first, wherever they stand.
    [
      'x -> a -> b -> y\na -> z\nweights w_N\nderive w_1 as delta',
      ['y', 'z', 'b', 'a'].map((of) => String.raw`\delta_{${of}}`),
    ],
    // But not one that waits, in a softmax, for what comes back to a unit beside it.
    [
      'x -> h -> k -> y\nx -> z\nactivation h: softmax, z: softmax\nweights w_N\nderive w_1 as delta',
      [String.raw`\delta_{y}`, String.raw`\delta_{k}`, value('h'), String.raw`\delta_{h}`],
    ],
    // What comes back to the values of a softmax is told once for all of its units.
    [
      'x[1] -> h[2] -> y[1]\nactivation h: softmax\nderive x_1 as delta',
      [
        String.raw`\delta_{1}`,
        value('h_1'),
        value('h_2'),
        String.raw`\delta_{h_1}`,
        String.raw`\delta_{h_2}`,
      ],
    ],
  ])('come in order: %j', (block, expected) => {
    expect(lefts(block).slice(0, expected.length)).toEqual(expected);
  });
});

describe('a gradient with a letter of its own', () => {
  it('is told what it is where it has one for units, too', () => {
    expect(lines('x[1] -> y[1]\nnotation gradient differential\nderive x_1')[0]).toBe(
      String.raw`\mathrm{d}x_1 = \frac{\partial E}{\partial x_1}`,
    );
  });

  it('is told what it is, and that by a unit has none', () => {
    const delta = 'x[1] -> y[1]\nnotation gradient delta';
    expect(lines(`${delta}\nderive w_{11}`)[0]).toBe(
      String.raw`\Delta w_{11} = \frac{\partial E}{\partial w_{11}}`,
    );
    expect(lines(`${delta}\nderive x_1`)[0]).toBe(
      String.raw`\frac{\partial E}{\partial x_1} = \frac{\partial}{\partial x_1} \frac{1}{2} (t_1 - y_1)^2`,
    );
  });
});

describe('a softmax that joins an output with a hidden unit', () => {
  // E = −t₁ ln y₁ − t₂ ln y₂ with h and y₂ the shares of one softmax: ∂E/∂z_h = t₂ h − t₁ (1 − y₁) w₃ h (1 − h).
  const mixed =
    'x -> h -> y_1\nx -> y_2\nactivation softmax, y_1: sigmoid\nloss cross-entropy\nweights w_N';

  it('passes its minus on, and what cancels is told for the sigmoid alone', () => {
    expect(lines(`${mixed}\nderive w_1`).slice(-2)).toEqual([
      String.raw`= \frac{t_2}{y_2} y_2 h x - t_1 (1 - y_1) w_3 h (1 - h) x`,
      String.raw`= x h \left[\frac{t_2}{y_2} y_2 - t_1 (1 - y_1) w_3 (1 - h)\right]`,
    ]);
  });
});

describe('in numbers', () => {
  const worked = 'x -> y : w\nbias y: b\nx = 1\nt = 2\nw = 3\nb = 4\nrate 0.1';
  const cases: Cases = [
    // A symbol that is its own value needs no line to be put in.
    [
      'x -> y : w\nx = 1\nw = 2\nderive y by w as numbers',
      [String.raw`\frac{\partial y}{\partial w} = x`, '= 1'],
    ],
    [
      `${worked}\nderive b as numbers`,
      [
        String.raw`\delta = y - t`,
        '= 7 - 2',
        '= 5',
        String.raw`\frac{\partial E}{\partial b} = \delta`,
        '= 5',
        String.raw`b \leftarrow b - \eta \frac{\partial E}{\partial b}`,
        String.raw`= 4 - 0.1 \cdot 5`,
        '= 3.5',
        'E = 12.5',
        // y = 6.5, and ½ · 4.5²
        String.raw`E_{\text{new}} = 10.125`,
      ],
    ],
    // An input is not trained.
    [
      `${worked}\nderive x as numbers`,
      [
        String.raw`\delta = y - t`,
        '= 7 - 2',
        '= 5',
        String.raw`\frac{\partial E}{\partial x} = w \delta`,
        String.raw`= 3 \cdot 5`,
        '= 15',
      ],
    ],
    // A sum over many units is written out.
    [
      'x[1] -> y[5]\nactivation softmax\nx = 0\nw = 1; 2; 3; 4; 5\nforward y_1 as numbers',
      [
        'z_{y_1} = x_1 w_{11}',
        String.raw`= 0 \cdot 1`,
        '= 0',
        String.raw`y_1 = \frac{e^{z_{y_1}}}{\sum_{k} e^{z_{y_k}}}`,
        String.raw`= \frac{e^{0}}{e^{0} + e^{0} + e^{0} + e^{0} + e^{0}}`,
        '= 0.2',
      ],
    ],
    // Targets, too; these do not sum to 1, so that nothing more is left out.
    [
      'x[1] -> y[5]\nactivation softmax\nloss cross-entropy\nx = 0\nt = 1 1 0 0 0\nw = 1; 2; 3; 4; 5\nderive w_{11} as numbers, lines 2-4',
      [String.raw`\delta_{1} = y_1 \sum_{k} t_k - t_1`, '= 0.2 (1 + 1 + 0 + 0 + 0) - 1', '= -0.6'],
    ],
    // The error, with its logarithms, and with weight decay: ½ · 3² and ¼ · 3².
    [
      'x[1] -> y[2]\nactivation softmax\nloss cross-entropy\nx = 0\nt = 1 0\nw = 1; 2\nforward E as numbers',
      [
        String.raw`E = -(t_1 \ln y_1 + t_2 \ln y_2)`,
        String.raw`= -(1 \ln 0.5 + 0 \ln 0.5)`,
        String.raw`\approx 0.693147181`,
      ],
    ],
    [
      'x -> y : w\nloss squared, decay 0.5\nx = 1\nt = 0\nw = 3\nforward E as numbers',
      [
        String.raw`E_0 = \frac{1}{2} (t - y)^2`,
        String.raw`= \frac{1}{2} (0 - 3)^2`,
        '= 4.5',
        String.raw`E = E_0 + \frac{\lambda}{2} \sum_w w^2`,
        '= 4.5 + 2.25',
        '= 6.75',
      ],
    ],
    // Each example of a batch says whose its error terms are; how they come about is told once.
    [
      'x[1] -> h[2] -> y[1]\nactivation h: softmax\nx = 0; 0\nt = 1; 2\nw^1 = 1; 2\nw^2 = 2 4\nderive w^1_{11} as numbers',
      [
        String.raw`\delta_{1} \big|_{e=1} = y_1 - t_1`,
        '= 3 - 1',
        '= 2',
        String.raw`\frac{\partial E_1}{\partial h_1} = w_{11}^2 \delta_{1}`,
        String.raw`= 2 \cdot 2`,
        '= 4',
        String.raw`\frac{\partial E_1}{\partial h_2} = w_{12}^2 \delta_{1}`,
        String.raw`= 4 \cdot 2`,
        '= 8',
        String.raw`\delta_{h_1} \big|_{e=1} = \frac{\partial E_e}{\partial h_1} \frac{\partial h_1}{\partial z_{h_1}} + \frac{\partial E_e}{\partial h_2} \frac{\partial h_2}{\partial z_{h_1}}`,
        String.raw`= \frac{\partial E_e}{\partial h_1} h_1 (1 - h_1) - \frac{\partial E_e}{\partial h_2} h_2 h_1`,
        String.raw`= 4 \cdot 0.5 (1 - 0.5) - 8 \cdot 0.5 \cdot 0.5`,
        '= -1',
        String.raw`\frac{\partial E_1}{\partial w_{11}^1} = \delta_{h_1} x_1`,
        String.raw`= -1 \cdot 0`,
        '= 0',
        String.raw`\delta_{1} \big|_{e=2} = y_1 - t_1`,
        '= 3 - 2',
        '= 1',
        String.raw`\frac{\partial E_2}{\partial h_1} = w_{11}^2 \delta_{1}`,
        String.raw`= 2 \cdot 1`,
        '= 2',
        String.raw`\frac{\partial E_2}{\partial h_2} = w_{12}^2 \delta_{1}`,
        String.raw`= 4 \cdot 1`,
        '= 4',
        String.raw`\delta_{h_1} \big|_{e=2} = \frac{\partial E_e}{\partial h_1} h_1 (1 - h_1) - \frac{\partial E_e}{\partial h_2} h_2 h_1`,
        String.raw`= 2 \cdot 0.5 (1 - 0.5) - 4 \cdot 0.5 \cdot 0.5`,
        '= -0.5',
        String.raw`\frac{\partial E_2}{\partial w_{11}^1} = \delta_{h_1} x_1`,
        String.raw`= -0.5 \cdot 0`,
        '= 0',
        String.raw`\frac{\partial E}{\partial w_{11}^1} = \frac{1}{2} \sum_{e=1}^{2} \frac{\partial E_e}{\partial w_{11}^1}`,
        String.raw`= \frac{1}{2} (0 + 0)`,
        '= 0',
      ],
    ],
    // ∂E/∂h_j = 2 · w_j, and each share is a fifth.
    [
      'x[1] -> h[5] -> y[1]\nactivation h: softmax\nx = 0\nt = 1\nw^1 = 1; 2; 3; 4; 5\nw^2 = 1 2 3 4 5\nderive w^1_{11} as numbers, lines 19-21',
      [
        String.raw`\delta_{h_1} = h_1 \left(\frac{\partial E}{\partial h_1} - \sum_{j} \frac{\partial E}{\partial h_j} h_j\right)`,
        String.raw`= 0.2 \left[2 - (2 \cdot 0.2 + 4 \cdot 0.2 + 6 \cdot 0.2 + 8 \cdot 0.2 + 10 \cdot 0.2)\right]`,
        '= -0.8',
      ],
    ],
    // An input has a gradient, and is not trained: y = 2.5 + 4, and ½ · 4.5².
    [
      `${worked}\nderive x w as table`,
      [
        String.raw`\delta = y - t = 5`,
        String.raw`\frac{\partial E}{\partial x} = w \delta = 15`,
        String.raw`\frac{\partial E}{\partial w} = \delta x = 5`,
        String.raw`w \leftarrow 2.5`,
        'E = 12.5',
        String.raw`E_{\text{new}} = 10.125`,
      ],
    ],
    [
      `${worked}\nderive x as table`,
      [String.raw`\delta = y - t = 5`, String.raw`\frac{\partial E}{\partial x} = w \delta = 15`],
    ],
    // What is named twice is listed once, and moved once.
    [
      `${worked}\nderive w w as table`,
      [
        String.raw`\delta = y - t = 5`,
        String.raw`\frac{\partial E}{\partial w} = \delta x = 5`,
        String.raw`w \leftarrow 2.5`,
        'E = 12.5',
        String.raw`E_{\text{new}} = 10.125`,
      ],
    ],
    // Of several examples no one number is that of a line.
    [
      'x -> y : w\nx = 1; 2\nt = 1; 2\nw = 1\nderive as table',
      [
        String.raw`\delta = y - t`,
        String.raw`\frac{\partial E_e}{\partial w} = \delta x`,
        String.raw`\frac{\partial E}{\partial w} = \frac{1}{2} \sum_{e=1}^{2} \frac{\partial E_e}{\partial w}`,
      ],
    ],
    // Without a rate there is no step.
    [
      'x -> y : w\nx = 1\nw = 2\nt = 1\nderive as table',
      [String.raw`\delta = y - t = 1`, String.raw`\frac{\partial E}{\partial w} = \delta x = 1`],
    ],
    // A table has no line for what was put in, and one step in all that it lists: w ← 3 − 0.5, b ← 4 − 0.5.
    [
      `${worked}\nderive as table`,
      [
        String.raw`\delta = y - t = 5`,
        String.raw`\frac{\partial E}{\partial w} = \delta x = 5`,
        String.raw`\frac{\partial E}{\partial b} = \delta = 5`,
        String.raw`w \leftarrow 2.5`,
        String.raw`b \leftarrow 3.5`,
        'E = 12.5',
        // y = 6, and ½ · 4²
        String.raw`E_{\text{new}} = 8`,
      ],
    ],
  ];
  it.each(cases)('%j', (block, expected) => expect(lines(block)).toEqual(expected));
});

describe('a table of many gradients', () => {
  it('has 64 at most, below the error terms', () => {
    expect(lines('x[8] -> y[8]\nderive as table')).toHaveLength(8 + 64);
    expect(compile('x[13] -> y[5]\nderive as table').diagnostics).toMatchObject([
      {
        code: 'too-many-gradients',
        message: 'A table of 65 gradients would be too long to be read.',
      },
    ]);
  });
});

describe('the equations of many units', () => {
  it('are refused where they are part of a layer, since one equation for all says more than was asked', () => {
    const some = Array.from({ length: 33 }, (_, at) => `y_{${at + 1}}`).join(' ');
    expect(compile(`x[2] -> y[40]\nactivation sigmoid\nforward ${some}`).diagnostics).toMatchObject(
      [
        {
          code: 'too-many-equations',
          message: 'These would be 66 equations, too many to be read.',
        },
      ],
    );
    // Units of another activation have an equation of their own, of 71.
    expect(compile('x[2] -> y[70]\nactivation y_1: tanh\nforward y').diagnostics).toMatchObject([
      { code: 'too-many-equations', message: 'These would be 71 equations, too many to be read.' },
    ]);
    expect(lines('x[2] -> y[70]\nforward y')[0]).toBe(String.raw`y_k = \sum_{i} w_{ki} x_i`);
    expect(lines('x[2] -> y[64]\nforward y')).toHaveLength(64);
  });
});
