import { certain } from '../certain.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { gradientElement, signElement } from './formula.ts';
import type { Model } from './model.ts';
import { difference, type Frame, type State } from './state.ts';

/** The gradient proved on the spot: change the weight a little to both sides, and see how the error changes. */
export function proof(
  model: Model,
  state: State,
  { network, gradients }: Frame,
): Element['children'] {
  const { above, below, quotient, nudge } = difference(network, state);
  const gradient = certain(gradients.parameters.get(state.chosen));
  const { sign } = certain(model.parameters[state.chosen]);
  const math = (inside: Element): Element => element('math', {}, [inside]);
  const digits = (value: number): string => value.toFixed(8).replace('-', '−');
  const apart = Math.abs(quotient - gradient);
  return [
    'Try it: ',
    math(signElement(sign)),
    ` ± ${nudge} makes `,
    math(signElement(model.error)),
    ` ${digits(above)} and ${digits(below)}. That is a slope of ${digits(quotient)}; `,
    math(gradientElement(model, sign)),
    ` is ${digits(gradient)}${apart < 1e-6 ? ' ✓' : ''}`,
  ];
}
