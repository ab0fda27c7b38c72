import type { Diagnostic } from '../diagnostic.ts';
import { greekLetters } from '../syntax/greek.ts';
import { Mistake } from '../syntax/mistake.ts';
import { nearest } from '../syntax/nearest.ts';
import type { SymbolFormula } from './formula.ts';
import { type Indices, key } from './symbol.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A symbol that the network has not, with those that it has instead. */
export function unknownSymbol(
  { symbol, span }: SymbolFormula,
  indices: Indices,
  { families, symbols }: Vocabulary,
): Mistake {
  const written = key(symbol, indices);
  const kin = (families.get(symbol.letter) ?? []).map(([name]) => name);
  const expected = nearest(written, kin.length > 0 ? kin : symbols.keys());
  const hint =
    kin.length > 0
      ? `There ${kin.length === 1 ? 'is' : 'are'} ${listed(kin)}.`
      : `Its quantities begin with ${[...families.keys()].map(texLetter).join(', ')}.`;
  const diagnostic: Diagnostic = {
    code: 'unknown-symbol',
    message: `This network has no ${shown(written)}.`,
    hint,
    ...(expected.length > 0 && { expected: expected.map(shown) }),
    span,
  };
  return new Mistake(diagnostic);
}

/** A key as one would type it: braces around one character go. */
const shown = (name: string): string => texLetter(name).replace(/([_^])\{(.)\}/g, '$1$2');

const texLetter = (name: string): string =>
  greekLetters.has(/^[A-Za-z]+/.exec(name)?.[0] ?? '') && name.length > 1 ? `\\${name}` : name;

function listed(names: readonly string[]): string {
  const few = names.length > 8 ? [...names.slice(0, 3), '…', ...names.slice(-1)] : names;
  return few.map(shown).join(', ');
}
