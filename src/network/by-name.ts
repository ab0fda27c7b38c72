import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import { spell, stem } from '../syntax/name.ts';

/** Things by their names as an author types them. A map is one. */
export type ByName<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has' | 'size' | 'values'>;

/**
 * Things under names of which no two are one. Those that share all but their subscripts are spelled when the first of
 * them is asked for: of a large network hardly any ever is.
 */
export function byName<T extends { readonly name: Name }>(all: readonly T[]): ByName<T> {
  const kin = new Map<string, T[]>();
  let last: Name | undefined;
  let family: T[] = [];
  for (const each of all) {
    const { name } = each;
    if (name.letter !== last?.letter || name.superscript !== last.superscript) {
      const key = stem(name);
      family = kin.get(key) ?? [];
      kin.set(key, family);
    }
    family.push(each);
    last = name;
  }
  const spelled = new Map<string, ReadonlyMap<string, T>>();
  const get = (key: string): T | undefined => {
    const begin = certain(key.split('_', 1)[0]);
    const members = kin.get(begin);
    if (members === undefined) return undefined;
    const known = spelled.get(begin) ?? new Map(members.map((each) => [spell(each.name), each]));
    spelled.set(begin, known);
    return known.get(key);
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    size: all.length,
    values: () => all.values(),
  };
}

/** Both together; what both have a name for is the second's. */
export function joinedNames<T>(first: ByName<T>, second: ReadonlyMap<string, T>): ByName<T> {
  let twice = 0;
  for (const key of second.keys()) if (first.has(key)) twice++;
  return {
    get: (key) => second.get(key) ?? first.get(key),
    has: (key) => second.has(key) || first.has(key),
    size: first.size + second.size - twice,
    values: () => [...first.values(), ...second.values()].values(),
  };
}
