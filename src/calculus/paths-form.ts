import type { Network, UnitId } from '../network/network.ts';
import { downstream, entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { aboutOf } from './about.ts';
import { isLinear } from './activation.ts';
import { delta, index, number, product, sum, sumOver, unit } from './build.ts';
import { chain, type Line } from './chain.ts';
import { deltaChains, outputError } from './delta-form.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { factoredOut, written } from './factor.ts';
import { indexLetter } from './letters.ts';
import { entryFactor, slopeOf, ways } from './local.ts';
import { gradientOf } from './overall.ts';
import { sloped } from './slope.ts';

/** The gradient as a sum over paths: one product a path, then all of them under one Σ. */
export function pathChains(network: Network, by: Quantity): readonly Chain[] {
  // An output has no path to walk: its gradient is its error.
  if (by.kind === 'unit' && network.outputs.includes(by.unit)) return deltaChains(network, by);
  const entries = entryUnits(network, by);
  const reached = downstream(network, entries);
  const outputs = network.outputs.filter((id) => reached.has(id));
  // The slope of an activated output is a part of its δ already.
  const inner = (output: UnitId): readonly Expression[] =>
    ways(network, output, by).map((way) =>
      written(way.factors.slice(slopeOf(network, output).length)),
    );
  const terms = outputs.flatMap((output) =>
    inner(output).map((way) => product([delta(output), way])),
  );
  const slopes = outputs.flatMap((output) =>
    inner(output).map((way) => product([delta(output), sloped(way)])),
  );
  const grouped = outputs.map((output) =>
    product([delta(output), factoredOut(inner(output).map(sloped))]),
  );
  const lines: Line[] = [
    { rule: 'chain-rule', after: sum(terms.map(unbracketed)), subjects: outputs.map(unit) },
    { rule: 'slope', after: sum(slopes.map(unbracketed)) },
    { rule: 'common-factor', after: factoredOut(grouped.map(unbracketed)) },
    ...sumOverPaths(network, by),
  ];
  const about = aboutOf(network, by);
  const gradient = chain(
    gradientOf(network, by),
    lines.map((line) => ({ ...line, about })),
  );
  return [...outputs.map((id) => outputError(network, id)), gradient];
}

/** A factor 1 is written only where it stands alone. */
function unbracketed(term: Expression): Expression {
  return term.kind === 'product' ? written(term.factors) : term;
}

/** x₁ Σ_k δ_k Σ_{p: h₁ ⇝ y_k} Π_{e ∈ p} w_e, where the quantity enters at one unit that is no output. */
function sumOverPaths(network: Network, by: Quantity): readonly Line[] {
  const [entry, ...others] = entryUnits(network, by);
  if (entry === undefined || others.length > 0 || network.outputs.includes(entry)) return [];
  const curved = network.units.some(
    (unit) =>
      !isLinear(unit.activation) && !network.outputs.includes(unit.id) && unit.incoming.length > 0,
  );
  if (curved) return [];
  const local = by.kind === 'unit' ? number(1) : entryFactor(network, entry, by.parameter);
  const last = network.layers.length - 1;
  const reached = downstream(network, [entry]);
  const outputs = network.outputs.filter((id) => reached.has(id));
  const wholeLayer =
    network.layers[last]?.units.every((id) => outputs.includes(id)) && outputs.length > 1;
  const k = indexLetter(network, last);
  const sums: Expression =
    wholeLayer === true && outputs.length === network.layers[last]?.units.length
      ? sumOver(
          k,
          last,
          product([
            { kind: 'delta-at', layer: last, index: index(k) },
            { kind: 'sum-over-paths', from: entry, to: { layer: last, index: index(k) } },
          ]),
        )
      : sum(
          outputs.map((id) =>
            product([delta(id), { kind: 'sum-over-paths', from: entry, to: { unit: id } }]),
          ),
        );
  return [{ rule: 'sum-over-paths', after: written([local, sums]) }];
}
