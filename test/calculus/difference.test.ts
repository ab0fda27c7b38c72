import { expect, it } from 'vitest';
import { derivative, parameter, unit } from '../../src/calculus/build.ts';
import { differenceQuotient } from '../../src/calculus/difference.ts';
import type { Expression } from '../../src/calculus/expression.ts';
import { givenPoints } from '../../src/calculus/given.ts';
import { exact } from '../../src/calculus/proving-points.ts';
import { networkOf } from '../support/network.ts';

/** The quotient of the loss by the only weight of y = tanh(w x), with t = 0, and the slope that it should be near to. */
function quotient(x: number, w: number) {
  const made = networkOf(`x -> y : w\nactivation tanh\nx = ${x}\nt = 0\nw = ${w}`);
  const given = givenPoints(made);
  if ('code' in given) throw new Error(given.message);
  const batch = given.map(exact);
  const [point = exact({ inputs: new Map(), targets: new Map(), parameters: new Map() })] = batch;
  const by = { kind: 'parameter', parameter: 0 } as const;
  const found = differenceQuotient(
    made,
    { point, batch, passes: [] },
    { kind: 'gradient', by },
    new Map(),
  );
  const y = Math.tanh(w * x);
  return { found, slope: y * (1 - y * y) * x };
}

it.each([
  [1, 0.5],
  [-2, 0.25],
  [300, 0.001],
])('a difference quotient is near the slope, within its own error: x = %s, w = %s', (x, w) => {
  const { found, slope } = quotient(x, w);
  expect(Math.abs((found?.value ?? Number.NaN) - slope)).toBeLessThan(found?.error ?? 0);
  expect(found?.error).toBeLessThan(1e-3 * Math.abs(slope));
});

it('there is none where its step carries the sum far, or to no number', () => {
  expect(quotient(1e4, 0.5).found).toBeUndefined();
  expect(quotient(1e200, 1e200).found).toBeUndefined();
});

it('there is none where it leads an output beyond 0, which has no logarithm there', () => {
  // The output is 1 / (1 + e^w): 6e-5, 1.1e-5, which twice the step exceeds, and 8e-7.
  const found = [9.7, 11.4, 14].map((w) => {
    const network = networkOf(
      `x -> y_1\nx -> y_2\nactivation softmax\nloss cross-entropy\nx = 1\nt = 0.5 0.5\nw_{11} = ${w}\nw_{21} = 0`,
    );
    const given = givenPoints(network);
    if ('code' in given) throw new Error(given.message);
    const batch = given.map(exact);
    const left: Expression = { kind: 'gradient', by: unit(2) };
    const [point] = batch;
    if (point === undefined) throw new Error('no point');
    return differenceQuotient(network, { point, batch, passes: [] }, left, new Map());
  });
  expect(found.map((each) => each !== undefined)).toEqual([true, false, false]);
});

it('grants the quotient a share of itself, and of its step where the slope is 0', () => {
  const { found, slope } = quotient(1, 0.5);
  expect(found?.error).toBeGreaterThan(0.99e-5 * slope);
  const flat = quotient(1, 0);
  expect(flat.slope).toBe(0);
  expect(flat.found?.error).toBeGreaterThan(0.99e-10);
  expect(flat.found?.error).toBeLessThan(1e-8);
});

it('is of any derivative, and of nothing else', () => {
  const network = networkOf('x -> y : w\nx = 3\nt = 0\nw = 2');
  const given = givenPoints(network);
  if ('code' in given) throw new Error(given.message);
  const batch = given.map(exact);
  const [point] = batch;
  if (point === undefined) throw new Error('no point');
  const of = (left: Expression) =>
    differenceQuotient(network, { point, batch, passes: [] }, left, new Map())?.value;
  const [y, w] = [unit(network.outputs[0] ?? -1), parameter(0)];
  expect(of(derivative(y, w))).toBeCloseTo(3, 9);
  expect(of(derivative({ kind: 'data-loss' }, w))).toBeCloseTo(18, 9);
  expect(of(y)).toBeUndefined();
});
