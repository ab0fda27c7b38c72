import { beyondLoss } from '../calculus/beyond.ts';
import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { arrange } from '../diagram/arrange.ts';
import type { Picture } from '../figure.ts';
import type { Network } from '../network/network.ts';
import { printed } from '../network/printed.ts';
import type { LiveRequest } from '../network/request.ts';
import { element } from '../svg/build.ts';
import { draw } from '../svg/draw.ts';
import type { Element } from '../svg/element.ts';
import { linked, withWideLines } from '../svg/linked.ts';
import { compact } from './compact.ts';
import { controls } from './controls.ts';
import { type Dress, dressing, type Mark } from './dress.ts';
import { packed } from './packed.ts';
import { type NumberPlace, numberPlaces } from './places.ts';
import { readout } from './readout.ts';
import { revive } from './revive.ts';
import { frameOf, startOf } from './state.ts';

/**
 * The figure that can be touched, as it stands before it is: the network with its numbers, the gradient of the chosen
 * parameter, and all that the browser needs to go on from there.
 */
export function liveFigure(
  network: Network,
  request: LiveRequest,
  firstLink?: number,
): Picture | Diagnostic {
  const refused = beyondLoss(network);
  if (refused !== undefined) return { ...refused, span: request.span };
  const diagram = arrange(printed(network), {
    focus: [],
    outline: false,
    rest: 'dim',
    arrows: 'forward',
  });
  const model = compact(network, request);
  const state = startOf(model);
  const frame = frameOf(revive(model), state);
  const drawn = draw(diagram);
  const svg = withNumbers(
    firstLink === undefined ? withWideLines(drawn) : linked(drawn, network, firstLink),
    numberPlaces(diagram),
  );
  const { title, description } = diagram;
  return {
    ...request,
    kind: 'picture',
    diagram,
    svg: dressed(svg, dressing(frame, state)),
    title,
    description,
    live: {
      model: packed(model),
      readout: readout(model, state, frame),
      controls: controls(model, state),
    },
  };
}

/** The figure with an empty number in each place, and room for them. */
function withNumbers(svg: Element, places: readonly NumberPlace[]): Element {
  const texts = places.map(({ x, y, edge, unit }) =>
    element('text', {
      x: Math.round(x * 10) / 10,
      y: Math.round(y * 10) / 10,
      ...(edge === undefined ? { 'data-unit': certain(unit) } : { 'data-edge': edge }),
    }),
  );
  const height = Math.max(
    Number(svg.attributes.height),
    ...places.map(({ y }) => Math.ceil(y + below)),
  );
  const numbers = {
    class: 'network-numbers',
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    'font-size': 11,
    'font-family': 'sans-serif',
    ...halo,
  };
  return {
    ...svg,
    attributes: { ...svg.attributes, height, viewBox: `0 0 ${svg.attributes.width} ${height}` },
    children: [...svg.children, element('g', numbers, texts)],
  };
}

const below = 10;

/** Numbers stand on lines: these are cut off around them, in the colour of the paper. */
const halo = {
  fill: '#1b1b1f',
  stroke: '#fff',
  'stroke-width': 4,
  'paint-order': 'stroke',
  style:
    'fill:var(--network-ink,#1b1b1f);stroke:var(--network-paper,#fff);stroke-width:4;paint-order:stroke',
};

/** Every mark as it looks in the first frame. */
function dressed(part: Element, dressOf: (mark: Mark) => Dress): Element {
  const { name, attributes, children } = part;
  const { 'data-edge': edge, 'data-unit': unit } = attributes;
  const inside = children.map((child) =>
    typeof child === 'string' ? child : dressed(child, dressOf),
  );
  if (edge === undefined && unit === undefined) return { ...part, children: inside };
  const mark = {
    edge: edge === undefined ? undefined : Number(edge),
    unit: unit === undefined ? undefined : Number(unit),
    isNumber: name === 'text',
  };
  const { isOff, isChosen, text } = dressOf(mark);
  return {
    ...part,
    attributes: {
      ...attributes,
      ...(isOff && { 'data-off': '' }),
      ...(isChosen && { 'data-chosen': '' }),
    },
    children: text === undefined ? inside : [text],
  };
}
