import { derive } from '../../src/calculus/derive.ts';
import { numbers } from '../../src/calculus/field.ts';
import { forward, type Point } from '../../src/calculus/forward.ts';
import { randomSource } from '../../src/calculus/point.ts';
import { worldAt } from '../../src/calculus/world.ts';
import type { Network } from '../../src/network/network.ts';
import type { Form, Quantity } from '../../src/network/request.ts';
import { everything } from '../support/everything.ts';
import { networkOf } from '../support/network.ts';
import { type Choices, randomTraining } from '../support/random-network.ts';
import { gradientValue } from './gradient-value.ts';
import { jaxGradients } from './jax.ts';
import { symbolicGradient } from './symbols.ts';

const forms: readonly Form[] = ['chain', 'paths', 'delta', 'index', 'matrix'];

/** Why a form may not be had of a network. */
const isNotFor: ReadonlySet<string> = new Set(['no-general-indices', 'no-matrices']);

/** How far our gradients were from a stranger's. */
export interface Agreement {
  readonly networks: number;
  /** How many gradients were compared, by the form that they were derived in. */
  readonly gradients: ReadonlyMap<Form, number>;
  /** The largest difference, as a share of the gradient, and where it was. */
  readonly worst: number;
  readonly where: string;
}

/** Someone else's gradients of a network's loss by all that is asked for. */
type Stranger = (
  network: Network,
  points: readonly Point<number>[],
  by: readonly Quantity[],
) => Promise<readonly number[]> | readonly number[];

/** Random networks under jax-js, by every parameter and every unit. */
export const agreementWithJax = (count: number, seed: number): Promise<Agreement> =>
  agreement(count, seed, everything, quantities, async (network, points, by) => {
    const { parameters, units } = await jaxGradients(network, points);
    return by.map(
      (each) =>
        (each.kind === 'unit' ? units[each.unit] : parameters[each.parameter]) ?? Number.NaN,
    );
  });

/** Small random networks under mathjs, by every parameter. It knows no derivative of the error function. */
export function agreementWithMathjs(count: number, seed: number): Promise<Agreement> {
  const activations = everything.activations.filter((each) => each !== 'gelu');
  const choices = { ...everything, activations, examples: 1 };
  const parameters = (network: Network): readonly Quantity[] =>
    network.edges.length > 8 ? [] : quantities(network).filter(({ kind }) => kind === 'parameter');
  return agreement(count, seed, choices, parameters, (network, [point], by) =>
    by.map((each) =>
      point === undefined || each.kind === 'unit'
        ? Number.NaN
        : symbolicGradient(network, point, each.parameter),
    ),
  );
}

/** Draws networks until enough of them have something to ask for; each gradient in a form that is drawn by lot. */
async function agreement(
  count: number,
  seed: number,
  choices: Choices,
  asked: (network: Network) => readonly Quantity[],
  stranger: Stranger,
): Promise<Agreement> {
  const random = randomSource(seed);
  const gradients = new Map<Form, number>();
  let [networks, worst, where] = [0, 0, ''];
  while (networks < count) {
    const block = randomTraining(random, choices);
    const network = networkOf(block);
    const points = pointsOf(network, random);
    const all = asked(network);
    if (all.length === 0 || !points.every((point) => isSmooth(network, point))) continue;
    networks++;
    const expected = await stranger(network, points, all);
    for (const [place, by] of all.entries()) {
      const { form, value } = ours(network, by, points, random);
      gradients.set(form, (gradients.get(form) ?? 0) + 1);
      const off = difference(value, expected[place] ?? Number.NaN);
      if (!(off <= worst)) [worst, where] = [off, `${JSON.stringify(by)} as ${form} of\n${block}`];
    }
  }
  return { networks, gradients, worst, where };
}

/** As a share of the expected value; below 1e-6 what counts is how small it is. */
const difference = (value: number, expected: number): number =>
  Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-6);

const quantities = ({ parameters, units }: Network): readonly Quantity[] => [
  ...parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }) as const),
  ...units.map(({ id }) => ({ kind: 'unit', unit: id }) as const),
];

/** The examples of the block at random weights. */
function pointsOf(network: Network, random: () => number): readonly Point<number>[] {
  const parameters = new Map(network.parameters.map(({ id }) => [id, random() * 3 - 1.5]));
  return network.examples.map((example) => ({ ...example, parameters }));
}

/** Whether every ReLU is away from its kink. */
function isSmooth(network: Network, point: Point<number>): boolean {
  const { preactivations } = forward(network, point, numbers);
  return network.units.every(
    ({ id, activation }) =>
      !activation.name.endsWith('relu') || Math.abs(preactivations[id] ?? 0) > 1e-6,
  );
}

/** The value of our gradient, in one of the forms that it can be derived in. */
function ours(
  network: Network,
  by: Quantity,
  points: readonly Point<number>[],
  random: () => number,
): { readonly form: Form; readonly value: number } {
  const derived = forms.flatMap((form) => {
    const derivation = derive(network, { by, form });
    if ('code' in derivation && !isNotFor.has(derivation.code)) throw new Error(derivation.message);
    return 'code' in derivation ? [] : [{ form, derivation }];
  });
  const chosen = derived[Math.floor(random() * derived.length)];
  const [first] = points;
  if (chosen === undefined || first === undefined) throw new Error('nothing was derived');
  const { form, derivation } = chosen;
  return { form, value: gradientValue(derivation, worldAt(network, first, numbers, points), by) };
}
