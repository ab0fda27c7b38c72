import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { hiddenUnits } from './columns.ts';
import { connections } from './describe-edges.ts';
import { focusSentence, outlineSentence } from './describe-focus.ts';
import type { Plan } from './plan.ts';
import { counted, listed, spokenNumber, unitName, unitNames } from './say.ts';
import { type ShownLayer, shownLayers, unitsIn } from './shown.ts';
import { spoken } from './typeset.ts';
import type { View } from './view.ts';

/** What the figure is, in a few words: its accessible name. */
export function title(network: Network, view: View): string {
  const { inputs, outputs, units } = network;
  const hidden = units.length - (view.extras?.size ?? 0) - inputs.length - outputs.length;
  const parts = [
    counted(inputs.length, 'input'),
    ...(hidden > 0 ? [counted(hidden, 'hidden unit')] : []),
    counted(outputs.length, 'output'),
  ];
  const whole = `network of ${listed(parts)}`;
  const focus = [...new Set(view.focus.map((each) => spoken(each.subject)))];
  if (view.only !== undefined) return `Part of a ${whole}`;
  return focus.length === 0 ? `A ${whole}` : `A ${whole}, with ${listed(focus)} in focus`;
}

/**
 * What the figure shows, such that a reader who can't see it could draw it: units by layer, edges with their weights,
 * and for each focus what it reaches and on which paths.
 */
export function description(network: Network, view: View, plan: Plan, lines: number): string {
  const shown = shownLayers(network, view);
  const sentences = [
    layers(network, view),
    ...extras(network, view),
    ...shown.flatMap((layer, place) => [
      ...skipped(network, view, layer, shown[place - 1]),
      ...leftOut(network, view, layer),
    ]),
    lines > 1
      ? `The figure has ${lines} lines; each begins with the layer that the one above ends with.`
      : '',
    ...activations(network, view),
    ...connections(network, view),
    ...values(network, view),
    ...(view.widths === undefined ? [] : [widths[view.widths.measure.of]]),
    ...(view.numbers?.edges === undefined ? [named[plan.labelled]] : []),
    directions[view.arrows],
    ...view.focus.flatMap((focus) => [
      ...(view.outline ? [outlineSentence(network, view, focus)] : []),
      focusSentence(network, view, focus),
    ]),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const named: Readonly<Record<Plan['labelled'], string>> = {
  all: '',
  focus: 'The figure names the weights in focus only.',
  none: 'The figure does not name the single weights.',
};
const widths = {
  weights: 'The wider an edge, the larger its weight; those below 0 are dashed.',
  gradients: 'The wider an edge, the larger the gradient by its weight; those below 0 are dashed.',
};
const directions: Readonly<Record<View['arrows'], string>> = {
  forward: '',
  backward: 'The arrows point backward.',
  none: 'The edges have no arrows.',
};
const courses = {
  right: 'from left to right',
  down: 'from top to bottom',
  up: 'from bottom to top',
} as const;
/** As many units' values are told. */
const mostValues = 40;
const numerals = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

const isDrawn = ({ only }: View, unit: UnitId): boolean => only?.units.has(unit) ?? true;

function layers(network: Network, view: View): string {
  const drawn = network.layers
    .map(({ units }) => units.filter((unit) => isDrawn(view, unit)))
    .filter((units) => units.length > 0)
    .map((units) => unitNames(network, view, units));
  const [first, ...more] = drawn;
  if (more.length === 0) return `One layer: ${first}.`;
  return `${numerals[drawn.length] ?? drawn.length} layers ${courses[certain(view.direction)]}: ${drawn.join('; ')}.`;
}

function extras(network: Network, view: View): readonly string[] {
  const drawn = [...(view.extras ?? [])].filter(([unit]) => isDrawn(view, unit));
  const of = (kind: string): readonly string[] =>
    drawn.filter(([, each]) => each === kind).map(([unit]) => unitName(network, view, unit));
  const [biases, targets, loss] = [of('bias'), of('target'), of('loss')];
  const parts = [
    ...(biases.length > 0 ? [`${listed(biases)}, ${biases.length > 1 ? 'each ' : ''}a 1`] : []),
    ...(targets.length > 0
      ? [`the ${targets.length > 1 ? 'targets' : 'target'} ${listed(targets)}`]
      : []),
    ...(loss.length > 0 ? [`the loss ${loss[0]}`] : []),
  ];
  if (parts.length === 0) return [];
  const alone = biases.length + targets.length + loss.length === 1;
  return [`Beside them ${alone ? 'stands' : 'stand'} ${parts.join('; ')}.`];
}

function leftOut(network: Network, view: View, shown: ShownLayer): readonly string[] {
  const { units } = shown.layer;
  if (hiddenUnits(shown) === 0) return [];
  const drawn = unitsIn(shown).filter((unit) => units.includes(unit) && isDrawn(view, unit));
  const names = listed(drawn.map((unit) => unitName(network, view, unit)));
  return [`Of ${unitNames(network, view, units)} the figure shows ${names}.`];
}

function skipped(
  network: Network,
  view: View,
  { layer, skipped }: ShownLayer,
  before: ShownLayer | undefined,
): readonly string[] {
  if (skipped === 0 || before === undefined) return [];
  const [from, to] = [before.layer, layer].map(({ units }) => unitNames(network, view, units));
  return [`The figure leaves out ${counted(skipped, 'layer')} between ${from} and ${to}.`];
}

/** The numbers that stand in units, of as many as can be listened to. */
function values(network: Network, view: View): readonly string[] {
  const told = [...(view.numbers?.units ?? [])]
    .filter(([unit]) => isDrawn(view, unit))
    .map(([unit, value]) => `${unitName(network, view, unit)} ${spokenNumber(value)}`);
  if (told.length === 0) return [];
  const more = told.length - mostValues;
  return [
    `Values: ${told.slice(0, mostValues).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  ];
}

/** Layer by layer where a layer has one activation, else unit by unit. */
function activations(network: Network, view: View): readonly string[] {
  if (view.activations === undefined) return [];
  const said = network.layers.slice(1).flatMap(({ units }) => {
    const drawn = units.filter((unit) => isDrawn(view, unit) && view.activations?.has(unit));
    const names = [...new Set(drawn.map((unit) => certain(network.units[unit]).activation.name))];
    return names.map((name) => {
      const members = drawn.filter((unit) => network.units[unit]?.activation.name === name);
      return `${unitNames(network, view, members)}: ${name}`;
    });
  });
  return [`Activations: ${said.join('; ')}.`];
}
