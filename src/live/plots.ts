import { certain } from '../certain.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { signElement } from './formula.ts';
import type { Model } from './model.ts';
import { shown } from './number.ts';
import { errorAt, type Frame, type State } from './state.ts';

const size = { width: 260, height: 130, margin: 8 } as const;
const samples = 61;

/** How far a slider goes to either side of 0: to the next whole number beyond the value that the figure began with. */
export const reachOf = (start: number): number => Math.max(2, Math.ceil(Math.abs(start) * 1.5));

/** Where numbers lie in a plot, so that all of them are seen. */
function scale(values: readonly number[], length: number): (value: number) => number {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = length - 2 * size.margin;
  return (value) =>
    Math.round((size.margin + ((value - low) / (high - low || 1)) * room) * 10) / 10;
}

/** A line through all points that have a place; it begins anew behind a gap. */
const line = (points: readonly (readonly [number, number])[]): string =>
  points
    .map((point, place) => {
      if (!hasPlace(point)) return '';
      const before = points[place - 1];
      return `${before && hasPlace(before) ? 'L' : 'M'}${point.join(' ')}`;
    })
    .join('');

const hasPlace = (point: readonly [number, number]): boolean => point.every(Number.isFinite);

function plot(label: string, marks: readonly Element[], caption: Element['children']): Element {
  const { width, height } = size;
  const attributes = { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label };
  return element('div', { class: 'network-plot' }, [
    element('svg', attributes, marks),
    element('p', {}, caption),
  ]);
}

const name = (sign: Model['error']): Element => element('math', {}, [signElement(sign)]);

/** The error over the chosen parameter, all else being as it is, with its tangent: the gradient is the slope of that. */
export function errorCurve(
  model: Model,
  state: State,
  { network, pass, gradients }: Frame,
): Element {
  const { chosen } = state;
  const { sign, value: start } = certain(model.parameters[chosen]);
  const here = certain(state.parameters[chosen]);
  const reach = Math.max(reachOf(start), Math.abs(here));
  const at = Array.from(
    { length: samples },
    (_, place) => ((2 * place) / (samples - 1) - 1) * reach,
  );
  const errors = at.map((value) => errorAt(network, state, value));
  const x = scale(at, size.width);
  const up = scale([0, ...errors], size.height);
  const y = (error: number): number => Math.round((size.height - up(error)) * 10) / 10;
  const slope = certain(gradients.parameters.get(chosen));
  const tangent = [-0.3 * reach, 0.3 * reach].map(
    (by) => [x(here + by), y(pass.loss + slope * by)] as const,
  );
  const point = [x(here), y(pass.loss)] as const;
  const [cx, cy] = point;
  return plot(
    'The error over the weight, with its tangent',
    [
      element('path', {
        class: 'network-axis',
        d: line([
          [size.margin, y(0)],
          [size.width - size.margin, y(0)],
        ]),
      }),
      element('path', {
        class: 'network-curve',
        d: line(at.map((value, place) => [x(value), y(certain(errors[place]))])),
      }),
      element('path', { class: 'network-tangent', d: line(tangent) }),
      ...(hasPlace(point) ? [element('circle', { class: 'network-here', cx, cy, r: 5 })] : []),
    ],
    [name(model.error), ' over ', name(sign), `; the slope here is ${shown(slope)}.`],
  );
}

/** The error over the steps that were taken. */
export function trainingCurve(model: Model, { history, steps }: State): Element {
  const x = scale([0, Math.max(1, history.length - 1)], size.width);
  const up = scale([0, ...history], size.height);
  const points = history.map((error, place) => [x(place), size.height - up(error)] as const);
  return plot(
    'The error over the steps',
    [
      element('path', {
        class: 'network-axis',
        d: line([
          [size.margin, size.height - size.margin],
          [size.width - size.margin, size.height - size.margin],
        ]),
      }),
      element('path', { class: 'network-curve', d: line(points) }),
    ],
    [name(model.error), ` after ${steps} steps: ${shown(certain(history.at(-1)))}.`],
  );
}
