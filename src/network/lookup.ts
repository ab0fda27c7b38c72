import type { Diagnostic } from '../diagnostic.ts';
import type { Name, NameNode } from '../syntax/document.ts';
import { spell, stem } from '../syntax/name.ts';
import { type ByName, byName, joinedNames } from './by-name.ts';
import type { Edge, Parameter, Unit, UnitId } from './network.ts';
import type { Quantity } from './request.ts';
import { unknownName } from './unknown-name.ts';

/** What a name can mean in a network. */
export interface Lookup {
  readonly units: ReadonlyMap<string, Unit>;
  readonly parameters: ByName<Parameter>;
  /** Units that share their name but for the subscript: `h` for h_1 and h_2. */
  readonly layers: ReadonlyMap<string, readonly Unit[]>;
  /** Parameters that do: `w^1` for w^1_{11}, w^1_{12}, …, in the order of the network. */
  readonly families: ReadonlyMap<string, readonly Parameter[]>;
  /** The ends of an edge, by the edge's id. */
  readonly edges: readonly Pick<Edge, 'from' | 'to'>[];
}

/** @param distinct how many of the first parameters are known to have names of their own: to spell all names takes long */
export function lookup(
  units: readonly Unit[],
  parameters: readonly Parameter[] = [],
  edges: Lookup['edges'] = [],
  distinct = 0,
): Lookup {
  const others = new Map(parameters.slice(distinct).map((each) => [spell(each.name), each]));
  const known = byName(parameters.slice(0, distinct));
  let families: Lookup['families'] | undefined;
  return {
    units: new Map(units.map((unit) => [spell(unit.name), unit])),
    parameters: others.size === 0 ? known : joinedNames(known, others),
    layers: byStem(units),
    // Of large networks hardly ever asked for.
    get families() {
      families ??= byStem(parameters);
      return families;
    },
    edges,
  };
}

function byStem<Named extends { readonly name: Name }>(all: readonly Named[]) {
  const groups = new Map<string, Named[]>();
  for (const named of all) {
    const key = stem(named.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [named]);
    else group.push(named);
  }
  return groups;
}

/** A unit or a parameter by its name. */
export function quantity(names: Lookup, node: NameNode): Quantity | Diagnostic {
  const key = spell(node);
  const parameter = names.parameters.get(key);
  if (parameter !== undefined) return { kind: 'parameter', parameter: parameter.id };
  const unit = names.units.get(key);
  if (unit !== undefined) return { kind: 'unit', unit: unit.id };
  return unknownName(names, node, 'weight, bias or unit');
}

/** The units of a layer, or one unit, by name. */
export function unitsNamed(names: Lookup, node: NameNode): readonly UnitId[] | Diagnostic {
  const key = spell(node);
  const unit = names.units.get(key);
  if (unit !== undefined) return [unit.id];
  const layer = names.layers.get(key);
  return layer?.map(({ id }) => id) ?? unknownName(names, node, 'layer or unit');
}

export const isDiagnostic = (value: object): value is Diagnostic => 'message' in value;
