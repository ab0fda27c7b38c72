import { alike } from '../calculus/build.ts';
import type { Derivation, Refusal } from '../calculus/derivation.ts';
import { derive } from '../calculus/derive.ts';
import type { Expression, Indexed, Variable } from '../calculus/expression.ts';
import { forwardEquations } from '../calculus/forward-equations.ts';
import { prove } from '../calculus/prove.ts';
import { certain } from '../certain.ts';
import { tex } from '../latex/expression.ts';
import type { Network, UnitId } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';

/** What the network itself says that a side is, `\Delta w_1 = (y_1 - t_1) x_1`, where it can say so. */
export function instead(side: Expression, network: Network): string | undefined {
  const derivation = derivationOf(side, network);
  if (derivation === undefined || 'code' in derivation) return undefined;
  const chain =
    derivation.chains.find(({ left }) => alike(left, side)) ??
    (side.kind === 'derivative' || side.kind === 'gradient' ? derivation.chains.at(-1) : undefined);
  const last = chain?.steps.at(-1)?.after;
  if (last === undefined || prove(network, derivation) !== undefined) return undefined;
  return `${tex(side, network)} = ${tex(last, network)}`;
}

function derivationOf(side: Expression, network: Network): Derivation | Refusal | undefined {
  switch (side.kind) {
    case 'gradient':
      return gradientBy(side.by, network);
    case 'derivative': {
      const by = quantityOf(side.by);
      if (side.of.kind === 'loss') return gradientBy(side.by, network);
      if (side.of.kind !== 'unit' || by === undefined || side.direct === true) return undefined;
      return derive(network, { of: side.of.unit, by, form: 'chain' });
    }
    case 'unit':
    case 'preactivation':
      return forwardEquations(network, [side.unit]);
    case 'loss':
      return forwardEquations(network, ['loss']);
    case 'delta':
      return errorOf(side.unit, network);
    default:
      return undefined;
  }
}

function gradientBy(by: Variable | Indexed, network: Network) {
  const quantity = quantityOf(by);
  return quantity && derive(network, { by: quantity, form: 'chain' });
}

/** The recursion down to a unit comes up in the gradient of a weight that leads to it. */
function errorOf(unit: UnitId, network: Network) {
  const [edge] = certain(network.units[unit]).incoming;
  const { weight } = certain(network.edges[certain(edge)]);
  if ('fixed' in weight) return undefined;
  return derive(network, { by: { kind: 'parameter', parameter: weight.parameter }, form: 'delta' });
}

function quantityOf(variable: Variable | Indexed): Quantity | undefined {
  return variable.kind === 'unit' || variable.kind === 'parameter' ? variable : undefined;
}
