import type { Network } from '../network/network.ts';
import type { Chain, Derivation } from './derivation.ts';
import { differenceQuotient } from './difference.ts';
import { evaluate, type Indices } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { numbers, type Rational, rational, rationals } from './field.ts';
import type { Point } from './forward.ts';
import { randomPoint, randomSource } from './point.ts';
import { type World, worldAt } from './world.ts';

const seed = 1986;
/** Largest network that is also tried with exact rationals, in edges: their numerators grow with the depth. */
const mostExactEdges = 400;
const tolerance = 1e-9;
/** Central differences lose half of the digits. */
const roughTolerance = 1e-4;

/**
 * Tries every line of a derivation against the line before, at points that are the same on every run:
 * with floating-point numbers, and exactly with rationals where the network is small enough. What a derivative or a
 * gradient is comes from forward-mode duals and, for the left side, from central differences as well.
 *
 * @throws {Error} where two lines differ: the rule, both values and the point, to be reported to us
 */
export function prove(network: Network, derivation: Derivation): void {
  const random = randomSource(seed);
  const inReals = randomPoint(network, () => (random() < 0.5 ? -1 : 1) * (0.5 + random()));
  const real = worldAt(network, inReals, numbers);
  for (const chain of derivation.chains) {
    proveChain(chain, real, close(tolerance), String);
    proveLeft(network, inReals, chain, real);
  }
  if (network.edges.length > mostExactEdges) return;
  const exactly = randomPoint(network, () => rational(Math.floor(random() * 19) - 9));
  const exact = worldAt(network, exactly, rationals);
  for (const chain of derivation.chains) proveChain(chain, exact, equal, fraction);
}

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
function proveLeft(
  network: Network,
  point: Point<number>,
  chain: Chain,
  world: World<number>,
): void {
  for (const indices of assignments(chain.left, network)) {
    const quotient = differenceQuotient(network, point, chain.left, indices);
    if (quotient === undefined) return;
    const value = evaluate(chain.left, world, indices);
    if (!close(roughTolerance)(value, quotient)) {
      throw new Error(failure(0, 'central difference', String(value), String(quotient), indices));
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

/** Values for the index letters that the left side leaves free: all corners, which every layer has. */
function assignments(left: Expression, network: Network): readonly Indices[] {
  const sizes = freeIndices(left, network);
  const corners = [...sizes].reduce<readonly (readonly [string, number])[][]>(
    (sofar, [letter, size]) =>
      sofar.flatMap((before) =>
        (size === 1 ? [1] : [1, size]).map((value) => [...before, [letter, value] as const]),
      ),
    [[]],
  );
  return corners.map((pairs) => new Map(pairs));
}

/** The index letters of a left side, with the size of the layer that each one counts. */
function freeIndices(left: Expression, network: Network): ReadonlyMap<string, number> {
  const symbol = left.kind === 'gradient' ? left.by : left;
  const size = (layer: number): number => network.layers[layer]?.units.length ?? 1;
  if (symbol.kind === 'weight-at') {
    const ends = [
      [symbol.to, symbol.layer],
      [symbol.from, symbol.layer - 1],
    ] as const;
    return new Map(
      ends.flatMap(([index, layer]) =>
        'letter' in index ? [[index.letter, size(layer)] as const] : [],
      ),
    );
  }
  if (symbol.kind !== 'delta-at' || !('letter' in symbol.index)) return new Map();
  return new Map([[symbol.index.letter, size(symbol.layer)]]);
}

const close =
  (share: number) =>
  (a: number, b: number): boolean =>
    Math.abs(a - b) <= share * Math.max(1, Math.abs(a), Math.abs(b));

const equal = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

const fraction = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;
