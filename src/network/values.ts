import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { AssignmentStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { type Given, withColumns } from './examples.ts';
import type { Lookup } from './lookup.ts';
import type { Network, ParameterId, UnitId } from './network.ts';
import { count, listed, type Report } from './report.ts';
import { type Slot, slots } from './slot.ts';
import { targetNames } from './symbols.ts';
import { unknownName } from './unknown-name.ts';

/** The network with the values that the assignments give; each has one meaning, found by its name. */
export function withValues(
  network: Network,
  statements: readonly AssignmentStatement[],
  names: Lookup,
  report: Report,
): Network {
  if (statements.length === 0) return network;
  const slotOf = slots(network, names);
  const given = { inputs: new Map<UnitId, Given>(), targets: new Map<UnitId, Given>() };
  const values = new Map<ParameterId, number>();
  for (const statement of statements) {
    const slot = slotOf(statement.name);
    if (slot === undefined) {
      report(noSlot(statement, network, names));
      continue;
    }
    const mistake = misfit(statement, slot);
    if (mistake !== undefined) {
      report(mistake);
      continue;
    }
    const filled = slot.kind === 'parameters' ? values : given[slot.kind];
    const members: readonly number[] = slot.kind === 'parameters' ? slot.parameters : slot.units;
    if (members.some((id) => filled.has(id))) {
      report(twice(statement));
      continue;
    }
    const numbers = statement.rows.map((row) => row.map((cell) => cell.value));
    if (slot.kind === 'parameters') {
      for (const [place, value] of numbers.flat().entries())
        values.set(certain(members[place]), value);
    } else {
      for (const [place, unit] of members.entries()) {
        given[slot.kind].set(unit, {
          column: numbers.map((row) => certain(row[place])),
          statement,
        });
      }
    }
  }
  const parameters = network.parameters.map((parameter) => {
    const value = values.get(parameter.id);
    return value === undefined ? parameter : { ...parameter, value };
  });
  return { ...network, parameters, examples: withColumns(network.examples, given, report) };
}

/** Why the numbers do not fit what they are given to. */
function misfit({ name, rows, span }: AssignmentStatement, slot: Slot) {
  const first = certain(rows[0]);
  const lengths = new Set(rows.map((row) => row.length));
  const shown = `${count(rows.length, 'row')} of ${[...lengths].join(' or ')}`;
  if (slot.kind !== 'parameters') {
    if (lengths.size === 1 && first.length === slot.units.length) {
      if (rows.length <= limits.examples) return undefined;
      const message = `${count(rows.length, 'example')} are too many.`;
      return { code: 'odd-shape', message, hint: `Give ${limits.examples} at most.`, span };
    }
    return {
      code: 'odd-shape',
      message: `${spell(name)} takes ${count(slot.units.length, 'number')} an example, but here ${rows.length === 1 ? 'is' : 'are'} ${shown}.`,
      hint: 'Numbers stand apart by spaces, examples by semicolons.',
      span,
    };
  }
  const size = slot.parameters.length;
  const columns = size / slot.rows;
  // One long row is a matrix too, row after row.
  const isFlat = rows.length === 1 && first.length === size;
  const isMatrix = rows.length === slot.rows && lengths.size === 1 && first.length === columns;
  if (isFlat || isMatrix) return undefined;
  const wanted =
    slot.rows === 1
      ? count(size, 'number')
      : `${count(slot.rows, 'row')} of ${count(columns, 'number')}`;
  return {
    code: 'odd-shape',
    message: `${spell(name)} takes ${wanted}, but here ${rows.length === 1 ? 'is' : 'are'} ${shown}.`,
    hint:
      slot.rows === 1
        ? 'Numbers stand apart by spaces.'
        : 'A row holds the weights that lead to one unit; rows stand apart by semicolons.',
    span,
  };
}

function noSlot({ name }: AssignmentStatement, network: Network, names: Lookup) {
  const { span } = name;
  const key = spell(name);
  if (names.units.has(key) || names.layers.has(key)) {
    const message = `${key} is computed, so that it can't be given a value.`;
    const hint = 'Values are given to inputs, targets, weights and biases.';
    return { code: 'value-of-computed', message, hint, span };
  }
  if (name.letter !== network.notation.target) {
    return unknownName(names, name, 'input, target, weight or bias');
  }
  const targets = [...targetNames(network).values()].map(spell);
  const message = `There is no target ${key}: the network has ${count(targets.length, 'output')}.`;
  const hint = `${targets.length === 1 ? 'Its target is' : 'Their targets are'} ${listed(targets)}.`;
  return { code: 'unknown-name', message, hint, span };
}

function twice({ name }: AssignmentStatement) {
  const message = `The value of ${spell(name)} is given twice.`;
  return { code: 'said-twice', message, hint: 'Take one of the two out.', span: name.span };
}
