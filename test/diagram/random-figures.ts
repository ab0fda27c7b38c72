import { randomSource } from '../../src/calculus/point.ts';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Diagram } from '../../src/diagram/diagram.ts';
import type { View } from '../../src/diagram/view.ts';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';
import { focusing } from './views.ts';

export interface RandomFigure {
  /** The block, and what is in focus: enough to draw it again. */
  readonly title: string;
  readonly diagram: Diagram;
}

/** Figures of two to four fully connected layers of up to four units. */
export function layeredFigures(count: number): readonly RandomFigure[] {
  const random = randomSource(4);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const hidden = Array.from(
      { length: Math.floor(random() * 3) },
      (_, layer) => `h^${layer + 1}[${upTo(4)}]`,
    );
    return figure([`x[${upTo(4)}]`, ...hidden, `y[${upTo(4)}]`].join(' -> '), random);
  });
}

/** Figures of any graph, with skip connections. */
export function graphFigures(count: number): readonly RandomFigure[] {
  const random = randomSource(5);
  return Array.from({ length: count }, () => figure(randomBlock(random), random));
}

/** Figures of deep networks and of large layers, which show a part of what there is. */
export function largeFigures(count: number): readonly RandomFigure[] {
  const random = randomSource(7);
  return Array.from({ length: count }, () => {
    const isDeep = random() < 0.5;
    const layers = isDeep ? 6 + Math.floor(random() * 12) : 3;
    const sizes = Array.from({ length: layers }, () =>
      isDeep ? pick([1, 2, 2, 3], random) : pick([3, 8, 9, 30], random),
    );
    const name = (layer: number): string => (layer === 0 ? 'x' : `h^{${layer}}`);
    return figure(sizes.map((size, layer) => `${name(layer)}[${size}]`).join(' -> '), random);
  });
}

const pick = <Member>(members: readonly [Member, ...Member[]], random: () => number): Member =>
  members[Math.floor(random() * members.length)] ?? members[0];

function figure(block: string, random: () => number): RandomFigure {
  const network = networkOf(block);
  const view = randomView(network, random);
  const focus = view.focus.map(({ subject }) => spell(subject)).join(' ');
  const title = `${block}\nfocus ${focus} ${view.direction ?? ''}`;
  return { title, diagram: arrange(network, view) };
}

/** With none to three weights in focus, and now and then with captions or a direction. */
function randomView(network: Network, random: () => number): View {
  const weights = network.parameters.filter(({ kind }) => kind === 'weight');
  const count = weights.length === 0 ? 0 : Math.floor(random() * 4);
  const names = Array.from(
    { length: count },
    () => weights[Math.floor(random() * weights.length)],
  ).flatMap((weight) => (weight ? [spell(weight.name)] : []));
  const captions = random() < 0.3 ? { captions: [...'abcdefghijklmnopqrst'] } : {};
  const direction = pick([undefined, undefined, 'right', 'down', 'up'] as const, random);
  return { ...focusing(network, ...names), ...captions, ...(direction && { direction }) };
}
