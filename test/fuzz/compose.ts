import { certain } from '../../src/certain.ts';
import { compile } from '../../src/compile.ts';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { below, chance, either, pick, type Random } from '../support/luck.ts';
import { request } from './compose-request.ts';

/**
 * A block that says what the language can say, in any combination: layers and single units, names of every kind,
 * activations, losses, values, notations, and requests of quantities that the network has. Most of them are right.
 */
export function composedBlock(random: Random): string {
  const structure = chance(random, 0.6) ? layered(random) : single(random);
  const bare = networkIn(structure);
  const isEntropy = chance(random, 0.4);
  const loss = isEntropy ? entropies : 'squared | mean-squared';
  const decay = chance(random, 0.3) ? ', decay 0.1' : '';
  const about = [
    structure,
    ...(chance(random, 0.2) ? [`weights ${either(random, templates)}`] : []),
    ...(chance(random, 0.4) ? [`bias ${ofPart(bare, either(random, biases), random)}`] : []),
    ...(isEntropy || chance(random, 0.6)
      ? [`activation ${activation(bare, isEntropy, random)}`]
      : []),
    ...(isEntropy || chance(random, 0.3) ? [`loss ${either(random, loss)}${decay}`] : []),
    ...(chance(random, 0.2) ? [`notation ${either(random, notations)}`] : []),
  ];
  const network = networkIn(about.join('\n'));
  if (network === undefined) return about.join('\n');
  const values = chance(random, 0.6) ? valuesOf(network, random) : [];
  const requests = Array.from({ length: 1 + below(random, 3) }, () => request(network, random));
  return [...about, ...values, ...requests].join('\n');
}

const networkIn = (block: string): Network | undefined =>
  compile(block, { networks: new Map() }).network;

const entropies = 'cross-entropy | binary-cross-entropy';
const templates = 'w_N | w_N | w^l_{ji} | v^l_{ji} | w^l_n | w^l_{n1} | w^l_j | u';
const biases = 'b^l_j | b^l_j | b_N | b^l | b | c_j';
const notations =
  'nielsen | bishop | goodfellow | ng | draft | gradient delta, error epsilon | superscript brackets, loss C | activation a, target d';
const curves = 'identity | sigmoid | tanh | relu | leaky-relu 0.1 | softplus | gelu | gelu-tanh';

/** The same for a layer or a unit that is no input, as often as for all. */
function ofPart(network: Network | undefined, value: string, random: Random): string {
  const behind = network?.layers.filter(({ index }) => index > 0) ?? [];
  const names = behind.flatMap(({ name, units }) => [
    ...(name === undefined ? [] : [name]),
    ...units.map((id) => certain(network?.units[id]).name),
  ]);
  if (names.length === 0 || chance(random, 0.5)) return value;
  return `${spell(pick(random, names))}: ${value}`;
}

function activation(network: Network | undefined, isEntropy: boolean, random: Random): string {
  const last = network?.layers.at(-1);
  const first = ofPart(network, either(random, curves), random);
  if (last?.name === undefined) return isEntropy ? 'sigmoid' : first;
  const share = last.units.length > 1 ? 'softmax' : 'sigmoid';
  const ends = `${spell(last.name)}: ${isEntropy ? share : either(random, curves)}`;
  const hidden = network?.layers.find(({ index, units }) => index > 0 && units.length > 1);
  if (hidden?.name !== undefined && hidden !== last && chance(random, 0.25))
    return `${spell(hidden.name)}: softmax, ${ends}`;
  return first.startsWith(spell(last.name)) ? ends : `${first}, ${ends}`;
}

/** Layers in a row, now and then with dots, a skip connection, or an output in an earlier layer. */
function layered(random: Random): string {
  const size = (): string => `[${1 + below(random, 4)}]`;
  const hidden = pick(random, [
    [],
    [`h${size()}`],
    [`h${size()}`],
    [`g${size()}`, `h${size()}`],
    [`h^1${size()}`, `h^2${size()}`],
    ['h^1[2]', '...', `h^${3 + below(random, 6)}[2]`],
  ]);
  const chain = [`x${size()}`, ...hidden, chance(random, 0.85) ? `y${size()}` : 'y'].join(' -> ');
  if (chance(random, 0.5)) return chain;
  const extra =
    'x_1 -> y_1 : s | x_1 -> y_1 : 0.5 | x_1 -> o : u | h_1 -> y_1 : w | h_1 -> y_1 : 1';
  return `${chain}\n${either(random, extra)}`;
}

/** Units of any names, each fed by some of those before it. */
function single(random: Random): string {
  const names = pick(random, [
    ['x', 'h', 'y', 'z'],
    ['a', 'b', 'c', 'd', 'f'],
    ['x_1', 'x_2', 'h_1', 'h_2', 'y_1', 'y_2'],
    ['x', 'h_1', 'h_2', 'y_1', 'y_2', 'z'],
    ['alpha', 'h^1', 'g_1', 'y^2', 'beta'],
  ]);
  const edges = names.flatMap((to, place) =>
    names
      .slice(0, place)
      .filter((_, at) => at === place - 1 || chance(random, 0.4))
      .map((from) => `${from} -> ${to}`),
  );
  return edges
    .filter((_, place) => place === 0 || chance(random, 0.8))
    .map((edge, place) => {
      const own = `w_{${place + 1}}`;
      return `${edge} : ${chance(random, 0.7) ? own : either(random, 'u | 1 | -0.5 | 2')}`;
    })
    .join('\n');
}

/** A value for everything, one or several examples, and now and then a rate; now and then one is left out. */
function valuesOf({ inputs, outputs, parameters, units }: Network, random: Random): string[] {
  const examples = chance(random, 0.25) ? 2 + below(random, 2) : 1;
  const number = (): string =>
    chance(random, 0.8)
      ? (random() * 4 - 2).toFixed(2)
      : either(random, '0 | 0 | 1 | 2 | -0.5 | -30 | 100 | 1e-5 | 1e6 | -1e12');
  const share = (): string =>
    chance(random, 0.7) ? random().toFixed(2) : either(random, '0 | 0 | 1 | 1 | 1 | -1 | 0.5 | 40');
  const row = (value: () => string): string => Array.from({ length: examples }, value).join('; ');
  const all = [
    ...inputs.map((id) => `${spell(certain(units[id]).name)} = ${row(number)}`),
    `t = ${row(() => outputs.map(share).join(' '))}`,
    ...parameters.map(({ name }) => `${spell(name)} = ${number()}`),
    ...(chance(random, 0.5) ? ['rate 0.1'] : []),
  ];
  return chance(random, 0.1) ? all.filter(() => chance(random, 0.9)) : all;
}
