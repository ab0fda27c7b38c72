import { certain } from '../certain.ts';
import type { Network, ParameterId } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import { derivative, fraction, loss, minus, number, parameter, product, sum } from './build.ts';
import { chain } from './chain.ts';
import { deltaChains } from './delta-form.ts';
import type { Chain, Refusal, Step } from './derivation.ts';
import type { Expression } from './expression.ts';
import { forward, type Point } from './forward.ts';
import { givenPoints } from './given.ts';
import { inNumbers, inPlaceOf, type Known, keyOf, knownAt, refusedAt } from './in-numbers.ts';
import { variableOf } from './local.ts';
import { totalLoss } from './loss.ts';
import { dataLoss, overall } from './overall.ts';
import { exact } from './proving-points.ts';
import { type Rounded, roundeds } from './rounded.ts';

/**
 * The gradient in numbers: the δ recursion with every factor's value, then one step with the learning rate, and the
 * error before and after it. Of several examples each one's share is told, and their mean; of a few, also
 * the error terms.
 */
export function numberChains(network: Network, by: Quantity): readonly Chain[] | Refusal {
  const given = givenPoints(network);
  if ('code' in given) return given;
  const recursion = deltaChains(network, by);
  const examples = given.map((point, example) =>
    inNumbers(network, recursion, knownAt(network, point), example),
  );
  const first = certain(examples[0]);
  const isBatch = examples.length > 1;
  const shares = examples.flatMap(({ chains }, example) =>
    chains.slice(-1).map((last) => ({ ...last, left: shareOf(by, example) })),
  );
  const rows = examples.length * recursion.length;
  const told = examples.flatMap(({ chains }, example) => [
    ...(rows > mostChains
      ? []
      : chains.slice(0, -1).map((each, at) => {
          // How the formula comes about is told with the first example.
          const known = example === 0 ? 0 : certain(recursion[at]).steps.length - 1;
          return ofExample(each, example, known);
        })),
    ...shares.slice(example, example + 1),
  ]);
  const known = isBatch ? withMean(by, first.known, shares) : first.known;
  const total = inNumbers(network, overall(network, by), known);
  const after = by.kind === 'unit' ? [] : step(network, given, by.parameter, total.known);
  const chains = [...(isBatch ? told : first.chains), ...total.chains, ...after];
  return refusedAt(network, chains) ?? chains;
}

/** A batch of more chains than these tells each example's share alone, without the error terms that lead to it. */
const mostChains = 12;

/** The same chain with its example named on the left, without its first lines. */
function ofExample({ left, steps }: Chain, example: number, skipped: number): Chain {
  // What the recursion tells is an error term, or the derivative of one example's error.
  const named: Expression =
    left.kind === 'derivative'
      ? { ...left, of: { kind: 'data-loss', example } }
      : ({ ...left, example } as Expression);
  const told = steps.slice(skipped);
  const lines = example > 0 ? told.map(asDerived) : told;
  return { ...chain(named, lines), example };
}

const asDerived = (step: Step, at: number): Step => (at === 0 ? { ...step, rule: 'insert' } : step);

/** ∂E_1/∂w */
const shareOf = (by: Quantity, example: number): Expression =>
  derivative({ kind: 'data-loss', example }, variableOf(by));

/** The mean over the examples, as the sum of their numbers over how many they are. */
function withMean(by: Quantity, known: Known, shares: readonly Chain[]): Known {
  const values = shares.map(({ steps }) => certain(steps.at(-1)).after);
  const body = derivative(dataLoss, variableOf(by));
  const share = fraction(number(1), number(values.length));
  return new Map([
    ...known,
    [keyOf({ kind: 'mean-over-examples', body }), product([share, sum(values)])],
  ]);
}

/** One step of gradient descent, and what it does to the error. */
function step(
  network: Network,
  given: readonly Point<number>[],
  id: ParameterId,
  known: Known,
): readonly Chain[] {
  if (network.rate === undefined) return [];
  const made = inNumbers(network, [update(id, [id])], known);
  return [...made.chains, ...errors(network, given, new Map([[id, certain(made.values[0])]]))];
}

/** w ← w − η ∂E/∂w */
export function update(id: ParameterId, moved: readonly ParameterId[]): Chain {
  const gradient: Expression = { kind: 'gradient', by: parameter(id) };
  const after = minus(parameter(id), product([{ kind: 'rate' }, gradient]));
  const left: Expression = { kind: 'after-step', of: parameter(id), moved };
  return chain(left, [{ rule: 'update', after, subjects: [parameter(id)] }]);
}

/** The error before a step of gradient descent, and after it, with the parameters that it moved. */
export function errors(
  network: Network,
  given: readonly Point<number>[],
  moved: ReadonlyMap<ParameterId, Rounded>,
): readonly Chain[] {
  const errorWith = (changes: ReadonlyMap<ParameterId, Rounded>): Rounded => {
    const points = given.map(exact).map((point) => ({
      ...point,
      parameters: new Map([...point.parameters, ...changes]),
    }));
    const passes = points.map((point) => ({ point, pass: forward(network, point, roundeds) }));
    return totalLoss(network, passes, roundeds);
  };
  const after: Expression = { kind: 'after-step', of: loss, moved: [...moved.keys()] };
  return [[loss, errorWith(new Map())] as const, [after, errorWith(moved)] as const].map(
    ([left, value]) => ({
      ...chain(left, [{ rule: 'compute', after: inPlaceOf(left, value) }]),
      example: 0,
    }),
  );
}
