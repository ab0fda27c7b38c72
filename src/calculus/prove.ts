import type { Network } from '../network/network.ts';
import { isLinear } from './activation.ts';
import { assignments } from './assignments.ts';
import { beyondNumbers } from './beyond.ts';
import type { Chain, Derivation, Refusal, Step } from './derivation.ts';
import { differenceQuotient } from './difference.ts';
import { errorTermByDuals, errorTermOf, errorTermsAgree } from './error-terms.ts';
import { evaluate, type Indices } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { isSameRational, type Rational } from './field.ts';
import type { Point } from './forward.ts';
import { type ProvingPoint, underCondition } from './proving-points.ts';
import {
  exactWorld,
  givenWorlds,
  type ProvingWorld,
  provingWorlds,
  roundedWorld,
} from './proving-worlds.ts';
import { mayBeEqual, nearlyEqual, type Rounded } from './rounded.ts';
import type { World } from './world.ts';

/** Largest network that is also tried with exact rationals, in edges: their numerators grow with the depth. */
const mostExactEdges = 400;

/**
 * Tries every line of a derivation against the line before, at points that are the same on every run:
 * with floating-point numbers that know their rounding, and exactly with rationals where the network is linear and
 * small enough. What a derivative or a gradient is comes from forward-mode duals and, for the left side, from central
 * differences as well; what an error term is from a tape read backwards and, for the left side,
 * from duals, all error terms of a large network in one pass. Lines with numbers in them are tried at the author's own values.
 *
 * @returns why it cannot be tried, where the network's own numbers are so large that its points have no values
 * @throws {Error} where two lines differ: the line and its rule, both values and the point, to be reported to us
 */
export function prove(network: Network, derivation: Derivation): Refusal | undefined {
  const chains = derivation.chains.map(withoutNumbers).filter(({ steps }) => steps.length > 0);
  const isConditional = chains.some((chain) => chain.steps.some(({ condition }) => condition));
  const worlds = provingWorlds(network);
  const isTried = worlds.every(
    (one) =>
      proveAt(chains, one) &&
      (!isConditional ||
        proveAt(chains, roundedWorld(network, underCondition(network, one.there)), true)),
  );
  if (worlds.length === 0 || !isTried) return beyondNumbers;
  proveNumbers(network, derivation);
  if (isRational(network) && network.edges.length <= mostExactEdges) proveExactly(network, chains);
  return undefined;
}

/** The same at one point of whole numbers, with nothing rounded. */
function proveExactly(network: Network, chains: readonly Chain[]): void {
  const { point, world } = exactWorld(network);
  const arithmetic: Arithmetic<Rational> = {
    same: isSameRational,
    isHeld: () => true,
    show: fraction,
    point,
  };
  for (const chain of chains) proveChain(chain, world, arithmetic);
}

/** How numbers of a kind are compared and told. */
interface Arithmetic<T> {
  readonly same: (a: T, b: T) => boolean;
  /** Whether a computer can hold it. */
  readonly isHeld: (value: T) => boolean;
  readonly show: (value: T) => string;
  readonly point: Point<T>;
}

/** Tries every line at one point; false where a left side has no value there that a computer can hold. */
function proveAt(chains: readonly Chain[], { there, world }: ProvingWorld, isMet = false): boolean {
  const arithmetic = { same: mayBeEqual, isHeld, show: decimal, point: there.point };
  if (!chains.every((chain) => proveChain(chain, world, arithmetic, isMet))) return false;
  proveLefts(chains, world, there);
  return true;
}

/** Numbers, at the values that they came from. */
function proveNumbers(network: Network, { chains }: Derivation): void {
  const numbered = chains.filter(({ example }) => example !== undefined);
  if (numbered.length === 0) return;
  const worlds = givenWorlds(network);
  if (worlds.length === 0) throw new Error('numbers were printed without values to make them from');
  for (const [example, { there, world }] of worlds.entries()) {
    const of = numbered.filter((chain) => chain.example === example);
    const arithmetic = { same: nearlyEqual, isHeld, show: decimal, point: there.point };
    for (const chain of of) proveChain(chain, world, arithmetic);
    proveLefts(of, world, there);
  }
}

