import type { Focus, LabelText, View } from '../diagram/view.ts';
import type { Drawn } from '../network/drawn.ts';
import type { Edge, Network } from '../network/network.ts';
import { contribution, type Part } from '../network/reach.ts';
import type { FigureRequest, Quantity } from '../network/request.ts';
import type { Name } from '../syntax/document.ts';

/** What a request puts in focus, each with its part of the network and the name that stands for it. */
export function focuses(network: Network, shown: Drawn, request: FigureRequest): readonly Focus[] {
  return request.focus.map((quantity) => {
    const subject = nameOf(network, quantity);
    const part = withExtras(shown, contribution(network, quantity), quantity);
    return { ...part, subject, label: gradientLabel(network, subject) };
  });
}

/** The reduced network that a request asks for, if it does. */
export function only(network: Network, shown: Drawn, request: FigureRequest): Pick<View, 'only'> {
  if (request.only.length === 0) return {};
  const parts = request.only.map((quantity) =>
    withExtras(shown, contribution(network, quantity), quantity),
  );
  return {
    only: {
      edges: new Set(parts.flatMap((part) => [...part.edges])),
      units: new Set(parts.flatMap((part) => [...part.units])),
    },
  };
}

/** A part with what the figure alone has of it: the loss that it leads to, and the 1 whose weight the bias is. */
function withExtras({ network, extras }: Drawn, part: Part, quantity: Quantity): Part {
  const isOfPart = ({ from, to, weight }: Edge): boolean => {
    if (extras.get(to) === 'loss') return part.units.has(from);
    if (extras.get(from) !== 'bias' || quantity.kind !== 'parameter') return false;
    return 'parameter' in weight && weight.parameter === quantity.parameter;
  };
  const more = network.edges.filter(isOfPart);
  return {
    edges: new Set([...part.edges, ...more.map(({ id }) => id)]),
    units: new Set([...part.units, ...more.flatMap(({ from, to }) => [from, to])]),
  };
}

function nameOf(network: Network, quantity: Quantity): Name {
  const part =
    quantity.kind === 'unit'
      ? network.units[quantity.unit]
      : network.parameters[quantity.parameter];
  if (part === undefined) throw new Error('a request names a part that its network has not');
  return part.name;
}

/** `∂E/∂w`, `Δw` or `dw`, as the equations write it. */
function gradientLabel(network: Network, subject: Name): LabelText {
  const { gradient, derivative, loss } = network.notation;
  const name = { kind: 'name', name: subject } as const;
  if (gradient === 'delta') return [{ kind: 'sign', sign: 'Δ' }, name];
  const isPartial = derivative === 'partial' && gradient === 'derivative';
  const d = { kind: 'sign', sign: isPartial ? '∂' : 'd' } as const;
  if (gradient === 'differential') return [d, name];
  const error = { kind: 'name', name: { letter: loss, superscript: '', subscript: '' } } as const;
  return [d, error, { kind: 'sign', sign: '/' }, d, name];
}
