import { describe, expect, it } from 'vitest';
import { forward } from '../../src/calculus/forward.ts';
import { provingPoints, smoothAt, underCondition } from '../../src/calculus/proving-points.ts';
import { type Rounded, roundeds } from '../../src/calculus/rounded.ts';
import { networkOf } from '../support/network.ts';

const values = (of: ReadonlyMap<number, Rounded>) => [...of.values()].map(({ value }) => value);

/** A block whose output is ∞ − ∞ where any of its inputs is negative, and else 0. */
const undefinedBelow = (inputs: number): string =>
  [
    ...Array.from({ length: inputs }, (_, at) => [
      `x_{${at + 1}} -> a_{${at + 1}} : -1e200`,
      `a_{${at + 1}} -> b : 1e200`,
      `a_{${at + 1}} -> c : 1e200`,
    ]).flat(),
    'b -> y : 1\nc -> y : -1',
    `activation ${Array.from({ length: inputs }, (_, at) => `a_{${at + 1}}: relu`).join(', ')}`,
  ].join('\n');

describe('the points of a proof', () => {
  it('are three: one of positive numbers alone, and two of either sign', () => {
    const network = networkOf('x[4] -> h[4] -> y[4]');
    const signs = provingPoints(network).map(({ point }) => {
      const all = [point.inputs, point.parameters, point.targets].flatMap(values);
      return [all.some((value) => value > 0), all.some((value) => value < 0)];
    });
    expect(signs).toEqual([
      [true, false],
      [true, true],
      [true, true],
    ]);
  });

  it.each([
    ['', 1],
    ['x = 1', 1],
    ['x = 1; 2', 2],
    ['x = 1; 2; 3', 3],
    ['x = 1; 2; 3; 4; 5', 3],
  ])('have as many examples as a network, three at most: %j', (given, count) => {
    for (const { point, batch, passes } of provingPoints(networkOf(`x -> y\n${given}`))) {
      expect(batch).toHaveLength(count);
      expect(passes).toHaveLength(count);
      expect(batch[0]).toBe(point);
      expect(new Set(batch.map(({ inputs }) => values(inputs)[0])).size).toBe(count);
      for (const each of batch) expect(each.parameters).toBe(point.parameters);
    }
  });

  it('keep values at a usual size, however many edges lead to a unit and however deep it stands', () => {
    for (const block of ['x[50] -> y[1]', 'x[8] -> h^1[8] -> ... -> h^{40}[8] -> y[1]']) {
      const network = networkOf(block);
      for (const { point } of provingPoints(network)) {
        const { units } = forward(network, point, roundeds);
        for (const { value } of units) expect(Math.abs(value)).toBeLessThan(1000);
      }
    }
  });

  it('keep away from every kink where they can, and say where they cannot', () => {
    const open = networkOf('x[3] -> h[3] -> y[3]\nactivation relu');
    for (const { point, isSmooth } of provingPoints(open)) {
      expect(isSmooth).toBe(true);
      expect(smoothAt(open, point)).toBe(true);
    }
    // Where x is positive h is closed, and y stands at its kink.
    const closed = networkOf('x -> h : -1\nh -> y : v\nactivation relu');
    const [positive] = provingPoints(closed);
    expect(positive?.isSmooth).toBe(false);
    expect(positive && smoothAt(closed, positive.point)).toBe(false);
  });

  it('have targets that sum to 1 where a line takes that for granted', () => {
    const network = networkOf('x[2] -> y[3]\nx = 1 2; 3 4\nactivation softmax\nloss cross-entropy');
    for (const there of provingPoints(network)) {
      const { point, batch, passes } = underCondition(network, there);
      expect(batch[0]).toBe(point);
      for (const [example, each] of batch.entries()) {
        const shares = values(each.targets);
        expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 14);
        for (const share of shares) expect(share).toBeGreaterThan(0);
        expect(passes[example]?.loss.value).toBeCloseTo(
          forward(network, each, roundeds).loss.value,
        );
      }
    }
  });

  it('are none where a network’s own numbers lead beyond all bounds', () => {
    const beyond = 'x -> a : 1e200\na -> b : 1e200\na -> c : 1e200\nb -> y : 1\nc -> y : -1';
    expect(provingPoints(networkOf(beyond))).toEqual([]);
  });

  it.each([
    [
      'of a unit, though of the loss',
      'x -> b : 1e10\nx -> c : 1e10\nb -> d : 1\nc -> d : -1\nd -> y : 1e-6',
    ],
    [
      'of the loss, though of all units',
      `${Array.from({ length: 20 }, (_, at) => `x -> y_{${at + 1}} : 60`).join('\n')}\nactivation sigmoid\nloss binary-cross-entropy`,
    ],
    ['where one of many inputs is negative', undefinedBelow(20)],
  ])('nor where rounding leaves no digits %s', (_, beyond) => {
    expect(provingPoints(networkOf(beyond))).toEqual([]);
  });

  it('ask for no value of a loss that can’t be derived', () => {
    const network = networkOf('x -> y : -1\nloss cross-entropy');
    const points = provingPoints(network);
    expect(points).toHaveLength(3);
    expect(points[0]?.passes[0]?.loss.value).toBeNaN();
  });

  it('are of use at every example of a batch', () => {
    const network = networkOf(`${undefinedBelow(1)}\nx_1 = 1; 2; 3`);
    const points = provingPoints(network);
    expect(points).toHaveLength(3);
    for (const { passes } of points)
      for (const { loss } of passes) expect(loss.value).toBeLessThan(10);
  });

  it('are smooth where they are so at every example', () => {
    const network = networkOf('x -> h : -1\nh -> y : v\nactivation relu\nx = 1; 2; 3');
    for (const { batch, isSmooth } of provingPoints(network))
      expect(isSmooth).toBe(batch.every((point) => smoothAt(network, point)));
  });

  it.each([
    ['relu', false],
    ['leaky-relu', false],
    ['tanh', true],
  ])('at the sum 0 are smooth or not: %s', (activation, expected) => {
    const network = networkOf(`x -> h : 0\nh -> y : v\nactivation h: ${activation}`);
    for (const { isSmooth } of provingPoints(network)) expect(isSmooth).toBe(expected);
  });
});
