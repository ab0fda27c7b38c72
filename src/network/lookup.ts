import type { Diagnostic } from '../diagnostic.ts';
import type { NameNode } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Layer, Parameter, Unit, UnitId } from './network.ts';
import { listed } from './report.ts';
import type { Quantity } from './request.ts';

/** What a name can mean in a network. */
export interface Lookup {
  readonly layers: ReadonlyMap<string, Layer>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export function lookup(parts: {
  readonly layers: readonly Layer[];
  readonly units: readonly Unit[];
  readonly parameters: readonly Parameter[];
}): Lookup {
  return {
    layers: new Map(
      parts.layers.flatMap((layer) => (layer.name ? [[spell(layer.name), layer]] : [])),
    ),
    units: new Map(parts.units.map((unit) => [spell(unit.name), unit])),
    parameters: new Map(parts.parameters.map((parameter) => [spell(parameter.name), parameter])),
  };
}

/** A unit or a parameter by its name. */
export function quantity(names: Lookup, node: NameNode): Quantity | Diagnostic {
  const key = spell(node);
  const parameter = names.parameters.get(key);
  if (parameter !== undefined) return { kind: 'parameter', parameter: parameter.id };
  const unit = names.units.get(key);
  if (unit !== undefined) return { kind: 'unit', unit: unit.id };
  return unknown(node, 'weight, bias or unit', [...names.parameters.keys(), ...names.units.keys()]);
}

/** The units of a layer, or one unit, by name. */
export function unitsNamed(names: Lookup, node: NameNode): readonly UnitId[] | Diagnostic {
  const key = spell(node);
  const unit = names.units.get(key);
  if (unit !== undefined) return [unit.id];
  const layer = names.layers.get(key);
  if (layer !== undefined) return layer.units;
  return unknown(node, 'layer or unit', [...names.layers.keys(), ...names.units.keys()]);
}

/** A name that the network has not, with those of its names that come nearest. */
export function unknown(node: NameNode, wanted: string, known: readonly string[]): Diagnostic {
  const key = spell(node);
  const sameLetter = known.filter((name) => name.startsWith(node.letter));
  const close = nearest(key, known);
  const shown = sameLetter.length > 0 ? sameLetter : known;
  const sample =
    shown.length > 6 ? [...shown.slice(0, 4), '…', ...shown.slice(-1)].join(', ') : listed(shown);
  return {
    code: 'unknown-name',
    message: `There is no ${wanted} ${key} in this network.`,
    hint:
      close.length > 0 ? `Did you mean ${close[0]}? There are ${sample}.` : `There are ${sample}.`,
    expected: close,
    span: node.span,
  };
}

export const isDiagnostic = (value: object): value is Diagnostic =>
  'code' in value && 'message' in value;
