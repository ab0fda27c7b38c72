import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import { derivative, preactivation, product, sum, unit } from './build.ts';
import type { Line } from './chain.ts';
import type { Expression, Variable } from './expression.ts';
import { factoredOut, signedProduct, written } from './factor.ts';
import { slopeOf, variableOf } from './local.ts';
import { sloped } from './slope.ts';
import { type Way, wayFactors, ways } from './ways.ts';

/** One output's share in the gradient. */
interface Share {
  readonly output: UnitId;
  readonly ways: readonly Way[];
}

/** How one output's term is written, by the derivative of its value, or under softmax of its weighted sum. */
export interface Terms {
  readonly at: 'value' | 'sum';
  readonly lead: Expression;
  readonly term: (output: UnitId, derivative: Expression) => Expression;
  readonly zero: (output: UnitId) => Expression;
  readonly error: (output: UnitId) => Expression;
  readonly cancelled: (output: UnitId) => Expression | undefined;
}

/** From the line where the derivatives of the outputs are all that is left to the gradient. */
export function shareLines(network: Network, by: Quantity, terms: Terms): readonly Line[] {
  const wanted = variableOf(by);
  const of = (output: UnitId): Variable =>
    terms.at === 'value' ? unit(output) : preactivation(output);
  const shares = network.outputs.map((output): Share => {
    const goal = { at: terms.at, unit: output };
    return { output, ways: ways(network, goal, by) };
  });
  const isReached = (share: Share): boolean => share.ways.length > 0;
  const reached = shares.filter(isReached);
  const missed = shares.filter((share) => !isReached(share));
  const those = (some: readonly Share[]): Expression[] => some.map(({ output }) => of(output));

  /** A line in which the derivative of each output is written as `inner` says. */
  const line = (inner: (share: Share) => Expression): Expression =>
    written([terms.lead, sum(reached.map((share) => terms.term(share.output, inner(share))))]);
  const whole = ({ output }: Share): Expression => derivative(of(output), wanted);
  const factors = (share: Share): Expression => sum(share.ways.map(wayFactors));
  const all = shares.map((share) =>
    isReached(share) ? terms.term(share.output, whole(share)) : terms.zero(share.output),
  );
  return [
    {
      rule: 'no-path',
      after: written([terms.lead, sum(all)]),
      subjects: [...those(missed), wanted],
    },
    { rule: 'drop-zeros', after: line(whole) },
    {
      rule: 'chain-rule',
      after: line((share) => inDerivatives(share.ways, whole(share))),
      subjects: those(reached),
    },
    {
      rule: 'local-factor',
      after: line(factors),
      subjects: slopesOf(reached.flatMap((share) => share.ways)),
    },
    { rule: 'slope', after: line((share) => sloped(factors(share))) },
    ...closing(network, terms, reached, line),
  ];
}

/** From the local factors to the gradient: what cancels, and what stands before a bracket. */
function closing(
  network: Network,
  { lead, error, cancelled }: Terms,
  reached: readonly Share[],
  line: (inner: (share: Share) => Expression) => Expression,
): readonly Line[] {
  const left = ({ output, ways: its }: Share): readonly Expression[] =>
    its.map((way) => {
      const spent = cancelled(output) === undefined ? 0 : slopeOf(network, output).length;
      return sloped(wayFactors({ ...way, factors: way.factors.slice(spent) }));
    });
  const terms = (inner: (share: Share) => Expression): readonly Expression[] =>
    reached.map((share) =>
      signedProduct([cancelled(share.output) ?? error(share.output), inner(share)]),
    );
  const factored = (share: Share): Expression => factoredOut(left(share));
  const signed = written([lead, sum(terms(factored))]);
  const cancels = reached.some(({ output }) => cancelled(output) !== undefined);
  return [
    ...(cancels
      ? [
          { rule: 'cancel' as const, after: sum(terms((share) => sum(left(share)))) },
          { rule: 'common-factor' as const, after: signed },
        ]
      : [
          { rule: 'common-factor' as const, after: line(factored) },
          { rule: 'sign' as const, after: signed },
        ]),
    { rule: 'factor-out', after: written([lead, factoredOut(terms(factored))]) },
  ];
}

/** The slopes on the ways, which the local factors' reason tells of. */
export const slopesOf = (its: readonly Way[]): readonly Expression[] =>
  its.flatMap((way) => way.factors).filter((factor) => factor.kind === 'apply');

/** The derivatives along every way; by the goal itself there is none, and the whole derivative stays. */
export function inDerivatives(its: readonly Way[], whole: Expression): Expression {
  const isItself = certain(its[0]).derivatives.length === 0;
  return isItself ? whole : sum(its.map((way) => product(way.derivatives)));
}
