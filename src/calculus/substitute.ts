import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { mapParts, partsOf } from './arithmetic.ts';
import { sum } from './build.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression } from './expression.ts';

/** An expression with every symbol in it replaced by what `put` gives for it; symbols that it gives nothing for stay. */
export function substitute(
  expression: Expression,
  put: (symbol: Expression) => Expression | undefined,
): Expression {
  if (partsOf(expression).length === 0) return put(expression) ?? expression;
  return mapParts(expression, (part) => substitute(part, put));
}

/** An expression with every sum over a layer written out, and its indices replaced by numbers. */
export function writtenOut(
  expression: Expression,
  network: Network,
  indices: Indices = new Map(),
): Expression {
  const of = (part: Expression): Expression => writtenOut(part, network, indices);
  switch (expression.kind) {
    case 'sum-over':
      return sum(
        certain(network.layers[expression.layer]).units.map((_, place) =>
          writtenOut(
            expression.body,
            network,
            new Map([...indices, [expression.index, place + 1]]),
          ),
        ),
      );
    case 'derivative':
      return {
        ...expression,
        of: variable(expression.of, network, indices),
        by: variable(expression.by, network, indices),
      };
    case 'unit-at':
    case 'preactivation-at':
    case 'target-at':
      return variable(expression, network, indices);
    default:
      return mapParts(expression, of);
  }
}
