import { arrange } from './diagram/arrange.ts';
import type { Focus, LabelText, View } from './diagram/view.ts';
import type { Picture } from './figure.ts';
import type { Network } from './network/network.ts';
import { printed } from './network/printed.ts';
import { contribution } from './network/reach.ts';
import type { FigureRequest, Quantity } from './network/request.ts';
import { draw } from './svg/draw.ts';
import type { Name } from './syntax/document.ts';

/** The figure that a request asks for: the gradient's part of the network, handed to the diagram as ids. */
export function picture(network: Network, request: FigureRequest): Picture {
  const shown = printed(network);
  const diagram = arrange(shown, view(shown, request));
  const { title, description } = diagram;
  return { ...request, kind: 'picture', svg: draw(diagram), title, description };
}

function view(network: Network, request: FigureRequest): View {
  const { outline, rest, arrows, captions } = request;
  return {
    focus: request.focus.map((quantity) => focus(network, quantity)),
    ...(request.only.length > 0 && { only: union(network, request.only) }),
    outline,
    rest,
    arrows,
    ...(captions && { captions }),
  };
}

function focus(network: Network, quantity: Quantity): Focus {
  const subject = nameOf(network, quantity);
  return { ...contribution(network, quantity), subject, label: gradientLabel(network, subject) };
}

function union(network: Network, quantities: readonly Quantity[]): NonNullable<View['only']> {
  const parts = quantities.map((quantity) => contribution(network, quantity));
  return {
    edges: new Set(parts.flatMap((part) => [...part.edges])),
    units: new Set(parts.flatMap((part) => [...part.units])),
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
