import { describe, expect, it } from 'vitest';
import { missingNames } from '../../src/calculus/given.ts';
import { compile } from '../../src/compile.ts';
import { equationTex } from '../../src/page/tex.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';
import { workedExample } from '../support/worked-example.ts';

/** The lines of what a request makes, and its diagnostics' messages. */
function lines(block: string): readonly string[] {
  const { parts, diagnostics } = compile(block);
  return [
    ...diagnostics.map(({ message }) => message),
    ...parts.flatMap((part) =>
      part.kind === 'equation' ? equationTex(part, undefined).split('\n') : [],
    ),
  ];
}

/** The last number of the line that begins with a text. */
function number(block: string, start: string): number {
  const line = lines(block).find((each) => each.startsWith(start)) ?? '';
  return Number(/(-?[\d.]+)(?: \\\\)?$/.exec(line)?.[1]);
}

describe('a worked example that was published (M. Mazur, 2015)', () => {
  const table = `${workedExample}derive w as table`;

  it('has its error and its gradients', () => {
    expect(lines(`${workedExample}forward E as numbers`).at(-2)).toBe('&\\approx 0.298371109');
    expect(number(table, '\\frac{\\partial E}{\\partial w_5}')).toBe(0.082167041);
    expect(number(table, '\\frac{\\partial E}{\\partial w_1}')).toBe(0.000438568);
  });

  it.each([
    [1, 0.149780716],
    [2, 0.199561432],
    [3, 0.249751144],
    [4, 0.299502287],
    [5, 0.35891648],
    [6, 0.408666186],
    [7, 0.51130127],
    [8, 0.561370121],
  ])('moves weight %d to %d', (place, expected) => {
    expect(number(table, `w_${place} `)).toBe(expected);
    expect(lines(`${workedExample}derive w_${place} as numbers`)).toContain(
      `&\\approx ${expected} \\\\`,
    );
  });

  it('tells every factor, the step and what the step does', () => {
    expect(lines(`${workedExample}derive w_5 as numbers`)).toEqual([
      '\\begin{align*}',
      "\\delta_{1} &= (y_1 - t_1) \\sigma'(z_{y_1}) \\\\",
      '&= (y_1 - t_1) y_1 (1 - y_1) \\\\',
      '&\\approx (0.75136507 - 0.01) \\cdot 0.75136507 (1 - 0.75136507) \\\\',
      '&\\approx 0.138498562 \\\\',
      '\\frac{\\partial E}{\\partial w_5} &= \\delta_{1} h_1 \\\\',
      '&\\approx 0.138498562 \\cdot 0.593269992 \\\\',
      '&\\approx 0.082167041 \\\\',
      'w_5 &\\leftarrow w_5 - \\eta \\frac{\\partial E}{\\partial w_5} \\\\',
      '&\\approx 0.4 - 0.5 \\cdot 0.082167041 \\\\',
      '&\\approx 0.35891648 \\\\',
      'E &\\approx 0.298371109 \\\\',
      'E_{\\text{new}} &\\approx 0.294985251',
      '\\end{align*}',
    ]);
  });
});

describe('a circuit that was published (CS231n, backpropagation notes)', () => {
  // f = σ(w_0 x_0 + w_1 x_1 + w_2) with w = [2, −3, −3] and x = [−1, −2]; f = 0.73, dw = [−0.20, −0.39, 0.20].
  const circuit = `x_0 -> f : w_0
x_1 -> f : w_1
bias f: w_2
activation sigmoid
x_0 = -1
x_1 = -2
t = 0
w_0 = 2
w_1 = -3
w_2 = -3
`;

  it('has its output and the slope of its sigmoid', () => {
    expect(lines(`${circuit}forward f as numbers`)).toEqual([
      '\\begin{align*}',
      'z_{f} &= x_0 w_0 + x_1 w_1 + w_2 \\\\',
      '&= -1 \\cdot 2 - 2 \\cdot (-3) - 3 \\\\',
      '&= 1 \\\\',
      'f &= \\sigma(z_{f}) \\\\',
      '&= \\sigma(1) \\\\',
      '&\\approx 0.731058579',
      '\\end{align*}',
    ]);
  });

  it.each([
    ['w_0', -0.196611933],
    ['w_1', -0.393223866],
    ['w_2', 0.196611933],
    ['x_0', 0.393223866],
    ['x_1', -0.5898358],
  ])('has its gradient by %s', (by, expected) => {
    expect(lines(`${circuit}derive f by ${by} as numbers`).at(-2)).toBe(`&\\approx ${expected}`);
  });
});

describe('what has no value', () => {
  const network = networkOf('x -> y : w\nx -> z : v\nbias y: b\nv = 1');
  const names = (needs: { forward: boolean; targets: boolean }, of = network) =>
    missingNames(of, needs).map(spell);

  it('are weights alone, or all that a pass needs, or the targets as well', () => {
    expect(names({ forward: false, targets: false })).toEqual(['w']);
    expect(names({ forward: true, targets: false })).toEqual(['x', 'w', 'b']);
    expect(names({ forward: true, targets: true })).toEqual(['x', 'w', 'b', 't_y', 't_z']);
  });
});

