import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import type { Indices } from './evaluate.ts';
import type { Expression, Index, Indexed } from './expression.ts';
import { column, row } from './matrix.ts';

/** Values for the index letters that a left side leaves free: all corners, which every layer has. */
export function assignments(left: Expression, network: Network): readonly Indices[] {
  const sizes = freeIndices(left, network);
  const corners = [...sizes].reduce<readonly (readonly [string, number])[][]>(
    (sofar, [letter, size]) =>
      sofar.flatMap((before) =>
        (size === 1 ? [1] : [1, size]).map((value) => [...before, [letter, value] as const]),
      ),
    [[]],
  );
  return corners.map((pairs) => new Map(pairs));
}

/** The index letters of a left side, with the size of the layer that each one counts. */
function freeIndices(left: Expression, network: Network): ReadonlyMap<string, number> {
  const symbol = left.kind === 'gradient' || left.kind === 'derivative' ? left.by : left;
  const size = (layer: number): number => certain(network.layers[layer]).units.length;
  if (symbol.kind === 'vector') return new Map([[row, size(symbol.layer)]]);
  if (symbol.kind === 'weight-matrix') {
    return new Map([
      [row, size(symbol.layer)],
      [column, size(symbol.layer - 1)],
    ]);
  }
  if (symbol.kind === 'weight-at') {
    const ends = [
      [symbol.to, symbol.layer],
      [symbol.from, symbol.layer - 1],
    ] as const;
    return new Map(
      ends.flatMap(([index, layer]) =>
        'letter' in index ? [[index.letter, size(layer)] as const] : [],
      ),
    );
  }
  if (!isIndexed(symbol) || !('letter' in symbol.index)) return new Map();
  return new Map([[symbol.index.letter, size(symbol.layer)]]);
}

const isIndexed = (symbol: Expression): symbol is Extract<Indexed, { readonly index: Index }> =>
  symbol.kind === 'delta-at' ||
  symbol.kind === 'bias-at' ||
  symbol.kind === 'unit-at' ||
  symbol.kind === 'preactivation-at';
