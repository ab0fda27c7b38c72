import { describe, expect, it } from 'vitest';
import type { Chain } from '../../src/calculus/derivation.ts';
import { derive } from '../../src/calculus/derive.ts';
import { evaluate } from '../../src/calculus/evaluate.ts';
import type { Expression } from '../../src/calculus/expression.ts';
import { type Rational, rational, rationals } from '../../src/calculus/field.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { mayBeEqual, type Rounded, roundeds } from '../../src/calculus/rounded.ts';
import { worldAt } from '../../src/calculus/world.ts';
import { check, checkerOf } from '../../src/check/check.ts';
import { tex } from '../../src/latex/expression.ts';
import type { Network } from '../../src/network/network.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';
import { spoilings } from '../support/spoil.ts';

const forms = ['chain', 'delta', 'paths'] as const;

/** The chains of everything that a network prints of a random weight: forward pass, gradient, derivative of an output. */
function chainsOf(network: Network, random: () => number): readonly Chain[] {
  const parameter = Math.floor(random() * network.parameters.length);
  const form = forms[Math.floor(random() * forms.length)] ?? 'chain';
  const by = { kind: 'parameter', parameter } as const;
  const computed = network.units.filter(({ incoming }) => incoming.length > 0);
  const [of] = network.outputs;
  return [
    forwardEquations(network, ['loss', ...computed.map(({ id }) => id)]),
    derive(network, { by, form }),
    derive(network, { of: of ?? 0, by, form: 'chain' }),
  ].flatMap((made) => ('code' in made ? [] : made.chains));
}

/**
 * Whether two expressions are equal, decided without LaTeX and its reading: exactly, at points with coordinates of
 * seven digits. Polynomials of degree d that differ agree at such a point with a probability of d/10⁷ at most
 * (Schwartz 1980, Zippel 1979); eight points leave none.
 */
function areEqual(a: Expression, b: Expression, network: Network, random: () => number): boolean {
  return Array.from({ length: 8 }).every(() => {
    const draw = (): Rational => rational(1 + Math.floor(random() * 1e7));
    const world = worldAt(network, randomPoint(network, draw), rationals);
    const [left, right] = [evaluate(a, world), evaluate(b, world)];
    return left.numerator === right.numerator && left.denominator === right.denominator;
  });
}

/** The same for networks with activations, whose numbers can only be compared as far as their rounding lets. */
function areClose(a: Expression, b: Expression, network: Network, random: () => number): boolean {
  return Array.from({ length: 8 }).every(() => {
    const draw = (): Rounded => roundeds.from(0.2 + random());
    const world = worldAt(network, randomPoint(network, draw), roundeds);
    return mayBeEqual(evaluate(a, world), evaluate(b, world));
  });
}

/** One change, each kind of them as likely as another. */
function spoiledOnce(expression: Expression, network: Network, random: () => number) {
  const all = spoilings(expression, network);
  const change = pick([...new Set(all.map((each) => each.change))], random);
  return pick(
    all.filter((each) => each.change === change),
    random,
  );
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** What became of so many spoiled equations. */
function spoil(wanted: number, activation: string | undefined, equal: typeof areEqual) {
  const random = randomSource(500);
  const reported = { index: 0, sign: 0, factor: 0, exponent: 0 };
  const missed: string[] = [];
  const blamed: string[] = [];
  let equivalent = 0;
  for (let spoiled = 0; spoiled < wanted; ) {
    const block = randomBlock(random);
    const network = networkOf(activation === undefined ? block : `${block}\n${activation}`);
    if (network.parameters.length === 0) continue;
    const checker = checkerOf(network);
    for (const chain of chainsOf(network, random)) {
      const step = pick(chain.steps, random);
      const mutant = step && spoiledOnce(step.after, network, random);
      if (mutant === undefined || spoiled >= wanted) continue;
      spoiled++;
      const line = `${tex(chain.left, network)} = ${tex(mutant.expression, network)}`;
      const isReported = check(line, checker).length > 0;
      const isEqual = equal(chain.left, mutant.expression, network, random);
      if (isEqual) equivalent++;
      else if (isReported) reported[mutant.change]++;
      if (isEqual === isReported) (isEqual ? blamed : missed).push(line);
    }
  }
  return { reported, equivalent, missed, blamed };
}

describe('equations spoiled by one change are reported, unless the change makes no difference', () => {
  it.each([
    ['500 of linear networks', 500, undefined, areEqual],
    ['200 of networks with activations', 200, 'activation tanh', areClose],
  ] as const)('%s', { timeout: 120_000 }, (_, wanted, activation, equal) => {
    const { reported, equivalent, missed, blamed } = spoil(wanted, activation, equal);
    expect({ missed, blamed }).toEqual({ missed: [], blamed: [] });
    const kinds = Object.values(reported);
    expect(kinds.reduce((sum, count) => sum + count, equivalent)).toBe(wanted);
    expect(Math.min(...kinds)).toBeGreaterThan(wanted / 20);
    expect(equivalent).toBeLessThan(wanted / 20);
  });
});
