import type { Network } from '../network/network.ts';
import { targetNames } from '../network/symbols.ts';
import { spell } from '../syntax/name.ts';
import type { Refusal } from './derivation.ts';
import type { Point } from './forward.ts';

/** How many examples the author gave, one at least. */
export const exampleCount = ({ examples }: Network): number => Math.max(1, examples.length);

/** The values that the author gave, one point an example; or which of them are missing. */
export function givenPoints(network: Network): readonly Point<number>[] | Refusal {
  const points = Array.from({ length: exampleCount(network) }, (_, at) => givenPoint(network, at));
  const refusal = points.find((point) => 'code' in point);
  return refusal ?? points.flatMap((point) => ('code' in point ? [] : [point]));
}

function givenPoint(network: Network, example: number): Point<number> | Refusal {
  const { inputs = new Map(), targets = new Map() } = network.examples[example] ?? {};
  const parameters = new Map(
    network.parameters.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
  );
  const missing = [
    ...network.inputs.filter((id) => !inputs.has(id)).map((id) => network.units[id]?.name),
    ...[...targetNames(network)].filter(([id]) => !targets.has(id)).map(([, name]) => name),
    ...network.parameters.filter(({ id }) => !parameters.has(id)).map(({ name }) => name),
  ].flatMap((name) => (name === undefined ? [] : [spell(name)]));
  return missing.length === 0 ? { inputs, targets, parameters } : withoutValues(missing);
}

function withoutValues(missing: readonly string[]): Refusal {
  const shown = missing.slice(0, 6).join(', ') + (missing.length > 6 ? ', …' : '');
  return {
    code: 'value-missing',
    message: `Numbers need a value for everything, and ${shown} ${missing.length === 1 ? 'has' : 'have'} none.`,
    hint: `Write one, such as ${missing[0]} = 0.5.`,
  };
}
