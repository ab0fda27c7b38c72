import type { Focus, View } from '../../src/diagram/view.ts';
import type { Network } from '../../src/network/network.ts';
import { contribution } from '../../src/network/reach.ts';
import { spell } from '../../src/syntax/name.ts';

export const plain: View = { focus: [], outline: true, rest: 'dim', arrows: 'forward' };

/** A view with these weights or biases in focus, named as an author would. */
export function focusing(network: Network, ...names: readonly string[]): View {
  const focus = names.map((name): Focus => {
    const found = network.parameters.find((parameter) => spell(parameter.name) === name);
    if (found === undefined) throw new Error(`the network has no ${name}`);
    return {
      ...contribution(network, { kind: 'parameter', parameter: found.id }),
      subject: found.name,
      label: [
        { kind: 'sign', sign: 'Δ' },
        { kind: 'name', name: found.name },
      ],
    };
  });
  return { ...plain, focus };
}
