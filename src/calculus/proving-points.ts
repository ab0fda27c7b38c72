import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { beyondLoss } from './beyond.ts';
import { forward, listed, type Pass, type Point, settledAt } from './forward.ts';
import { exampleCount } from './given.ts';
import { randomPoint, randomSource } from './point.ts';
import { type Rounded, roundeds } from './rounded.ts';

/** A point at which derivations are tried. */
export interface ProvingPoint {
  readonly point: Point<Rounded>;
  /** The points of a batch of examples, the one above among them. */
  readonly batch: readonly Point<Rounded>[];
  /** What the network makes of each point of the batch; none where that is not known yet. */
  readonly passes: readonly Pass<Rounded>[];
  /** Whether every unit is away from the kink of its ReLU, where a difference quotient means nothing. */
  readonly isSmooth: boolean;
}

const seed = 1986;
const mostTries = 12;
/** A mean over three examples is right where one over sixty is. */
const mostExamples = 3;
const nearKink = 1e-3;
/** Past this share of a value, rounding would hide mistakes. */
const mostRounding = 1e-9;

/**
 * The points at which a derivation is tried, the same on every run. All numbers of the first are positive, so that
 * every ReLU is open and no gradient is 0 by luck; the others have signs of all kinds. None where the network's own
 * numbers, fixed weights say, leave no point at which rounding could not hide a mistake.
 */
export function provingPoints(network: Network): readonly ProvingPoint[] {
  const random = randomSource(seed);
  const positive = (): number => 0.5 + random();
  const signed = (): number => (random() < 0.5 ? -1 : 1) * positive();
  const points = [positive, signed, signed].map((draw) => provingPoint(network, draw));
  const found = points.filter((point) => point !== undefined);
  return found.length < points.length ? [] : found;
}

/** The first random point that is smooth; else one that the network can be computed at, if there is one. */
function provingPoint(network: Network, draw: () => number): ProvingPoint | undefined {
  let computable: ProvingPoint | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const point = tamed(network, randomPoint(network, draw), 2 ** (-tries / 4));
    const others = Array.from({ length: Math.min(exampleCount(network), mostExamples) - 1 }, () =>
      exact({ ...randomPoint(network, draw), parameters: new Map() }),
    );
    const batch = [point, ...others.map((each) => ({ ...each, parameters: point.parameters }))];
    const passes = batch.map((each) => forward(network, listed(each), roundeds));
    if (!passes.every((pass) => isComputable(network, pass))) continue;
    if (passes.every((pass) => isSmooth(network, pass)))
      return { point, batch, passes, isSmooth: true };
    computable ??= { point, batch, passes, isSmooth: false };
  }
  return computable;
}

/** The point with each parameter shared out among the edges of its unit, so that values keep their size with depth. */
function tamed(network: Network, point: Point<number>, size: number): Point<Rounded> {
  const parameters = new Map<number, number>();
  for (const { id, edges } of network.parameters) {
    let shares = 1;
    for (const edge of edges) {
      const head = certain(network.units[edgeOf(network, edge).to]);
      shares = Math.max(shares, head.incoming.length);
    }
    parameters.set(id, (certain(point.parameters.get(id)) * size) / shares);
  }
  return exact({ ...point, parameters });
}

/** A point of numbers as they are, with nothing rounded yet. */
export function exact({ inputs, targets, parameters }: Point<number>): Point<Rounded> {
  const taken = (values: ReadonlyMap<number, number>): Map<number, Rounded> => {
    const all = new Map<number, Rounded>();
    for (const [id, value] of values) all.set(id, roundeds.from(value));
    return all;
  };
  return { inputs: taken(inputs), targets: taken(targets), parameters: taken(parameters) };
}

/** Whether rounding leaves enough digits of all that will be asked for. */
function isComputable(network: Network, { units, loss }: Pass<Rounded>): boolean {
  const isPrecise = ({ value, error }: Rounded): boolean =>
    error <= mostRounding * Math.max(1, Math.abs(value));
  // A loss that cannot be derived is not asked for either; it may be the logarithm of a negative number.
  return units.every(isPrecise) && (beyondLoss(network) !== undefined || isPrecise(loss));
}

/** Whether every unit is away from its kink at a point. */
export const smoothAt = (network: Network, point: Point<Rounded>): boolean =>
  isSmooth(network, forward(network, point, roundeds));

/** The same point with targets that sum to 1. */
export function underCondition(
  network: Network,
  { point, batch, passes, isSmooth }: ProvingPoint,
): ProvingPoint {
  const { outputs } = network;
  const summed = batch.map((each): Point<Rounded> => {
    // Positive ones, so that their sum is not 0 by luck.
    const targets = outputs.map((id) => Math.abs(certain(each.targets.get(id)).value));
    const total = roundeds.from(targets.reduce((sum, target) => sum + target, 0));
    const shares = targets.map((target) => roundeds.divide(roundeds.from(target), total));
    return {
      ...each,
      targets: new Map(outputs.map((id, at) => [id, certain(shares[at])])),
    };
  });
  // Targets change the loss alone.
  const changed = passes.map((pass, example) =>
    forward(network, certain(summed[example]), roundeds, undefined, (id) => settledAt(pass, id)),
  );
  return {
    point: certain(summed[batch.indexOf(point)]),
    batch: summed,
    passes: changed,
    isSmooth,
  };
}

/** Whether a pass keeps away from the kinks of its ReLUs. */
const isSmooth = (network: Network, { preactivations }: Pass<Rounded>): boolean =>
  network.units.every(
    ({ id, activation }) =>
      !activation.name.endsWith('relu') || Math.abs(certain(preactivations[id]).value) > nearKink,
  );
