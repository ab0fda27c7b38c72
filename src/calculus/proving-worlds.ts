import type { Network } from '../network/network.ts';
import { oncePer } from '../network/once.ts';
import { type Rational, rational, rationals } from './field.ts';
import type { Point } from './forward.ts';
import { givenPoints } from './given.ts';
import { randomPoint, randomSource } from './point.ts';
import { exact, type ProvingPoint, provingPoints, smoothAt } from './proving-points.ts';
import { type Rounded, roundeds } from './rounded.ts';
import { type World, worldAt } from './world.ts';

const seed = 1847;
/**
 * The largest network, in edges, whose worlds are kept for its next derivation, with all derivatives that they were
 * asked for: each of these is as large as the network.
 */
const mostKeptEdges = 60;

/** A point at which derivations of a network are tried, and the network there. */
export interface ProvingWorld {
  readonly there: ProvingPoint;
  readonly world: World<Rounded>;
}

export const roundedWorld = (network: Network, there: ProvingPoint): ProvingWorld => ({
  there,
  world: worldAt(network, there.point, roundeds, there.batch, there.passes),
});

/** All such points; none where the network's own numbers are so large that it has no values there. */
export const provingWorlds = oncePer(mostKeptEdges, (network) =>
  provingPoints(network).map((there) => roundedWorld(network, there)),
);

/** The network at the values that the author gave, once an example; none where values are missing. */
export const givenWorlds = oncePer(mostKeptEdges, (network): readonly ProvingWorld[] => {
  // Where targets are spoken of they were asked for when numbers were made.
  const given = givenPoints(network, { targets: false });
  if ('code' in given) return [];
  const batch = given.map(exact);
  return batch.map((point) => {
    const isSmooth = smoothAt(network, point);
    return roundedWorld(network, { point, batch, passes: [], isSmooth });
  });
});

/** The network at one point of whole numbers, with nothing rounded. */
export const exactWorld = oncePer(
  mostKeptEdges,
  (network): { readonly point: Point<Rational>; readonly world: World<Rational> } => {
    const random = randomSource(seed);
    const draw = (): Rational => rational(1 + Math.floor(random() * 9));
    const point = randomPoint(network, draw);
    return { point, world: worldAt(network, point, rationals) };
  },
);
