import { certain } from '../certain.ts';
import { stem } from '../syntax/name.ts';
import { instantiate } from './template.ts';
import type { PlacedWire, Template } from './weights.ts';

/**
 * Whether it is sure without a look at the names that each weight has its own: all of them are named by templates
 * that tell both ends of an edge, `w^l_{ji}`, from one layer to the next, and no two layers share what stands before
 * the subscript. Where it is not sure, names are to be compared.
 */
export function areToldApart(
  wires: readonly PlacedWire[],
  templates: readonly Template[],
): boolean {
  const ofLayer = new Map<number, Template>();
  for (const { tail, head, weight } of wires) {
    if (weight !== undefined && !('value' in weight)) return false;
    if (tail.layer !== head.layer - 1) return false;
    const template = certain(templates[head.id]);
    const before = ofLayer.get(head.layer);
    if (before === template) continue;
    if (before !== undefined || !tellsBothEnds(template)) return false;
    ofLayer.set(head.layer, template);
  }
  const stems = [...ofLayer].map(([layer, template]) => stem(instantiate(template, { l: layer })));
  return new Set(stems).size === stems.length;
}

/** Neighbouring indices of more than one digit have a comma between them, so that no two pairs read alike. */
const tellsBothEnds = ({ superscript, subscript }: Template): boolean =>
  (subscript === 'ji' || subscript === 'ij') &&
  (superscript === '' || superscript === 'l' || /^\d+$/.test(superscript));
