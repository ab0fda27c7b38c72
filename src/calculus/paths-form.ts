import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { downstream, entryUnits, reachOf } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { isLinear } from './activation.ts';
import { delta, index, product, sum, sumOver, unit } from './build.ts';
import { chain, type Line } from './chain.ts';
import { deltaChains, errorTerm } from './delta-form.ts';
import { isNamed } from './dense.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { factoredOut, signedProduct, written } from './factor.ts';
import { indexLetter } from './letters.ts';
import { entryValue } from './local.ts';
import { gradientOf } from './overall.ts';
import { sloped } from './slope.ts';
import { wayFactors, ways } from './ways.ts';

/** The gradient as a sum over paths: one product a path, then all of them under one Σ. */
export function pathChains(network: Network, by: Quantity): readonly Chain[] {
  // An output has no path to walk: its gradient is its error.
  if (by.kind === 'unit' && network.outputs.includes(by.unit)) return deltaChains(network, by);
  const { sums } = reachOf(network, by);
  const outputs = network.outputs.filter((id) => sums.has(id));
  // The slope of an activated output is a part of its δ already.
  const inner = (output: UnitId): readonly Expression[] =>
    ways(network, { at: 'sum', unit: output }, by).map(wayFactors);
  const terms = outputs.flatMap((output) =>
    inner(output).map((way) => signedProduct([delta(output), way])),
  );
  const slopes = outputs.flatMap((output) =>
    inner(output).map((way) => signedProduct([delta(output), sloped(way)])),
  );
  const grouped = outputs.map((output) =>
    signedProduct([delta(output), factoredOut(inner(output).map(sloped))]),
  );
  const lines: Line[] = [
    { rule: 'chain-rule', after: sum(terms), subjects: outputs.map(unit) },
    { rule: 'slope', after: sum(slopes) },
    { rule: 'common-factor', after: factoredOut(grouped) },
    ...sumOverPaths(network, by),
  ];
  return [...outputs.map((id) => errorTerm(network, id)), chain(gradientOf(network, by), lines)];
}

/** x₁ Σ_k δ_k Σ_{p: h₁ ⇝ y_k} Π_{e ∈ p} w_e, where the quantity enters at one unit that is no output. */
function sumOverPaths(network: Network, by: Quantity): readonly Line[] {
  const [first, ...others] = entryUnits(network, by);
  const entry = certain(first);
  if (others.length > 0 || network.outputs.includes(entry)) return [];
  const reached = downstream(network, [entry]);
  const curved = network.units.some(
    ({ id, activation }) =>
      reached.has(id) && !isLinear(activation) && !network.outputs.includes(id),
  );
  if (curved) return [];
  const local = entryValue(network, entry, by);
  const last = network.layers.length - 1;
  const outputs = network.outputs.filter((id) => reached.has(id));
  const k = indexLetter(network, last);
  // All units of the last layer, and nothing else, with a name for an index to stand at.
  const isWhole =
    outputs.length > 1 &&
    isNamed(network, last) &&
    outputs.length === certain(network.layers[last]).units.length &&
    outputs.every((id) => certain(network.units[id]).layer === last);
  const sums: Expression = isWhole
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
