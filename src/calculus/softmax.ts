import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { joined } from '../network/reach.ts';
import { sum, target } from './build.ts';
import type { Line } from './chain.ts';
import type { Expression } from './expression.ts';

export const isSoftmax = (network: Network, id: UnitId): boolean =>
  certain(network.units[id]).activation.name === 'softmax';

/** Whether the outputs are the units of one softmax under cross-entropy, the pair that is made for each other. */
export function isJointSoftmax(network: Network): boolean {
  const { outputs, loss } = network;
  const first = certain(outputs[0]);
  if (loss.name !== 'cross-entropy' || !isSoftmax(network, first)) return false;
  const layer = joined(network, first);
  // A unit of the layer that is no output would lead to one behind it.
  return outputs.every((id) => layer.includes(id));
}

const tolerance = 1e-9;

/** Whether the targets of every example sum to 1, as those of classes do; so it is assumed where none are given. */
export const targetsSumToOne = ({ examples, outputs }: Network): boolean =>
  examples.every(({ targets }) => {
    const given = outputs.flatMap((id) => targets.get(id) ?? []);
    const total = given.reduce((sofar, value) => sofar + value, 0);
    return given.length < outputs.length || Math.abs(total - 1) < tolerance;
  });

/** The line that y Σ t − t ends with where the targets sum to 1, under that condition; else none. */
export const underTargetsSumToOne = (network: Network, after: Expression): readonly Line[] =>
  targetsSumToOne(network)
    ? [{ rule: 'targets-sum-to-one', after, condition: 'targets-sum-to-one' }]
    : [];

/** t_1 + t_2 + … */
export const targetSum = ({ outputs }: Network): Expression => sum(outputs.map(target));
