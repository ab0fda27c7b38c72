import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { spell } from '../syntax/name.ts';
import type { EdgeId } from './network.ts';
import { listed } from './report.ts';
import { indexLetters } from './template.ts';
import type { PlacedWire, Template, Weight } from './weights.ts';

/**
 * The first edge that its template can't tell from another; those that follow are the same mistake.
 *
 * @param shared the edges of each weight that has more than one
 */
export function templateClash(
  wires: readonly PlacedWire[],
  weights: readonly Weight[],
  shared: readonly (readonly EdgeId[])[],
): Diagnostic | undefined {
  const placed = (edge: EdgeId) => {
    const [wire, weight] = [certain(wires[edge]), certain(weights[edge])];
    return 'template' in weight ? { wire, ...weight } : undefined;
  };
  for (const [edge, { tail, head }] of wires.entries()) {
    const skip = tail.layer === head.layer - 1 ? undefined : placed(edge);
    if (skip === undefined) continue;
    const letters = indexLetters(skip.template);
    const isTold = letters.size === 0 || letters.has('n') || letters.has('N');
    if (!isTold) return unnamedSkip(skip.wire, skip.template);
  }
  for (const edges of shared) {
    const [first, second] = edges
      .map(placed)
      // A template without any letter names one weight that all its edges share.
      .filter((edge) => edge !== undefined && indexLetters(edge.template).size > 0);
    if (first && second) return sharedByAccident(first, second);
  }
  return undefined;
}

const edgeText = ({ tail, head }: PlacedWire): string =>
  `${spell(tail.name)} -> ${spell(head.name)}`;

function unnamedSkip(wire: PlacedWire, template: Template): Diagnostic {
  const edge = edgeText(wire);
  return {
    code: 'unnamed-skip',
    message: `The edge ${edge} skips a layer, so that ${spell(template)} can't name its weight.`,
    hint: `Name it, ${edge} : u, give it a number, ${edge} : 1, or count all weights with N.`,
    span: wire.span,
  };
}

type Templated = { wire: PlacedWire } & Extract<Weight, { template: Template }>;

/** The default template alone tells all weights apart: a clash has at least one that was given. */
function sharedByAccident(
  { wire: first, template: other }: Templated,
  { wire: second, name, template }: Templated,
): Diagnostic {
  const both = new Set([spell(other), spell(template)]);
  const letters = indexLetters(template);
  const missing = [
    ...(first.head.layer !== second.head.layer && !letters.has('l') ? ['l for the layer'] : []),
    ...(first.head.index !== second.head.index && !letters.has('j')
      ? ['j for the unit that it leads to']
      : []),
    ...(first.tail.index !== second.tail.index && !letters.has('i')
      ? ['i for the unit that it comes from']
      : []),
  ];
  return {
    code: 'name-shared-by-accident',
    message: `Under weights ${[...both].join(' and ')} the edges ${edgeText(first)} and ${edgeText(second)} would both be ${spell(name)}.`,
    hint:
      missing.length === 0
        ? 'Take another letter for one of the two.'
        : `Add ${listed(missing)}, or count with n in each layer or N over the network.`,
    span: certain(template.span ?? other.span),
  };
}
