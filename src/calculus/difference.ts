import type { Network } from '../network/network.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression, Variable } from './expression.ts';
import { forward, type Point, type View } from './forward.ts';
import { totalLoss } from './loss.ts';
import type { ProvingPoint } from './proving-points.ts';
import { type Rounded, roundeds } from './rounded.ts';

const step = 1e-5;
/** What is granted to the quotient in any case, as a share of it. */
const least = 1e-5;

/**
 * (f(v + ε) − f(v − ε)) / 2ε for a left side that is a total derivative, with its error; nothing for any other. What
 * the curve between the two points does to it is told by the quotient with twice the ε, of which it makes four times
 * as much.
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
  const at = (change: Rounded): Rounded => {
    if (of.kind === 'loss') {
      const passes = batch.map((each) => passAt(each, change));
      return totalLoss(network, passes, roundeds);
    }
    const { pass } = passAt(point, change);
    const value = of.kind === 'unit' ? pass.units[of.unit] : pass.loss;
    if (value === undefined) throw new Error('a left side names a unit that its network has not');
    return value;
  };
  const { add, divide, from, negate } = roundeds;
  const over = (reach: number): Rounded =>
    divide(add(at(from(reach)), negate(at(from(-reach)))), from(2 * reach));
  const [quotient, wider] = [over(step), over(2 * step)];
  const curvature = Math.abs(quotient.value - wider.value);
  const granted = curvature + least * Math.max(Math.abs(quotient.value), step);
  return { ...quotient, error: quotient.error + granted };
}

function moved(point: Point<Rounded>, by: Variable, change: Rounded): View<Rounded> {
  if (by.kind !== 'parameter') return point;
  const before = point.parameters.get(by.parameter) ?? roundeds.from(0);
  const after = roundeds.add(before, change);
  const get = (id: number) => (id === by.parameter ? after : point.parameters.get(id));
  return { ...point, parameters: { get } };
}
