import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { Network } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import { chain } from './chain.ts';
import { errorTerms, gradientByError } from './delta-form.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import type { Point } from './forward.ts';
import { givenPoints } from './given.ts';
import { inNumbers, type Known, knownAt, refusedAt } from './in-numbers.ts';
import { errors, update } from './numbers-form.ts';
import { overall } from './overall.ts';

/**
 * Every gradient in a line of its own, by the error terms that stand above them; with its number where the author
 * gave values for everything.
 */
export function gradientTable(network: Network, by: readonly Quantity[]): Derivation | Refusal {
  if (by.length > limits.tableRows) return tooMany(by.length);
  const symbols = [
    ...errorTerms(network, by),
    ...by.flatMap((quantity) => {
      const share = gradientByError(network, quantity);
      return [share, ...overall(network, quantity, share)];
    }),
  ].map(lastLine);
  const given = givenPoints(network);
  const points = 'code' in given ? [] : given;
  const chains = points.length === 1 ? withNumbers(network, points, by, symbols) : symbols;
  return 'code' in chains ? chains : { form: 'table', chains };
}

/** Each line with its number, and one step behind them. */
function withNumbers(
  network: Network,
  given: readonly Point<number>[],
  by: readonly Quantity[],
  symbols: readonly Chain[],
): readonly Chain[] | Refusal {
  const { chains, known } = inNumbers(network, symbols, knownAt(network, certain(given[0])));
  const all = [...chains.map(withoutInsertion), ...step(network, given, by, known)];
  return refusedAt(network, all) ?? all;
}

/** What each parameter becomes by one step in all that are listed, and what that does to the error. */
function step(
  network: Network,
  given: readonly Point<number>[],
  by: readonly Quantity[],
  known: Known,
): readonly Chain[] {
  const moved = by.flatMap((each) => (each.kind === 'unit' ? [] : [each.parameter]));
  if (network.rate === undefined || moved.length === 0) return [];
  const made = inNumbers(
    network,
    moved.map((id) => update(id, moved)),
    known,
  );
  const after = made.values.map((value, at) => [certain(moved[at]), value] as const);
  const results = made.chains.map(({ steps, ...rest }) => ({ ...rest, steps: steps.slice(-1) }));
  return [...results, ...errors(network, given, new Map(after))];
}

/** A chain of its last line alone. */
const lastLine = ({ left, steps }: Chain): Chain => chain(left, steps.slice(-1));

const withoutInsertion = (whole: Chain): Chain => ({
  ...whole,
  steps: chain(
    whole.left,
    whole.steps.filter(({ rule }) => rule !== 'insert-values'),
  ).steps,
});

const tooMany = (rows: number): Refusal => ({
  code: 'too-many-gradients',
  message: `A table of ${rows} gradients would be too long to be read.`,
  hint: `Name ${limits.tableRows} at most, as in derive b^1 as table, or write a whole layer as index.`,
});
