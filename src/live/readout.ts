import { certain } from '../certain.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import {
  type Code,
  formula,
  gradientElement,
  hasDerivative,
  namesOf,
  shortened,
  signElement,
  valuesOf,
  type Written,
} from './formula.ts';
import type { Model } from './model.ts';
import { shown } from './number.ts';
import { errorCurve, trainingCurve } from './plots.ts';
import type { Frame, State } from './state.ts';

/** What stands beside the figure in every frame, the built one included: the gradient in symbols and numbers, and the plots. */
export function readout(model: Model, state: State, frame: Frame): readonly Element[] {
  const plots = model.plots.flatMap((plot) => {
    if (plot === 'error') return [errorCurve(model, state, frame)];
    return plot === 'training' && state.steps > 0 ? [trainingCurve(model, state)] : [];
  });
  return [
    element(
      'div',
      { class: 'network-formula', tabindex: 0, role: 'group', 'aria-label': 'Gradient' },
      [derivation(model, state, frame)],
    ),
    ...(plots.length > 0 ? [element('div', { class: 'network-plots' }, plots)] : []),
  ];
}

/** The chosen parameter's gradient: by the chain rule, as it comes out, with the numbers in place, and its value; then the error. */
function derivation(model: Model, state: State, frame: Frame): Element {
  const lines = shortened(certain(model.lines[state.chosen]));
  const names = namesOf(model);
  const last = lines.at(-1);
  return table(model, state, [
    ...lines.map((line) => formula(line, names)),
    ...(last === undefined || hasDerivative(last) ? [] : [inNumbers(last, frame, names)]),
    number(certain(frame.gradients.parameters.get(state.chosen)), ' network-result'),
    [signElement(model.error), number(frame.pass.loss)],
  ]);
}

/** Every line of it, each with its numbers below. */
export function everyLine(model: Model, state: State, frame: Frame): Element {
  const names = namesOf(model);
  const lines = certain(model.lines[state.chosen]);
  return table(
    model,
    state,
    lines.flatMap((line) => [formula(line, names), inNumbers(line, frame, names)]),
  );
}

/** Right sides below each other, the first of them that of the gradient; or both sides. */
function table(
  model: Model,
  { chosen }: State,
  rows: readonly (Element | readonly [Element, Element])[],
): Element {
  const gradient = gradientElement(model, certain(model.parameters[chosen]).sign);
  const cell = (children: Element['children']): Element =>
    element('mtd', {}, [element('mstyle', { displaystyle: 'true' }, children)]);
  const line = (row: (typeof rows)[number], place: number): Element => {
    const [left, right] = 'name' in row ? [place === 0 ? [gradient] : [], row] : [[row[0]], row[1]];
    return element('mtr', {}, [cell(left), cell([element('mo', {}, ['=']), right])]);
  };
  return element('math', { display: 'block' }, [element('mtable', {}, rows.map(line))]);
}

const number = (value: number, kind = ''): Element =>
  element('mn', { class: `network-value${kind}` }, [shown(value)]);

const inNumbers = (line: Code, frame: Frame, names: Written): Element =>
  formula(
    line,
    valuesOf((symbol) => symbolValue(frame, symbol)),
    names,
  );

/** What a symbol of a formula is worth. */
function symbolValue({ point, pass, gradients }: Frame, symbol: string): number {
  const id = Number(symbol.slice(1));
  const values = {
    u: pass.units[id],
    z: pass.preactivations[id],
    d: gradients.preactivations[id],
    t: point.targets.get(id),
    p: point.parameters.get(id),
    E: pass.loss,
  };
  return certain(values[symbol[0] as keyof typeof values]);
}
