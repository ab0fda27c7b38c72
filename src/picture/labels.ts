import { certain } from '../certain.ts';
import type { LabelText } from '../diagram/view.ts';
import type { Network } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import type { Name } from '../syntax/document.ts';

export function nameOf(network: Network, quantity: Quantity): Name {
  const part =
    quantity.kind === 'unit'
      ? network.units[quantity.unit]
      : network.parameters[quantity.parameter];
  return certain(part).name;
}

/** `∂E/∂w`, `Δw` or `dw`, as the equations write it. */
export function gradientLabel(network: Network, subject: Name): LabelText {
  const { gradient, derivative, loss } = network.notation;
  const name = { kind: 'name', name: subject } as const;
  if (gradient === 'delta') return [{ kind: 'sign', sign: 'Δ' }, name];
  const isPartial = derivative === 'partial' && gradient === 'derivative';
  const d = { kind: 'sign', sign: isPartial ? '∂' : 'd' } as const;
  if (gradient === 'differential') return [d, name];
  const error = { kind: 'name', name: { letter: loss, superscript: '', subscript: '' } } as const;
  return [d, error, { kind: 'sign', sign: '/' }, d, name];
}
