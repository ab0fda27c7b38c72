import type { Edge, Network, Parameter, Unit } from '../network/network.ts';
import type { Model } from './model.ts';

/**
 * The network that a model describes, for the same calculus that the build uses. It has what is computed with and no
 * more: names, places in the text and notation are the model's business, and would be a burden in the browser.
 */
export function revive({ units, edges, parameters, loss }: Model): Network {
  const ids = <Part>(all: readonly Part[], isOwn: (part: Part) => boolean): readonly number[] =>
    [...all.keys()].filter((id) => isOwn(all[id] as Part));
  const wires = edges.map(([from, to, parameter, fixed = 0], id) => ({
    id,
    from,
    to,
    weight: parameter < 0 ? { fixed } : { parameter },
  }));
  const all = units.map((unit, id) => ({
    ...unit,
    id,
    incoming: ids(wires, ({ to }) => to === id),
    outgoing: ids(wires, ({ from }) => from === id),
  }));
  const depth = Math.max(...units.map(({ layer }) => layer));
  const known = {
    layers: Array.from({ length: depth + 1 }, (_, index) => ({
      index,
      units: ids(all, ({ layer }) => layer === index),
    })),
    units: all as readonly unknown[] as readonly Unit[],
    edges: wires as readonly unknown[] as readonly Edge[],
    parameters: parameters.map((_, id) => ({
      id,
      edges: ids(edges, ([, , parameter]) => parameter === id),
      units: ids(all, ({ bias }) => bias === id),
    })) as readonly unknown[] as readonly Parameter[],
    inputs: ids(all, ({ incoming }) => incoming.length === 0),
    outputs: ids(all, ({ outgoing }) => outgoing.length === 0),
    loss: { name: loss },
  };
  return known as Partial<Network> as Network;
}
