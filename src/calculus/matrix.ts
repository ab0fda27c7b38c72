import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import type { Indices } from './evaluate.ts';
import type { Expression } from './expression.ts';

/** The names of a matrix's indices, which no letter of a layer can clash with. */
export const row = 'row';
export const column = 'column';

/** The same indices at another entry. */
export const entryIndices = (indices: Indices, i: number, j: number): Indices =>
  new Map([...indices, [row, i], [column, j]]);

/** How many rows and columns a matrix has; 1 and 1 for a plain number. */
export function sizeOf(
  expression: Expression,
  network: Network,
): { readonly rows: number; readonly columns: number } {
  const units = (layer: number): number => certain(network.layers[layer]).units.length;
  const largest = (parts: readonly Expression[]) => {
    const sizes = parts.map((part) => sizeOf(part, network));
    return sizes.find(({ rows, columns }) => rows * columns > 1) ?? { rows: 1, columns: 1 };
  };
  switch (expression.kind) {
    case 'vector':
      return { rows: units(expression.layer), columns: 1 };
    case 'weight-matrix':
      return { rows: units(expression.layer), columns: units(expression.layer - 1) };
    case 'transpose': {
      const { rows, columns } = sizeOf(expression.body, network);
      return { rows: columns, columns: rows };
    }
    case 'diagonal': {
      const { rows } = sizeOf(expression.body, network);
      return { rows, columns: rows };
    }
    case 'matrix-product': {
      const sizes = expression.factors.map((factor) => sizeOf(factor, network));
      return { rows: certain(sizes[0]).rows, columns: certain(sizes.at(-1)).columns };
    }
    case 'derivative':
    case 'gradient':
      return sizeOf(expression.by, network);
    case 'sum':
      return largest(expression.terms);
    case 'product':
    case 'hadamard':
      return largest(expression.factors);
    case 'negative':
    case 'mean-over-examples':
      return sizeOf(expression.body, network);
    case 'power':
      return sizeOf(expression.base, network);
    case 'fraction':
      return largest([expression.numerator, expression.denominator]);
    case 'apply':
      return sizeOf(expression.argument, network);
    default:
      return { rows: 1, columns: 1 };
  }
}
