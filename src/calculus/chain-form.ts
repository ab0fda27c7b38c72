import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { derivative, number, sum, target, unit } from './build.ts';
import { chain, type Line } from './chain.ts';
import { collapsed } from './collapse.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { factoredOut, written } from './factor.ts';
import { entryValue, variableOf } from './local.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss, gradientOf, isComposite } from './overall.ts';
import { inDerivatives, shareLines, slopesOf } from './share-lines.ts';
import { sloped } from './slope.ts';
import { collapsesBySoftmax, softmaxLines } from './softmax-lines.ts';
import { type Way, wayFactors, ways } from './ways.ts';

/** The gradient of the loss, one rule a line. */
export function gradientChain(network: Network, by: Quantity): Chain {
  const wanted = variableOf(by);
  const isJoint = collapsesBySoftmax(network, by);
  const body = isJoint ? softmaxLines(network, by) : lossLines(network, by);
  const lines: readonly Line[] = [
    { rule: 'define', after: derivative(dataLoss, wanted) },
    ...body,
    ...collapse(network, by),
  ];
  // Δw and dw need to be told what they are; ∂E/∂w, and one example's share in it, are what they say.
  const { gradient } = network.notation;
  const isDefined =
    gradient === 'derivative' ||
    (gradient === 'delta' && by.kind === 'unit') ||
    isComposite(network);
  return chain(gradientOf(network, by), isDefined ? lines.slice(1) : lines);
}

/** From the loss written out to the gradient, output by output. */
function lossLines(network: Network, by: Quantity): readonly Line[] {
  const form = lossForm(network);
  const isOwn = (output: UnitId): boolean => by.kind === 'unit' && by.unit === output;
  const cancelled = (output: UnitId): Expression | undefined =>
    isOwn(output) ? undefined : form.cancelled(output);
  return [
    ...form.opening(variableOf(by)),
    ...shareLines(network, by, {
      at: 'value',
      lead: form.lead,
      term: form.term,
      zero: form.zero,
      error: (output) => form.error(unit(output), target(output)),
      cancelled,
    }),
  ];
}

/** The derivative of one unit by a quantity: chain rule, local factors, what they have in common. */
export function unitChain(network: Network, of: UnitId, by: Quantity): Chain {
  const wanted = variableOf(by);
  const left = derivative(unit(of), wanted);
  const its = ways(network, { at: 'value', unit: of }, by);
  if (its.length === 0)
    return chain(left, [{ rule: 'no-path', after: number(0), subjects: [unit(of), wanted] }]);
  const lines: Line[] = [
    {
      rule: 'chain-rule',
      after: inDerivatives(its, left),
      subjects: [unit(of)],
    },
    {
      rule: 'local-factor',
      after: sum(its.map(wayFactors)),
      subjects: slopesOf(its),
    },
    { rule: 'slope', after: sloped(sum(its.map(wayFactors))) },
    { rule: 'common-factor', after: inFactors(its) },
  ];
  return chain(left, lines);
}

const inFactors = (its: readonly Way[]): Expression =>
  factoredOut(its.map((way) => sloped(wayFactors(way))));

/** x₁ Σ_k (y_k − t_k) w_{k1}, where the quantity enters the network at one unit. */
function collapse(network: Network, by: Quantity): readonly Line[] {
  const [first, ...others] = entryUnits(network, by);
  const entry = certain(first);
  const sums = others.length > 0 ? undefined : collapsed(network, entry);
  if (sums === undefined) return [];
  const local = entryValue(network, entry, by);
  return [{ rule: 'collapse', after: written([lossForm(network).lead, local, sums]) }];
}
