import { backward, type Gradients } from '../calculus/backward.ts';
import { numbers } from '../calculus/field.ts';
import { forward, type Pass, type Point } from '../calculus/forward.ts';
import { certain } from '../certain.ts';
import type { Network, ParameterId } from '../network/network.ts';
import type { Model } from './model.ts';

/** All that can be changed in a live figure. Values are in the order of inputs, outputs and parameters. */
export interface State {
  readonly examples: readonly {
    readonly inputs: readonly number[];
    readonly targets: readonly number[];
  }[];
  readonly parameters: readonly number[];
  readonly rate: number;
  /** Which of the examples is shown. */
  readonly example: number;
  readonly chosen: ParameterId;
  readonly steps: number;
  /** The error over all examples before the first step and after each; of many steps some. */
  readonly history: readonly number[];
}

/** A quantity that has a slider. */
export type Knob =
  | { readonly kind: 'input' | 'target' | 'parameter'; readonly place: number }
  | { readonly kind: 'rate'; readonly place: 0 };

/** What a state makes of its network. */
export interface Frame {
  readonly network: Network;
  readonly point: Point<number>;
  readonly pass: Pass<number>;
  readonly gradients: Gradients;
}

export function startOf({ examples, parameters, rate, chosen }: Model): State {
  const values = parameters.map(({ value }) => value);
  return { examples, parameters: values, rate, example: 0, chosen, steps: 0, history: [] };
}

export function pointOf(
  network: Network,
  { examples, parameters }: State,
  example: number,
): Point<number> {
  const { inputs, targets } = certain(examples[example]);
  return {
    inputs: new Map(network.inputs.map((id, place) => [id, certain(inputs[place])])),
    targets: new Map(network.outputs.map((id, place) => [id, certain(targets[place])])),
    parameters: new Map(parameters.map((value, id) => [id, value])),
  };
}

export function frameOf(network: Network, state: State): Frame {
  const point = pointOf(network, state, state.example);
  const pass = forward(network, point, numbers);
  return { network, point, pass, gradients: backward(network, point, pass) };
}

/** The mean error over all examples. */
export function errorOf(network: Network, state: State): number {
  const errors = state.examples.map(
    (_, at) => forward(network, pointOf(network, state, at), numbers).loss,
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** Past this many, every second error of the history is forgotten: a curve needs no more. */
const mostErrors = 400;

/** The state after so many steps downhill: each parameter less the rate times its mean gradient over the examples. */
export function trained(network: Network, state: State, steps: number): State {
  const parameters = [...state.parameters];
  const points = state.examples.map((_, at) => pointOf(network, state, at));
  for (let step = 0; step < steps; step++) {
    const values = new Map(parameters.map((value, id) => [id, value]));
    const sums = parameters.map(() => 0);
    for (const { inputs, targets } of points) {
      const point = { inputs, targets, parameters: values };
      const { parameters: slopes } = backward(network, point, forward(network, point, numbers));
      for (const [id, slope] of slopes) sums[id] = certain(sums[id]) + slope;
    }
    for (const [id, sum] of sums.entries())
      parameters[id] = certain(parameters[id]) - (state.rate * sum) / points.length;
  }
  const after = { ...state, parameters, steps: state.steps + steps };
  const before = state.history.length === 0 ? [errorOf(network, state)] : state.history;
  const history = [...before, errorOf(network, after)];
  return {
    ...after,
    history: history.length > mostErrors ? history.filter((_, place) => place % 2 === 0) : history,
  };
}

export function knobValue(state: State, { kind, place }: Knob): number {
  const { inputs, targets } = certain(state.examples[state.example]);
  const values = {
    input: inputs,
    target: targets,
    parameter: state.parameters,
    rate: [state.rate],
  };
  return certain(values[kind][place]);
}

/** The state with one quantity set; the error's history begins anew. */
export function withValue(state: State, { kind, place }: Knob, value: number): State {
  if (kind === 'rate') return { ...state, rate: value };
  const set = (values: readonly number[]): readonly number[] => values.with(place, value);
  const anew = { ...state, steps: 0, history: [] };
  if (kind === 'parameter') return { ...anew, parameters: set(state.parameters) };
  const examples = state.examples.map((example, at) => {
    if (at !== state.example) return example;
    return kind === 'input'
      ? { ...example, inputs: set(example.inputs) }
      : { ...example, targets: set(example.targets) };
  });
  return { ...anew, examples };
}

/** A change of this size is far above rounding, and small enough for the error's bend not to show. */
const nudge = 1e-4;

/** The gradient of the chosen parameter once more, without any calculus: the error at w + ε and at w − ε. */
export function difference(
  network: Network,
  state: State,
): { above: number; below: number; quotient: number; nudge: number } {
  const at = (change: number): number =>
    errorAt(network, state, certain(state.parameters[state.chosen]) + change);
  const [above, below] = [at(nudge), at(-nudge)];
  return { above, below, quotient: (above - below) / (2 * nudge), nudge };
}

/** The error of the shown example with another value for the chosen parameter. */
export function errorAt(network: Network, state: State, value: number): number {
  const moved = { ...state, parameters: state.parameters.with(state.chosen, value) };
  return forward(network, pointOf(network, moved, state.example), numbers).loss;
}
