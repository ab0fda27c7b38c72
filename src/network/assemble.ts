import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import { bare, spell } from '../syntax/name.ts';
import type { Edge, EdgeId, Layer, Parameter, Unit } from './network.ts';
import type { Report } from './report.ts';
import type { Structure } from './structure.ts';
import { templateClash } from './template-clash.ts';
import { areToldApart } from './told-apart.ts';
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
    .map((node, number) => ({ ...node, number, layer: certain(layerOf[number]) }))
    .sort((a, b) => a.layer - b.layer);
  const incoming: EdgeId[][] = placed.map(() => []);
  const outgoing: EdgeId[][] = placed.map(() => []);
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
      incoming: certain(incoming[id]),
      outgoing: certain(outgoing[id]),
      span,
    };
    column.push(unit);
    return unit;
  });
  const layers = columns.map((column, index): Layer => {
    const name = commonName(column);
    return { index, units: column.map(({ id }) => id), ...(name && { name }) };
  });
  const unitOf: Unit[] = [];
  for (const [id, { number }] of placed.entries()) unitOf[number] = certain(units[id]);
  const joined = wires.map(({ from, to, weight, span }): PlacedWire => {
    const [tail, head] = [certain(unitOf[from]), certain(unitOf[to])];
    return { tail, head, span, weight };
  });
  joined.sort((a, b) => a.head.id - b.head.id || a.tail.id - b.tail.id);
  for (const [edge, { tail, head }] of joined.entries()) {
    certain(incoming[head.id]).push(edge);
    certain(outgoing[tail.id]).push(edge);
  }
  return { layers, units, wires: joined };
}

/** The name that the units of a column share but for their subscripts. */
function commonName(units: readonly Unit[]): Name | undefined {
  const { letter, superscript } = certain(units[0]).name;
  const isCommon = units.every(
    ({ name }) => name.letter === letter && name.superscript === superscript,
  );
  return isCommon ? { letter, superscript, subscript: '' } : undefined;
}

/** No weight is added to units. */
const none: Parameter['units'] = [];

/** The edges with their weights; a name that stands on two edges is one parameter. */
export function connect(
  { layers, units, wires }: Skeleton,
  templates: readonly Template[],
  report: Report,
): {
  readonly edges: readonly Edge[];
  /** No two of one name. */
  readonly weights: readonly Parameter[];
  readonly templates: readonly (Name | undefined)[];
} {
  const named = nameWeights(wires, templates);
  const weights: (Parameter & { readonly edges: EdgeId[] })[] = [];
  const byName = areToldApart(wires, templates) ? undefined : new Map<string, number>();
  const edges = wires.map(({ tail, head, span }, id): Edge => {
    const weight = certain(named[id]);
    const [from, to] = [tail.id, head.id];
    if ('fixed' in weight) return { id, from, to, span, weight };
    const parameter = byName?.get(spell(weight.name)) ?? weights.length;
    const before = weights[parameter];
    if (before === undefined) {
      const { name } = weight;
      const told = 'span' in weight ? weight.span : span;
      weights.push({ id: parameter, kind: 'weight', name, edges: [id], units: none, span: told });
      byName?.set(spell(name), parameter);
    } else before.edges.push(id);
    return { id, from, to, span, weight: { parameter } };
  });
  const shared: (readonly EdgeId[])[] = [];
  for (const { edges } of weights) if (edges.length > 1) shared.push(edges);
  const clash = templateClash(wires, named, shared);
  if (clash !== undefined) report(clash);
  return {
    edges,
    weights,
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
  if (before === undefined) return undefined;
  const template = certain(templates[certain(layer.units[0])]);
  const isDense = layer.units.every((id) => {
    const { incoming } = certain(units[id]);
    const isNamed = (edge: EdgeId): boolean =>
      certain(wires[edge]).tail.layer === before.index && 'template' in certain(named[edge]);
    return (
      incoming.length === before.units.length &&
      incoming.every(isNamed) &&
      spell(certain(templates[id])) === spell(template)
    );
  });
  return isDense ? bare(template) : undefined;
}
