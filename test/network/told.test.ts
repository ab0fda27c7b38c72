import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';
import { shown } from '../support/mistakes.ts';

/** All that is said of a block: the words that are underlined, what is wrong with them, what to write. */
function told(block: string): readonly string[] {
  const { document, diagnostics } = parse(block);
  return shown(block, [...diagnostics, ...resolve(document).diagnostics]).flatMap(
    ({ at, message, hint = '' }) => [at, message, hint],
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

  it('has no kin where one of another kind is asked for', () => {
    const block = `${chain}\nbias h: b^l_j\n`;
    const there = 'There are x, h and y.';
    for (const name of ['w^1_{11}', 'w^1_{31}', 'w^1', 'b^1_1'])
      expect(told(`${block}derive ${name} by w^1_{12}`)).toEqual([
        name,
        `There is no unit ${name} in this network.`,
        there,
      ]);
    expect(told(`${block}forward w^1`)).toEqual([
      'w^1',
      'There is no layer or unit w^1 in this network.',
      there,
    ]);
    expect(told('x_1 -> x_2\nx_1 -> y : u\nq = 1')).toEqual([
      'q',
      'There is no input, target, weight or bias q in this network.',
      'There are x, w and u.',
    ]);
  });

  it('has all of six kin told, and of more the first and the last', () => {
    const of = (size: number) => told(`h -> y\nx[${size}] -> y\nderive x_0`)[2];
    expect(of(6)).toBe('They are x_1, x_2, x_3, x_4, x_5 and x_6; did you mean x_1?');
    expect(of(7)).toBe('They are x_1, x_2, …, x_7; did you mean x_1?');
  });

  it('is of no two layers where weights of its kind lead from several, or to several', () => {
    const kin = 'Of u there are u_1 and u_2; did you mean u_2?';
    const none = ['u_3', 'There is no weight u_3.', kin];
    expect(told('x -> y : u_1\nz -> y : u_2\nderive u_3')).toEqual(none);
    expect(told('x -> y : u_1\nx -> z : u_2\nderive u_3')).toEqual(none);
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

  it('lacks no letter that it has', () => {
    expect(told('x -> h[2] -> y\nx -> h_1 : u\nweights h: w_{ji}, y: w_{ij}')).toEqual([
      'w_{ij}',
      'Under weights w_{ji} and w_{ij} the edges x -> h_2 and h_2 -> y would both be w_{21}.',
      `Add l for the layer, ${addLetter}`,
    ]);
  });

  it('are meant where the one is written at its edge, or both stand for all', () => {
    expect(told('x_1 -> y : w_{12}\nx_2 -> y')).toEqual([]);
    for (const template of ['u', 'w^l_n', 'w_N'])
      expect(told(`${chain}\nx_1 -> y_1\nweights ${template}`)).toEqual([]);
    expect(told(`${chain}\nx_1 -> y_1\nweights w^l_{ij}`)[1]).toBe(
      "The edge x_1 -> y_1 skips a layer, so that w^l_{ij} can't name its weight.",
    );
  });
});

describe('a network', () => {
  it('has 128 layers at most', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, place) => `h^{${place + 1}}`).join(' -> ');
    expect(told(chain(128))).toEqual([]);
    expect(told(chain(129)).slice(0, 2)).toEqual([
      chain(129),
      'This network has more than 128 layers.',
    ]);
    expect(told('h^1[1] -> ... -> h^{128}[1]')).toEqual([]);
    expect(told('h^1[1] -> ... -> h^{129}[1]')).toEqual([
      '...',
      'This network has more than 128 layers.',
      'A network on a page is there to be understood: describe a smaller one.',
    ]);
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

  it('is told without what it leads to, whatever stands first', () => {
    expect(told('c -> d\na -> b\nb -> a\na -> c : u')[1]).toBe(
      'These edges run in a circle: b -> a -> b.',
    );
  });

  it('is told with the edge that opens it, where that is another one', () => {
    const circle = (block: string) => {
      const [found] = resolve(parse(block).document).diagnostics;
      return found?.also && block.slice(found.also.start, found.also.end);
    };
    expect(circle('b -> c\nc -> d\nd -> b')).toBe('b -> c');
    expect(circle('b -> c\nc -> b\nb -> c : u')).toBe('c -> b');
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
    [`${chain}\nx_1 -> h_1 : u\nx_2 -> h_2 : u`, 'focus u', first, deeper],
    ['x_1 -> h_1\nx_2 -> h_2\nh_1 -> y\nh_2 -> y', 'focus w^1_{11}', noChain, onlyChains],
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

describe('numbers of paths', () => {
  const whole = 'After “path” stand whole numbers from 1 to 1000.';
  const hint = 'Write path 2, or path 1-3.';
  it.each([
    'path',
    'path -2',
    'path 2-',
    'path 3-1',
    'path 2 3-1',
    'path 2 3-2',
    'path 1-65',
    'path 1-60 1-5',
    'path 0',
    'path 1.5',
    'path 1001',
    'path one',
    'path one..two',
    'path 1 x..y',
  ])('are no %s', (clause) => {
    expect(told(`${chain}\nfigure focus w^1_{11} ${clause}`)).toEqual([clause, whole, hint]);
  });

  it('may stand together', () => {
    expect(told(`${chain}\nfigure focus w^1_{11} path 1-2, to y_1`)[1]).toBe(
      'There is no path 2: one leads there.',
    );
    expect(told(`${chain}\nfigure focus w^1_{11} path 2 1-2`)).toEqual([]);
    for (const [clause, first] of [
      ['1-64', 3],
      ['1000', 1000],
    ])
      expect(told(`${chain}\nfigure focus w^1_{11} path ${clause}`)[1]).toBe(
        `There is no path ${first}: 2 lead there.`,
      );
  });
});

describe('dots', () => {
  const unclear = 'These dots do not say which layers they stand for.';
  it.each([
    ['x^1[2] -> ... -> h^3[2]', '...'],
    ['h[2] -> ... -> h^3[2]', '...'],
    ['h^1[2] -> ... -> h[2]', '...'],
    ['h^1 -> ... -> h^3', '...'],
    ['h^1[2] -> ... -> h^3', '...'],
    ['h^1[2] -> ... -> h^3[3]', '...'],
    ['h^3[2] -> ... -> h^1[2]', '...'],
    ['h^{a1}[2] -> ... -> h^{a3}[2]', '...'],
    ['h^1[2] -> ... -> h^{1234567890}[2]', '...'],
    ['h^1[2] -> ...', '...'],
    ['... -> h^1[2]', '...'],
  ])('say too little: %s', (line, at) => {
    const [words, message] = told(line);
    expect([words, message]).toEqual([at, unclear]);
  });

  it('may stand for no layer at all', () => {
    expect(told('h^1[2] -> ... -> h^2[2]')).toEqual([]);
  });
});

describe('numbers that do not fit', () => {
  it.each([
    ['x = 1 2; 1', 'x takes 2 numbers an example, but here are 2 rows of 2 or 1.'],
    ['x = 1; 1 2', 'x takes 2 numbers an example, but here are 2 rows of 1 or 2.'],
    ['w^1 = 1 2 3 4; 5', 'w^1 takes 2 rows of 2 numbers, but here are 2 rows of 4 or 1.'],
    ['w^1 = 1 2; 3 4; 5 6', 'w^1 takes 2 rows of 2 numbers, but here are 3 rows of 2.'],
    ['w^1 = 1; 2', 'w^1 takes 2 rows of 2 numbers, but here are 2 rows of 1.'],
    ['b^1 = 1; 2', 'b^1 takes 2 numbers, but here are 2 rows of 1.'],
  ])('%s', (line, message) => {
    expect(told(`${chain}\nbias h: b^l_j\n${line}`).slice(0, 2)).toEqual([line, message]);
  });
});

it('weights of several layers are a list, and no matrix', () => {
  const message = 'w takes 8 numbers, but here are 4 rows of 2.';
  expect(told(`${chain}\nweights w_N\nw = 1 2; 3 4; 5 6; 7 8`)[1]).toBe(message);
  expect(told(`${chain}\nweights w_N\nw = 1 2 3 4 5 6 7 8`)).toEqual([]);
});

it('a bias that has the name of a weight is told, and no weight that has its own', () => {
  expect(told('x[2] -> h -> y\nbias h: w^1_{12}, y: c')).toEqual([
    'w^1_{12}',
    'w^1_{12} would be both a weight and a bias.',
    'Choose another letter for one of them.',
  ]);
});

describe('a layer', () => {
  it('has no units but those that it counts', () => {
    for (const name of ['x_3', 'x_0', 'x_{1a}', 'x_{01}'])
      expect(told(`x[2] -> y\n${name} -> y : u`).slice(0, 2)).toEqual([
        name,
        `There is no unit ${name}: layer x has 2 units.`,
      ]);
  });

  it('is no output where one of its units is none', () => {
    const block = 'x -> y_1\nx -> y_2\ny_1 -> z\nfigure focus w^1_{11}, to y';
    expect(told(block)).toEqual(['y', 'y is no output.', 'The network has 2 outputs: y_2 and z.']);
  });
});

it('more requests than a block may have are told', () => {
  expect(told(`x -> y\n${'figure\n'.repeat(66)}`)).toEqual([
    'figure',
    '66 requests are too many for one block.',
    'Ask for 64 at most, and for more in a block below.',
  ]);
  expect(told(`x -> y\n${'figure\n'.repeat(64)}`)).toEqual([]);
});

describe('an edge', () => {
  const twice = 'The edge x -> y is there already.';
  it.each([
    ['x -> y\nx -> y', twice],
    ['x -> y : u\nx -> y\nx -> y', twice],
    ['x -> y\nx -> y : u\nx -> y', twice],
    ['x -> y : u\nx -> y : u', twice],
    ['x -> y : u\nx -> y', undefined],
    ['x -> y\nx -> y : u', undefined],
  ])('may be drawn once and named once: %j', (block, message) => {
    expect(told(block)[1]).toBe(message);
  });

  it('is one of 120,000 at most', () => {
    for (const block of ['x[400] -> y[400]', 'x[300] -> h[300] -> y[101]'])
      expect(told(block)[1]).toBe('This network has more than 120000 edges.');
    expect(told('x[300] -> h[300] -> y[100]')).toEqual([]);
  });
});

describe('names in a list', () => {
  const block = `x[13] -> y\nfigure focus ${Array.from({ length: 13 }, (_, at) => `x_${at > 8 ? `{${at + 1}}` : at + 1}`).join(' ')}`;
  it('are twelve at most in focus', () => {
    expect(told(block).slice(1)).toEqual(['13 names are too many.', 'Give 12 at most.']);
    expect(told(block.replace(' x_{13}', ''))).toEqual([]);
    const [figure] = resolve(parse(block).document).requests;
    expect(figure?.kind === 'figure' && figure.focus.length).toBe(12);
  });
});

describe('values of weights that share a name', () => {
  const single = 'x_1 -> y_1 : u_1\nx_2 -> y_1 : u_2\nx_3 -> y_1 : u_3\nx_3 -> y_2 : u_4';
  const values = (block: string) =>
    resolve(parse(block).document).network?.parameters.map(({ value }) => value);

  it('have rows where each unit has as many', () => {
    expect(told(`${single}\nu = 1 2; 3 4`)[1]).toBe('u takes 4 numbers, but here are 2 rows of 2.');
    expect(told(`${single}\nu = 1 2 3 4`)).toEqual([]);
  });

  it('go by their numbers, and where not all have one by the order of the network', () => {
    const two = (one: string, other: string) => `x_1 -> y : ${one}\nx_2 -> y : ${other}`;
    expect(values(`${two('u_{10}', 'u_2')}\nu = 1 2`)).toEqual([2, 1]);
    for (const odd of ['u_a', 'u_{1a}', 'u_{a1}'])
      expect(values(`${two(odd, 'u_3')}\nx_3 -> y : u_2\nu = 1 2 3`)).toEqual([1, 2, 3]);
  });
});

describe('examples of a later block', () => {
  const first = resolve(parse('x[2] -> y\nx = 1 2; 3 4\nt = 5; 6').document).network;
  const later = (lines: string) =>
    resolve(parse(`${lines}\nfigure`).document, first).diagnostics.map(({ message }) => message);
  it.each([
    ['x = 1 2; 3 4', []],
    ['x = 1 2; 3 4; 5 6\nt = 7; 8; 9', []],
    ['x = 1 2; 3 4; 5 6', ['Here are 3 examples, elsewhere 2.']],
    ['t = 1', ['Here is 1 example, elsewhere 2.']],
    ['x_1 = 1\nt = 1', ['Here is 1 example, elsewhere 2.']],
    ['x = 1 2; 3 4; 5 6\nt = 7; 8', ['Here are 2 examples, elsewhere 3.']],
    ['x = 1 2; 3 4\nt = 7; 8; 9', ['Here are 3 examples, elsewhere 2.']],
  ])('are as many as those that stay: %j', (lines, expected) => {
    expect(later(lines)).toEqual(expected);
  });
});
