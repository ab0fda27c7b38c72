import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { Derivation } from '../../src/calculus/derivation.ts';
import { derive } from '../../src/calculus/derive.ts';
import { evaluate } from '../../src/calculus/evaluate.ts';
import { numbers } from '../../src/calculus/field.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { prove } from '../../src/calculus/prove.ts';
import { worldAt } from '../../src/calculus/world.ts';
import { type Row, rows } from '../../src/latex/rows.ts';
import type { Network } from '../../src/network/network.ts';
import type { Form } from '../../src/network/request.ts';
import { plainTex } from '../../src/site/markdown/plain-tex.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock, randomTraining } from '../support/random-network.ts';

const random = randomSource(20261124);
const networks = Array.from({ length: 1000 }, () => networkOf(randomBlock(random)));
const forms: readonly Form[] = ['chain', 'paths', 'delta', 'index'];

function derivations(network: Network): Derivation[] {
  return network.parameters.flatMap(({ id }) =>
    forms.flatMap((form) => {
      const derivation = derive(network, { by: { kind: 'parameter', parameter: id }, form });
      if ('code' in derivation) {
        expect(derivation.code).toBe('no-general-indices');
        return [];
      }
      return [derivation];
    }),
  );
}

/** To 1e-9 of the expected value, or of a thousandth where that is smaller. */
function expectSame(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(expected), 1e-3));
}

describe('1,000 random linear networks, every weight and bias of each', () => {
  it('have in every form lines that equal each other and the dual numbers, to 1e-9', {
    timeout: 300_000,
  }, () => {
    let lines = 0;
    for (const network of networks) {
      const point = randomPoint(network, () => random() * 2 - 1);
      const world = worldAt(network, point, numbers);
      for (const { id } of network.parameters) {
        const expected = world.derivative({ kind: 'loss' }, { kind: 'parameter', parameter: id });
        for (const form of ['chain', 'paths', 'delta'] as const) {
          const derivation = derive(network, { by: { kind: 'parameter', parameter: id }, form });
          if ('code' in derivation) throw new Error(derivation.message);
          const gradient = derivation.chains.at(-1);
          for (const step of gradient?.steps ?? []) {
            const value = evaluate(step.after, world);
            expectSame(value, expected);
            lines++;
          }
        }
      }
    }
    expect(lines).toBeGreaterThan(50_000);
  });

  it('with activations on every unit, have lines that equal each other and the dual numbers', {
    timeout: 300_000,
  }, () => {
    const names = [
      'identity',
      'sigmoid',
      'tanh',
      'relu',
      'leaky-relu',
      'softplus',
      'gelu-tanh',
    ] as const;
    let lines = 0;
    for (const linear of networks.slice(0, 400)) {
      const units = linear.units.map((unit) =>
        unit.incoming.length === 0
          ? unit
          : {
              ...unit,
              activation: {
                name: names[Math.floor(random() * names.length)] ?? 'identity',
                slope: 0.1,
              },
            },
      );
      const network = { ...linear, units };
      const world = worldAt(
        network,
        randomPoint(network, () => random() * 4 - 2),
        numbers,
      );
      const quantities = [
        ...network.parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }) as const),
        ...network.units.map(({ id }) => ({ kind: 'unit', unit: id }) as const),
      ];
      for (const by of quantities) {
        const expected = world.derivative({ kind: 'loss' }, by);
        for (const form of forms) {
          const derivation = derive(network, { by, form });
          if ('code' in derivation) {
            expect(derivation.code).toBe('no-general-indices');
            continue;
          }
          if (form !== 'index') {
            for (const step of derivation.chains.at(-1)?.steps ?? []) {
              const value = evaluate(step.after, world);
              expectSame(value, expected);
              lines++;
            }
          }
          if (lines % 7 === 0) expect(prove(network, derivation)).toBeUndefined();
        }
      }
    }
    expect(lines).toBeGreaterThan(50_000);
  });

  it('pass the proof that goes before every print', { timeout: 300_000 }, () => {
    for (const network of networks.slice(0, 200)) {
      for (const derivation of derivations(network))
        expect(prove(network, derivation)).toBeUndefined();
    }
  });

  it('typeset in KaTeX without a complaint', { timeout: 300_000 }, () => {
    for (const network of networks.slice(0, 40)) {
      for (const derivation of derivations(network)) {
        for (const row of derivation.chains.flatMap((chain) => rows(chain, network))) {
          katex.renderToString(`${row.left} = ${row.right}`, {
            throwOnError: true,
            strict: 'error',
            displayMode: true,
          });
        }
      }
    }
  });

  it('read with their terms linked as they do without', { timeout: 300_000 }, () => {
    const choices = {
      activations: ['identity', 'sigmoid', 'relu', 'softmax'],
      losses: ['squared', 'mean-squared', 'binary-cross-entropy', 'cross-entropy'],
      examples: 2,
    };
    const trained = Array.from({ length: 100 }, () => networkOf(randomTraining(random, choices)));
    const sides = ({ left, right }: Row) => [left, right];
    let lines = 0;
    for (const network of [...networks.slice(0, 50), ...trained]) {
      for (const chain of derivations(network).flatMap(({ chains }) => chains)) {
        const linked = rows(chain, network, { firstLink: 0 }).map(sides);
        expect(linked.map((each) => each.map(plainTex))).toEqual(rows(chain, network).map(sides));
        lines += linked.length;
      }
    }
    expect(lines).toBeGreaterThan(5000);
  });
});
