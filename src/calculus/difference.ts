import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression, Variable } from './expression.ts';
import { forward, type Pass, type Point, type View } from './forward.ts';
import { totalLoss } from './loss.ts';
import type { ProvingPoint } from './proving-points.ts';
import { type Rounded, roundeds } from './rounded.ts';

const step = 1e-5;
/** What is granted to the quotient in any case, as a share of it. */
const least = 1e-5;

/** Where the step moves a weighted sum by more than this, what lies between hides the slope at the point. */
const farthest = 0.05;

/**
 * (f(v + ε) − f(v − ε)) / 2ε for a left side that is a total derivative, with its error; nothing for any other, and
 * nothing where an author's values are so large that the step is no small one. What the curve between the two points
 * does to it is told by the quotient with twice the ε, of which it makes four times as much.
 */
export function differenceQuotient(
  network: Network,
  { point, batch }: Pick<ProvingPoint, 'point' | 'batch'>,
  left: Expression,
  indices: Indices,
): Rounded | undefined {
  if (left.kind !== 'gradient' && left.kind !== 'derivative') return undefined;
  const by = variable(left.by, network, indices);
  const of: Variable =
    left.kind === 'gradient' ? { kind: 'loss' } : variable(left.of, network, indices);
  const passAt = (each: Point<Rounded>, change: Rounded) => {
    const there = moved(each, by, change);
    const pass = forward(network, there, roundeds, (kind, id, value) =>
      by.kind === kind && by.unit === id ? roundeds.add(value, change) : value,
    );
    return { point: there, pass };
  };
  const around = (reach: number): readonly [Passes, Passes] => {
    const at = (change: number): Passes =>
      (of.kind === 'loss' ? batch : [point]).map((each) => passAt(each, roundeds.from(change)));
    return [at(reach), at(-reach)];
  };
  const [near, far] = [around(step), around(2 * step)];
  const isSmall = distance(far) <= farthest;
  if (!isSmall) return undefined;
  const read = (passes: Passes): Rounded => {
    if (of.kind === 'loss') return totalLoss(network, passes, roundeds);
    const { pass } = certain(passes[0]);
    return of.kind === 'unit' ? certain(pass.units[of.unit]) : pass.loss;
  };
  const { add, divide, from, negate } = roundeds;
  const over = ([after, before]: readonly [Passes, Passes], reach: number): Rounded =>
    divide(add(read(after), negate(read(before))), from(2 * reach));
  const [quotient, wider] = [over(near, step), over(far, 2 * step)];
  const curvature = Math.abs(quotient.value - wider.value);
  const granted = curvature + least * Math.max(Math.abs(quotient.value), step);
  return { ...quotient, error: quotient.error + granted };
}

type Passes = readonly { readonly point: View<Rounded>; readonly pass: Pass<Rounded> }[];

/** How far at most a weighted sum is moved. */
function distance([after, before]: readonly [Passes, Passes]): number {
  const moves = after.flatMap(({ pass }, example) => {
    const sums = certain(before[example]).pass.preactivations;
    return pass.preactivations.map((sum, id) => Math.abs(sum.value - certain(sums[id]).value));
  });
  return moves.reduce((most, move) => Math.max(most, move), 0);
}

function moved(point: Point<Rounded>, by: Variable, change: Rounded): View<Rounded> {
  if (by.kind !== 'parameter') return point;
  const after = roundeds.add(certain(point.parameters.get(by.parameter)), change);
  const get = (id: number) => (id === by.parameter ? after : point.parameters.get(id));
  return { ...point, parameters: { get } };
}
