import type { Network, UnitId } from '../network/network.ts';
import type { Form, Quantity } from '../network/request.ts';
import { beyondForm, beyondLoss, beyondUnits } from './beyond.ts';
import { gradientChain, unitChain } from './chain-form.ts';
import { deltaChains } from './delta-form.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import { ofOneExample } from './in-numbers.ts';
import { indexChains } from './index-form.ts';
import { countWays } from './local.ts';
import { numberChains } from './numbers-form.ts';
import { overall } from './overall.ts';
import { pathChains } from './paths-form.ts';

export { beyondUnits } from './beyond.ts';

/** Past this many paths the explicit forms are no longer read but counted. */
export const mostPaths = 8n;

export interface Wanted {
  /** The unit whose derivative is wanted; absent for the loss. */
  readonly of?: UnitId;
  readonly by: Quantity;
  readonly form: Form;
}

/** The derivative that is wanted, in the form that is wanted, or the nearest that can be read. */
export function derive(network: Network, { of, by, form }: Wanted): Derivation | Refusal {
  const refused =
    beyondForm(form) ??
    beyondUnits(network) ??
    (of === undefined ? beyondLoss(network) : beyondUnit(form));
  if (refused !== undefined) return refused;
  const outputs = of === undefined ? network.outputs : [of];
  const paths = outputs.reduce((total, output) => total + countWays(network, output, by), 0n);
  const tooMany = paths > mostPaths && (form === 'chain' || form === 'paths' || of !== undefined);
  if (tooMany && of !== undefined) return tooManyFor(paths);
  if (tooMany) return { ...derive(network, { by, form: 'delta' }), turned: { from: form, paths } };
  if (of !== undefined) {
    const chains = [unitChain(network, of, by)];
    if (form === 'chain') return { form, chains };
    const numbered = ofOneExample(network, chains);
    return 'code' in numbered ? numbered : { form, chains: numbered };
  }
  switch (form) {
    case 'chain':
      return { form, chains: withOverall(network, by, [gradientChain(network, by)]) };
    case 'paths':
      return { form, chains: withOverall(network, by, pathChains(network, by)) };
    case 'delta':
      return { form, chains: withOverall(network, by, deltaChains(network, by)) };
    case 'numbers': {
      const chains = numberChains(network, by);
      return 'code' in chains ? chains : { form, chains };
    }
    default: {
      const weight = by.kind === 'parameter' ? network.parameters[by.parameter] : undefined;
      const chains = weight?.kind === 'weight' ? indexChains(network, weight.id) : notOfWeights;
      return 'code' in chains ? chains : { form, chains };
    }
  }
}

/** A derivation of one example's error, and what the loss makes of it. */
const withOverall = (
  network: Network,
  by: Quantity,
  chains: readonly Chain[],
): readonly Chain[] => [...chains, ...overall(network, by, chains.at(-1)?.steps.at(-1)?.after)];

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

const notOfWeights: Refusal = {
  code: 'no-general-indices',
  message: 'General indices are for weights.',
  hint: 'Name a weight, or write as delta.',
};
