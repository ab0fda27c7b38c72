import type { Edge, Network, Unit } from '../network/network.ts';
import type { Model } from './model.ts';

const nowhere = { start: 0, end: 0 };
const nameless = { letter: '', superscript: '', subscript: '' };

/** How it is written is the model's business; the table of notations would be a burden in the browser. */
const unwritten = {
  gradient: 'derivative',
  derivative: 'partial',
  superscript: 'bare',
  loss: '',
  activation: undefined,
  output: undefined,
  preactivation: '',
  delta: '',
  target: '',
} as const;

/** The network that a model describes, for the same calculus that the build uses. */
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
  const ids = <Part extends { readonly id: number }>(
    all: readonly Part[],
    isOwn: (part: Part) => boolean,
  ): readonly number[] => all.filter(isOwn).map(({ id }) => id);
  const all = units.map(
    (unit, id): Unit => ({
      ...unit,
      id,
      name: nameless,
      index: 0,
      incoming: ids(wires, ({ to }) => to === id),
      outgoing: ids(wires, ({ from }) => from === id),
      span: nowhere,
    }),
  );
  return {
    layers: [...new Set(units.map(({ layer }) => layer))]
      .sort((a, b) => a - b)
      .map((index) => ({ index, units: ids(all, ({ layer }) => layer === index) })),
    units: all,
    edges: wires,
    parameters: parameters.map((_, id) => {
      const own = edges.flatMap(([, , parameter], edge) => (parameter === id ? [edge] : []));
      const kind = own.length > 0 ? 'weight' : 'bias';
      const biased = ids(all, ({ bias }) => bias === id);
      return { id, kind, name: nameless, edges: own, units: biased, span: nowhere };
    }),
    inputs: ids(all, ({ incoming }) => incoming.length === 0),
    outputs: ids(all, ({ outgoing }) => outgoing.length === 0),
    loss: { name: loss },
    templates: [],
    examples: [],
    notation: unwritten,
  };
}
