import type { Edge, Network, Unit } from '../network/network.ts';
import { standardNotation } from '../network/notation.ts';
import type { Model, Sign } from './model.ts';

const nowhere = { start: 0, end: 0 };

/** The network that a model describes, for the same calculus that the build uses. Names are left to the model. */
export function revive({ units, edges, parameters, loss }: Model): Network {
  const wires = edges.map(
    ([from, to, parameter, fixed = 0], id): Edge => ({
      id,
      from,
      to,
      weight: parameter < 0 ? { fixed } : { parameter },
      span: nowhere,
    }),
  );
  const idsOf = (isOwn: (edge: Edge) => boolean): readonly number[] =>
    wires.filter(isOwn).map(({ id }) => id);
  const all = units.map(
    ({ sign, layer, activation, bias }, id): Unit => ({
      id,
      name: nameOf(sign),
      layer,
      index: 0,
      activation,
      ...(bias !== undefined && { bias }),
      incoming: idsOf(({ to }) => to === id),
      outgoing: idsOf(({ from }) => from === id),
      span: nowhere,
    }),
  );
  const ids = (isOwn: (unit: Unit) => boolean) => all.filter(isOwn).map(({ id }) => id);
  const columns = Math.max(...units.map(({ layer }) => layer)) + 1;
  return {
    layers: Array.from({ length: columns }, (_, index) => ({
      index,
      units: ids(({ layer }) => layer === index),
    })),
    units: all,
    edges: wires,
    parameters: parameters.map(({ sign }, id) => ({
      id,
      kind:
        idsOf(({ weight }) => 'parameter' in weight && weight.parameter === id).length > 0
          ? 'weight'
          : 'bias',
      name: nameOf(sign),
      edges: idsOf(({ weight }) => 'parameter' in weight && weight.parameter === id),
      units: ids(({ bias }) => bias === id),
      span: nowhere,
    })),
    inputs: ids(({ incoming }) => incoming.length === 0),
    outputs: ids(({ outgoing }) => outgoing.length === 0),
    loss: { name: loss },
    templates: [],
    examples: [],
    notation: standardNotation,
  };
}

const nameOf = ([letter, superscript, subscript]: Sign) => ({ letter, superscript, subscript });
