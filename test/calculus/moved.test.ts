import { describe, expect, it } from 'vitest';
import type { Variable } from '../../src/calculus/expression.ts';
import { numbers } from '../../src/calculus/field.ts';
import { forward, type Point } from '../../src/calculus/forward.ts';
import { movedPass, reachedBy } from '../../src/calculus/moved.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { worldAt } from '../../src/calculus/world.ts';
import type { Network } from '../../src/network/network.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';

const random = randomSource(1970);
const signed = () => (random() < 0.5 ? -1 : 1) * (0.5 + random());
const networks = [
  'x[2] -> h[3] -> y[2]\nactivation h: softmax, y: sigmoid\nbias b^l_j',
  'x -> h -> y_1\nx -> y_2\nactivation softmax, y_1: sigmoid\nweights w_N',
  'x[2] -> g[2] -> h[2] -> y[2]\nx_1 -> y_2 : s\nactivation tanh',
  ...Array.from({ length: 60 }, () => randomBlock(random)),
].map(networkOf);

const variablesOf = (network: Network): readonly Variable[] => [
  ...network.parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }) as const),
  ...network.units.map(({ id }) => ({ kind: 'unit', unit: id }) as const),
  ...network.units
    .filter(({ incoming }) => incoming.length > 0)
    .map(({ id }) => ({ kind: 'preactivation', unit: id }) as const),
];

/** Every unit's sum and value where one variable is larger, all of them computed anew. */
function passAt(network: Network, point: Point<number>, by: Variable, step: number) {
  const parameters = new Map(point.parameters);
  if (by.kind === 'parameter')
    parameters.set(by.parameter, (parameters.get(by.parameter) ?? Number.NaN) + step);
  return forward(network, { ...point, parameters }, numbers, (kind, id, value) =>
    by.kind === kind && by.unit === id ? value + step : value,
  );
}

describe('what a variable reaches', () => {
  it('is all that moves with it, so that the rest may stay where it is', () => {
    let still = 0;
    for (const network of networks) {
      const point = randomPoint(network, signed);
      const before = forward(network, point, numbers);
      for (const by of variablesOf(network)) {
        const after = passAt(network, point, by, 0.125);
        const reached = reachedBy(network, by);
        for (const { id } of network.units.filter((unit) => !reached.has(unit.id))) {
          still++;
          expect(after.units[id]).toBe(before.units[id]);
          expect(after.preactivations[id]).toBe(before.preactivations[id]);
        }
      }
    }
    expect(still).toBeGreaterThan(500);
  });

  it('has the tangent of a small difference, at every unit', () => {
    const step = 1e-6;
    for (const network of networks) {
      const point = randomPoint(network, signed);
      const pass = forward(network, point, numbers);
      for (const by of variablesOf(network)) {
        const moved = movedPass(network, { point, pass }, by, numbers).pass;
        const [up, down] = [passAt(network, point, by, step), passAt(network, point, by, -step)];
        for (const { id } of network.units) {
          const quotient = ((up.units[id] ?? 0) - (down.units[id] ?? 0)) / (2 * step);
          const tangent = moved.units[id]?.tangent ?? Number.NaN;
          expect(Math.abs(tangent - quotient)).toBeLessThan(1e-6 * Math.max(1, Math.abs(quotient)));
        }
      }
    }
  });
});

describe('in a batch', () => {
  const network = networkOf('x -> y : w');
  const y = network.outputs[0] ?? -1;
  const at = (input: number): Point<number> => ({
    inputs: new Map([[network.inputs[0] ?? -1, input]]),
    targets: new Map([[y, 1]]),
    parameters: new Map([[0, 2]]),
  });
  const batch = [at(3), at(5)];
  const [first = at(0)] = batch;
  const byLoss = (of: Variable['kind'] & ('loss' | 'data-loss'), by: Variable) =>
    worldAt(network, first, numbers, batch).derivative({ kind: of }, by);

  it('a parameter is one for all examples: the mean of (w x − 1) x', () => {
    expect(byLoss('loss', { kind: 'parameter', parameter: 0 })).toBe((5 * 3 + 9 * 5) / 2);
  });

  it('a unit is this example’s own: half of y − 1', () => {
    expect(byLoss('loss', { kind: 'unit', unit: y })).toBe(5 / 2);
    expect(byLoss('data-loss', { kind: 'unit', unit: y })).toBe(5);
  });

  it('nothing moves with the error, which is computed last', () => {
    const world = worldAt(network, first, numbers, batch);
    for (const kind of ['loss', 'data-loss'] as const)
      expect(world.derivative({ kind: 'unit', unit: y }, { kind })).toBe(0);
  });
});
