import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { Clause } from '../syntax/document.ts';
import { numbersIn } from './clauses.ts';
import type { Network } from './network.ts';
import { edgeOf } from './reach.ts';
import type { Report } from './report.ts';
import type { FigureRequest, Quantity } from './request.ts';

/** `depth 1-6`: the numbers of hidden layers from which the reader chooses, for a weight that leaves the inputs. */
export function depthIn(
  clause: Clause | undefined,
  focus: readonly Quantity[],
  network: Network,
  report: Report,
): Pick<FigureRequest, 'depth'> {
  if (clause === undefined) return {};
  const { span } = clause;
  const complain = (message: string, hint: string): Pick<FigureRequest, 'depth'> => {
    report({ code: 'odd-depth', message, hint, span });
    return {};
  };
  if (!isChain(network))
    return complain(
      'Only a chain of layers can be given more of them.',
      'Describe it as x[2] -> h[2] -> y[2], with hidden layers of one size and no other edges.',
    );
  const largest = Math.max(...network.layers.map(({ units }) => units.length));
  if (largest > limits.depthUnits)
    return complain(
      `A layer of ${largest} units is too large to be drawn so often.`,
      `Give each layer ${limits.depthUnits} at most.`,
    );
  const [wanted, more] = focus;
  const parameter = wanted?.kind === 'parameter' ? network.parameters[wanted.parameter] : undefined;
  const [edge, ...others] = parameter?.edges ?? [];
  const isFirst =
    edge !== undefined && certain(network.units[edgeOf(network, edge).from]).layer === 0;
  if (more !== undefined || others.length > 0 || !isFirst)
    return complain(
      'More layers change the paths of one weight that leaves an input.',
      'Write figure focus w^1_{11}, depth 1-6.',
    );
  const depth = numbersIn(clause, limits.depth, report);
  return depth.length === 0 ? {} : { depth: [...new Set(depth)].sort((a, b) => a - b) };
}

/** Inputs, hidden layers of one size, outputs; each fully connected to the next, and nothing else. */
function isChain({ layers, units, edges }: Network): boolean {
  const sizes = layers.map((layer) => layer.units.length);
  const hidden = new Set(sizes.slice(1, -1));
  const full = sizes.slice(1).reduce((sum, size, place) => sum + size * certain(sizes[place]), 0);
  return (
    hidden.size === 1 &&
    layers.every(({ name }) => name !== undefined) &&
    edges.length === full &&
    edges.every(
      ({ from, to, weight }) =>
        'parameter' in weight && certain(units[to]).layer === certain(units[from]).layer + 1,
    )
  );
}