/** The lines of a chain that hold everywhere: those before numbers are put in. */
function withoutNumbers(chain: Chain): Chain {
  if (chain.example === undefined) return chain;
  const numbers = chain.steps.findIndex(({ after }) => hasNumbers(after));
  return { ...chain, steps: chain.steps.slice(0, numbers) };
}

const hasNumbers = (expression: Expression): boolean =>
  JSON.stringify(expression).includes('"kind":"value"');

const isRational = ({ units, loss }: Network): boolean =>
  loss.name.endsWith('squared') && units.every((unit) => isLinear(unit.activation));

function proveChain<T>(
  chain: Chain,
  world: World<T>,
  { same, isHeld, show, point }: Arithmetic<T>,
  isMet = false,
): boolean {
  for (const indices of assignments(chain.left, world.network)) {
    let value = evaluate(chain.left, world, indices);
    if (!isHeld(value)) return false;
    for (const [line, step] of chain.steps.entries()) {
      const next = evaluate(step.after, world, indices);
      const follows = step.condition === undefined || isMet;
      if (follows && !same(value, next))
        throw failure({ chain, line, step, indices, point, show }, value, next);
      value = next;
    }
  }
  return true;
}

/** Each left side once more, in another way: an error term by duals, a derivative by changing the network a little. */
function proveLefts(chains: readonly Chain[], world: World<Rounded>, there: ProvingPoint): void {
  const { network } = world;
  if (!there.isSmooth) return;
  const lefts = chains.flatMap((chain) =>
    assignments(chain.left, network).map((indices) => {
      return { chain, indices, unit: errorTermOf(chain.left, network, indices) };
    }),
  );
  const terms = lefts.filter(({ unit }) => unit !== undefined);
  const areProved = errorTermsAgree(world, terms.length);
  for (const { chain, indices, unit } of lefts) {
    if (unit !== undefined && areProved) continue;
    const other =
      unit === undefined
        ? differenceQuotient(network, there, chain.left, indices)
        : errorTermByDuals(world, unit);
    if (other === undefined) continue;
    const value = evaluate(chain.left, world, indices);
    const where = { chain, line: 0, indices, point: there.point, show: decimal };
    if (!mayBeEqual(value, other)) throw failure(where, value, other);
  }
}

interface Where<T> {
  readonly chain: Chain;
  readonly line: number;
  /** Absent where the left side itself was tried by a difference quotient. */
  readonly step?: Step;
  readonly indices: Indices;
  readonly point: Point<T>;
  readonly show: (value: T) => string;
}

/** What is needed to find the mistake: the line, both values, and the point at which they differ. */
function failure<T>(
  { chain, line, step, indices, point, show }: Where<T>,
  before: T,
  after: T,
): Error {
  const rule = step?.rule ?? 'the left side in another way';
  const at = [...indices].map(([letter, value]) => `${letter} = ${value}`).join(', ');
  return new Error(
    `A derivation of ours is wrong: line ${line + 1} (${rule}) is ${show(after)}, but the line before is ${show(before)}` +
      `${at === '' ? '' : ` at ${at}`}. This is a mistake in remark-network, not in your block. ` +
      `Please report it with the block, and with this: ${JSON.stringify(chain.left)}, ${written(point, show)}.`,
  );
}

/** The first values of a point, in the order of the network. */
function written<T>(point: Point<T>, show: (value: T) => string): string {
  const list = (values: ReadonlyMap<number, T>): string =>
    [...values.values()].slice(0, 12).map(show).join(' ');
  return `inputs ${list(point.inputs)}; targets ${list(point.targets)}; parameters ${list(point.parameters)}`;
}

const fraction = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;
const decimal = ({ value }: Rounded): string => String(value);
const isHeld = ({ value }: Rounded): boolean => Number.isFinite(value);
