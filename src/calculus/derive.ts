import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { joined, reachOf } from '../network/reach.ts';
import type { Form, Quantity } from '../network/request.ts';
import { beyondLoss } from './beyond.ts';
import { gradientChain, unitChain } from './chain-form.ts';
import { countWays } from './count-ways.ts';
import { deltaChains } from './delta-form.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import { ofOneExample } from './in-numbers.ts';
import { indexChains } from './index-form.ts';
import { matrixChains } from './matrix-form.ts';
import { numberChains } from './numbers-form.ts';
import { overall } from './overall.ts';
import { pathChains } from './paths-form.ts';
import { collapsesBySoftmax } from './softmax-lines.ts';

/** Past this many paths the explicit forms are no longer read but counted. */
export const mostPaths = 8n;
/** Past this many terms the recursion is no longer read either. */
const mostTerms = 400;

export interface Wanted {
  /** The unit whose derivative is wanted; absent for the loss. */
  readonly of?: UnitId;
  readonly by: Quantity;
  readonly form: Form;
}

/** The derivative that is wanted, in the form that is wanted, or the nearest that can be read. */
export function derive(network: Network, { of, by, form }: Wanted): Derivation | Refusal {
  const refused = of === undefined ? beyondLoss(network) : beyondUnit(form);
  if (refused !== undefined) return refused;
  const paths = countOf(network, of, by);
  const tooMany = paths > mostPaths && (form === 'chain' || form === 'paths' || of !== undefined);
  if (tooMany && of !== undefined) return tooManyFor(paths);
  if (tooMany) return recursion(network, by, { from: form, paths });
  if (of !== undefined) {
    const chains = [unitChain(network, of, by)];
    if (form === 'chain') return { form, chains };
    const numbered = ofOneExample(network, chains, { targets: false });
    return 'code' in numbered ? numbered : { form, chains: numbered };
  }
  switch (form) {
    case 'chain':
      return { form, chains: withOverall(network, by, [gradientChain(network, by)]) };
    case 'paths':
      if (isMixed(network)) return mixedSoftmax;
      return { form, chains: withOverall(network, by, pathChains(network, by)) };
    case 'delta':
      return recursion(network, by);
    case 'numbers': {
      const terms = termsOf(network, by);
      if (terms > mostTerms)
        return tooLarge(terms, 'Write as delta, which is cut short by itself.');
      const chains = numberChains(network, by);
      return 'code' in chains ? chains : { form, chains };
    }
    case 'matrix': {
      const chains = matrixChains(network, by);
      return 'code' in chains ? chains : { form, chains };
    }
    case 'index': {
      const chains = indexChains(network, by);
      return 'code' in chains ? chains : { form, chains };
    }
  }
}

/** How many ways a derivation along all of them would write out. */
function countOf(network: Network, of: UnitId | undefined, by: Quantity): bigint {
  const count = countWays(network, by);
  // Under cross-entropy a softmax is taken as one step.
  const at = of === undefined && collapsesBySoftmax(network, by) ? 'sum' : 'value';
  return (of === undefined ? network.outputs : [of]).reduce(
    (total, unit) => total + count({ at, unit }),
    0n,
  );
}

/** The δ recursion unit by unit, layer by layer where it would be too long to be read; `before` tells what turned to it. */
function recursion(
  network: Network,
  by: Quantity,
  before?: Derivation['turned'],
): Derivation | Refusal {
  const terms = termsOf(network, by);
  if (terms <= mostTerms) {
    const chains = withOverall(network, by, deltaChains(network, by));
    return { form: 'delta', chains, ...(before && { turned: before }) };
  }
  const turned = { from: 'delta', terms, ...before } as const;
  const indexed = indexChains(network, by);
  if (!('code' in indexed)) return { form: 'index', chains: indexed, turned };
  // Weights that are counted have no general indices, but they stand in a matrix all the same.
  const inMatrices = matrixChains(network, by);
  return 'code' in inMatrices
    ? tooLarge(terms, indexed.hint)
    : { form: 'matrix', chains: inMatrices, turned };
}

/** How many terms the recursion has: one for each edge that the gradient comes back along. */
function termsOf(network: Network, by: Quantity): number {
  const { values } = reachOf(network, by);
  return [...values].reduce((sum, id) => sum + certain(network.units[id]).outgoing.length, 0);
}

const tooLarge = (terms: number, hint: string): Refusal => ({
  code: 'too-large',
  message: `Unit by unit this takes ${terms} terms, too many to be read.`,
  hint,
});

/** A derivation of one example's error, and what the loss makes of it. */
const withOverall = (
  network: Network,
  by: Quantity,
  chains: readonly Chain[],
): readonly Chain[] => [...chains, ...overall(network, by, chains.at(-1))];

function beyondUnit(form: Form): Refusal | undefined {
  if (form === 'chain' || form === 'numbers') return undefined;
  return {
    code: 'form-of-unit',
    message: `The derivative of a unit is written as a chain or as numbers, not as ${form}.`,
    hint: 'Leave “as” out, or take the gradient of the error.',
  };
}

function tooManyFor(paths: bigint): Refusal {
  return {
    code: 'too-many-paths',
    message: `${paths} paths lead there, too many to write down one by one.`,
    hint: 'Take the gradient of the error as delta: its work grows with the edges, not with the paths.',
  };
}

/** Whether a softmax joins outputs with hidden units, so that an error term goes back both ways at once. */
const isMixed = (network: Network): boolean =>
  network.outputs.some((id) => joined(network, id).some((each) => !network.outputs.includes(each)));

const mixedSoftmax: Refusal = {
  code: 'mixed-softmax',
  message: 'A softmax joins outputs with hidden units here, so that no sum over paths says it all.',
  hint: 'Write as delta, or as chain.',
};
