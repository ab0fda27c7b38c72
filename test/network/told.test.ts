import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';

/** All that is said of a block: the words that are underlined, what is wrong with them, what to write. */
function told(block: string): readonly string[] {
  const { document, diagnostics } = parse(block);
  return [...diagnostics, ...resolve(document).diagnostics].flatMap(
    ({ span, message, hint = '' }) => [block.slice(span.start, span.end), message, hint],
  );
}

const chain = 'x[2] -> h[2] -> y[2]';
const deeper = 'Write figure focus w^1_{11}, depth 1-6.';
const onlyChains =
  'Describe it as x[2] -> h[2] -> y[2], with hidden layers of one size and no other edges.';
const addLetter = 'or count with n in each layer or N over the network.';

describe('a name that is not there', () => {
  it.each([
    [
      'h_i',
      'There is no unit h_i: layer h has 2 units.',
      'They are h_1 and h_2; did you mean h_1?',
    ],
    ['h_{1,2}', 'There is no unit h_{1,2}: layer h has 2 units.', 'They are h_1 and h_2.'],
    ['h', 'h stands for 2 units, and here one is meant.', 'Write one of h_1 and h_2.'],
    [
      'w^1',
      'w^1 stands for 4 weights, and here one is meant.',
      'Write one of w^1_{11}, w^1_{12}, w^1_{21} and w^1_{22}.',
    ],
    ['b^1', 'b^1 stands for 2 biases, and here one is meant.', 'Write one of b^1_1 and b^1_2.'],
    ['b^1_3', 'There is no bias b^1_3.', 'Of b^1 there are b^1_1 and b^1_2; did you mean b^1_2?'],
    [
      'w^2_{31}',
      'There is no weight w^2_{31}: layer h has 2 units, layer y has 2 units.',
      'The weights that lead to y are w^2_{11}, w^2_{12}, w^2_{21} and w^2_{22}; did you mean w^2_{21}?',
    ],
  ])('has its kin told: %s', (name, message, hint) => {
    expect(told(`${chain}\nbias h: b^l_j\nderive ${name}`)).toEqual([name, message, hint]);
  });

  it('may be of weights that lead to several layers, or of one weight alone', () => {
    expect(told(`${chain}\nweights w_N\nderive w_{81}`)).toEqual([
      'w_{81}',
      'There is no weight w_{81}.',
      'Of w there are w_1, w_2, …, w_8; did you mean w_1?',
    ]);
    expect(told('x[2] -> h -> y\nderive w^2_2')).toEqual([
      'w^2_2',
      'There is no weight w^2_2: layer h has 1 unit, layer y has 1 unit.',
      'The weight that leads to y is w^2_{11}.',
    ]);
  });
});

describe('two names in one', () => {
  it.each([
    [
      'h: w^2_{ji}',
      'w^2_{ji}',
      'Under weights w^2_{ji} and w^l_{ji} the edges x_1 -> h_1 and h_1 -> y_1 would both be w^2_{11}.',
      'Take another letter for one of the two.',
    ],
    [
      'y: w^1_{ji}',
      'w^1_{ji}',
      'Under weights w^l_{ji} and w^1_{ji} the edges x_1 -> h_1 and h_1 -> y_1 would both be w^1_{11}.',
      `Add l for the layer, ${addLetter}`,
    ],
    [
      'w_{ji}',
      'w_{ji}',
      'Under weights w_{ji} the edges x_1 -> h_1 and h_1 -> y_1 would both be w_{11}.',
      `Add l for the layer, ${addLetter}`,
    ],
    [
      'w^l_j',
      'w^l_j',
      'Under weights w^l_j the edges x_1 -> h_1 and x_2 -> h_1 would both be w^1_1.',
      `Add i for the unit that it comes from, ${addLetter}`,
    ],
  ])('weights %s', (template, at, message, hint) => {
    expect(told(`${chain}\nweights ${template}`)).toEqual([at, message, hint]);
  });
});

describe('a circle', () => {
  const hint = 'Values flow one way only: take out one of them.';

  it('is told without what leads to it, and shortened where it is long', () => {
    expect(told('a -> b\nb -> c -> d\nd -> b')).toEqual([
      'd -> b',
      'These edges run in a circle: c -> d -> b -> c.',
      hint,
    ]);
    expect(told('a -> b -> c -> d -> e -> f -> g -> h -> a')[1]).toBe(
      'These edges run in a circle: b -> c -> d -> e -> f -> g -> h -> a -> b.',
    );
    expect(told('a -> b -> c -> d -> e -> f -> g -> h -> i -> a')[1]).toBe(
      'These edges run in a circle: b -> c -> d -> e -> f -> g -> … -> a -> b.',
    );
  });

  it('is told with the edge that opens it, where that is another one', () => {
    const circle = (block: string) => {
      const [found] = resolve(parse(block).document).diagnostics;
      return found?.also && block.slice(found.also.start, found.also.end);
    };
    expect(circle('b -> c\nc -> d\nd -> b')).toBe('b -> c');
    expect(circle('b -> c -> b')).toBeUndefined();
    expect(circle('b -> b')).toBeUndefined();
  });

  it('of layers is one only where their units are in one', () => {
    expect(told('x[2] -> y[2]\ny_1 -> x_2 : u')[1]).toMatch(/circle: /);
    expect(told('a_1 -> b_1\nb_2 -> a_2')).toEqual([]);
  });
});

describe('a number of layers for the reader to choose', () => {
  const first = 'More layers change the paths of one weight that leaves an input.';
  const noChain = 'Only a chain of layers can be given more of them.';
  it.each([
    [chain, 'focus h_1', first, deeper],
    [chain, 'focus w^2_{11}', first, deeper],
    [chain, 'focus w^1_{11} w^1_{12}', first, deeper],
    [`${chain}\nbias b^l_j`, 'focus b^1_1', first, deeper],
    [chain, '', first, deeper],
    [chain.replace(/h/, 'h[2] -> k[3] -> g'), 'focus w^1_{11}', noChain, onlyChains],
    [chain.replace(' -> y[2]', ''), 'focus w_{11}', noChain, onlyChains],
    [`${chain}\nx_1 -> y_1 : u`, 'focus w^1_{11}', noChain, onlyChains],
    [`${chain}\nx_1 -> h_1 : 1`, 'focus w^1_{12}', noChain, onlyChains],
    ['x -> h_1\nx -> h_2\nh_1 -> y : u\nx -> y : v', 'focus w^1_{11}', noChain, onlyChains],
    ['x -> a\nx -> b\na -> y\nb -> y', 'focus w^1_{11}', noChain, onlyChains],
    [
      'x[7] -> h[2] -> y[2]',
      'focus w^1_{11}',
      'A layer of 7 units is too large to be drawn so often.',
      'Give each layer 6 at most.',
    ],
  ])('%j can’t be for %s', (network, focus, message, hint) => {
    expect(told(`${network}\nfigure ${focus} depth 1-2`)).toEqual(['depth 1-2', message, hint]);
  });
});
