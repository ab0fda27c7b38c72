import { certain } from '../certain.ts';
import { linkClass, linksOf } from '../network/links.ts';
import type { Network } from '../network/network.ts';
import { element } from './build.ts';
import type { Element } from './element.ts';

/**
 * A figure whose marks bear the classes by which equations know the edges and units of its network; what only the
 * figure has is left out.
 *
 * @param first the number with which the network's links begin on its page
 */
export function linked(svg: Element, network: Network, first: number): Element {
  const withClass = (attributes: Element['attributes']): Element['attributes'] => {
    const edges = idsIn(network.edges, attributes['data-edge']);
    const units = idsIn(network.units, attributes['data-unit']);
    if (edges.length + units.length === 0) return attributes;
    const [link] = linksOf(network, first, { edges, units });
    return { ...attributes, class: linkClass(certain(link)) };
  };
  const walk = ({ name, attributes, children }: Element): Element =>
    element(
      name,
      withClass(attributes),
      children.map((child) => (typeof child === 'string' ? child : walk(child))),
    );
  return walk(withWideLines(svg));
}

/** The id that an attribute tells, where a network has such a part. */
const idsIn = (parts: readonly object[], id: string | number | undefined): readonly number[] =>
  typeof id === 'number' && id < parts.length ? [id] : [];

/** Under each line a wide one that nobody sees, since a thin one is hard to point at. */
export function withWideLines(svg: Element): Element {
  const children = svg.children.map((child) => {
    if (typeof child === 'string' || child.attributes.class !== 'network-edges') return child;
    const lines = child.children.filter((line) => typeof line !== 'string');
    return { ...child, children: [...lines.map(wideLine), ...lines] };
  });
  return { ...svg, children };
}

function wideLine(line: Element): Element {
  const { d = '', 'data-edge': edge = '' } = line.attributes;
  const attributes = {
    d,
    'data-edge': edge,
    'stroke-opacity': 0,
    'stroke-width': 14,
    // Where a host loses attributes with a hyphen, it must not be seen either.
    style: 'stroke-opacity:0;stroke-width:14',
  };
  return element('path', attributes);
}
