import { certain } from '../../src/certain.ts';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { below, chance, either, pick, type Random } from '../support/luck.ts';

const numbering = 'unnumbered | tag A.1 | label e';
const told = `steps | reasons beside | reasons below | reasons none | lines 1-2 | lines 2- | ${numbering}`;
const shown = [
  'outline | no outline | rest red | rest plain | arrows backward | arrows none',
  'direction down | direction up | direction right | show biases targets | show activations loss',
  'values | gradients | widths weights | widths gradients | values, example 1',
  'gradients, example 2 | caption "Two layers" | label f',
].join(' | ');

/** A figure, a derivation or equations of what a network has, with clauses that may stand there. */
export function request(network: Network, random: Random): string {
  const parameters = network.parameters.map(({ name }) => spell(name));
  const units = network.units.map(({ name }) => spell(name));
  const outputs = network.outputs.map((id) => certain(units[id]));
  const computed = network.units.flatMap(({ incoming, name }) =>
    incoming.length > 0 ? [spell(name)] : [],
  );
  const any = (): string =>
    pick(random, chance(random, 0.8) && parameters.length > 0 ? parameters : units);
  const some = (): string => Array.from({ length: 1 + below(random, 3) }, any).join(' ');
  const withClauses = (start: string, words: string, most: number): string => {
    const chosen = new Map<string, string>();
    for (let left = below(random, most + 1); left > 0; left--) {
      const clause = either(random, words);
      chosen.set(clause.replace(/ .*/, ''), clause);
    }
    return [start, ...chosen.values()].join(', ');
  };
  const form = either(random, 'chain | paths | delta | index | matrix | numbers | table');
  const focus = `only ${any()} | only ${any()}, path 1 | focus ${any()}, path 1 | focus ${any()}, to ${pick(random, outputs)} | focus ${some()} | focus ${some()}`;
  const inNumbers = either(random, ' |  as numbers');
  return pick(random, [
    () => withClauses(`derive ${any()} as ${form}`, told, 2),
    () => withClauses(`derive ${any()} as ${form}`, told, 2),
    () => withClauses(`derive ${any()}`, told, 2),
    () => withClauses(`derive ${some()} as table`, told, 1),
    () => withClauses('derive as table', told, 1),
    () => withClauses(`derive ${pick(random, computed)} by ${any()}${inNumbers}`, told, 2),
    () => `forward${inNumbers}`,
    () => `forward E${inNumbers}`,
    () => `forward ${pick(random, computed)}${inNumbers}, ${either(random, numbering)}`,
    () => withClauses(`figure ${either(random, focus)}`, shown, 4),
    () => withClauses(`figure ${either(random, shown)}`, shown, 3),
    () => `live${either(random, ` |  plot error |  focus ${pick(random, parameters)}`)}`,
  ])();
}
