import type { Network } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { beyondLoss } from './beyond.ts';
import { forward, type Pass, type Point } from './forward.ts';
import { randomPoint, randomSource } from './point.ts';
import { type Rounded, roundeds } from './rounded.ts';

/** A point at which derivations are tried. */
export interface ProvingPoint {
  readonly point: Point<Rounded>;
  /** Whether every unit is away from the kink of its ReLU, where a difference quotient means nothing. */
  readonly isSmooth: boolean;
}

const seed = 1986;
const mostTries = 12;
const nearKink = 1e-3;
/** Past this share of a value, rounding would hide mistakes. */
const mostRounding = 1e-9;

/**
 * The points at which a derivation is tried, the same on every run. All numbers of the first are positive, so that
 * every ReLU is open and no gradient is 0 by luck; the others have signs of all kinds.
 */
export function provingPoints(network: Network): readonly ProvingPoint[] {
  const random = randomSource(seed);
  const positive = (): number => 0.5 + random();
  const signed = (): number => (random() < 0.5 ? -1 : 1) * positive();
  return [positive, signed, signed].map((draw) => provingPoint(network, draw));
}

/** The first random point that is smooth; else one that the network can be computed at. */
function provingPoint(network: Network, draw: () => number): ProvingPoint {
  let computable: Point<Rounded> | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const point = tamed(network, randomPoint(network, draw), 2 ** (-tries / 4));
    const pass = forward(network, point, roundeds);
    if (!isComputable(network, pass)) continue;
    if (isSmooth(network, pass)) return { point, isSmooth: true };
    computable ??= point;
  }
  if (computable !== undefined) return { point: computable, isSmooth: false };
  throw new Error(
    'A derivation of ours could not be tried: no point was found where this network keeps to numbers of a usual size. ' +
      'This is a limit of remark-network. Please report it with the block.',
  );
}

/** The point with each parameter shared out among the edges of its unit, so that values keep their size with depth. */
function tamed(network: Network, point: Point<number>, size: number): Point<Rounded> {
  const exact = (values: ReadonlyMap<number, number>): Map<number, Rounded> =>
    new Map([...values].map(([id, value]) => [id, roundeds.from(value)]));
  const parameters = network.parameters.map(({ id, edges }) => {
    const edgesIn = edges.map(
      (edge) => network.units[edgeOf(network, edge).to]?.incoming.length ?? 1,
    );
    return [id, ((point.parameters.get(id) ?? 0) * size) / Math.max(1, ...edgesIn)] as const;
  });
  return {
    inputs: exact(point.inputs),
    targets: exact(point.targets),
    parameters: exact(new Map(parameters)),
  };
}

/** Whether rounding leaves enough digits of all that will be asked for. */
function isComputable(network: Network, { units, loss }: Pass<Rounded>): boolean {
  const isPrecise = ({ value, error }: Rounded): boolean =>
    error <= mostRounding * Math.max(1, Math.abs(value));
  // A loss that cannot be derived is not asked for either; it may be the logarithm of a negative number.
  return units.every(isPrecise) && (beyondLoss(network) !== undefined || isPrecise(loss));
}

const isSmooth = (network: Network, { preactivations }: Pass<Rounded>): boolean =>
  network.units.every(
    ({ id, activation }) =>
      !activation.name.endsWith('relu') || Math.abs(preactivations[id]?.value ?? 0) > nearKink,
  );
