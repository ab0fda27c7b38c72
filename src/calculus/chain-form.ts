import type { Network, UnitId } from '../network/network.ts';
import { entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { aboutOf } from './about.ts';
import { half, loss, minus, number, product, square, sum, target, unit } from './build.ts';
import { chain, type Line } from './chain.ts';
import { collapsed } from './collapse.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { factoredOut, written } from './factor.ts';
import { entryFactor, variableOf, type Way, ways } from './local.ts';

/** One output's share in the gradient. */
interface Share {
  readonly output: UnitId;
  readonly ways: readonly Way[];
}

/** The gradient of the half squared error, one rule a line. */
export function gradientChain(network: Network, by: Quantity): Chain {
  const wanted = variableOf(by);
  const about = aboutOf(network, by);
  const shares = network.outputs.map(
    (output): Share => ({ output, ways: ways(network, output, by) }),
  );
  const reached = shares.filter((share) => share.ways.length > 0);
  const missed = shares
    .filter((share) => share.ways.length === 0)
    .map((share) => unit(share.output));
  const outputs = reached.map((share) => unit(share.output));

  const error = (id: UnitId): Expression => minus(target(id), unit(id));
  const derivativeOf = (id: UnitId): Expression => ({
    kind: 'derivative',
    of: unit(id),
    by: wanted,
  });
  /** Σ_k (t_k − y_k)(0 − inner_k) */
  const errorsTimes = (inner: (share: Share) => Expression): Expression =>
    sum(reached.map((share) => product([error(share.output), minus(number(0), inner(share))])));
  const signed = reached.map((share) =>
    written([minus(unit(share.output), target(share.output)), inFactors(share.ways)]),
  );
  const squares = sum(network.outputs.map((id) => square(error(id))));

  const lines: Line[] = [
    { rule: 'define', after: { kind: 'derivative', of: loss, by: wanted } },
    {
      rule: 'insert-loss',
      after: { kind: 'differentiate', by: wanted, body: product([half, squares]) },
    },
    {
      rule: 'power-rule',
      after: sum(
        network.outputs.map((id) =>
          product([error(id), { kind: 'differentiate', by: wanted, body: error(id) }]),
        ),
      ),
    },
    {
      rule: 'constant',
      after: sum(
        network.outputs.map((id) => product([error(id), minus(number(0), derivativeOf(id))])),
      ),
      subjects: network.outputs.map(target),
    },
    ...(missed.length === 0
      ? []
      : [
          {
            rule: 'no-path' as const,
            after: sum(
              shares.map(({ output, ways: its }) =>
                product([
                  error(output),
                  its.length === 0 ? number(0) : minus(number(0), derivativeOf(output)),
                ]),
              ),
            ),
            subjects: [...missed, wanted],
          },
        ]),
    { rule: 'drop-zeros', after: errorsTimes((share) => derivativeOf(share.output)) },
    {
      rule: 'chain-rule',
      after: errorsTimes((share) => inDerivatives(share, derivativeOf(share.output))),
      subjects: outputs,
    },
    {
      rule: 'local-factor',
      after: errorsTimes((share) => sum(share.ways.map((way) => written(way.factors)))),
      subjects: outputs,
    },
    { rule: 'common-factor', after: errorsTimes((share) => inFactors(share.ways)) },
    { rule: 'sign', after: sum(signed) },
    { rule: 'factor-out', after: factoredOut(signed) },
    ...collapse(network, by),
  ];
  const skip = network.notation.gradient === 'derivative' ? 1 : 0;
  return chain(
    { kind: 'gradient', by: wanted },
    lines.slice(skip).map((line) => ({ ...line, about })),
  );
}

/** The derivative of one unit by a quantity: chain rule, local factors, what they have in common. */
export function unitChain(network: Network, of: UnitId, by: Quantity): Chain {
  const wanted = variableOf(by);
  const left: Expression = { kind: 'derivative', of: unit(of), by: wanted };
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
      subjects: [unit(of)],
    },
    { rule: 'common-factor', after: inFactors(its) },
  ];
  const [first] = lines;
  const trivial = first !== undefined && its.length === 1 && its[0]?.derivatives.length === 1;
  return chain(
    left,
    (trivial ? lines.slice(1) : lines).map((line) => ({ ...line, about })),
  );
}

function inDerivatives(share: Share, whole: Expression): Expression {
  const direct = share.ways.length === 1 && (share.ways[0]?.derivatives.length ?? 0) < 2;
  return direct ? whole : sum(share.ways.map((way) => product(way.derivatives)));
}

const inFactors = (its: readonly Way[]): Expression =>
  factoredOut(its.map((way) => written(way.factors)));

/** x₁ Σ_k (y_k − t_k) w_{k1}, where the quantity enters the network at one unit. */
function collapse(network: Network, by: Quantity): readonly Line[] {
  const [entry, ...others] = entryUnits(network, by);
  const sums = entry === undefined || others.length > 0 ? undefined : collapsed(network, entry);
  if (entry === undefined || sums === undefined) return [];
  const local = by.kind === 'unit' ? number(1) : entryFactor(network, entry, by.parameter);
  return [{ rule: 'collapse', after: written([local, sums]) }];
}
