import type { EdgeId, Network, UnitId } from './network.ts';

/**
 * How many parts of figures one page can link to its equations: the style sheet has a rule for each of them, since
 * without JavaScript nothing else can tell one from another.
 */
export const mostLinks = 160;

/** How many numbers a network takes of those: one an edge, one a unit. */
export const linkCount = ({ edges, units }: Network): number => edges.length + units.length;

/** Where a network's links begin, if the page has room for all of them: half a figure linked would only mislead. */
export const roomFor = (network: Network, first: number | undefined): number | undefined =>
  (first ?? mostLinks) + linkCount(network) > mostLinks ? undefined : first;

/** The numbers of some edges and units, where the network's own begin with `first`; in rising order. */
export function linksOf(
  network: Network,
  first: number,
  part: { readonly edges: readonly EdgeId[]; readonly units: readonly UnitId[] },
): readonly number[] {
  const units = part.units.map((id) => first + network.edges.length + id);
  return [...part.edges.map((id) => first + id), ...units].sort((a, b) => a - b);
}

/** The class by which a figure's part and the terms that speak of it are known. */
export const linkClass = (link: number): string => `network-p${link}`;

/** The classes of a term. */
export const termClasses = (links: readonly number[]): readonly string[] => [
  'network-term',
  ...links.map(linkClass),
];
