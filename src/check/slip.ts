import { mapParts, partsOf } from '../calculus/arithmetic.ts';
import { alike } from '../calculus/build.ts';
import type { Expression } from '../calculus/expression.ts';
import type { Network } from '../network/network.ts';
import type { Trial } from './trial.ts';

/** One symbol that was written for another. */
export interface Slip {
  readonly written: Quantity;
  readonly meant: Quantity;
}

/** More sides than these are not tried. */
const mostTries = 400;

/** The one symbol of a false side which, with another of its kind in its place, makes it true; nothing where there is none, or more than one. */
export function slipIn(
  side: Expression,
  before: Expression,
  trials: readonly Trial[],
  network: Network,
): Slip | undefined {
  const slips: Slip[] = [];
  let tries = 0;
  for (const [place, written] of symbolsIn(side).entries()) {
    for (const meant of kinOf(written, network)) {
      if (++tries > mostTries) return undefined;
      const candidate = withSymbol(side, place, meant);
      // y = y is true, and says nothing.
      if (isSymbol(before) && alike(candidate, before)) continue;
      const agrees = trials.map((trial) => trial.agree(before, candidate));
      if (agrees.includes(true) && !agrees.includes(false)) slips.push({ written, meant });
    }
  }
  return slips.length === 1 ? slips[0] : undefined;
}

type Quantity = Expression & { readonly kind: 'unit' | 'parameter' | 'target' | 'delta' };

const isSymbol = (expression: Expression): expression is Quantity =>
  /^(?:unit|parameter|target|delta)$/.test(expression.kind);

/** The symbols that stand in an expression, as often as they do; those in derivatives left out. */
const symbolsIn = (expression: Expression): readonly Quantity[] =>
  isSymbol(expression) ? [expression] : partsOf(expression).flatMap(symbolsIn);

/** All other quantities of a symbol's kind. */
function kinOf(symbol: Quantity, network: Network): readonly Quantity[] {
  const all: readonly Quantity[] =
    symbol.kind === 'parameter'
      ? network.parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }))
      : symbol.kind === 'target'
        ? network.outputs.map((unit) => ({ kind: 'target', unit }))
        : network.units
            .filter(({ incoming }) => symbol.kind === 'unit' || incoming.length > 0)
            .map(({ id }) => ({ kind: symbol.kind, unit: id }));
  return all.filter((other) => !alike(other, symbol));
}

/** An expression with another symbol at one of its places, counted as `symbolsIn` lists them. */
function withSymbol(side: Expression, place: number, meant: Expression): Expression {
  let at = 0;
  const walk = (part: Expression): Expression => {
    if (isSymbol(part)) return at++ === place ? meant : part;
    return mapParts(part, walk);
  };
  return walk(side);
}
