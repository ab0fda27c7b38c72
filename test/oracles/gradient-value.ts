import type { Chain, Derivation } from '../../src/calculus/derivation.ts';
import { evaluate, type Indices } from '../../src/calculus/evaluate.ts';
import type { Indexed, Variable } from '../../src/calculus/expression.ts';
import { variableOf } from '../../src/calculus/local.ts';
import { column, row } from '../../src/calculus/matrix.ts';
import type { World } from '../../src/calculus/world.ts';
import type { Network } from '../../src/network/network.ts';
import type { Quantity } from '../../src/network/request.ts';

/**
 * What a derivation says that the gradient of the loss is, in numbers: its last line, with every error term and every
 * example's gradient in it by the derivation's own equations, where the world would differentiate.
 */
export function gradientValue({ chains }: Derivation, world: World<number>, by: Quantity): number {
  const own = ownWorld(world, chains);
  for (const chain of chains.toReversed()) {
    if (chain.left.kind !== 'gradient' && chain.left.kind !== 'derivative') continue;
    const value = comesTo(chain, own, variableOf(by));
    if (value === undefined) continue;
    // By a unit the error of one example is derived, which is its share of the mean.
    return chain.left.kind === 'derivative' ? value / world.examples().length : value;
  }
  throw new Error('a derivation has what is asked for');
}

function ownWorld(world: World<number>, chains: readonly Chain[]): World<number> {
  const own: World<number> = {
    ...world,
    value: (variable) => {
      if (variable.kind !== 'delta') return world.value(variable);
      return firstOf(chains.filter(isErrorTerm), variable);
    },
    derivative: (of, by) => {
      if (of.kind !== 'data-loss') return world.derivative(of, by);
      return firstOf(
        chains.filter(({ left }) => left.kind === 'derivative'),
        by,
      );
    },
    examples: () => world.examples().map((each) => ownWorld(each, chains)),
  };
  function firstOf(those: readonly Chain[], variable: Variable): number {
    for (const chain of those) {
      const value = comesTo(chain, own, variable);
      if (value !== undefined) return value;
    }
    // A sum over all outputs has some that no path leads to: whatever theirs is, it is multiplied by 0.
    if (variable.kind === 'delta') return 1;
    throw new Error(`no equation for ${JSON.stringify(variable)}`);
  }
  return own;
}

const isErrorTerm = ({ left }: Pick<Chain, 'left'>): boolean =>
  left.kind.startsWith('delta') || (left.kind === 'vector' && left.of === 'delta-at');

/** What a chain comes to, where its left side is about the variable, or can be by its indices. */
function comesTo(
  { left, steps }: Chain,
  world: World<number>,
  variable: Variable,
): number | undefined {
  const about = left.kind === 'gradient' || left.kind === 'derivative' ? left.by : left;
  const indices = indicesFor(about as Variable | Indexed, variable, world.network);
  const after = steps.at(-1)?.after;
  return indices && after && evaluate(after, world, indices);
}

/** What the indices of a symbol have to be for it to be the variable. */
function indicesFor(
  symbol: Variable | Indexed,
  variable: Variable,
  network: Network,
): Indices | undefined {
  const { units, edges, parameters } = network;
  const place = (unit: number | undefined): number => (units[unit ?? -1]?.index ?? 0) + 1;
  if (symbol.kind === 'delta-at' || symbol.kind === 'unit-at' || symbol.kind === 'bias-at') {
    if (!('letter' in symbol.index)) return undefined;
    const unit =
      variable.kind === 'parameter' && symbol.kind === 'bias-at'
        ? parameters[variable.parameter]?.units[0]
        : 'unit' in variable && `${variable.kind}-at` === symbol.kind
          ? variable.unit
          : undefined;
    const isThere = unit !== undefined && units[unit]?.layer === symbol.layer;
    return isThere ? new Map([[symbol.index.letter, place(unit)]]) : undefined;
  }
  if (symbol.kind === 'vector') {
    const at = { kind: symbol.of, layer: symbol.layer, index: { letter: row } } as const;
    return indicesFor(at, variable, network);
  }
  if (symbol.kind === 'weight-matrix') {
    const at = { to: { letter: row }, from: { letter: column } };
    const entry = { kind: 'weight-at', layer: symbol.layer, ...at } as const;
    return indicesFor(entry, variable, network);
  }
  if (symbol.kind === 'weight-at') {
    if (variable.kind !== 'parameter' || parameters[variable.parameter]?.kind !== 'weight')
      return undefined;
    const edge = edges[parameters[variable.parameter]?.edges[0] ?? -1];
    if (units[edge?.to ?? -1]?.layer !== symbol.layer) return undefined;
    if (!('letter' in symbol.to) || !('letter' in symbol.from)) return undefined;
    return new Map([
      [symbol.to.letter, place(edge?.to)],
      [symbol.from.letter, place(edge?.from)],
    ]);
  }
  return JSON.stringify(symbol) === JSON.stringify(variable) ? new Map() : undefined;
}
