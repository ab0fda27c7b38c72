import type { Network, UnitId } from '../network/network.ts';
import { entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { aboutOf } from './about.ts';
import { derivative, minus, number, product, sum, target, unit } from './build.ts';
import { chain, type Line } from './chain.ts';
import { collapsed } from './collapse.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { factoredOut, written } from './factor.ts';
import { entryFactor, slopeOf, variableOf, type Way, ways } from './local.ts';
import { type LossForm, lossForm } from './loss-form.ts';
import { dataLoss, gradientOf, isComposite } from './overall.ts';
import { sloped } from './slope.ts';

/** One output's share in the gradient. */
interface Share {
  readonly output: UnitId;
  readonly ways: readonly Way[];
}

/** The gradient of the loss, one rule a line. */
export function gradientChain(network: Network, by: Quantity): Chain {
  const wanted = variableOf(by);
  const form = lossForm(network);
  const shares = network.outputs.map(
    (output): Share => ({ output, ways: ways(network, output, by) }),
  );
  const isReached = (share: Share): boolean => share.ways.length > 0;
  const reached = shares.filter(isReached);
  const missed = shares.filter((share) => !isReached(share));
  const units = (those: readonly Share[]): Expression[] => those.map(({ output }) => unit(output));

  /** A line in which the derivative of each output is written as `inner` says. */
  const line = (inner: (share: Share) => Expression): Expression =>
    written([form.lead, sum(reached.map((share) => form.term(share.output, inner(share))))]);
  const whole = ({ output }: Share): Expression => derivative(unit(output), wanted);
  const factors = (share: Share): Expression => sum(share.ways.map((way) => written(way.factors)));

  const lines: Line[] = [
    { rule: 'define', after: derivative(dataLoss, wanted) },
    ...form.opening(wanted),
    {
      rule: 'no-path',
      after: written([
        form.lead,
        sum(
          shares.map((share) =>
            isReached(share) ? form.term(share.output, whole(share)) : form.zero(share.output),
          ),
        ),
      ]),
      subjects: [...units(missed), wanted],
    },
    { rule: 'drop-zeros', after: line(whole) },
    {
      rule: 'chain-rule',
      after: line((share) => inDerivatives(share, whole(share))),
      subjects: units(reached),
    },
    {
      rule: 'local-factor',
      after: line(factors),
      subjects: slopesOf(reached.flatMap((share) => share.ways)),
    },
    { rule: 'slope', after: line((share) => sloped(factors(share))) },
    ...closing(network, by, form, reached, line),
    ...collapse(network, by, form),
  ];
  // Δw and dw need to be told what they are; ∂E/∂w, and one example's share in it, are what they say.
  const { gradient } = network.notation;
  const isDefined =
    gradient === 'derivative' ||
    (gradient === 'delta' && by.kind === 'unit') ||
    isComposite(network);
  const about = aboutOf(network, by);
  return chain(
    gradientOf(network, by),
    lines.slice(isDefined ? 1 : 0).map((each) => ({ ...each, about })),
  );
}

/** From the local factors to the gradient: what cancels, and what stands before a bracket. */
function closing(
  network: Network,
  by: Quantity,
  form: LossForm,
  reached: readonly Share[],
  line: (inner: (share: Share) => Expression) => Expression,
): readonly Line[] {
  const cancels = (output: UnitId): boolean =>
    form.cancels && !(by.kind === 'unit' && by.unit === output);
  const errorOf = ({ output }: Share): Expression =>
    (cancels(output) ? minus : form.error)(unit(output), target(output));
  const left = ({ output, ways: its }: Share): readonly Expression[] =>
    its.map(({ factors }) =>
      sloped(written(cancels(output) ? factors.slice(slopeOf(network, output).length) : factors)),
    );
  const terms = (inner: (share: Share) => Expression): readonly Expression[] =>
    reached.map((share) => written([errorOf(share), inner(share)]));
  const factored = (share: Share): Expression => factoredOut(left(share));
  const signed = written([form.lead, sum(terms(factored))]);
  return [
    ...(form.cancels
      ? [
          { rule: 'cancel' as const, after: sum(terms((share) => sum(left(share)))) },
          { rule: 'common-factor' as const, after: signed },
        ]
      : [
          { rule: 'common-factor' as const, after: line(factored) },
          { rule: 'sign' as const, after: signed },
        ]),
    { rule: 'factor-out', after: written([form.lead, factoredOut(terms(factored))]) },
  ];
}

/** The derivative of one unit by a quantity: chain rule, local factors, what they have in common. */
export function unitChain(network: Network, of: UnitId, by: Quantity): Chain {
  const wanted = variableOf(by);
  const left = derivative(unit(of), wanted);
  const about = aboutOf(network, by);
  const its = ways(network, of, by);
  if (its.length === 0)
    return chain(left, [
      { rule: 'no-path', after: number(0), subjects: [unit(of), wanted], about },
    ]);
  const lines: Line[] = [
    {
      rule: 'chain-rule',
      after: inDerivatives({ output: of, ways: its }, left),
      subjects: [unit(of)],
    },
    {
      rule: 'local-factor',
      after: sum(its.map((way) => written(way.factors))),
      subjects: slopesOf(its),
    },
    { rule: 'slope', after: sloped(sum(its.map((way) => written(way.factors)))) },
    { rule: 'common-factor', after: inFactors(its) },
  ];
  const isTrivial = its.length === 1 && (its[0]?.derivatives.length ?? 0) < 2;
  return chain(
    left,
    (isTrivial ? lines.slice(1) : lines).map((line) => ({ ...line, about })),
  );
}

/** The slopes on the ways, which the local factors' reason tells of. */
const slopesOf = (its: readonly Way[]): readonly Expression[] =>
  its.flatMap((way) => way.factors).filter((factor) => factor.kind === 'apply');

function inDerivatives(share: Share, whole: Expression): Expression {
  const direct = share.ways.length === 1 && (share.ways[0]?.derivatives.length ?? 0) < 2;
  return direct ? whole : sum(share.ways.map((way) => product(way.derivatives)));
}

const inFactors = (its: readonly Way[]): Expression =>
  factoredOut(its.map((way) => sloped(written(way.factors))));

/** x₁ Σ_k (y_k − t_k) w_{k1}, where the quantity enters the network at one unit. */
function collapse(network: Network, by: Quantity, form: LossForm): readonly Line[] {
  const [entry, ...others] = entryUnits(network, by);
  const sums = entry === undefined || others.length > 0 ? undefined : collapsed(network, entry);
  if (entry === undefined || sums === undefined) return [];
  const local = by.kind === 'unit' ? number(1) : entryFactor(network, entry, by.parameter);
  return [{ rule: 'collapse', after: written([form.lead, local, sums]) }];
}
