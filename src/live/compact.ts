import { randomSource } from '../calculus/point.ts';
import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { printed } from '../network/printed.ts';
import type { LiveRequest } from '../network/request.ts';
import { targetNames } from '../network/symbols.ts';
import type { Name } from '../syntax/document.ts';
import { greekCharacters } from '../syntax/greek.ts';
import { linesOf } from './code.ts';
import type { Model, Sign } from './model.ts';

/** A network as the browser needs it. What has no value gets one: the same on every build, and no two alike. */
export function compact(network: Network, request: LiveRequest): Model {
  const written = printed(network);
  const { notation, loss, examples, rate } = network;
  const random = randomSource(7);
  const draw = (): number =>
    Math.round((random() < 0.4 ? -1 : 1) * (0.2 + 0.7 * random()) * 10) / 10;
  const parameters = written.parameters.map(({ name, value }) => ({
    sign: signOf(name),
    value: value ?? draw(),
  }));
  // In the order of their ids, as the browser finds them.
  const [inputs, outputs] = [network.inputs.toSorted(byId), network.outputs.toSorted(byId)];
  const targets = targetNames(written);
  const given = examples.length === 0 ? [{ inputs: new Map(), targets: new Map() }] : examples;
  return {
    units: written.units.map(({ name, layer, activation, bias }) => ({
      sign: signOf(name),
      layer,
      activation,
      ...(bias !== undefined && { bias }),
    })),
    edges: network.edges.map(({ from, to, weight }) =>
      'fixed' in weight ? [from, to, -1, weight.fixed] : [from, to, weight.parameter],
    ),
    parameters,
    loss: loss.name,
    rate: rate ?? 0.5,
    examples: given.map((example) => ({
      inputs: inputs.map(
        (id, place) => example.inputs.get(id) ?? certain([1, 0.5, -0.5, 0.8][place % 4]),
      ),
      targets: outputs.map((id, place) => example.targets.get(id) ?? (place % 2 === 0 ? 1 : 0)),
    })),
    targets: outputs.map((id) => signOf(certain(targets.get(id)))),
    error: signOf({ letter: notation.loss, superscript: '', subscript: '' }),
    gradient: notation.gradient === 'derivative' ? notation.derivative : notation.gradient,
    lines: linesOf(network),
    chosen: request.focus,
    plots: request.plots,
  };
}

const byId = (a: number, b: number): number => a - b;

const signOf = ({ letter, superscript, subscript }: Name): Sign => [
  greekCharacters.get(letter) ?? letter,
  superscript,
  subscript,
];
