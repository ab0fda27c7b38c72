import { certain } from '../certain.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { signElement, spoken } from './formula.ts';
import type { Model, Sign } from './model.ts';
import { shown } from './number.ts';
import { reachOf } from './plots.ts';
import { type Knob, knobValue, type State } from './state.ts';

/** A knob with its name, and how far its slider goes. */
interface Row {
  readonly knob: Knob;
  readonly sign: Sign;
  readonly reach: number;
}

/** More inputs than this are folded away at first. */
const fewInputs = 3;

/**
 * What a reader can do with a figure, as it is built: the browser finds all of it in the page, and only moves values.
 * Near at hand are the chosen parameter and a few inputs, all else is folded away.
 */
export function controls(model: Model, state: State): readonly Element[] {
  const rows = rowsOf(model);
  const inputs = certain(model.examples[0]).inputs.length;
  const isNear = ({ knob: { kind, place } }: Row): boolean =>
    kind === 'parameter' ? place === state.chosen : kind === 'input' && inputs <= fewInputs;
  const list = (of: readonly Row[]): Element =>
    element(
      'div',
      { class: 'network-knobs' },
      of.map((row) => knobRow(row, state)),
    );
  const chosen = rows.filter((row) => isNear(row) && row.knob.kind === 'parameter');
  const others = rows.filter((row) => isNear(row) && row.knob.kind !== 'parameter');
  // Where a derivation is too long to be told whole, the gradient above says all that there is.
  const hasMore = model.lines.some((lines) => lines.length > 2);
  return [
    list([...chosen, ...others]),
    element('details', { class: 'network-more' }, [
      element('summary', {}, ['All numbers']),
      list(rows.filter((row) => !isNear(row))),
    ]),
    ...(hasMore
      ? [
          element('details', { class: 'network-lines' }, [
            element('summary', {}, ['Every line of the derivation, in numbers']),
            element('div', {
              class: 'network-formula',
              tabindex: 0,
              role: 'group',
              'aria-label': 'Derivation',
            }),
          ]),
        ]
      : []),
    buttons(),
    ...(state.examples.length > 1 ? [examples(state)] : []),
    element('label', { class: 'network-only' }, [
      element('input', { type: 'checkbox' }),
      'Nothing but what the chosen weight can reach',
    ]),
    // No paragraph: some hosts take empty ones away.
    element('div', { class: 'network-proof' }),
  ];
}

function rowsOf({ units, edges, targets, parameters, rate }: Model): readonly Row[] {
  const inputs = units.filter((_, id) => edges.every(([, to]) => to !== id));
  return [
    ...inputs.map(({ sign }, place): Row => ({ knob: { kind: 'input', place }, sign, reach: 2 })),
    ...targets.map((sign, place): Row => ({ knob: { kind: 'target', place }, sign, reach: 2 })),
    ...parameters.map(
      ({ sign, value }, place): Row => ({
        knob: { kind: 'parameter', place },
        sign,
        reach: reachOf(value),
      }),
    ),
    { knob: { kind: 'rate', place: 0 }, sign: ['η', '', ''], reach: Math.max(1, 2 * rate) },
  ];
}

/** A name, to choose where it is a parameter's, a slider, the number to be typed, and room for a slope. */
function knobRow({ knob, sign, reach }: Row, state: State): Element {
  const { kind, place } = knob;
  const label = spoken(sign);
  const name = [signElement(sign)];
  const value = Number(knobValue(state, knob).toFixed(4));
  const min = kind === 'rate' ? 0 : -reach;
  const chosen = String(place === state.chosen);
  return element('div', { class: 'network-row', 'data-knob': `${kind}:${place}` }, [
    kind === 'parameter'
      ? element('button', { type: 'button', 'aria-pressed': chosen }, [
          element('math', { 'aria-hidden': 'true' }, name),
          element('span', { class: 'network-spoken' }, [`Choose ${label}`]),
        ])
      : element('span', {}, [element('math', {}, name)]),
    // A slider rounds its value to its steps, so that they must be known before it.
    element('input', { type: 'range', min, max: reach, step: 0.01, 'aria-label': label, value }),
    element('input', { type: 'number', step: 'any', 'aria-label': `${label} in digits`, value }),
    element('span', { class: 'network-slope' }),
  ]);
}

function buttons(): Element {
  const button = (act: string, label: string): Element =>
    element('button', { type: 'button', 'data-act': act }, [label]);
  return element('div', { class: 'network-buttons' }, [
    button('step', 'Step downhill'),
    button('run', 'Run'),
    button('reset', 'Reset'),
    element('span', {}),
  ]);
}

function examples({ examples }: State): Element {
  const options = examples.map(({ inputs, targets }, place) =>
    element('option', { value: place }, [
      `${inputs.map(shown).join(', ')} → ${targets.map(shown).join(', ')}`,
    ]),
  );
  return element('label', { class: 'network-examples' }, [
    'Example ',
    element('select', {}, options),
    ' Steps go by all.',
  ]);
}
