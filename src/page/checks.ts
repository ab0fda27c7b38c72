import { type Checker, check, checkerOf } from '../check/check.ts';
import { speaksOf } from '../check/speaks.ts';
import type { Network } from '../network/network.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Made } from './blocks.ts';
import { request } from './check-words.ts';
import type { Formula, Marking } from './piece.ts';
import { type Problem, problemAt } from './problem.ts';

/** Which formulas must be true: those that say `check`, or all displayed ones that speak of a network of the page. */
export type Checks = 'marked' | 'all';

/** What is found out about a formula that is checked. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** The block that is wrong, so that nothing can be checked against it: said there, and no problem here. */
  readonly waitsFor?: string;
}

/** What a check has to do with on a page, in its order. */
export type Item = Formula | Made;

/**
 * Checks the displayed formulas of a page against its networks: `check multi` against the one of that name, `check`
 * alone against the nearest above. Formulas that nobody asked to check have no result.
 */
export function checkFormulas(
  items: readonly Item[],
  which: Checks,
): ReadonlyMap<Formula, Checked> {
  const checkers = new Map<Network, Checker>();
  const checkerFor = (network: Network): Checker => {
    const checker = checkers.get(network) ?? checkerOf(network);
    checkers.set(network, checker);
    return checker;
  };
  const results = new Map<Formula, Checked>();
  for (const [place, item] of items.entries()) {
    if (!isFormula(item)) continue;
    const above = items.slice(0, place).filter(isBlock).reverse();
    const below = items.slice(place).filter(isBlock);
    const checked = checkFormula(item, above, below, which, checkerFor);
    if (checked !== undefined) results.set(item, checked);
  }
  return results;
}

const isFormula = (item: Item): item is Formula => 'tex' in item;
/** Blocks with a network, or that would have one were they not wrong: others set the notation of the page. */
const isBlock = (item: Item): item is Made =>
  !isFormula(item) &&
  (item.network !== undefined || item.problems.length > 0 || item.waitsFor !== undefined);

function checkFormula(
  formula: Formula,
  above: readonly Made[],
  below: readonly Made[],
  which: Checks,
  checkerFor: (network: Network) => Checker,
): Checked | undefined {
  const asked = request(formula.marking);
  if (asked.kind === 'mistake') return { problems: [asked.problem] };
  if (asked.kind === 'unchecked') return undefined;
  if (asked.kind !== 'check') {
    if (which === 'marked') return undefined;
    const checker = [...above, ...below]
      .flatMap(({ network }) => (network === undefined ? [] : [checkerFor(network)]))
      .find(({ vocabulary }) => speaksOf(formula.tex, vocabulary));
    return checker && against(checker);
  }
  const { marking } = asked;
  const found =
    asked.name === undefined
      ? nearestOf(above, marking)
      : named(asked.name, asked.at, [...above, ...below], marking);
  return 'problems' in found ? found : against(checkerFor(found));

  function against(checker: Checker): Checked {
    const { tex, locate } = formula;
    return { problems: check(tex, checker).map((diagnostic) => problemAt(diagnostic, locate)) };
  }
}

function named(
  name: string,
  at: number,
  blocks: readonly Made[],
  { locate }: Marking,
): Network | Checked {
  const own = blocks.filter((block) => block.name === name);
  const network = own.find((block) => block.network !== undefined)?.network;
  if (network !== undefined) return network;
  if (own.length > 0) return { problems: [], waitsFor: name };
  const known = [...new Set(blocks.flatMap((block) => block.name ?? []))];
  const message = `No block of this page describes a network called “${name}”.`;
  const hint =
    known.length === 0
      ? 'Give the block a name, ```network multi, or write check alone for the network above.'
      : `Its networks are ${known.slice(0, 12).join(', ')}.`;
  const span = { start: at, end: at + name.length };
  const expected = nearest(name, known);
  return {
    problems: [problemAt({ code: 'unknown-network', message, hint, expected, span }, locate)],
  };
}

function nearestOf([above]: readonly Made[], { locate }: Marking): Network | Checked {
  if (above?.network !== undefined) return above.network;
  if (above !== undefined) return { problems: [], waitsFor: above.name ?? '' };
  const message = 'No network stands above this formula.';
  const hint = 'Write the name of a network behind check, or put the formula below its block.';
  const span = { start: 0, end: 'check'.length };
  return { problems: [problemAt({ code: 'unknown-network', message, hint, span }, locate)] };
}
