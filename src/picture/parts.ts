import { certain } from '../certain.ts';
import type { Focus, View } from '../diagram/view.ts';
import type { Drawn } from '../network/drawn.ts';
import type { Edge, Network, UnitId } from '../network/network.ts';
import { countPathsOf, pathsOf, type QuantityPath } from '../network/paths-of.ts';
import {
  contribution,
  edgeOf,
  entryUnits,
  type Part,
  pathCounts,
  upstream,
} from '../network/reach.ts';
import type { FigureRequest, Quantity } from '../network/request.ts';
import { gradientLabel, nameOf } from './labels.ts';

/** As many paths are told one by one in the description; more are counted. */
const mostTold = 4;

/** What a request puts in focus, each with its part of the network and the name that stands for it. */
export function focuses(network: Network, shown: Drawn, request: FigureRequest): readonly Focus[] {
  return request.focus.flatMap((quantity) => {
    const subject = nameOf(network, quantity);
    const outputs = outputsOf(network, request);
    const within = (part: Part): Part => withExtras(shown, part, quantity);
    if (request.paths.length > 0) {
      const all = pathsOf(network, quantity, outputs, Math.max(...request.paths));
      const of = Number(countPathsOf(network, quantity, outputs));
      return request.paths.map((number): Focus => {
        const path = certain(all[number - 1]);
        const label = [{ kind: 'text', text: `path ${number}` } as const];
        const own = { path: { number, of }, paths: [told(path)], reaches: [] };
        return { ...within(path), subject, label, ...own };
      });
    }
    const label = isOutput(network, quantity)
      ? [{ kind: 'name', name: subject } as const]
      : gradientLabel(network, subject);
    const part = within(partOf(network, quantity, request));
    return [{ ...part, subject, label, ...pathsTold(network, quantity, outputs) }];
  });
}

/** The reduced network that a request asks for, if it does. */
export function only(network: Network, shown: Drawn, request: FigureRequest): Pick<View, 'only'> {
  if (request.only.length === 0) return {};
  const parts = request.only.map((quantity) =>
    withExtras(shown, partOf(network, quantity, request), quantity),
  );
  return { only: union(parts) };
}

/** What a quantity acts on; of an output, what it is computed from; confined to some outputs, or to single paths. */
function partOf(network: Network, quantity: Quantity, request: FigureRequest): Part {
  const outputs = outputsOf(network, request);
  if (request.paths.length > 0) {
    const all = pathsOf(network, quantity, outputs, Math.max(...request.paths));
    return union(request.paths.flatMap((number) => certain(all[number - 1])));
  }
  if (isOutput(network, quantity)) return origin(network, quantity.unit);
  const part = contribution(network, quantity);
  if (request.to.length === 0) return part;
  const useful = new Set(outputs.flatMap((output) => [...upstream(network, output)]));
  return {
    edges: new Set([...part.edges].filter((edge) => useful.has(edgeOf(network, edge).to))),
    units: new Set([...part.units].filter((unit) => useful.has(unit))),
  };
}

const outputsOf = (network: Network, { to }: FigureRequest): readonly UnitId[] =>
  to.length > 0 ? to : network.outputs;

function isOutput(
  network: Network,
  quantity: Quantity,
): quantity is Extract<Quantity, { kind: 'unit' }> {
  return quantity.kind === 'unit' && network.outputs.includes(quantity.unit);
}

function origin(network: Network, output: UnitId): Part {
  const units = upstream(network, output);
  const edges = network.edges.filter(({ to }) => units.has(to)).map(({ id }) => id);
  return { edges: new Set(edges), units };
}

function union(parts: readonly Part[]): Part {
  return {
    edges: new Set(parts.flatMap((part) => [...part.edges])),
    units: new Set(parts.flatMap((part) => [...part.units])),
  };
}

function pathsTold(
  network: Network,
  quantity: Quantity,
  outputs: readonly UnitId[],
): Pick<Focus, 'paths' | 'reaches'> {
  if (isOutput(network, quantity)) return {};
  const counts = pathCounts(network, entryUnits(network, quantity));
  const reaches = outputs
    .map((output) => ({ output, paths: Number(counts.get(output) ?? 0n) }))
    .filter(({ paths }) => paths > 0);
  const total = reaches.reduce((sum, { paths }) => sum + paths, 0);
  if (total > mostTold) return { reaches };
  return { reaches, paths: pathsOf(network, quantity, outputs).map(told) };
}

const told = ({ tails, along }: QuantityPath): readonly UnitId[] => [...tails, ...along];

/** A part with what the figure alone has of it: the loss that it leads to, and the 1 whose weight the bias is. */
function withExtras({ network, extras }: Drawn, part: Part, quantity: Quantity): Part {
  const isOfPart = ({ from, to, weight }: Edge): boolean => {
    if (extras.get(to) === 'loss') return part.units.has(from);
    if (extras.get(from) !== 'bias' || quantity.kind !== 'parameter') return false;
    return part.units.has(to) && 'parameter' in weight && weight.parameter === quantity.parameter;
  };
  const more = network.edges.filter(isOfPart);
  return {
    edges: new Set([...part.edges, ...more.map(({ id }) => id)]),
    units: new Set([...part.units, ...more.flatMap(({ from, to }) => [from, to])]),
  };
}
