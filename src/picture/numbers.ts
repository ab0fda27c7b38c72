import { backward } from '../calculus/backward.ts';
import { numbers } from '../calculus/field.ts';
import { forward, type Point } from '../calculus/forward.ts';
import { exampleCount } from '../calculus/given.ts';
import { worldAt } from '../calculus/world.ts';
import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Measure, View } from '../diagram/view.ts';
import type { Drawn } from '../network/drawn.ts';
import type { EdgeId, Network, UnitId } from '../network/network.ts';
import type { FigureRequest } from '../network/request.ts';
import { gradientLabel } from './labels.ts';
import { missingValues } from './missing.ts';

type Values<Id> = ReadonlyMap<Id, number>;

/** The numbers that a figure shows, from the block's values; what is missing for them otherwise. */
export function figureNumbers(
  network: Network,
  shown: Drawn,
  request: FigureRequest,
): Pick<View, 'numbers' | 'widths'> | Diagnostic {
  const { numbers: wanted, widths } = request;
  if (!wanted.units && wanted.edges === undefined && widths === undefined) return {};
  const mistake = missingValues(network, request);
  if (mistake !== undefined) return mistake;
  const points = exampleNumbers(network, request).map((example) => pointOf(network, example));
  const point = certain(points[0]);
  const edges = (of: 'weights' | 'gradients'): Values<EdgeId> =>
    of === 'weights' ? weights(shown.network) : gradients(network, shown.network, points);
  const found = {
    numbers: {
      ...(wanted.units && { units: values(network, shown, point) }),
      ...(wanted.edges && {
        edges: edges(wanted.edges),
        measure: measure(shown.network, wanted.edges),
      }),
    },
    ...(widths && {
      widths: { measure: measure(shown.network, widths), edges: edges(widths) },
    }),
  };
  const all = [found.numbers.units, found.numbers.edges, found.widths?.edges];
  return all.some((values) => ![...(values?.values() ?? [])].every(Number.isFinite))
    ? notFinite(request)
    : found;
}

/** Of units the values are of one example; gradients are of the mean over all, unless one is asked for. */
const exampleNumbers = (network: Network, { example }: FigureRequest): readonly number[] =>
  example === undefined
    ? Array.from({ length: exampleCount(network) }, (_, place) => place + 1)
    : [example];

/** `w`, or `∂E/∂w`, in the letter of the network's own weights. */
function measure(network: Network, of: Measure['of']): Measure {
  const letter = network.parameters.find(({ kind }) => kind === 'weight')?.name.letter ?? 'w';
  const name = { letter, superscript: '', subscript: '' };
  return { of, symbol: of === 'weights' ? [{ kind: 'name', name }] : gradientLabel(network, name) };
}

/** A value for everything that is given; 0 stands where `missingValues` found nothing to be needed. */
function pointOf(network: Network, example: number): Point<number> {
  const given = network.examples[example - 1];
  return {
    inputs: given?.inputs ?? new Map(),
    targets: given?.targets ?? new Map(),
    parameters: new Map(network.parameters.map(({ id, value = 0 }) => [id, value])),
  };
}

/** Of units, of targets where each output has its own, and of the loss. */
function values(network: Network, { extras }: Drawn, point: Point<number>): Values<UnitId> {
  const world = worldAt(network, point, numbers);
  const of = (kind: 'target' | 'loss'): readonly UnitId[] =>
    [...extras].filter(([, each]) => each === kind).map(([unit]) => unit);
  const targets = of('target').length === network.outputs.length ? of('target') : [];
  return new Map([
    ...network.units.map(({ id }) => [id, world.value({ kind: 'unit', unit: id })] as const),
    ...targets.map(
      (id, place) => [id, certain(point.targets.get(certain(network.outputs[place])))] as const,
    ),
    ...of('loss').map((id) => [id, world.value({ kind: 'loss' })] as const),
  ]);
}

function weights({ edges, parameters }: Network): Values<EdgeId> {
  return new Map(
    edges.map(({ id, weight }) => [
      id,
      'fixed' in weight ? weight.fixed : certain(certain(parameters[weight.parameter]).value),
    ]),
  );
}

/** ∂E/∂w of the weight of each edge that has one, by one backward pass an example; a shared weight's is the same on all its edges. */
function gradients(
  network: Network,
  { edges }: Network,
  points: readonly Point<number>[],
): Values<EdgeId> {
  const slopes = points.map(
    (point) => backward(network, point, forward(network, point, numbers)).parameters,
  );
  const mean = (parameter: number): number =>
    slopes.reduce((sum, each) => sum + certain(each.get(parameter)), 0) / slopes.length;
  const shrink = (parameter: number): number => {
    const { kind, value = 0 } = certain(network.parameters[parameter]);
    return kind === 'weight' ? (network.loss.decay ?? 0) * value : 0;
  };
  return new Map(
    edges.flatMap(({ id, weight }) =>
      'fixed' in weight ? [] : [[id, mean(weight.parameter) + shrink(weight.parameter)] as const],
    ),
  );
}

function notFinite({ span }: FigureRequest): Diagnostic {
  const message = 'With these values a number of this figure is beyond all bounds, or none at all.';
  const hint = 'Take smaller values. A cross-entropy also needs outputs between 0 and 1.';
  return { code: 'not-finite', message, hint, span };
}
