import { linkClass, linksOf } from '../network/links.ts';
import type { Network } from '../network/network.ts';
import { element } from './build.ts';
import type { Element } from './element.ts';

/**
 * A figure whose marks bear the classes by which equations know the edges and units of its network; what only the
 * figure has is left out. Under each line lies a wide one that nobody sees, since a thin one is hard to point at.
 *
 * @param first the number with which the network's links begin on its page
 */
export function linked(svg: Element, network: Network, first: number): Element {
  const classOf = ({ 'data-edge': edge, 'data-unit': unit }: Element['attributes']) => {
    const edges = network.edges.filter(({ id }) => id === edge).map(({ id }) => id);
    const units = network.units.filter(({ id }) => id === unit).map(({ id }) => id);
    const [link] = linksOf(network, first, { edges, units });
    return link === undefined ? {} : { class: linkClass(link) };
  };
  const walk = (part: Element): Element => {
    const { attributes, children } = part;
    const inside = children.map((child) => (typeof child === 'string' ? child : walk(child)));
    if (attributes.class === 'network-edges') {
      const wide = inside.flatMap((child) => (typeof child === 'string' ? [] : [wideLine(child)]));
      return { ...part, children: [...wide, ...inside] };
    }
    return { ...part, attributes: { ...attributes, ...classOf(attributes) }, children: inside };
  };
  return walk(svg);
}

const wideLine = ({ attributes: { d = '', class: name = '' } }: Element): Element =>
  element('path', {
    d,
    class: name,
    'stroke-opacity': 0,
    'stroke-width': 14,
    // Where a host loses attributes with a hyphen, it must not be seen either.
    style: 'stroke-opacity:0;stroke-width:14',
  });
