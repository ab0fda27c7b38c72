import { applied, hasCurve } from '../calculus/activation.ts';
import { numbers } from '../calculus/field.ts';
import { certain } from '../certain.ts';
import type { Curve } from '../diagram/view.ts';
import type { Activation, Network, UnitId } from '../network/network.ts';

/** The function of every unit that computes one, as the calculus knows it, seen from −3 to 3. */
export function activationCurves(network: Network): ReadonlyMap<UnitId, Curve> {
  const computing = network.units.filter(({ incoming }) => incoming.length > 0);
  return new Map(computing.map(({ id, activation }) => [id, curve(activation)]));
}

const reach = 3;
const samples = Array.from({ length: 13 }, (_, place) => (place / 12) * 2 * reach - reach);

/** A function of several numbers has no curve: bars stand for the shares that softmax makes. */
const bars: Curve = [0.45, 1, 0.7].map((height, place) => {
  const x = 0.15 + 0.35 * place;
  return [
    { x, y: 0 },
    { x, y: height },
  ];
});

function curve(activation: Activation): Curve {
  if (!hasCurve(activation)) return bars;
  const values = samples.map((z) => applied(activation, false, z, numbers));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = samples.map((z, place) => ({
    x: (z + reach) / (2 * reach),
    y: (certain(values[place]) - low) / (high - low),
  }));
  return [points.filter((_, place) => !isStraight(points, place))];
}

/** Whether a point lies on the line from the one before to the one after, so that nobody would miss it. */
function isStraight(points: readonly { x: number; y: number }[], place: number): boolean {
  const [before, here, after] = [points[place - 1], points[place], points[place + 1]];
  if (before === undefined || here === undefined || after === undefined) return false;
  return Math.abs(before.y + after.y - 2 * here.y) < 0.001;
}
