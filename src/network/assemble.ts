import type { Name } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import type { Edge, EdgeId, Layer, Parameter, Unit } from './network.ts';
import type { Report } from './report.ts';
import type { Structure, Wire } from './structure.ts';
import { nameWeights, type PlacedWire, type Weight } from './weights.ts';

/** Units and edges in their final order, before weights have names. */
export interface Skeleton {
  readonly layers: readonly Layer[];
  readonly units: readonly Unit[];
  readonly wires: readonly (PlacedWire & { readonly from: number; readonly to: number })[];
}

/** Numbers the units by layer and the edges by head, then tail: ids that are a topological order. */
export function skeleton(structure: Structure, layerOf: readonly number[]): Skeleton {
  const order = [...structure.nodes.keys()].sort(
    (a, b) => (layerOf[a] ?? 0) - (layerOf[b] ?? 0) || a - b,
  );
  const idOf = new Map(order.map((node, id) => [node, id]));
  const depth = 1 + Math.max(...layerOf);
  const columns: number[][] = Array.from({ length: depth }, () => []);
  for (const [id, node] of order.entries()) columns[layerOf[node] ?? 0]?.push(id);
  const indexOf = new Map(
    columns.flatMap((column) => column.map((id, index) => [id, index] as const)),
  );

  const ends = (wire: Wire) => ({ from: idOf.get(wire.from) ?? 0, to: idOf.get(wire.to) ?? 0 });
  const sorted = structure.wires
    .map((wire) => ({ ...wire, ...ends(wire) }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
  const incoming: EdgeId[][] = order.map(() => []);
  const outgoing: EdgeId[][] = order.map(() => []);
  for (const [edge, wire] of sorted.entries()) {
    incoming[wire.to]?.push(edge);
    outgoing[wire.from]?.push(edge);
  }

  const units = order.map((node, id): Unit => {
    const { name, span } = structure.nodes[node] ?? {
      name: { letter: '', superscript: '', subscript: '' },
      span: { start: 0, end: 0 },
    };
    return {
      id,
      name,
      layer: layerOf[node] ?? 0,
      index: indexOf.get(id) ?? 0,
      activation: { name: 'identity' },
      incoming: incoming[id] ?? [],
      outgoing: outgoing[id] ?? [],
      span,
    };
  });
  const at = (id: number) => units[id];
  const wires = sorted.map((wire) => ({
    ...wire,
    layer: at(wire.to)?.layer ?? 0,
    fromLayer: at(wire.from)?.layer ?? 0,
    fromIndex: at(wire.from)?.index ?? 0,
    toIndex: at(wire.to)?.index ?? 0,
    text: `${unitText(at(wire.from))} -> ${unitText(at(wire.to))}`,
  }));
  const layers = columns.map((ids, index): Layer => {
    const name = commonName(ids.map((id) => units[id]?.name));
    return { index, units: ids, ...(name && { name }) };
  });
  return { layers, units, wires };
}

/** The name that the units of a column share but for their subscripts; a single unit gives its own. */
function commonName(names: readonly (Name | undefined)[]): Name | undefined {
  const first = names[0];
  if (first === undefined) return undefined;
  const stem = { ...first, subscript: '' };
  const common = names.every(
    (name) => name?.letter === stem.letter && name.superscript === stem.superscript,
  );
  return common ? stem : undefined;
}

const unitText = (unit: Unit | undefined): string => (unit === undefined ? '' : spell(unit.name));

/** The edges with their weights; a name that stands on two edges is one parameter. */
export function connect(
  bones: Skeleton,
  templates: readonly Name[],
  report: Report,
): {
  edges: readonly Edge[];
  weights: readonly Parameter[];
  templated: readonly (Name | undefined)[];
} {
  const named = nameWeights(bones.wires, templates, report);
  const byName = new Map<string, { name: Name; edges: EdgeId[]; span: Edge['span'] }>();
  for (const [edge, weight] of named.entries()) {
    if ('fixed' in weight) continue;
    const key = spell(weight.name);
    const span = bones.wires[edge]?.span ?? { start: 0, end: 0 };
    const entry = byName.get(key) ?? { name: weight.name, edges: [], span };
    entry.edges.push(edge);
    byName.set(key, entry);
  }
  const weights = [...byName.values()].map(
    (entry, id): Parameter => ({ ...entry, id, kind: 'weight', units: [] }),
  );
  const idByName = new Map(weights.map((weight) => [spell(weight.name), weight.id]));
  const edges = bones.wires.map(({ from, to, span }, id): Edge => {
    const weight = named[id];
    if (weight === undefined || 'fixed' in weight)
      return { id, from, to, span, weight: { fixed: weight?.fixed ?? 1 } };
    return { id, from, to, span, weight: { parameter: idByName.get(spell(weight.name)) ?? 0 } };
  });
  const templated = bones.layers.map((layer) =>
    isDense(bones, named, layer) ? templates[layer.index] : undefined,
  );
  return { edges, weights, templated };
}

/** Whether the edges to a layer are all those from the layer before, each named by the template. */
function isDense(bones: Skeleton, named: readonly Weight[], layer: Layer): boolean {
  const before = bones.layers[layer.index - 1];
  if (before === undefined) return false;
  const ids = [...bones.wires.keys()].filter((edge) => bones.wires[edge]?.layer === layer.index);
  return (
    ids.length === before.units.length * layer.units.length &&
    ids.every((edge) => {
      const weight = named[edge];
      return (
        bones.wires[edge]?.fromLayer === layer.index - 1 &&
        weight !== undefined &&
        'name' in weight &&
        !weight.own
      );
    })
  );
}
