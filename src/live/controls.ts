import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { signElement } from './formula.ts';
import type { Model, Sign } from './model.ts';
import { shown } from './number.ts';
import { reachOf } from './plots.ts';
import { type Frame, type Knob, knobValue, type State } from './state.ts';

/** A knob with its name, and how far its slider goes. */
interface Row {
  readonly knob: Knob;
  readonly sign: Sign;
  readonly reach: number;
}

/** More rows than this are folded away at first. */
const fewRows = 4;

/** What a reader can do with a figure, in every frame. */
export function controls(
  model: Model,
  state: State,
  frame: Frame,
  isRunning: boolean,
): readonly Element[] {
  const rows = rowsOf(model, frame);
  const chosen = rows.filter(
    ({ knob }) => knob.kind === 'parameter' && knob.place === state.chosen,
  );
  const inputs = rows.filter(({ knob }) => knob.kind === 'input');
  const near = [...chosen, ...(inputs.length < fewRows ? inputs : [])];
  const far = rows.filter((row) => !near.includes(row));
  const list = (of: readonly Row[]): Element =>
    element(
      'div',
      { class: 'network-knobs' },
      of.flatMap((row) => knobRow(row, state, frame)),
    );
  return [
    list(near),
    element('details', { class: 'network-more' }, [
      element('summary', {}, ['All numbers']),
      list(far),
    ]),
    buttons(state, isRunning),
    ...(state.examples.length > 1 ? [examples(state)] : []),
  ];
}

function rowsOf({ units, targets, parameters, rate }: Model, { network }: Frame): readonly Row[] {
  return [
    ...network.inputs.map((id, place): Row => {
      return { knob: { kind: 'input', place }, sign: units[id]?.sign ?? ['x', '', ''], reach: 2 };
    }),
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

/** A name to choose, a slider, the number to be typed, and for a parameter its gradient. */
function knobRow(
  { knob, sign, reach }: Row,
  state: State,
  { gradients }: Frame,
): readonly Element[] {
  const { kind, place } = knob;
  const value = knobValue(state, knob);
  const id = `${kind}:${place}`;
  const label = spoken(sign);
  const name = element('math', {}, [signElement(sign)]);
  const held = { 'data-knob': id, value: Number(value.toFixed(4)) };
  const min = kind === 'rate' ? 0 : -reach;
  return [
    kind === 'parameter'
      ? element(
          'button',
          {
            type: 'button',
            'data-choose': place,
            'aria-pressed': String(place === state.chosen),
          },
          [
            element('math', { 'aria-hidden': 'true' }, [signElement(sign)]),
            element('span', { class: 'network-spoken' }, [`Choose ${label}`]),
          ],
        )
      : element('span', {}, [name]),
    // A slider rounds its value to its steps, so that they must be known before it.
    element('input', { type: 'range', min, max: reach, step: 0.01, 'aria-label': label, ...held }),
    element('input', { type: 'number', step: 'any', 'aria-label': `${label} in digits`, ...held }),
    element('span', { class: 'network-slope' }, [
      kind === 'parameter' ? `slope ${shown(gradients.parameters.get(place) ?? 0)}` : '',
    ]),
  ];
}

function buttons({ steps }: State, isRunning: boolean): Element {
  const button = (act: string, label: string): Element =>
    element('button', { type: 'button', 'data-act': act }, [label]);
  return element('div', { class: 'network-buttons' }, [
    button('step', 'Step downhill'),
    button('run', isRunning ? 'Pause' : 'Run'),
    button('reset', 'Reset'),
    element('span', {}, [steps === 0 ? '' : `${steps} ${steps === 1 ? 'step' : 'steps'}`]),
  ]);
}

function examples({ examples, example }: State): Element {
  const options = examples.map(({ inputs, targets }, place) => {
    const selected = place === example ? { selected: '' } : {};
    return element('option', { value: place, ...selected }, [
      `${inputs.map(shown).join(', ')} → ${targets.map(shown).join(', ')}`,
    ]);
  });
  return element('label', { class: 'network-examples' }, [
    'Example ',
    element('select', { 'data-act': 'example' }, options),
    ' Steps go by all.',
  ]);
}

/** A name as it is read aloud: `w 1 11`. */
export const spoken = (sign: Sign): string => sign.filter((part) => part !== '').join(' ');
