import type { Network } from '../network/network.ts';
import type { Form } from '../network/request.ts';
import { spell } from '../syntax/name.ts';
import type { Refusal } from './derivation.ts';

/** Why a form is beyond what can be derived. */
export function beyondForm(form: Form): Refusal | undefined {
  if (form !== 'matrix') return undefined;
  return {
    code: 'form-not-available',
    message: `The form “${form}” is part of the language, but can't be derived yet.`,
    hint: 'Forms that can are chain, paths, delta, index and numbers.',
  };
}

/** Why a network's activations are beyond what can be derived, or computed. */
export function beyondUnits(network: Network): Refusal | undefined {
  const beyond = network.units.find((unit) => unit.activation.name === 'softmax');
  return (
    beyond && {
      code: 'activation-not-available',
      message: `Units with ${beyond.activation.name} are part of the language, but can't be derived yet.`,
      hint: 'Those with identity, sigmoid, tanh, relu, leaky-relu, softplus, gelu and gelu-tanh can.',
    }
  );
}

/** Why a network's loss is beyond what can be written and derived. */
export function beyondLoss({ loss, outputs, units }: Network): Refusal | undefined {
  if (loss.name === 'cross-entropy') {
    return {
      code: 'loss-not-available',
      message: `The loss ${loss.name} is part of the language, but can't be derived yet.`,
      hint: 'Write loss squared, mean-squared or binary-cross-entropy, or leave the line out.',
    };
  }
  if (loss.name !== 'binary-cross-entropy') return undefined;
  const open = outputs
    .map((id) => units[id])
    .find((output) => output !== undefined && output.activation.name !== 'sigmoid');
  return (
    open && {
      code: 'loss-needs-sigmoid',
      message: `Binary cross-entropy takes the logarithms of ${spell(open.name)} and of 1 − ${spell(open.name)}, so that ${spell(open.name)} must lie between 0 and 1.`,
      hint: `Write activation ${spell(open.name)}: sigmoid.`,
    }
  );
}
