import { certain } from '../certain.ts';
import { centredAt, typeset } from '../diagram/typeset.ts';
import type { Edge, Network, UnitId } from '../network/network.ts';
import { pathCounts } from '../network/reach.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { paint, strokes } from '../svg/paint.ts';
import type { Name } from '../syntax/document.ts';

/** In pixels: small enough for eight columns to stand side by side on a phone. */
const radius = 12;
const [column, row, margin] = [40, 40, 4];
/** Room above everything for the names of the weight and of the error. */
const above = 26;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A network with one weight whose paths are lit. In each unit stands how many paths lead there from the weight, in the
 * last circle, the error, how many there are in all.
 *
 * @param edge the weight's own
 * @param name the weight's
 */
export function sketch(network: Network, edge: Edge, name: Name, title: string): Element {
  const { layers, units, edges, outputs, notation } = network;
  const { from: tail, to: head } = edge;
  const counts = pathCounts(network, [head]);
  const reaches = (id: UnitId): boolean => counts.has(id);
  const tallest = Math.max(...layers.map((layer) => layer.units.length));
  const x = (layer: number): number => margin + radius + layer * column;
  const y = (place: number, of: number): number =>
    above + radius + (place + (tallest - of) / 2) * row;
  const at = (id: UnitId): Point => {
    const { layer, index } = certain(units[id]);
    return { x: x(layer), y: y(index, certain(layers[layer]).units.length) };
  };
  const error = { x: x(layers.length), y: y(0, 1) };
  const lines = (isLit: boolean): Element[] => [
    ...edges
      .filter(({ id, from }) => (id === edge.id || reaches(from)) === isLit)
      .map(({ from, to }) => line(at(from), at(to))),
    ...outputs.filter((id) => reaches(id) === isLit).map((id) => line(at(id), error)),
  ];
  const discs = (isLit: boolean): Element[] =>
    units.filter(({ id }) => (id === tail || reaches(id)) === isLit).map(({ id }) => disc(at(id)));
  const counted = [...units.keys()]
    .filter(reaches)
    .map((id) => number(at(id), certain(counts.get(id))));
  // Behind a hidden layer, every output is reached.
  const all = outputs.reduce((sum, id) => sum + certain(counts.get(id)), 0n);
  const [start, end] = [at(tail), at(head)];
  const between = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - 17 };
  const loss = { letter: notation.loss, superscript: '', subscript: '' };
  const [width, height] = [error.x + radius + margin, y(tallest - 1, tallest) + radius + margin];
  const ink = paint('plain', { fill: 'ink' });
  return element(
    'svg',
    { ...frame, viewBox: `0 0 ${width} ${height}`, width, height, 'aria-label': title },
    [
      element('g', strokes(paint('dim', { stroke: 'edge' }), { width: 1.2 }), lines(false)),
      element('g', strokes(paint('focus-0', { stroke: 'edge' }), { width: 2 }), lines(true)),
      element(
        'g',
        strokes(paint('dim', { fill: 'unit', stroke: 'rim' }), { width: 1.2 }),
        discs(false),
      ),
      element('g', strokes(paint('plain', { fill: 'unit', stroke: 'rim' }), { width: 1.5 }), [
        ...discs(true),
        disc(error),
      ]),
      element('g', { ...numbers, ...ink }, [...counted, number(error, all)]),
      element('g', { transform: 'scale(0.0625)', ...ink }, [
        label(certain(units[tail]).name, start),
        label(name, between),
        label(loss, { x: error.x, y: error.y - radius - 9 }),
      ]),
    ],
  );
}

const frame = {
  xmlns: 'http://www.w3.org/2000/svg',
  class: 'network-sketch',
  role: 'img',
} as const;
const numbers = {
  'text-anchor': 'middle',
  'dominant-baseline': 'central',
  'font-size': 11,
  'font-family': 'sans-serif',
} as const;

const short = (value: number): number => Math.round(value * 10) / 10;

/** From the rim of one disc to that of the other. */
function line(from: Point, to: Point): Element {
  const share = radius / Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [(to.x - from.x) * share, (to.y - from.y) * share];
  const d = `M${short(from.x + x)} ${short(from.y + y)}L${short(to.x - x)} ${short(to.y - y)}`;
  return element('path', { d });
}

const disc = ({ x, y }: Point): Element => element('circle', { cx: x, cy: y, r: radius });

const number = ({ x, y }: Point, count: bigint): Element =>
  element('text', { x, y }, [String(count)]);

const label = (name: Name, centre: Point): Element =>
  element('path', { d: centredAt(typeset([{ kind: 'name', name }], 14), centre).ink });
