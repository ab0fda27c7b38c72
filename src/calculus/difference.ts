import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression, Variable } from './expression.ts';
import { forward, listed, type Pass, settledAt, type View } from './forward.ts';
import { totalLoss } from './loss.ts';
import { reachedBy } from './moved.ts';
import type { ProvingPoint } from './proving-points.ts';
import { type Rounded, roundeds } from './rounded.ts';

const step = 1e-5;
/** What is granted to the quotient in any case, as a share of it. */
const least = 1e-5;

/** Where the step moves a weighted sum by more than this, what lies between hides the slope at the point. */
const farthest = 0.05;

/**
 * (f(v + ε) − f(v − ε)) / 2ε for a left side that is a total derivative, with its error; nothing for any other, and
 * nothing where an author's values are so large, or so near to a bound, that the step is no small one. What the curve
 * between the two points does to it is told by the quotient with twice the ε, of which it makes four times as much.
 */
export function differenceQuotient(
  network: Network,
  { point, batch, passes }: Pick<ProvingPoint, 'point' | 'batch' | 'passes'>,
  left: Expression,
  indices: Indices,
): Rounded | undefined {
  if (left.kind !== 'gradient' && left.kind !== 'derivative') return undefined;
  const by = variable(left.by, network, indices);
  const of: Variable =
    left.kind === 'gradient' ? { kind: 'loss' } : variable(left.of, network, indices);
  const reached = reachedBy(network, by);
  const views = batch.map(listed);
  const own = batch.indexOf(point);
  const passAt = (example: number, change: Rounded) => {
    const there = moved(certain(views[example]), by, change);
    const known = passes[example];
    const pass = forward(
      network,
      there,
      roundeds,
      (kind, id, value) =>
        by.kind === kind && by.unit === id ? roundeds.add(value, change) : value,
      // What the change does not reach stays where it is.
      known && ((id) => (reached.has(id) ? undefined : settledAt(known, id))),
    );
    return { point: there, pass };
  };
  const around = (reach: number): readonly [Passes, Passes] => {
    const at = (change: number): Passes =>
      (of.kind === 'loss' ? [...batch.keys()] : [own]).map((example) =>
        passAt(example, roundeds.from(change)),
      );
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
  // The step leads an output that is as good as 0 or 1 beyond it, where it has no logarithm.
  if (!Number.isFinite(curvature)) return undefined;
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

function moved(point: View<Rounded>, by: Variable, change: Rounded): View<Rounded> {
  if (by.kind !== 'parameter') return point;
  const after = roundeds.add(certain(point.parameters.get(by.parameter)), change);
  const get = (id: number) => (id === by.parameter ? after : point.parameters.get(id));
  return { ...point, parameters: { get } };
}
