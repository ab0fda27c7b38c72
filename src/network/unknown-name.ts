import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Name, NameNode } from '../syntax/document.ts';
import { spell, stem } from '../syntax/name.ts';
import type { Lookup } from './lookup.ts';
import type { Parameter } from './network.ts';
import { count, listed } from './report.ts';
import { slips } from './slip.ts';

/** A name that the network has not, with what it has instead. */
export function unknownName(names: Lookup, node: NameNode, wanted: string): Diagnostic {
  const expected = near(names, node, wanted);
  const meant = expected[0] === undefined ? '.' : `; did you mean ${expected[0]}?`;
  return {
    code: 'unknown-name',
    ...sentences(names, node, wanted, meant),
    expected,
    span: node.span,
  };
}

function sentences(names: Lookup, node: NameNode, wanted: string, meant: string) {
  const [key, kin] = [spell(node), stem(node)];
  const layer = names.layers.get(kin);
  const family = takesParameter(wanted) ? names.families.get(kin) : undefined;
  if (layer !== undefined && key !== kin) {
    return {
      message: `There is no unit ${key}: layer ${kin} has ${count(layer.length, 'unit')}.`,
      hint: `${layer.length === 1 ? 'It is' : 'They are'} ${spelled(layer)}${meant}`,
    };
  }
  if (family !== undefined && key !== kin) {
    const { kind } = certain(family[0]);
    // A bias may have a name of the weights' kind: `bias y : w_3`.
    const isOfWeights = family.every((each) => each.kind === 'weight');
    const ends = isOfWeights ? endsOf(names, family) : undefined;
    const size = (name: string) => count(certain(names.layers.get(name)).length, 'unit');
    const where =
      ends &&
      `: layer ${ends.tail} has ${size(ends.tail)}, layer ${ends.head} has ${size(ends.head)}`;
    const isOne = family.length === 1;
    const leading = isOne ? 'The weight that leads' : 'The weights that lead';
    const lead = ends === undefined ? `Of ${kin} there` : `${leading} to ${ends.head}`;
    return {
      message: `There is no ${kind} ${key}${where ?? ''}.`,
      hint: `${lead} ${isOne ? 'is' : 'are'} ${spelled(family)}${meant}`,
    };
  }
  const many = layer ?? family;
  if (many !== undefined) {
    const first = certain(many[0]);
    const noun = 'kind' in first ? first.kind : 'unit';
    return {
      message: `${key} stands for ${count(many.length, noun)}, and here one is meant.`,
      hint: `Write one of ${spelled(many)}.`,
    };
  }
  const families = takesParameter(wanted) ? names.families.keys() : [];
  const layers = [...names.layers].filter(
    ([, units]) => !wanted.includes('input') || units.some((unit) => unit.incoming.length === 0),
  );
  return {
    message: `There is no ${wanted} ${key} in this network.`,
    hint: `There are ${listed([...layers.map(([name]) => name), ...families])}${meant}`,
  };
}

const takesParameter = (wanted: string): boolean => wanted.includes('weight');

/** The layers that the edges of a family join, where they are the same two for all. */
function endsOf({ edges, units }: Lookup, family: readonly Parameter[]) {
  const all = [...units.values()];
  const joined = (weight: Parameter) => {
    const { from, to } = certain(edges[certain(weight.edges[0])]);
    return { tail: stem(certain(all[from]).name), head: stem(certain(all[to]).name) };
  };
  const [first, last] = [joined(certain(family[0])), joined(certain(family.at(-1)))];
  return first.head === last.head && first.tail === last.tail ? first : undefined;
}

/** All of a few names; of many the first two and the last. */
function spelled(named: readonly { readonly name: Name }[]): string {
  const few = named.length > 6 ? [...named.slice(0, 2), ...named.slice(-1)] : named;
  const words = few.map(({ name }) => spell(name));
  return few === named ? listed(words) : [...words.slice(0, 2), '…', ...words.slice(2)].join(', ');
}

/** The names of the network that one slip away are. */
function near(names: Lookup, node: Name, wanted: string): readonly string[] {
  const candidates = slips(node, lettersOf(names)).map(spell);
  const isKnown = (name: string): boolean =>
    names.units.has(name) || (takesParameter(wanted) ? names.parameters : names.layers).has(name);
  return [...new Set(candidates)].filter(isKnown).slice(0, 3);
}

function lettersOf({ layers, families }: Lookup): readonly string[] {
  return [...layers.values(), ...families.values()].map(([first]) => certain(first).name.letter);
}
