import type { Variable } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import { tex } from '../latex/expression.ts';
import { texSymbol } from '../latex/symbol.ts';
import type { Activation, Network } from '../network/network.ts';
import { printed } from '../network/printed.ts';
import type { Words } from './cursor.ts';
import { read } from './read.ts';
import { key, type SymbolName } from './symbol.ts';
import { tokenize } from './token.ts';

/** What the symbols of a network's formulas stand for. */
export interface Vocabulary extends Words {
  readonly network: Network;
  /** By the symbol's key. */
  readonly symbols: ReadonlyMap<string, Variable>;
  /** The same by the letter that they begin with. */
  readonly families: ReadonlyMap<string, readonly (readonly [string, Variable])[]>;
  /** The activations that a name may mean. */
  readonly functions: ReadonlyMap<string, readonly Activation[]>;
}

/**
 * The vocabulary of a network: everything that it has, as it would be printed, read back. So whatever notation a network
 * has, what is printed in it can be read; and what its block calls something else, by that name too.
 */
export function vocabularyOf(block: Network): Vocabulary {
  const network = printed(block);
  const symbols = new Map<string, Variable>();
  const families = new Map<string, (readonly [string, Variable])[]>();
  const named = (named: Network) =>
    variables(named).map((variable) => [texSymbol(variable, named), variable] as const);
  for (const [written, variable] of [
    ...named(network),
    ...(network === block ? [] : named(block)),
  ]) {
    const symbol = symbolIn(written);
    const name = symbol && key(symbol, new Map());
    if (symbol === undefined || name === undefined || symbols.has(name)) continue;
    symbols.set(name, variable);
    const family = families.get(symbol.letter);
    if (family === undefined) families.set(symbol.letter, [[name, variable]]);
    else family.push([name, variable]);
  }
  const functions = functionsOf(network);
  return {
    network,
    symbols,
    families,
    functions,
    isFunction: (name) => functions.has(name) && !families.has(name),
    isQuantity: (letter) => families.has(letter),
    hasDifferentials: network.notation.gradient === 'differential',
  };
}

/** What comes first has a name before what comes later: the names that the author gave go before those of notation. */
function variables({ units, parameters, outputs }: Network): readonly Variable[] {
  const computed = units.filter((unit) => unit.incoming.length > 0);
  return [
    ...units.map(({ id }): Variable => ({ kind: 'unit', unit: id })),
    ...parameters.map(({ id }): Variable => ({ kind: 'parameter', parameter: id })),
    { kind: 'loss' },
    { kind: 'data-loss' },
    ...outputs.map((unit): Variable => ({ kind: 'target', unit })),
    ...computed.map(({ id }): Variable => ({ kind: 'preactivation', unit: id })),
    ...computed.map(({ id }): Variable => ({ kind: 'delta', unit: id })),
  ];
}

/** A symbol as it is printed; an error term that is written as a differential, dz, is none. */
function symbolIn(written: string): SymbolName | undefined {
  const words = { isFunction: () => false, isQuantity: () => true, hasDifferentials: true };
  const formula = read(sideOf(written), words);
  return formula.kind === 'symbol' ? formula.symbol : undefined;
}

/** What an activation is printed as before its brackets: \sigma. */
function functionsOf(network: Network): ReadonlyMap<string, readonly Activation[]> {
  const functions = new Map<string, readonly Activation[]>();
  const known = new Map(
    network.units.map(({ activation }) => [JSON.stringify(activation), activation]),
  );
  for (const activation of known.values()) {
    const argument = { kind: 'number', value: 1 } as const;
    const [first] = tokenize(tex({ kind: 'apply', activation, prime: false, argument }, network));
    const name = certain(first).text;
    functions.set(name, [...(functions.get(name) ?? []), activation]);
  }
  return functions;
}

const sideOf = (written: string) => ({
  tokens: tokenize(written),
  span: { start: 0, end: written.length },
});
