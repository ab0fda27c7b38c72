import { describe, expect, it } from 'vitest';
import { errorTermsAgree } from '../../src/calculus/error-terms.ts';
import type { Variable } from '../../src/calculus/expression.ts';
import { provingPoints } from '../../src/calculus/proving-points.ts';
import { type Rounded, roundeds } from '../../src/calculus/rounded.ts';
import { type World, worldAt } from '../../src/calculus/world.ts';
import type { Network } from '../../src/network/network.ts';
import { networkOf } from '../support/network.ts';

const networks = [
  ['deep and linear', 'x[2] -> h^1[2] -> ... -> h^{100}[2] -> y[2]\nbias b^l_j'],
  ['deep', 'x[2] -> h^1[2] -> ... -> h^{126}[2] -> y[2]\nactivation tanh'],
  ['wide', 'x[60] -> h[60] -> y[60]\nactivation h: relu'],
  ['a classifier', 'x[20] -> h[40] -> y[40]\nactivation gelu, y: softmax\nloss cross-entropy'],
] as const;

const worldsOf = (network: Network): readonly World<Rounded>[] =>
  provingPoints(network).map(({ point, batch, passes }) =>
    worldAt(network, point, roundeds, batch, passes),
  );

/** A world in which the value of one error term is another. */
const withFault = (
  world: World<Rounded>,
  unit: number,
  fault: (value: number) => number,
): World<Rounded> => ({
  ...world,
  value: (variable: Variable) => {
    const right = world.value(variable);
    const isFault = variable.kind === 'delta' && variable.unit === unit;
    return isFault ? { ...right, value: fault(right.value) } : right;
  },
});

describe('all error terms in one pass', () => {
  it.each(networks)('agree with the tape where all are right: %s', (_, block) => {
    const network = networkOf(block);
    for (const world of worldsOf(network))
      expect(errorTermsAgree(world, network.units.length)).toBe(true);
  });

  it.each(networks)('do not where one is wrong by a millionth: %s', (_, block) => {
    const network = networkOf(block);
    const [positive] = worldsOf(network);
    if (positive === undefined) throw new Error('no point');
    for (const { id } of network.units) {
      const wrong = withFault(positive, id, (value) => value * (1 + 1e-6));
      expect(errorTermsAgree(wrong, network.units.length), `unit ${id}`).toBe(false);
    }
  });

  it('do not at one point at least where one is lost, grows, turns round, changes place or is no number', () => {
    const network = networkOf('x[2] -> h^1[2] -> ... -> h^{60}[2] -> y[2]\nactivation tanh');
    const worlds = worldsOf(network);
    const agree = (faulty: (world: World<Rounded>) => World<Rounded>): boolean =>
      worlds.every((world) => errorTermsAgree(faulty(world), network.units.length));
    const faults = [
      () => 0,
      (value: number) => 2 * value,
      (value: number) => -value,
      () => Number.NaN,
    ];
    for (const unit of [2, 3, 60, 61, 121, 122]) {
      for (const fault of faults)
        expect(agree((world) => withFault(world, unit, fault))).toBe(false);
    }
    const swapped = (world: World<Rounded>): World<Rounded> => {
      const of = (unit: number): number => world.value({ kind: 'delta', unit }).value;
      const [one, other] = [of(10), of(11)];
      return withFault(
        withFault(world, 10, () => other),
        11,
        () => one,
      );
    };
    expect(agree(swapped)).toBe(false);
  });

  it('are tried one by one where they look at 4000 edges and less', () => {
    const [world] = worldsOf(networkOf('x[2] -> h[2] -> y[2]'));
    expect(world && errorTermsAgree(world, 500)).toBe(false);
    expect(world && errorTermsAgree(world, 501)).toBe(true);
  });

  it.each([
    ['deep', 'x[1] -> h^1[1] -> ... -> h^{20}[1] -> y[1]\nactivation sigmoid', 1, 1e-6],
    ['beside a large one', 'x -> a : 1\nx -> b : 1\na -> y : 1\nb -> y : 1e-12', 2, 1e-6],
  ])('see a fault in one that has all but vanished: %s', (_, block, unit, fault) => {
    const [world] = worldsOf(networkOf(block));
    if (world === undefined) throw new Error('no point');
    const wrong = withFault(world, unit, (value) => value * (1 + fault));
    expect(errorTermsAgree(world, 1e6)).toBe(true);
    expect(errorTermsAgree(wrong, 1e6)).toBe(false);
  });

  it('see one that is lost in a layer of such', () => {
    const block = 'x -> b : 1\nx -> c : 1\nb -> y : 1e-20\nc -> y : 1e-20';
    const [world] = worldsOf(networkOf(block));
    if (world === undefined) throw new Error('no point');
    expect(errorTermsAgree(world, 1e6)).toBe(true);
    const wrong = withFault(world, 2, () => 0);
    expect(errorTermsAgree(wrong, 1e6)).toBe(false);
  });

  it('are tried one by one where rounding could hide a fault', () => {
    const [world] = worldsOf(networkOf('x[2] -> h[2] -> y[2]'));
    if (world === undefined) throw new Error('no point');
    const rough: World<Rounded> = {
      ...world,
      along: (amount) => ({ ...world.along(amount), error: 1e-5 }),
    };
    expect(errorTermsAgree(rough, 1e6)).toBe(false);
  });
});
