import type { Span } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { LayerNode, Name, NumberNode } from '../syntax/document.ts';
import { bare, spell } from '../syntax/name.ts';
import { count, type Report, tooLarge } from './report.ts';

/** A unit before the network has its order; `group` tells which units were declared together. */
export interface Node {
  readonly name: Name;
  readonly group: number;
  readonly span: Span;
}
/** Units declared together, `x[2]`, or one declared alone by an arrow. */
export interface Group {
  readonly name: Name;
  readonly nodes: readonly number[];
  readonly alone: boolean;
}

/** Every stop's layer or unit, declared once. Layers with a size come first: they settle what `x_1` means. */
export function declare(
  stops: readonly LayerNode[],
  report: Report,
): { readonly nodes: readonly Node[]; readonly groups: readonly Group[] } {
  const nodes: Node[] = [];
  const groups = new Map<string, Group>();
  let isFull = false;
  for (const stop of stops) if (stop.size !== undefined) declareLayer(stop, stop.size);
  for (const stop of stops) if (stop.size === undefined) declareAlone(stop);
  return { nodes, groups: [...groups.values()] };

  function declareLayer(stop: LayerNode, size: NumberNode): void {
    const key = spell(stop.name);
    const before = groups.get(key);
    const mistake =
      before === undefined ? sizeMistake(stop, size) : twoSizes(stop, size, before.nodes.length);
    if (mistake !== undefined) report(mistake);
    if (before !== undefined || mistake !== undefined || isFull) return;
    isFull = nodes.length + size.value > limits.units;
    if (isFull) {
      report(tooLarge('units', limits.units, stop.span));
      return;
    }
    const name = bare(stop.name);
    const places = Array.from({ length: size.value }, (_, place) => place);
    groups.set(key, { name, nodes: places.map((place) => nodes.length + place), alone: false });
    const group = groups.size - 1;
    for (const place of places) {
      nodes.push({ name: { ...name, subscript: String(place + 1) }, group, span: stop.span });
    }
  }

  function declareAlone(stop: LayerNode): void {
    const key = spell(stop.name);
    if (groups.has(key)) return;
    const layer = groups.get(spell({ ...stop.name, subscript: '' }));
    if (layer !== undefined && !layer.alone) {
      const isThere = /^[1-9]\d*$/.test(stop.name.subscript);
      if (!isThere || Number(stop.name.subscript) > layer.nodes.length) report(noUnit(stop, layer));
      return;
    }
    groups.set(key, { name: bare(stop.name), nodes: [nodes.length], alone: true });
    nodes.push({ name: bare(stop.name), group: groups.size - 1, span: stop.span });
  }
}

function sizeMistake(stop: LayerNode, size: NumberNode) {
  const name = spell(stop.name);
  if (!Number.isInteger(size.value) || size.value < 1 || size.value > limits.layerSize) {
    const message = `A layer can't have ${size.text} units.`;
    const hint = `Give a whole number from 1 to ${limits.layerSize}: ${name}[2].`;
    return { code: 'layer-size', message, hint, span: size.span };
  }
  if (stop.name.subscript !== '') {
    const message = `The layer ${name} has a subscript, but its units get theirs by counting.`;
    const above = { ...stop.name, superscript: stop.name.subscript, subscript: '' };
    const hint = `Number layers above: ${spell(above)}[${size.text}].`;
    return { code: 'layer-subscript', message, hint, span: stop.name.span };
  }
  return undefined;
}

function twoSizes(stop: LayerNode, size: NumberNode, before: number) {
  if (before === size.value) return undefined;
  const name = spell(stop.name);
  return {
    code: 'double-layer',
    message: `Layer ${name} has two sizes, ${before} and ${size.text}.`,
    hint: `Give the size once, and write ${name} elsewhere.`,
    span: stop.span,
  };
}

function noUnit(stop: LayerNode, { name, nodes }: Group) {
  const [first, last] = [1, nodes.length].map((place) =>
    spell({ ...name, subscript: String(place) }),
  );
  return {
    code: 'unknown-unit',
    message: `There is no unit ${spell(stop.name)}: layer ${spell(name)} has ${count(nodes.length, 'unit')}.`,
    hint: first === last ? `Its unit is ${first}.` : `Its units are ${first} to ${last}.`,
    span: stop.span,
  };
}
