import type { Statement } from '../syntax/document.ts';
import { activations, namedActivations } from './activations.ts';
import { connect, skeleton } from './assemble.ts';
import { biases } from './biases.ts';
import { lookup } from './lookup.ts';
import { loss } from './loss.ts';
import type { Network } from './network.ts';
import type { Notation } from './notation.ts';
import { notation } from './notation-settings.ts';
import { layersOf } from './order.ts';
import { rate } from './rate.ts';
import type { Report } from './report.ts';
import { of, spanOf } from './statements.ts';
import { structure } from './structure.ts';
import { weightTemplates } from './weights.ts';

/** A network, and how many of its first parameters are known to have names of their own. */
export interface Defined {
  readonly network: Network;
  readonly distinct: number;
}

/**
 * A network from its definitions; none where they do not add up to one.
 *
 * @param around the notation of the page, which the block's own goes before
 */
export function define(
  statements: readonly Statement[],
  around: Notation,
  report: Report,
): Defined | undefined {
  const settings = {
    loss: loss(of(statements, 'loss'), report),
    notation: notation(of(statements, 'notation'), around, report),
    ...rate(of(statements, 'rate'), report),
  };
  const named = namedActivations(of(statements, 'activation'), report);
  const chains = of(statements, 'chain');
  if (chains.length === 0) {
    const message = 'This block describes no network.';
    const hint =
      'Begin with a chain such as x[2] -> h[2] -> y[2], or give the block the name of a network above.';
    report({ code: 'no-network', message, hint, span: spanOf(statements) });
    return undefined;
  }
  const drawn = structure(chains, report);
  const layerOf = drawn.wires.length === 0 ? undefined : layersOf(drawn, report);
  if (layerOf === undefined) return undefined;

  const bones = skeleton(drawn, layerOf);
  const names = lookup(bones.units);
  const wanted = weightTemplates(of(statements, 'weights'), bones.units, names, report);
  const { edges, weights, templates } = connect(bones, wanted, report);
  const offsets = biases(of(statements, 'bias'), bones.units, names, weights.length, report);
  const active = activations(named, bones.units, names, report);
  const biasOf = new Map(offsets.flatMap(({ id, units }) => units.map((unit) => [unit, id])));
  const units = bones.units.map((unit) => {
    const bias = biasOf.get(unit.id);
    const activation = active.get(unit.id) ?? unit.activation;
    return { ...unit, activation, ...(bias !== undefined && { bias }) };
  });
  const network = {
    layers: bones.layers,
    units,
    edges,
    parameters: [...weights, ...offsets],
    inputs: units.filter((unit) => unit.incoming.length === 0).map((unit) => unit.id),
    outputs: units.filter((unit) => unit.outgoing.length === 0).map((unit) => unit.id),
    templates,
    examples: [],
    ...settings,
  };
  return { network, distinct: weights.length };
}
