import type { Name, NameNode, NumberNode, WeightsStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { listed, type Report } from './report.ts';
import { indexLetters, instantiate } from './template.ts';

/** An edge in its place: layers and places in them count from 0. */
export interface PlacedWire {
  readonly layer: number;
  readonly fromLayer: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  /** As messages name it: `x_1 -> h_2`. */
  readonly text: string;
  readonly weight?: NameNode | NumberNode;
  readonly span: { readonly start: number; readonly end: number };
}

/** A weight's name, or the number that stands in its place. */
export type Weight = { readonly name: Name; readonly own: boolean } | { readonly fixed: number };

const standard: Name = { letter: 'w', superscript: 'l', subscript: 'ji' };
const standardOfOne: Name = { letter: 'w', superscript: '', subscript: 'ji' };

/** The template of each layer's weights, by layer; `layerByName` knows the layers that entries may name. */
export function weightTemplates(
  statements: readonly WeightsStatement[],
  layers: number,
  layerByName: ReadonlyMap<string, number>,
  report: Report,
): readonly Name[] {
  const templates = new Array<Name>(layers).fill(layers > 2 ? standard : standardOfOne);
  const entries = statements.flatMap((statement) => statement.entries);
  for (const { layer, template } of entries)
    if (layer === undefined) templates.fill(bare(template));
  for (const { layer, template } of entries) {
    if (layer === undefined) continue;
    const place = layerByName.get(spell(layer));
    if (place === undefined || place === 0) {
      const names = [...layerByName].filter(([, index]) => index > 0).map(([name]) => name);
      const message =
        place === 0
          ? `No weights lead to ${spell(layer)}: it is the input.`
          : `There is no layer ${spell(layer)}.`;
      report({
        code: 'unknown-layer',
        message,
        hint: `Weights lead to ${listed(names)}.`,
        span: layer.span,
      });
    } else templates[place] = bare(template);
  }
  return templates;
}

/**
 * The weight of every edge, the edges in the order of their heads, then of their tails.
 * An edge's own name goes first; the rest are named by the template of the layer that they lead to.
 */
export function nameWeights(
  wires: readonly PlacedWire[],
  templates: readonly Name[],
  report: Report,
): readonly Weight[] {
  const inLayer = new Map<number, number>();
  const taken = new Map<string, PlacedWire>();
  let overall = 0;
  const weights = wires.map((wire): Weight => {
    const own = wire.weight;
    if (own !== undefined)
      return 'value' in own ? { fixed: own.value } : { name: bare(own), own: true };
    const template = templates[wire.layer] ?? standard;
    const n = (inLayer.get(wire.layer) ?? 0) + 1;
    inLayer.set(wire.layer, n);
    overall++;
    const indices = { l: wire.layer, j: wire.toIndex + 1, i: wire.fromIndex + 1, n, N: overall };
    return { name: instantiate(template, indices), own: false };
  });
  for (const [place, wire] of wires.entries()) {
    const weight = weights[place];
    if (weight === undefined || 'fixed' in weight || weight.own) continue;
    const letters = indexLetters(templates[wire.layer] ?? standard);
    if (wire.fromLayer !== wire.layer - 1 && !letters.has('n') && !letters.has('N')) {
      report(unnamed(wire));
      return weights;
    }
    // A template without any letter names one weight that all its edges share.
    if (letters.size === 0) continue;
    const before = taken.get(spell(weight.name));
    if (before !== undefined) {
      report(sharedByAccident(spell(weight.name), before, wire, templates[wire.layer] ?? standard));
      return weights;
    }
    taken.set(spell(weight.name), wire);
  }
  return weights;
}

function unnamed(wire: PlacedWire) {
  return {
    code: 'unnamed-skip',
    message: `The edge ${wire.text} skips a layer, so that w^l_{ji} can't name it.`,
    hint: `Name its weight: ${wire.text} : u, or give it a number: ${wire.text} : 1.`,
    span: wire.span,
  };
}

function sharedByAccident(name: string, first: PlacedWire, second: PlacedWire, template: Name) {
  const letters = indexLetters(template);
  const missing = [
    ...(first.layer !== second.layer && !letters.has('l') ? ['l for the layer'] : []),
    ...(first.toIndex !== second.toIndex && !letters.has('j')
      ? ['j for the unit that it leads to']
      : []),
    ...(first.fromIndex !== second.fromIndex && !letters.has('i')
      ? ['i for the unit that it comes from']
      : []),
  ];
  return {
    code: 'name-shared-by-accident',
    message: `Under weights ${spell(template)} the edges ${first.text} and ${second.text} would both be ${name}.`,
    hint: `Add ${listed(missing)}, or count with n (in a layer) or N (in the network).`,
    span: second.span,
  };
}

const bare = ({ letter, superscript, subscript }: Name): Name => ({
  letter,
  superscript,
  subscript,
});
