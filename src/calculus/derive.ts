import type { Network, UnitId } from '../network/network.ts';
import type { Form, Quantity } from '../network/request.ts';
import { beyondForm, beyondLoss, beyondUnits } from './beyond.ts';
import { gradientChain, unitChain } from './chain-form.ts';
import { deltaChains } from './delta-form.ts';
import type { Derivation, Refusal } from './derivation.ts';
import { indexChains } from './index-form.ts';
import { countWays } from './local.ts';
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
  const tooMany = paths > mostPaths && (form === 'chain' || form === 'paths');
  if (tooMany && of !== undefined) return tooManyFor(paths);
  if (tooMany)
    return { form: 'delta', chains: deltaChains(network, by), turned: { from: form, paths } };
  if (of !== undefined) return { form, chains: [unitChain(network, of, by)] };
  switch (form) {
    case 'chain':
      return { form, chains: [gradientChain(network, by)] };
    case 'paths':
      return { form, chains: pathChains(network, by) };
    case 'delta':
      return { form, chains: deltaChains(network, by) };
    default: {
      const weight = by.kind === 'parameter' ? network.parameters[by.parameter] : undefined;
      const chains = weight?.kind === 'weight' ? indexChains(network, weight.id) : notOfWeights;
      return 'code' in chains ? chains : { form, chains };
    }
  }
}

function beyondUnit(form: Form): Refusal | undefined {
  if (form === 'chain') return undefined;
  return {
    code: 'form-of-unit',
    message: `The derivative of a unit is written as a chain, not as ${form}.`,
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
