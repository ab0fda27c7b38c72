import { certain } from '../certain.ts';
import type { Located, Span } from '../diagnostic.ts';
import type { Name, NameNode, NumberNode, WeightsStatement } from '../syntax/document.ts';
import { bare } from '../syntax/name.ts';
import type { Lookup } from './lookup.ts';
import type { Unit } from './network.ts';
import type { Report } from './report.ts';
import { settled } from './setting.ts';
import { maker } from './template.ts';

/** An edge with the units at its ends. */
export interface PlacedWire {
  readonly tail: Unit;
  readonly head: Unit;
  readonly weight?: NameNode | NumberNode | undefined;
  readonly span: Span;
}

/** What an edge multiplies by: a weight with a name of its own or from a template, or a number. */
export type Weight =
  | { readonly name: Name; readonly span: Span }
  | { readonly name: Name; readonly template: Template }
  | { readonly fixed: number };

/** A name with index letters in it, and where it was given, unless it is the default. */
export type Template = Name & Partial<Located>;

/** Nielsen's: layer, to, from. A network with one gap has no need to count them. */
const standard: Template = { letter: 'w', superscript: 'l', subscript: 'ji' };
const standardOfOne: Template = { letter: 'w', superscript: '', subscript: 'ji' };

/** The template of the weights that lead to each unit. */
export function weightTemplates(
  statements: readonly WeightsStatement[],
  units: readonly Unit[],
  names: Lookup,
  report: Report,
): readonly Template[] {
  const settings = statements
    .flatMap((statement) => statement.entries)
    .map(({ layer, template }) => ({ target: layer, value: template, span: template.span }));
  const templates = settled('weights', settings, units, names, report);
  const isDeep = units.some((unit) => unit.layer > 1);
  return units.map(({ id }) => templates.get(id) ?? (isDeep ? standard : standardOfOne));
}

/**
 * The weight of every edge, the edges in the order of their heads, then of their tails.
 * An edge's own name goes first; the rest are named by the template of the unit that they lead to.
 */
export function nameWeights(
  wires: readonly PlacedWire[],
  templates: readonly Template[],
): readonly Weight[] {
  const inGap = new Map<number, number>();
  const makers = new Map<Template, ReturnType<typeof maker>>();
  let overall = 0;
  return wires.map(({ tail, head, weight }): Weight => {
    if (weight !== undefined) {
      return 'value' in weight
        ? { fixed: weight.value }
        : { name: bare(weight), span: weight.span };
    }
    const n = (inGap.get(head.layer) ?? 0) + 1;
    inGap.set(head.layer, n);
    overall++;
    const indices = { l: head.layer, j: head.index + 1, i: tail.index + 1, n, N: overall };
    const template = certain(templates[head.id]);
    const nameOf = makers.get(template) ?? maker(template);
    makers.set(template, nameOf);
    return { name: nameOf(indices), template };
  });
}
