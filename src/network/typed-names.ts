import { certain } from '../certain.ts';
import type { Name, NameNode, Statement } from '../syntax/document.ts';
import { bare, spell, stem } from '../syntax/name.ts';
import type { Lookup } from './lookup.ts';
import type { Network } from './network.ts';
import { standardNotation } from './notation.ts';
import { printed } from './printed.ts';
import { isRequest } from './statements.ts';

/**
 * The statements with every name that is only printed, such as `a^1_2`, replaced by the one that the block declared,
 * such as `h_2`: what readers see, authors may type. Likewise `E` and `t` mean the loss and the targets whatever
 * letters the notation has for them, so that a block outlives a change of its page's notation.
 */
export function byTypedNames(
  statements: readonly Statement[],
  network: Network,
  names: Lookup,
): readonly Statement[] {
  const typed = typedNames(network, names);
  const { target, loss } = network.notation;
  const letters = new Set<string>();
  for (const { name } of network.units) letters.add(name.letter);
  for (const { name } of network.parameters) letters.add(name.letter);
  const isFree = ({ letter }: Name): boolean => !letters.has(letter);
  const rename = <Named extends NameNode>(node: Named): Named => ({
    ...node,
    ...typed.get(spell(node)),
    ...(spell(node) === standardNotation.loss && isFree(node) && { letter: loss }),
  });
  return statements.map((statement) => {
    if (statement.kind === 'assignment') {
      const { name } = statement;
      const isTarget = name.letter === standardNotation.target && isFree(name);
      return { ...statement, name: isTarget ? { ...name, letter: target } : rename(name) };
    }
    if (!isRequest(statement)) return statement;
    const clauses = statement.clauses.map((clause) => ({
      ...clause,
      arguments: clause.arguments.map((argument) =>
        argument.kind === 'name' ? rename(argument) : argument,
      ),
    }));
    return { ...statement, clauses };
  });
}

/** The declared name of every unit, layer, parameter and family of parameters that is printed by another. */
function typedNames(network: Network, names: Lookup): ReadonlyMap<string, Name> {
  const shown = printed(network);
  if (shown === network) return new Map();
  const { units, parameters } = shown;
  const known = [names.units, names.parameters, names.layers, names.families];
  const found = new Map<string, Name>();
  const note = (shown: string, own: Name): void => {
    if (!known.some((each) => each.has(shown))) found.set(shown, own);
  };
  const pairs = [
    ...units.map(({ name, id }) => [name, certain(network.units[id]).name] as const),
    ...parameters.map(({ name, id }) => [name, certain(network.parameters[id]).name] as const),
  ];
  for (const [shown, own] of pairs) {
    note(spell(shown), bare(own));
    note(stem(shown), { ...bare(own), subscript: '' });
  }
  return found;
}
