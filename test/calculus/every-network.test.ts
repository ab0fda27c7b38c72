import { describe, expect, it } from 'vitest';
import { derive } from '../../src/calculus/derive.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { randomSource } from '../../src/calculus/point.ts';
import { prove } from '../../src/calculus/prove.ts';
import type { ActivationName, LossName, Network } from '../../src/network/network.ts';
import type { Form, Quantity } from '../../src/network/request.ts';
import { pick as pickOf } from '../support/luck.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';

const random = randomSource(1943);
const pick = <T>(all: readonly T[]): T => pickOf(random, all);

const curves: readonly ActivationName[] = [
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'softplus',
  'gelu',
  'gelu-tanh',
];
const losses: readonly LossName[] = [
  'squared',
  'mean-squared',
  'binary-cross-entropy',
  'cross-entropy',
];

/** A network of any shape with an activation a unit, softmax on some layers, any loss, decay, and several examples. */
function anyNetwork(): Network {
  const linear = networkOf(randomBlock(random));
  const loss = pick(losses);
  const softened = new Set(
    linear.layers
      .filter((layer) => layer.index > 0 && layer.units.length > 1 && random() < 0.3)
      .map((layer) => layer.index),
  );
  const units = linear.units.map((unit) => {
    if (unit.incoming.length === 0) return unit;
    const isShare = loss.endsWith('entropy') && unit.outgoing.length === 0;
    const name = softened.has(unit.layer) ? 'softmax' : isShare ? 'sigmoid' : pick(curves);
    return { ...unit, activation: { name, slope: 0.1 } };
  });
  const example = { inputs: new Map<number, number>(), targets: new Map<number, number>() };
  return {
    ...linear,
    units,
    loss: { name: loss, ...(random() < 0.3 && { decay: 0.1 }) },
    examples: random() < 0.3 ? [example, example] : [],
  };
}

describe('a network of any kind', () => {
  it('passes the proof in every form, by weights, biases and units', { timeout: 300_000 }, () => {
    let proved = 0;
    for (let count = 0; count < 150; count++) {
      const network = anyNetwork();
      const all: Quantity[] = [
        ...network.parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }) as const),
        ...network.units.map(({ id }) => ({ kind: 'unit', unit: id }) as const),
      ];
      const forward = forwardEquations(network, ['loss']);
      if ('code' in forward) throw new Error(forward.message);
      expect(prove(network, forward)).toBeUndefined();
      for (const by of all.filter(() => random() < 0.15)) {
        for (const form of ['chain', 'paths', 'delta', 'index', 'matrix'] satisfies Form[]) {
          const derivation = derive(network, { by, form });
          if ('code' in derivation) {
            expect(derivation.code).toMatch(/^(no-general-indices|no-matrices|mixed-softmax)$/);
            continue;
          }
          expect(prove(network, derivation)).toBeUndefined();
          proved++;
        }
      }
    }
    expect(proved).toBeGreaterThan(1000);
  });
});
