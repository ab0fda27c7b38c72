import { certain } from '../certain.ts';
import type { Edge, Network, UnitId } from '../network/network.ts';
import { spoken } from './typeset.ts';
import type { View } from './view.ts';

/** A list of more units than this is said by its first and its last. */
const mostListed = 8;

/** What a unit is called; several bias units are told apart by their number, from the left. */
export function unitName(network: Network, { extras }: View, id: UnitId): string {
  if (extras?.get(id) === 'bias') {
    const biases = [...extras].filter(([, kind]) => kind === 'bias').map(([unit]) => unit);
    return biases.length === 1 ? 'bias unit' : `bias unit ${biases.indexOf(id) + 1}`;
  }
  return spoken(certain(network.units[id]).name);
}

/** All of them, or the first and the last of many. */
export function unitNames(network: Network, view: View, units: readonly UnitId[]): string {
  const names = units.map((unit) => unitName(network, view, unit));
  return names.length > mostListed ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

/** A weight's name, or the number that it is. */
export function weightName(network: Network, { weight }: Edge): string {
  if ('fixed' in weight) return String(weight.fixed);
  return spoken(certain(network.parameters[weight.parameter]).name);
}

/** Three digits, and no exponent where one would do without: a voice reads 0.0004 better than 4e−4. */
export const spokenNumber = (value: number): string => String(Number(value.toPrecision(3)));

export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
