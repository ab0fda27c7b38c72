import { certain } from '../certain.ts';
import type { ActivationName, Network } from '../network/network.ts';
import { spell } from '../syntax/name.ts';
import type { Refusal } from './derivation.ts';

/** Why a network's loss is beyond what can be written and derived: a logarithm needs outputs between 0 and 1. */
export function beyondLoss({ loss, outputs, units }: Network): Refusal | undefined {
  if (!loss.name.endsWith('cross-entropy')) return undefined;
  const open = outputs
    .map((id) => certain(units[id]))
    .find(({ activation }) => !isShare.has(activation.name));
  if (open === undefined) return undefined;
  const y = spell(open.name);
  return loss.name === 'cross-entropy'
    ? {
        code: 'loss-needs-softmax',
        message: `Cross-entropy takes the logarithm of ${y}, so that ${y} must lie between 0 and 1.`,
        hint: 'Write activation softmax for the layer of outputs, as in activation y: softmax.',
      }
    : {
        code: 'loss-needs-sigmoid',
        message: `Binary cross-entropy takes the logarithms of ${y} and of 1 − ${y}, so that ${y} must lie between 0 and 1.`,
        hint: `Write activation ${y}: sigmoid.`,
      };
}

/** The activations whose values lie between 0 and 1. */
const isShare: ReadonlySet<ActivationName> = new Set(['sigmoid', 'softmax']);

/** Why nothing can be told of a network whose values, those of fixed weights among them, lead beyond all bounds. */
export const beyondNumbers: Refusal = {
  code: 'value-too-large',
  message: 'With these values the numbers grow beyond what a computer can hold.',
  hint: 'Give smaller ones.',
};
