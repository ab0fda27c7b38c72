import type { Name } from '../syntax/document.ts';
import { bare, spell } from '../syntax/name.ts';
import type { Edge, EdgeId, Layer, Parameter, Unit } from './network.ts';
import type { Report } from './report.ts';
import type { Structure } from './structure.ts';
import { templateClash } from './template-clash.ts';
import { nameWeights, type PlacedWire, type Template, type Weight } from './weights.ts';

/** Units and edges in their final order, before weights have names. */
export interface Skeleton {
  readonly layers: readonly Layer[];
  readonly units: readonly Unit[];
  readonly wires: readonly PlacedWire[];
}

/** Numbers the units by layer and the edges by head, then tail: ids that are a topological order. */
export function skeleton({ nodes, wires }: Structure, layerOf: readonly number[]): Skeleton {
  const placed = nodes
    .map((node, number) => ({ ...node, number, layer: layerOf[number] ?? 0 }))
    .sort((a, b) => a.layer - b.layer || a.number - b.number);
  const idOf = new Map(placed.map(({ number }, id) => [number, id]));
  const sorted = wires
    .map(({ from, to, weight, span }) => ({
      from: idOf.get(from) ?? 0,
      to: idOf.get(to) ?? 0,
      weight,
      span,
    }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
  const incoming: EdgeId[][] = placed.map(() => []);
  const outgoing: EdgeId[][] = placed.map(() => []);
  for (const [edge, { from, to }] of sorted.entries()) {
    incoming[to]?.push(edge);
    outgoing[from]?.push(edge);
  }
  const columns: Unit[][] = [];
  const units = placed.map(({ name, span, layer }, id): Unit => {
    columns[layer] ??= [];
    const column = columns[layer];
    const unit: Unit = {
      id,
      name,
      layer,
      index: column.length,
      activation: { name: 'identity' },
      incoming: incoming[id] ?? [],
      outgoing: outgoing[id] ?? [],
      span,
    };
    column.push(unit);
    return unit;
  });
  const layers = columns.map((column, index): Layer => {
    const name = commonName(column);
    return { index, units: column.map(({ id }) => id), ...(name && { name }) };
  });
  const joined: PlacedWire[] = [];
  for (const { from, to, weight, span } of sorted) {
    const tail = units[from];
    const head = units[to];
    if (tail === undefined || head === undefined) continue;
    joined.push(weight === undefined ? { tail, head, span } : { tail, head, span, weight });
  }
  return { layers, units, wires: joined };
}

/** The name that the units of a column share but for their subscripts. */
function commonName([first, ...rest]: readonly Unit[]): Name | undefined {
  if (first === undefined) return undefined;
  const { letter, superscript } = first.name;
  const isCommon = rest.every(
    ({ name }) => name.letter === letter && name.superscript === superscript,
  );
  return isCommon ? { letter, superscript, subscript: '' } : undefined;
}

/** The edges with their weights; a name that stands on two edges is one parameter. */
export function connect(
  { layers, units, wires }: Skeleton,
  templates: readonly Template[],
  report: Report,
): {
  readonly edges: readonly Edge[];
  /** By their names, as an author would type them. */
  readonly weights: ReadonlyMap<string, Parameter>;
  readonly templates: readonly (Name | undefined)[];
} {
  const named = nameWeights(wires, templates);
  const byName = new Map<string, Parameter & { readonly edges: EdgeId[] }>();
  const edges = wires.map(({ tail, head, span }, id): Edge => {
    const weight = named[id] ?? { fixed: 1 };
    const [from, to] = [tail.id, head.id];
    if ('fixed' in weight) return { id, from, to, span, weight };
    const key = spell(weight.name);
    const before = byName.get(key);
    if (before !== undefined) {
      before.edges.push(id);
      return { id, from, to, span, weight: { parameter: before.id } };
    }
    const parameter = {
      id: byName.size,
      kind: 'weight' as const,
      name: weight.name,
      edges: [id],
      units: [],
      span: 'span' in weight ? weight.span : span,
    };
    byName.set(key, parameter);
    return { id, from, to, span, weight: { parameter: parameter.id } };
  });
  const shared: (readonly EdgeId[])[] = [];
  for (const { edges } of byName.values()) if (edges.length > 1) shared.push(edges);
  const clash = templateClash(wires, named, shared);
  if (clash !== undefined) report(clash);
  return {
    edges,
    weights: byName,
    templates: layers.map((layer) => commonTemplate(layer, layers, units, named, wires, templates)),
  };
}

/** The template of a layer's weights, where the edges to it are all those from the layer before, each named by it. */
function commonTemplate(
  layer: Layer,
  layers: readonly Layer[],
  units: readonly Unit[],
  named: readonly Weight[],
  wires: readonly PlacedWire[],
  templates: readonly Template[],
): Name | undefined {
  const before = layers[layer.index - 1];
  const [first] = layer.units;
  const template = first === undefined ? undefined : templates[first];
  if (before === undefined || template === undefined) return undefined;
  const isDense = layer.units.every((id) => {
    const incoming = units[id]?.incoming ?? [];
    const isNamed = (edge: EdgeId): boolean => {
      const weight = named[edge];
      const isTemplated = weight !== undefined && 'template' in weight;
      return wires[edge]?.tail.layer === before.index && isTemplated;
    };
    return (
      incoming.length === before.units.length &&
      incoming.every(isNamed) &&
      spell(templates[id] ?? template) === spell(template)
    );
  });
  return isDense ? bare(template) : undefined;
}
