import { describe, expect, it } from 'vitest';
import { curves } from '../../src/calculus/activation.ts';
import { backward } from '../../src/calculus/backward.ts';
import { duals, numbers, rational, rationals } from '../../src/calculus/field.ts';
import { forward } from '../../src/calculus/forward.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { tapeOf } from '../../src/calculus/tape.ts';
import { worldAt } from '../../src/calculus/world.ts';
import { networkOf } from '../support/network.ts';

describe('a tape', () => {
  it.each(Object.entries(curves))('knows the slope of %s as duals do', (_, [curve]) => {
    for (const z of [-2.5, -0.3, 0.4, 1.7]) {
      const { field, constant, slopes } = tapeOf(numbers);
      const at = constant(z);
      const reverse = slopes(curve(at, field, 0.1))[at.place] ?? 0;
      const { tangent } = curve({ value: z, tangent: 1 }, duals(numbers), 0.1);
      expect(reverse).toBeCloseTo(tangent, 12);
    }
  });

  it('adds up what a number does in several places, exactly', () => {
    const { field, constant, slopes } = tapeOf(rationals);
    const [a, b] = [constant(rational(3)), constant(rational(0.5))];
    // a²/b − a has the derivatives 2a/b − 1 = 11 and −a²/b² = −36.
    const result = field.add(field.divide(field.multiply(a, a), b), field.negate(a));
    const all = slopes(result);
    expect([all[a.place], all[b.place]]).toEqual([rational(11), rational(-36)]);
  });

  it('takes no fixed weight for a parameter, as the backward pass does not', () => {
    const network = networkOf('x -> h : 2\nh -> y : v');
    const point = randomPoint(network, () => 0.5);
    const { parameters } = backward(network, point, forward(network, point, numbers));
    expect([...parameters.keys()]).toEqual([0]);
  });

  it('gives the error terms of a network as the backward pass does', () => {
    const block = 'x[3] -> h[3] -> y[3]\nactivation h: gelu, y: softmax\nloss cross-entropy';
    const network = networkOf(block);
    const random = randomSource(7);
    const point = randomPoint(network, () => random() - 0.5);
    const { preactivations } = backward(network, point, forward(network, point, numbers));
    const { value } = worldAt(network, point, numbers);
    for (const { id } of network.units.filter(({ incoming }) => incoming.length > 0))
      expect(value({ kind: 'delta', unit: id })).toBeCloseTo(preactivations[id] ?? Number.NaN, 12);
  });
});
