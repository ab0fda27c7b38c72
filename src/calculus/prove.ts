import type { Network } from '../network/network.ts';
import { isLinear } from './activation.ts';
import { assignments } from './assignments.ts';
import type { Chain, Derivation } from './derivation.ts';
import { differenceQuotient } from './difference.ts';
import { evaluate, type Indices } from './evaluate.ts';
import { type Rational, rational, rationals } from './field.ts';
import type { Point } from './forward.ts';
import { randomPoint, randomSource } from './point.ts';
import { provingPoints } from './proving-points.ts';
import { mayBeEqual, type Rounded, roundeds } from './rounded.ts';
import { type World, worldAt } from './world.ts';

const seed = 1847;
/** Largest network that is also tried with exact rationals, in edges: their numerators grow with the depth. */
const mostExactEdges = 400;

/**
 * Tries every line of a derivation against the line before, at points that are the same on every run:
 * with floating-point numbers that know their rounding, and exactly with rationals where the network is linear and
 * small enough. What a derivative or a gradient is comes from forward-mode duals and, for the left side, from central
 * differences as well.
 *
 * @throws {Error} where two lines differ: the rule, both values and the point, to be reported to us
 */
export function prove(network: Network, derivation: Derivation): void {
  for (const { point, isSmooth } of provingPoints(network)) {
    const world = worldAt(network, point, roundeds);
    for (const chain of derivation.chains) {
      proveChain(chain, world, mayBeEqual, decimal);
      if (isSmooth) proveLeft(chain, world, point);
    }
  }
  if (!isRational(network) || network.edges.length > mostExactEdges) return;
  const random = randomSource(seed);
  const draw = (): Rational => rational((random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * 9)));
  const exact = worldAt(network, randomPoint(network, draw), rationals);
  for (const chain of derivation.chains) proveChain(chain, exact, equal, fraction);
}

const isRational = ({ units, loss }: Network): boolean =>
  loss.name.endsWith('squared') && units.every((unit) => isLinear(unit.activation));

function proveChain<T>(
  chain: Chain,
  world: World<T>,
  same: (a: T, b: T) => boolean,
  show: (value: T) => string,
): void {
  for (const indices of assignments(chain.left, world.network)) {
    let value = evaluate(chain.left, world, indices);
    for (const [line, step] of chain.steps.entries()) {
      const next = evaluate(step.after, world, indices);
      if (!same(value, next))
        throw new Error(failure(line, step.rule, show(value), show(next), indices));
      value = next;
    }
  }
}

/** The left side once more, by changing the network a little and looking. */
function proveLeft(chain: Chain, world: World<Rounded>, point: Point<Rounded>): void {
  for (const indices of assignments(chain.left, world.network)) {
    const quotient = differenceQuotient(world.network, point, chain.left, indices);
    if (quotient === undefined) return;
    const value = evaluate(chain.left, world, indices);
    if (!mayBeEqual(value, quotient)) {
      throw new Error(failure(0, 'central difference', decimal(value), decimal(quotient), indices));
    }
  }
}

function failure(
  line: number,
  rule: string,
  before: string,
  after: string,
  indices: Indices,
): string {
  const where =
    indices.size === 0
      ? ''
      : ` at ${[...indices].map(([letter, value]) => `${letter} = ${value}`).join(', ')}`;
  return (
    `A derivation of ours is wrong: line ${line + 1} (${rule}) is ${after}, but the line before is ${before}${where}. ` +
    'This is a mistake in remark-network, not in your block. Please report it with the block.'
  );
}

const equal = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

const fraction = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;
const decimal = ({ value }: Rounded): string => String(value);
