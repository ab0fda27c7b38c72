import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { targetNames } from '../network/symbols.ts';
import type { Name } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import type { Refusal } from './derivation.ts';
import type { Point } from './forward.ts';

/** How many examples the author gave, one at least. */
export const exampleCount = ({ examples }: Network): number => Math.max(1, examples.length);

/** Which values are needed. */
export interface Needs {
  /** The inputs, and the biases among the parameters. */
  readonly forward: boolean;
  readonly targets: boolean;
}

/** What has no value, by the names that an author would give it. What has one in one example has one in each. */
export function missingNames(network: Network, needs: Needs): readonly Name[] {
  const [first] = network.examples;
  const lacks = (of: 'inputs' | 'targets') => (id: number) => !first?.[of].has(id);
  const targets = targetNames(network);
  const inputsLeft = needs.forward ? network.inputs.filter(lacks('inputs')) : [];
  const targetsLeft = needs.targets ? network.outputs.filter(lacks('targets')) : [];
  const parametersLeft = network.parameters.filter(
    ({ kind, value }) => value === undefined && (needs.forward || kind === 'weight'),
  );
  return [
    ...inputsLeft.map((id) => certain(network.units[id]).name),
    ...parametersLeft.map(({ name }) => name),
    ...targetsLeft.map((id) => certain(targets.get(id))),
  ];
}

/** The values that the author gave, one point an example; or which of them are missing. Without `targets` none need be given. */
export function givenPoints(
  network: Network,
  needs: Pick<Needs, 'targets'> = { targets: true },
): readonly Point<number>[] | Refusal {
  const missing = missingNames(network, { ...needs, forward: true });
  if (missing.length > 0) return withoutValues(missing.map(spell));
  const parameters = new Map(network.parameters.map(({ id, value }) => [id, certain(value)]));
  return network.examples.map(({ inputs, targets }) => ({ inputs, targets, parameters }));
}

function withoutValues(missing: readonly string[]): Refusal {
  const shown = missing.slice(0, 6).join(', ') + (missing.length > 6 ? ', …' : '');
  return {
    code: 'value-missing',
    message: `Numbers need a value for everything, and ${shown} ${missing.length === 1 ? 'has' : 'have'} none.`,
    hint: `Write one, such as ${missing[0]} = 0.5.`,
  };
}
