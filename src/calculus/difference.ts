import type { Network } from '../network/network.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression, Variable } from './expression.ts';
import { numbers } from './field.ts';
import { forward, type Point } from './forward.ts';

const epsilon = 1e-5;

/** (f(v + ε) − f(v − ε)) / 2ε for a left side that is a total derivative; nothing for any other. */
export function differenceQuotient(
  network: Network,
  point: Point<number>,
  left: Expression,
  indices: Indices,
): number | undefined {
  if (left.kind !== 'gradient' && left.kind !== 'derivative') return undefined;
  const by = variable(left.by, network, indices);
  const of: Variable =
    left.kind === 'gradient' ? { kind: 'loss' } : variable(left.of, network, indices);
  const at = (change: number): number => {
    const pass = forward(network, moved(point, by, change), numbers, (id, value) =>
      by.kind === 'unit' && by.unit === id ? value + change : value,
    );
    return (of.kind === 'unit' ? pass.units[of.unit] : pass.loss) ?? Number.NaN;
  };
  return (at(epsilon) - at(-epsilon)) / (2 * epsilon);
}

function moved(point: Point<number>, by: Variable, change: number): Point<number> {
  if (by.kind !== 'parameter') return point;
  const before = point.parameters.get(by.parameter) ?? 0;
  return { ...point, parameters: new Map([...point.parameters, [by.parameter, before + change]]) };
}
