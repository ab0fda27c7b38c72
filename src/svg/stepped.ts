import { element } from './build.ts';
import type { Element } from './element.ts';

/** The class of what is lit at a step, counted from 1. */
export const stepClass = (step: number): string => `network-at-${step}`;

/**
 * A figure whose edges and units bear the classes of the steps that are about them.
 *
 * @param steps the edges and units of each
 */
export function stepped(
  svg: Element,
  steps: readonly { readonly edges: readonly number[]; readonly units: readonly number[] }[],
): Element {
  const walk = ({ name, attributes, children }: Element): Element => {
    const { 'data-edge': edge, 'data-unit': unit, class: own } = attributes;
    const at = steps.flatMap(({ edges, units }, place) =>
      edges.some((id) => id === edge) || units.some((id) => id === unit)
        ? [stepClass(place + 1)]
        : [],
    );
    const classes = own === undefined ? at : [own, ...at];
    return element(
      name,
      at.length === 0 ? attributes : { ...attributes, class: classes.join(' ') },
      children.map((child) => (typeof child === 'string' ? child : walk(child))),
    );
  };
  return walk(svg);
}
