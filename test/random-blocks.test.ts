import { describe, expect, it } from 'vitest';
import { randomSource } from '../src/calculus/point.ts';
import { compile } from '../src/compile.ts';
import type { Network } from '../src/network/network.ts';
import { spell } from '../src/syntax/name.ts';
import { pick as pickOf } from './support/luck.ts';
import { randomTraining } from './support/random-network.ts';

const random = randomSource(20261127);
const pick = <T>(all: readonly T[]): T => pickOf(random, all);
const choices = {
  activations: [
    ...['identity', 'sigmoid', 'tanh', 'relu', 'leaky-relu'],
    ...['softplus', 'gelu', 'gelu-tanh', 'softmax'],
  ],
  losses: [
    ...['squared', 'mean-squared', 'binary-cross-entropy', 'cross-entropy'],
    ...['squared, decay 0.1', 'cross-entropy, decay 0.1'],
  ],
  examples: 3,
};

/** What may be asked for of a network: one request of each kind, of quantities that are drawn. */
function requests({ parameters, units, outputs }: Network): readonly string[] {
  const names = [...parameters, ...units].map(({ name }) => spell(name));
  const output = spell((units[pick(outputs)] as Network['units'][number]).name);
  const [by, other] = [pick(names), pick(names)];
  return [
    'forward',
    `forward ${output} E as numbers`,
    ...['chain', 'paths', 'delta', 'index', 'matrix', 'numbers'].map(
      (form) => `derive ${by} as ${form}, steps`,
    ),
    `derive ${output} by ${by} as numbers`,
    `derive ${by} ${other} ${by} as table`,
    ...['right', 'down', 'up'].map((way) => `figure focus ${pick(names)}, direction ${way}`),
    `figure focus ${by} ${other}`,
    `figure values gradients show ${pick(['biases', 'targets', 'loss'])}`,
    `live focus ${pick(parameters.map(({ name }) => spell(name)))}, plot error`,
  ];
}

/** A mistake of ours is thrown, in whatever an author asks. */
function refusals(block: string): readonly string[] {
  return compile(block, { networks: new Map(), firstLink: 0 }).diagnostics.map(({ code }) => code);
}

describe('whatever is asked of a network is there, or is refused in words', () => {
  it('in 150 random networks with every value', { timeout: 300_000 }, () => {
    const codes = new Set<string>();
    for (let count = 0; count < 150; count++) {
      const block = randomTraining(random, choices);
      const { network } = compile(block);
      if (network === undefined) throw new Error(`no network: ${block}`);
      // Weights of either sign, now and then so large that a unit reaches the end of its curve.
      const size = random() < 0.2 ? 50 : 2;
      const values = network.parameters.map(
        ({ name }) => `${spell(name)} = ${(size * (2 * random() - 1)).toFixed(2)}`,
      );
      for (const request of requests(network))
        for (const code of refusals([block, ...values, 'rate 0.1', request].join('\n')))
          codes.add(code);
    }
    expect([...codes].sort()).toEqual([
      ...['live-not-available', 'no-general-indices', 'no-matrices', 'not-finite'],
      ...['several-examples', 'too-many-paths', 'too-many-steps', 'value-too-large'],
    ]);
  });

  it('where units are layers, or have names of their own', () => {
    const [inputs, hidden, outputs] = [
      ['x[2]', 'p q'],
      ['h[2]', 'r s'],
      ['y[2]', 'u v'],
    ] as const;
    const codes = new Set<string>();
    for (const stops of inputs.flatMap((x) => hidden.flatMap((h) => outputs.map((y) => [x, h, y]))))
      for (const activation of ['identity', 'tanh', 'softmax']) {
        const edges = stops
          .slice(1)
          .flatMap((to, at) =>
            (stops[at] ?? '')
              .split(' ')
              .flatMap((tail) => to.split(' ').map((head) => `${tail} -> ${head}`)),
          );
        const block = [...edges, `activation ${activation}`].join('\n');
        for (const form of ['chain', 'paths', 'delta', 'index', 'matrix'])
          for (const by of ['w^1_{11}', 'w^2_{21}', stops[0]?.startsWith('p') ? 'p' : 'x_1'])
            for (const code of refusals(`${block}\nderive ${by} as ${form}`)) codes.add(code);
      }
    expect([...codes].sort()).toEqual(['no-general-indices', 'no-matrices']);
  });
});
