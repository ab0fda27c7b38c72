import { describe, expect, it } from 'vitest';
import { backward } from '../../src/calculus/backward.ts';
import { numbers } from '../../src/calculus/field.ts';
import { forward } from '../../src/calculus/forward.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { worldAt } from '../../src/calculus/world.ts';
import { compact } from '../../src/live/compact.ts';
import type { Model } from '../../src/live/model.ts';
import { revive } from '../../src/live/revive.ts';
import { difference, errorOf, frameOf, startOf, trained, withValue } from '../../src/live/state.ts';
import { networkOf } from '../support/network.ts';
import { processorTime } from '../support/processor-time.ts';
import { randomBlock } from '../support/random-network.ts';

const modelOf = (block: string): Model =>
  compact(networkOf(block), {
    kind: 'live',
    focus: 0,
    plots: [],
    span: { start: 0, end: 0 },
  });

/** One of the starts from which this network learns; from some it does not, which is a story of its own. */
const xor = `x[2] -> h[2] -> y[1]
activation tanh, y: sigmoid
bias b^l_j
loss binary-cross-entropy
x = 0 0; 0 1; 1 0; 1 1
t = 0; 1; 1; 0
w^1 = 0.9 -0.6; -0.7 0.8
w^2 = 0.8 0.9
b^1 = 0.1 -0.2
b^2 = 0
rate 0.5`;

describe('the backward pass', () => {
  it('finds what the dual numbers find, on 200 random networks', () => {
    const random = randomSource(5);
    for (let round = 0; round < 200; round++) {
      const network = networkOf(
        round % 4 === 0
          ? `x[3] -> h[4] -> y[3]\nactivation softmax\nloss cross-entropy\nbias b^l_j`
          : `${randomBlock(random)}\nactivation tanh`,
      );
      const point = randomPoint(network, () => random() * 2 - 1);
      const world = worldAt(network, point, numbers);
      const { parameters, units } = backward(network, point, forward(network, point, numbers));
      for (const { id } of network.parameters)
        expect(parameters.get(id) ?? 0).toBeCloseTo(
          world.derivative({ kind: 'loss' }, { kind: 'parameter', parameter: id }),
          10,
        );
      for (const { id } of network.units)
        expect(units[id]).toBeCloseTo(
          world.derivative({ kind: 'loss' }, { kind: 'unit', unit: id }),
          10,
        );
    }
  });
});

describe('a network in the browser', () => {
  it('computes what it computes at the build', () => {
    const random = randomSource(9);
    for (let round = 0; round < 50; round++) {
      const network = networkOf(`${randomBlock(random)}\nactivation sigmoid`);
      const model = JSON.parse(
        JSON.stringify(
          compact(network, { kind: 'live', focus: 0, plots: [], span: { start: 0, end: 0 } }),
        ),
      ) as Model;
      const { point, pass } = frameOf(revive(model), startOf(model));
      expect(pass).toEqual(forward(network, point, numbers));
    }
  });

  it('agrees with a difference quotient on its gradient', () => {
    const model = modelOf(xor);
    const network = revive(model);
    const state = { ...startOf(model), example: 2, chosen: 3 };
    const { quotient } = difference(network, state);
    expect(frameOf(network, state).gradients.parameters.get(3)).toBeCloseTo(quotient, 6);
  });

  it('learns XOR in 10,000 steps, in less than a second', () => {
    const model = modelOf(xor);
    const network = revive(model);
    trained(network, startOf(model), 100);
    let state = startOf(model);
    const time = processorTime(() => {
      state = trained(network, state, 10_000);
    });
    expect(time).toBeLessThan(1000);
    expect(errorOf(network, state)).toBeLessThan(0.01);
    for (const [example, { targets }] of state.examples.entries()) {
      const { pass } = frameOf(network, { ...state, example });
      expect(
        Math.abs((pass.units[network.outputs[0] ?? -1] ?? 0) - (targets[0] ?? 0)),
      ).toBeLessThan(0.1);
    }
    expect(state.steps).toBe(10_000);
  });

  it('forgets the history of its error when a value is set, but not when the rate is', () => {
    const model = modelOf(xor);
    const state = trained(revive(model), startOf(model), 3);
    expect(state.history.length).toBe(2);
    expect(withValue(state, { kind: 'rate', place: 0 }, 2)).toMatchObject({ rate: 2, steps: 3 });
    const set = withValue({ ...state, example: 1 }, { kind: 'input', place: 1 }, -3);
    expect(set).toMatchObject({ steps: 0, history: [] });
    expect(set.examples.map(({ inputs }) => inputs[1])).toEqual([0, -3, 0, 1]);
  });
});
