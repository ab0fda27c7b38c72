import { certain } from '../certain.ts';
import type { Network, ParameterId, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { applied } from './activation.ts';
import { numbers } from './field.ts';
import type { Pass, Point } from './forward.ts';
import { slopes } from './loss.ts';

/** The derivatives of the loss of one example, each by id. */
export interface Gradients {
  readonly parameters: ReadonlyMap<ParameterId, number>;
  /** By each unit's value; for an input, by the input. */
  readonly units: readonly number[];
  /** δ, by each unit's weighted sum. */
  readonly preactivations: readonly number[];
}

/**
 * The backward pass, errors handed on from unit to unit (Rumelhart, Hinton and Williams 1986); linear in the edges.
 *
 * @param pass what `forward` made of the same point
 */
export function backward(network: Network, point: Point<number>, pass: Pass<number>): Gradients {
  const { loss, outputs } = network;
  const parameters = new Map<ParameterId, number>();
  const units: number[] = [];
  const preactivations: number[] = [];
  const add = (id: ParameterId, amount: number): void => {
    parameters.set(id, (parameters.get(id) ?? 0) + amount);
  };
  for (const { id, layer, outgoing, activation } of network.units.toReversed()) {
    units[id] = outgoing.reduce(
      (sum, edgeId) => {
        const { to, weight } = edgeOf(network, edgeId);
        return sum + certain(preactivations[to]) * weightIn(point, weight);
      },
      outputs.includes(id)
        ? slopes[loss.name](certain(pass.units[id]), certain(point.targets.get(id)), outputs.length)
        : 0,
    );
    const isLast = certain(network.layers[layer]).units[0] === id;
    if (activation.name !== 'softmax')
      preactivations[id] =
        units[id] * applied(activation, true, certain(pass.preactivations[id]), numbers);
    // The units of a softmax change together: they wait for the last of them.
    if (isLast) joined(network, layer, pass, units, preactivations);
  }
  for (const { id, incoming, bias } of network.units) {
    const delta = certain(preactivations[id]);
    if (bias !== undefined) add(bias, delta);
    for (const edgeId of incoming) {
      const { from, weight } = edgeOf(network, edgeId);
      if ('parameter' in weight) add(weight.parameter, delta * certain(pass.units[from]));
    }
  }
  return { parameters, units, preactivations };
}

/** δ_j = a_j (∂E/∂a_j − Σ_k a_k ∂E/∂a_k) for the units of a softmax. */
function joined(
  network: Network,
  layer: number,
  pass: Pass<number>,
  units: readonly number[],
  preactivations: number[],
): void {
  const members = certain(network.layers[layer]).units.filter(
    (id) => certain(network.units[id]).activation.name === 'softmax',
  );
  const share = (id: UnitId): number => certain(pass.units[id]) * certain(units[id]);
  const mean = members.reduce((sum, id) => sum + share(id), 0);
  for (const id of members) preactivations[id] = share(id) - certain(pass.units[id]) * mean;
}

const weightIn = (
  { parameters }: Point<number>,
  weight: Network['edges'][number]['weight'],
): number => ('fixed' in weight ? weight.fixed : certain(parameters.get(weight.parameter)));