describe('numbers', () => {
  it('say what has none', () => {
    expect(lines('x[2] -> y[1]\nx = 1 2\nw_{11} = 1\nderive w_{12} as numbers')).toEqual([
      'Numbers need a value for everything, and w_{12}, t_1 have none.',
    ]);
  });

  const of13 = (value: string) => Array.from({ length: 13 }, () => value).join('; ');
  it.each([
    'x -> y : w\nx = 1e200\nt = 0\nw = 1e200\nderive w as numbers',
    // The error alone is: every number before it is 1e200, and its square is none.
    'x -> y : w\nx = 1\nt = 0\nw = 1e200\nrate 0.1\nderive w as numbers',
    // The error terms are, which are not told, and the gradient is 0 times them.
    `x -> h : u\nh -> y : v\nx = ${of13('0')}\nt = ${of13('1e150')}\nu = 1\nv = 1e200\nderive u as numbers`,
  ])('are refused where they grow beyond all bounds: %j', (block) => {
    expect(lines(block)).toEqual([
      'With these values the numbers grow beyond what a computer can hold.',
    ]);
  });

  it('are told where rounding takes no digit that is seen, however large they are', () => {
    // 1 − h has lost four digits, and what is left of them stands ten places further on.
    const block = 'x -> h : u\nh -> y : v\nactivation h: sigmoid\nx = 1000\nt = 0\nv = 1000';
    expect(lines(`${block}\nu = 0.01\nderive u as numbers`).at(-2)).toBe(
      '&\\approx 45393.746862988',
    );
  });

  it('of several examples are each one’s share and their mean', () => {
    const block = 'x -> y : w\nx = 1; 2\nt = 0; 0\nw = 3\nrate 0.1\nderive w as numbers';
    expect(lines(block)).toEqual([
      '\\begin{align*}',
      '\\delta \\big|_{e=1} &= y - t \\\\',
      '&= 3 - 0 \\\\',
      '&= 3 \\\\',
      '\\frac{\\partial E_1}{\\partial w} &= \\delta x \\\\',
      '&= 3 \\cdot 1 \\\\',
      '&= 3 \\\\',
      '\\delta \\big|_{e=2} &= y - t \\\\',
      '&= 6 - 0 \\\\',
      '&= 6 \\\\',
      '\\frac{\\partial E_2}{\\partial w} &= \\delta x \\\\',
      '&= 6 \\cdot 2 \\\\',
      '&= 12 \\\\',
      '\\frac{\\partial E}{\\partial w} &= \\frac{1}{2} \\sum_{e=1}^{2} \\frac{\\partial E_e}{\\partial w} \\\\',
      '&= \\frac{1}{2} (3 + 12) \\\\',
      '&= 7.5 \\\\',
      'w &\\leftarrow w - \\eta \\frac{\\partial E}{\\partial w} \\\\',
      '&= 3 - 0.1 \\cdot 7.5 \\\\',
      '&= 2.25 \\\\',
      'E &= 11.25 \\\\',
      'E_{\\text{new}} &= 6.328125',
      '\\end{align*}',
    ]);
  });

  it('of several examples tell with the first how the formulas come about', () => {
    const block = 'x -> y : w\nactivation sigmoid\nx = 1; 2\nt = 0; 0\nw = 3\nrate 0.1';
    const [equation] = compile(`${block}\nderive w as numbers`).parts;
    if (equation?.kind !== 'equation') throw new Error('no equation');
    expect(equation.rows.map(({ rule }) => rule)).toEqual([
      ...['error-term', 'slope', 'insert-values', 'compute'],
      ...['error-term', 'insert-values', 'compute'],
      ...['insert', 'insert-values', 'compute'],
      ...['error-term', 'insert-values', 'compute'],
      ...['mean', 'insert-values', 'compute'],
      ...['update', 'insert-values', 'compute', 'compute', 'compute'],
    ]);
    expect(equation.rows.find(({ rule }) => rule === 'update')?.reason.sentence).toBe(
      '$w$ takes one step against the gradient; where that is small enough, the loss falls',
    );
  });

  it('of many examples are their shares alone, where more than twelve results would be told', () => {
    const all = (count: number) => {
      const values = Array.from({ length: count }, (_, at) => at).join('; ');
      return lines(`x -> y : w\nx = ${values}\nt = ${values}\nw = 3\nderive w as numbers`);
    };
    const terms = (count: number) => all(count).filter((line) => line.includes('big|'));
    expect(terms(6)).toHaveLength(6);
    expect(terms(7)).toEqual([]);
    expect(all(13).join('\n')).toContain('\\frac{\\partial E_{13}}{\\partial w}');
  });

  it('are those of outputs that are as good as 0, too', () => {
    const block =
      'x -> y_1\nx -> y_2\nactivation softmax\nloss cross-entropy\nx = 1\nt = 0.5 0.5\nw_{11} = 14\nw_{21} = 0';
    // −½ (1 + e¹⁴)
    expect(lines(`${block}\nderive y_2 as numbers`).at(-2)).toBe('&= -601302.642082388');
  });

  it('carry weight decay', () => {
    const block =
      'x -> y : w\nloss squared, decay 0.5\nx = 1\nt = 0\nw = 3\nrate 0.1\nderive w as numbers';
    expect(lines(block).slice(7, -1)).toEqual([
      '\\frac{\\partial E}{\\partial w} &= \\frac{\\partial E_0}{\\partial w} + \\lambda w \\\\',
      '&= 3 + 0.5 \\cdot 3 \\\\',
      '&= 4.5 \\\\',
      'w &\\leftarrow w - \\eta \\frac{\\partial E}{\\partial w} \\\\',
      '&= 3 - 0.1 \\cdot 4.5 \\\\',
      '&= 2.55 \\\\',
      'E &= 6.75 \\\\',
      'E_{\\text{new}} &= 4.876875',
    ]);
  });
});
