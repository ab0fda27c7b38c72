import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import {
  formula,
  gradientElement,
  hasDerivative,
  namesOf,
  signElement,
  valuesOf,
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

/** The chosen parameter's gradient: by the chain rule, as it comes out, with the numbers in place, and its value. */
function derivation(model: Model, state: State, frame: Frame): Element {
  const { chosen } = state;
  const names = namesOf(model);
  const lines = model.lines[chosen] ?? [];
  const last = lines.at(-1);
  const values = valuesOf((symbol) => symbolValue(frame, symbol));
  const rows = [
    ...lines.map((line) => formula(line, names)),
    ...(last === undefined || hasDerivative(last) ? [] : [formula(last, values)]),
    element('mn', { class: 'network-value network-result' }, [
      shown(frame.gradients.parameters.get(chosen) ?? 0),
    ]),
  ];
  const left = gradientElement(model, model.parameters[chosen]?.sign ?? ['?', '', '']);
  const cell = (children: Element['children']): Element =>
    element('mtd', {}, [element('mstyle', { displaystyle: 'true' }, children)]);
  return element('math', { display: 'block' }, [
    element(
      'mtable',
      {},
      [
        ...rows.map((right, place) => [place === 0 ? [left] : [], right] as const),
        [
          [signElement(model.error)],
          element('mn', { class: 'network-value' }, [shown(frame.pass.loss)]),
        ] as const,
      ].map(([before, right]) =>
        element('mtr', {}, [cell(before), cell([element('mo', {}, ['=']), right])]),
      ),
    ),
  ]);
}

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
  return values[symbol[0] as keyof typeof values] ?? 0;
}
