import type { AssignmentStatement, Name } from '../syntax/document.ts';
import { sameName, spell } from '../syntax/name.ts';
import { limits } from './limits.ts';
import { type Lookup, unknown } from './lookup.ts';
import type { Example, Network, ParameterId, UnitId } from './network.ts';
import { count, type Report } from './report.ts';
import { targetName } from './symbols.ts';
import { instantiate } from './template.ts';

/** The network with the values that the assignments give; each has one meaning, found by its name. */
export function withValues(
  network: Network,
  statements: readonly AssignmentStatement[],
  names: Lookup,
  report: Report,
): Network {
  const inputs = new Map<UnitId, readonly number[]>();
  const targets = new Map<UnitId, readonly number[]>();
  const values = new Map<ParameterId, number>();
  for (const statement of statements) assign(statement);
  const parameters = network.parameters.map((parameter) => {
    const value = values.get(parameter.id);
    return value === undefined ? parameter : { ...parameter, value };
  });
  return { ...network, parameters, examples: examples(network.examples, inputs, targets) };

  function assign(statement: AssignmentStatement): void {
    const { name, rows } = statement;
    const key = spell(name);
    const parameter = names.parameters.get(key);
    if (parameter !== undefined) {
      const [row] = fitted(statement, 1, 1, key);
      if (row !== undefined) values.set(parameter.id, row[0] ?? 0);
      return;
    }
    const column = inputColumn(network, names, name) ?? targetColumn(network, name);
    if (column !== undefined) {
      const table =
        column.units.length === 1 && rows.length === 1
          ? rows[0]?.map((cell) => [cell.value])
          : fitted(statement, undefined, column.units.length, key);
      for (const [place, unit] of column.units.entries()) {
        (column.kind === 'input' ? inputs : targets).set(
          unit,
          (table ?? []).map((row) => row[place] ?? 0),
        );
      }
      return;
    }
    const block = weightBlock(network, name);
    if (block === undefined) {
      const known = [
        ...names.parameters.keys(),
        ...network.inputs.map((id) => spell(network.units[id]?.name ?? name)),
      ];
      report(unknown(name, 'weight, bias, input or target', known));
      return;
    }
    // One long row is a matrix too, row after row.
    const flat = rows.length === 1 && rows[0]?.length === block.ids.length;
    const table = flat
      ? [rows[0]?.map((cell) => cell.value) ?? []]
      : fitted(statement, block.rows, block.columns, key);
    for (const [place, value] of table.flat().entries()) {
      const id = block.ids[place];
      if (id !== undefined) values.set(id, value);
    }
  }

  /** The rows as numbers where they have the shape that the name asks for; nothing, and a report, where not. */
  function fitted(
    { rows, span }: AssignmentStatement,
    wantedRows: number | undefined,
    columns: number,
    key: string,
  ): readonly (readonly number[])[] {
    const fits = rows.every((row) => row.length === columns);
    if (fits && rows.length === (wantedRows ?? rows.length) && rows.length <= limits.examples) {
      return rows.map((row) => row.map((cell) => cell.value));
    }
    const wanted =
      wantedRows === undefined || wantedRows === 1
        ? `${count(columns, 'number')}${wantedRows === undefined ? ' a row, one row an example' : ''}`
        : `${count(wantedRows, 'row')} of ${count(columns, 'number')}, split by semicolons`;
    const shape = `${count(rows.length, 'row')} of ${[...new Set(rows.map((row) => row.length))].join(' or ')}`;
    const message = `${key} takes ${wanted}; here are ${shape}.`;
    report({
      code: 'odd-shape',
      message,
      hint: 'Rows are the units that the weights lead to.',
      span,
    });
    return [];
  }
}

interface Column {
  readonly kind: 'input' | 'target';
  readonly units: readonly UnitId[];
}

function inputColumn(network: Network, names: Lookup, name: Name): Column | undefined {
  const units =
    names.layers.get(spell(name))?.units ??
    (names.units.has(spell(name)) ? [names.units.get(spell(name))?.id ?? 0] : []);
  const isInput = units.length > 0 && units.every((id) => network.inputs.includes(id));
  return isInput ? { kind: 'input', units } : undefined;
}

/** `t` for all targets, in the order of the outputs, or `t_1` for one. */
function targetColumn(network: Network, name: Name): Column | undefined {
  if (sameName(name, { letter: network.notation.target, superscript: '', subscript: '' })) {
    return { kind: 'target', units: network.outputs };
  }
  const output = network.outputs.find((id) => sameName(targetName(network, id), name));
  return output === undefined ? undefined : { kind: 'target', units: [output] };
}

/** `w^1`: the weights that one template named, as a matrix where one layer has them all, else as a list. */
function weightBlock(network: Network, name: Name) {
  const layers = network.templates.flatMap((template, layer) => {
    if (template === undefined) return [];
    const stem = { ...instantiate(template, { l: layer }), subscript: '' };
    return sameName(stem, name) ? [layer] : [];
  });
  const [first] = layers;
  if (first === undefined) return undefined;
  const ids = network.edges.flatMap((edge) => {
    const to = network.units[edge.to]?.layer ?? -1;
    return layers.includes(to) && 'parameter' in edge.weight ? [edge.weight.parameter] : [];
  });
  const rows = layers.length === 1 ? (network.layers[first]?.units.length ?? 1) : 1;
  return { ids, rows, columns: ids.length / rows };
}

function examples(
  before: readonly Example[],
  inputs: ReadonlyMap<UnitId, readonly number[]>,
  targets: ReadonlyMap<UnitId, readonly number[]>,
): readonly Example[] {
  const lengths = [...inputs.values(), ...targets.values()].map((column) => column.length);
  const size = Math.max(before.length, ...lengths);
  const row = (
    columns: ReadonlyMap<UnitId, readonly number[]>,
    old: ReadonlyMap<UnitId, number> | undefined,
    place: number,
  ) =>
    new Map([
      ...(old ?? []),
      ...[...columns].flatMap(([unit, column]) => {
        const value = column[place];
        return value === undefined ? [] : [[unit, value] as const];
      }),
    ]);
  return Array.from({ length: size }, (_, place) => ({
    inputs: row(inputs, before[place]?.inputs, place),
    targets: row(targets, before[place]?.targets, place),
  }));
}
