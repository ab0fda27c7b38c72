import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import type { Lookup } from './lookup.ts';
import type { Network, Parameter, ParameterId, UnitId } from './network.ts';
import { printed } from './printed.ts';
import { edgeOf } from './reach.ts';
import { targetNames } from './symbols.ts';

/** What an assignment can give values to. Each row of an `inputs` or `targets` assignment is one example. */
export type Slot =
  | { readonly kind: 'inputs' | 'targets'; readonly units: readonly UnitId[] }
  | {
      readonly kind: 'parameters';
      readonly parameters: readonly ParameterId[];
      /** Of the matrix, one row a unit that the weights lead to; 1 for a list. */
      readonly rows: number;
    };

/** Finds the slot of a name: a parameter, an input or its layer, a target or all of them, a family of parameters. */
export function slots(network: Network, names: Lookup): (name: Name) => Slot | undefined {
  const targets = new Map(
    [...new Set([printed(network), network])].flatMap((each) =>
      [...targetNames(each)].map(([unit, name]) => [spell(name), unit] as const),
    ),
  );
  // A family may be as large as the network, and be named on every line.
  const matrices = new Map<string, Slot>();
  const isInput = (unit: UnitId): boolean => certain(network.units[unit]).incoming.length === 0;
  return (name) => {
    const key = spell(name);
    const parameter = names.parameters.get(key);
    if (parameter !== undefined) {
      return { kind: 'parameters', parameters: [parameter.id], rows: 1 };
    }
    const unit = names.units.get(key);
    const layer = unit === undefined ? names.layers.get(key) : [unit];
    const inputs = (layer ?? []).map(({ id }) => id).filter(isInput);
    if (inputs.length > 0) return { kind: 'inputs', units: inputs };
    if (key === network.notation.target) return { kind: 'targets', units: network.outputs };
    const target = targets.get(key);
    if (target !== undefined) return { kind: 'targets', units: [target] };
    const family = names.families.get(key);
    if (family !== undefined && !matrices.has(key)) matrices.set(key, matrix(network, family));
    return matrices.get(key);
  };
}

/** A family of parameters in the order of its numbers, and in the network's own order where its names are not all numbers. */
function matrix(network: Network, family: readonly Parameter[]): Slot {
  const isCounted = family.every(({ name }) => /^\d+$/.test(name.subscript));
  const ordered = isCounted
    ? family.toSorted((a, b) => Number(a.name.subscript) - Number(b.name.subscript))
    : family;
  const parameters = ordered.map(({ id }) => id);
  // A weight leads to one unit, or first to this one; a bias to none.
  const heads = ordered.map(({ edges: [edge] }) =>
    edge === undefined ? undefined : certain(network.units[edgeOf(network, edge).to]),
  );
  const rows = new Set(heads).size;
  const columns = heads.length / rows;
  const layers = new Set(heads.map((head) => head?.layer));
  const isMatrix =
    layers.size === 1 &&
    heads.every((head, place) => head === heads[Math.floor(place / columns) * columns]);
  return { kind: 'parameters', parameters, rows: isMatrix ? rows : 1 };
}
