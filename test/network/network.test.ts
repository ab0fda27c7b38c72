import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';

const unit = (network: Network, id: number): string => {
  const found = network.units[id];
  return found === undefined ? '?' : spell(found.name);
};
const layers = (block: string): string[] => {
  const network = networkOf(block);
  return network.layers.map(({ units }) => units.map((id) => unit(network, id)).join(' '));
};
/** Every edge with its weight, `x_1 -> h_2: w^1_{21}`, in the order of their ids. */
const edges = (block: string): string[] => {
  const network = networkOf(block);
  return network.edges.map(({ from, to, weight }) => {
    const parameter = 'fixed' in weight ? undefined : network.parameters[weight.parameter];
    const name = parameter ? spell(parameter.name) : String('fixed' in weight && weight.fixed);
    return `${unit(network, from)} -> ${unit(network, to)}: ${name}`;
  });
};
const weights = (block: string): string[] =>
  networkOf(block)
    .parameters.filter(({ kind }) => kind === 'weight')
    .map(({ name }) => spell(name));

describe('layers', () => {
  it('are the stops of a chain, their units counted from 1', () => {
    expect(layers('x[2] -> h^1[3] -> y')).toEqual(['x_1 x_2', 'h^1_1 h^1_2 h^1_3', 'y']);
    expect(networkOf('x[2] -> h^1[1] -> y').layers.map(({ name }) => name && spell(name))).toEqual([
      'x',
      'h^1',
      'y',
    ]);
  });

  it('go on where the dots stand', () => {
    expect(networkOf('x[2] -> h^1[2] -> ... -> h^{50}[2] -> y[2]').layers).toHaveLength(52);
    expect(layers('x -> h^8[1] -> ... -> h^{11}[1] -> y')).toEqual([
      'x',
      'h^8_1',
      'h^9_1',
      'h^{10}_1',
      'h^{11}_1',
      'y',
    ]);
    expect(layers('h^1[1] -> ... -> h^2[1]')).toEqual(['h^1_1', 'h^2_1']);
  });

  it('are one where their size is said twice', () => {
    expect(layers('x[2] -> h[2]\nh[2] -> y')).toEqual(['x_1 x_2', 'h_1 h_2', 'y']);
  });

  it('are the longest paths where units stand alone', () => {
    const graph =
      'x_1 -> a : w_1\nx_2 -> a : w_2\na -> b : w_3\na -> y_1 : w_4\nb -> y_1 : w_5\nb -> y_2 : w_6';
    expect(layers(graph)).toEqual(['x_1 x_2', 'a', 'b', 'y_1 y_2']);
    expect(
      layers(graph.split('\n').reverse().join('\n')).map((layer) =>
        layer.split(' ').sort().join(' '),
      ),
    ).toEqual(['x_1 x_2', 'a', 'b', 'y_1 y_2']);
  });

  it('keep units together that were declared together', () => {
    expect(layers('x[2] -> h[2] -> y[2]\na -> y_1 : u\nx_1 -> a : v')).toEqual([
      'x_1 x_2',
      'h_1 h_2 a',
      'y_1 y_2',
    ]);
    expect(layers('x -> h[2]\nx -> a : u\na -> h_1 : v\nweights w_N')).toEqual([
      'x',
      'a',
      'h_1 h_2',
    ]);
    expect(layers('x[2] -> y[2]\ny_1 -> y_2 : u\nweights w_N')).toEqual(['x_1 x_2', 'y_1', 'y_2']);
  });

  it('have inputs and outputs wherever no edge leads to a unit, or from it', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]\nc -> y_1 : u\nh_1 -> d : v');
    expect(network.inputs.map((id) => unit(network, id))).toEqual(['x_1', 'x_2', 'c']);
    expect(network.outputs.map((id) => unit(network, id))).toEqual(['y_1', 'y_2', 'd']);
  });
});

describe('units and edges', () => {
  it('stand in topological order, and know each other', () => {
    const network = networkOf('x[3] -> h[2] -> y[2]\nx_1 -> y_2 : u');
    for (const [id, edge] of network.edges.entries()) {
      expect(edge.id).toBe(id);
      expect(edge.from).toBeLessThan(edge.to);
      expect(network.units[edge.from]?.outgoing).toContain(id);
      expect(network.units[edge.to]?.incoming).toContain(id);
    }
    for (const [id, each] of network.units.entries()) {
      expect(each.id).toBe(id);
      expect(network.layers[each.layer]?.units[each.index]).toBe(id);
    }
    for (const [id, parameter] of network.parameters.entries()) expect(parameter.id).toBe(id);
  });

  it('remember the words that made them', () => {
    const block = 'x[2] -> y\nx_1 -> y : u\nbias y: b';
    const network = networkOf(block);
    const text = ({ start, end }: { start: number; end: number }) => block.slice(start, end);
    expect(network.units.map(({ span }) => text(span))).toEqual(['x[2]', 'x[2]', 'y']);
    expect(network.edges.map(({ span }) => text(span))).toEqual(['x_1 -> y : u', 'x[2] -> y']);
    expect(network.parameters.map(({ span }) => text(span))).toEqual(['u', 'x[2] -> y', 'b']);
  });

  it('may be named, fixed or shared one by one, whatever the order of the lines', () => {
    const named = ['x_1 -> y_1: u', 'x_2 -> y_1: w_{12}', 'x_1 -> y_2: 1', 'x_2 -> y_2: u'];
    const lines = ['x[2] -> y[2]', 'x_1 -> y_1 : u', 'x_2 -> y_2 : u', 'x_1 -> y_2 : 1'];
    expect(edges(lines.join('\n'))).toEqual(named);
    expect(edges(lines.toReversed().join('\n'))).toEqual(named);
    expect(networkOf(lines.join('\n')).parameters[0]?.edges).toEqual([0, 3]);
  });

  it('of a whole chain may share one weight', () => {
    expect(edges('x -> h -> y : u')).toEqual(['x -> h: u', 'h -> y: u']);
    expect(edges('x[2] -> y : 0.5')).toEqual(['x_1 -> y: 0.5', 'x_2 -> y: 0.5']);
  });
});

describe('weights', () => {
  it('are named layer, to, from', () => {
    expect(weights('x[2] -> h[2] -> y')).toEqual([
      'w^1_{11}',
      'w^1_{12}',
      'w^1_{21}',
      'w^1_{22}',
      'w^2_{11}',
      'w^2_{12}',
    ]);
    expect(weights('x[2] -> y[2]')).toEqual(['w_{11}', 'w_{12}', 'w_{21}', 'w_{22}']);
  });

  it.each<[string, string[]]>([
    ['weights w_N', ['w_1', 'w_2', 'w_3', 'w_4', 'w_5', 'w_6']],
    ['weights w^l_n', ['w^1_1', 'w^1_2', 'w^1_3', 'w^1_4', 'w^2_1', 'w^2_2']],
    ['weights w^l_{n1}', ['w^1_{11}', 'w^1_{21}', 'w^1_{31}', 'w^1_{41}', 'w^2_{11}', 'w^2_{21}']],
    [
      'weights w^{(l)}_{ij}',
      [
        'w^{(1)}_{11}',
        'w^{(1)}_{21}',
        'w^{(1)}_{12}',
        'w^{(1)}_{22}',
        'w^{(2)}_{11}',
        'w^{(2)}_{21}',
      ],
    ],
    ['weights h: u_{ji}, y: v_i', ['u_{11}', 'u_{12}', 'u_{21}', 'u_{22}', 'v_1', 'v_2']],
    ['weights h: u', ['u', 'w^2_{11}', 'w^2_{12}']],
    ['weights w_N\nweights h_2: u_i', ['w_1', 'w_2', 'u_1', 'u_2', 'w_5', 'w_6']],
    ['weights h_2: u_i\nweights w_N', ['w_1', 'w_2', 'u_1', 'u_2', 'w_5', 'w_6']],
  ])('%s', (line, expected) => {
    expect(weights(`x[2] -> h[2] -> y\n${line}`)).toEqual(expected);
  });

  it('get commas where an index has two digits', () => {
    expect(weights('x[12] -> y[1]').slice(-3)).toEqual(['w_{1,10}', 'w_{1,11}', 'w_{1,12}']);
  });

  it('of one name are one parameter', () => {
    const { parameters } = networkOf('x[2] -> h[2] -> y\nweights h: u');
    expect(parameters[0]).toMatchObject({ kind: 'weight', edges: [0, 1, 2, 3], units: [] });
  });

  it('leave their template where a layer is dense and named by it', () => {
    const templates = (block: string) =>
      networkOf(block).templates.map((name) => name && spell(name));
    expect(templates('x[2] -> h[2] -> y')).toEqual([undefined, 'w^l_{ji}', 'w^l_{ji}']);
    expect(templates('x[2] -> h[2] -> y\nx_1 -> h_1 : u')).toEqual([
      undefined,
      undefined,
      'w^l_{ji}',
    ]);
    expect(templates('x[2] -> h[2] -> y\nx_1 -> y : 1')).toEqual([
      undefined,
      'w^l_{ji}',
      undefined,
    ]);
    expect(templates('x[2] -> h[2] -> y\nweights h: u_{ji}, h_1: v_i')).toEqual([
      undefined,
      undefined,
      'w^l_{ji}',
    ]);
    expect(templates('x -> y : u')).toEqual([undefined, undefined]);
    // As many edges as the layer before has units, but one of them from elsewhere.
    expect(templates('x[2] -> h[2]\nh_1 -> y\nx_1 -> y\nweights w_N')).toEqual([
      undefined,
      'w_N',
      undefined,
    ]);
  });
});

describe('biases', () => {
  const biases = (lines: string): string[] => {
    const network = networkOf(`x[2] -> h[2] -> y[2]\n${lines}`);
    const found = network.parameters.filter(({ kind }) => kind === 'bias');
    for (const { id, units } of found)
      for (const of of units) expect(network.units[of]?.bias).toBe(id);
    return found.map(
      ({ name, units }) => `${spell(name)}: ${units.map((id) => unit(network, id)).join(' ')}`,
    );
  };

  it.each<[string, string[]]>([
    ['bias b^l_j', ['b^1_1: h_1', 'b^1_2: h_2', 'b^2_1: y_1', 'b^2_2: y_2']],
    ['bias b^l', ['b^1: h_1 h_2', 'b^2: y_1 y_2']],
    ['bias b', ['b: h_1 h_2 y_1 y_2']],
    ['bias b_N', ['b_1: h_1', 'b_2: h_2', 'b_3: y_1', 'b_4: y_2']],
    ['bias h: b^1, y_2: c', ['b^1: h_1 h_2', 'c: y_2']],
    ['bias y_2: c, b^l_j', ['b^1_1: h_1', 'b^1_2: h_2', 'b^2_1: y_1', 'c: y_2']],
  ])('%s', (line, expected) => {
    expect(biases(line)).toEqual(expected);
  });
});

describe('activations', () => {
  const activations = (lines: string) =>
    networkOf(`x[2] -> h[2] -> y[2]\n${lines}`).units.map((each) => each.activation.name);

  it('are the identity where nothing is said', () => {
    expect(new Set(activations(''))).toEqual(new Set(['identity']));
  });

  it('of a unit go before those of its layer, and these before those of all, in any order', () => {
    const lines = ['activation relu', 'activation h: sigmoid', 'activation h_2: tanh'];
    const expected = ['identity', 'identity', 'sigmoid', 'tanh', 'relu', 'relu'];
    expect(activations(lines.join('\n'))).toEqual(expected);
    expect(activations(lines.toReversed().join('\n'))).toEqual(expected);
  });

  it('reach every unit of the name, in whatever columns they stand', () => {
    const network = networkOf('x -> h_1 -> h_2 -> y\nactivation h: sigmoid');
    expect(network.units.map((each) => each.activation.name)).toEqual([
      'identity',
      'sigmoid',
      'sigmoid',
      'identity',
    ]);
  });

  it('have other names and a slope', () => {
    const [h, y] = networkOf(
      'x -> h -> y\nactivation h: leaky-relu, y: leaky-relu 0.1',
    ).units.slice(1);
    expect([h?.activation, y?.activation]).toEqual([
      { name: 'leaky-relu', slope: 0.01 },
      { name: 'leaky-relu', slope: 0.1 },
    ]);
    for (const word of ['linear', 'identity'])
      expect(networkOf(`x -> y\nactivation ${word}`).units[1]?.activation).toEqual({
        name: 'identity',
      });
    expect(networkOf('x -> y[3]\nactivation softmax').units[1]?.activation).toEqual({
      name: 'softmax',
    });
  });
});

describe('loss, rate and notation', () => {
  it('have defaults', () => {
    const network = networkOf('x -> y');
    expect(network.loss).toEqual({ name: 'squared' });
    expect(networkOf('x -> y\nloss squared, decay 0').loss).toEqual({ name: 'squared', decay: 0 });
    expect(network.rate).toBeUndefined();
    expect(network.notation).toEqual({
      gradient: 'derivative',
      derivative: 'partial',
      superscript: 'bare',
      loss: 'E',
      activation: undefined,
      output: undefined,
      preactivation: 'z',
      delta: 'delta',
      target: 't',
    });
  });

  it('are set', () => {
    const network = networkOf(
      'x -> y\nloss cross-entropy, decay 0.01\nrate 0.5\nnotation draft, derivative d, loss C, preactivation a, error epsilon, target d',
    );
    expect(network.loss).toEqual({ name: 'cross-entropy', decay: 0.01 });
    expect(network.rate).toBe(0.5);
    expect(network.notation).toEqual({
      gradient: 'delta',
      derivative: 'd',
      superscript: 'bare',
      loss: 'C',
      activation: undefined,
      output: undefined,
      preactivation: 'a',
      delta: 'epsilon',
      target: 'd',
    });
  });
});

describe('values', () => {
  const values = (block: string) =>
    Object.fromEntries(
      networkOf(block).parameters.flatMap(({ name, value }) =>
        value === undefined ? [] : [[spell(name), value]],
      ),
    );

  it('of a matrix have a row for each unit that it leads to', () => {
    const expected = {
      'w_{11}': 1,
      'w_{12}': 2,
      'w_{13}': 3,
      'w_{21}': 4,
      'w_{22}': 5,
      'w_{23}': 6,
    };
    expect(values('x[3] -> y[2]\nw = 1 2 3; 4 5 6')).toEqual(expected);
    expect(values('x[3] -> y[2]\nw = 1, 2, 3, 4, 5, 6')).toEqual(expected);
  });

  it('of a layer stand under its superscript', () => {
    expect(values('x[1] -> h[2] -> y[1]\nw^1 = 1; 2\nw^2_{11} = 5')).toEqual({
      'w^1_{11}': 1,
      'w^1_{21}': 2,
      'w^2_{11}': 5,
    });
  });

  it('go by the numbers of the names', () => {
    expect(values('x[1] -> h[2] -> y[1]\nweights w_N\nw = 1 2 3 4')).toEqual({
      w_1: 1,
      w_2: 2,
      w_3: 3,
      w_4: 4,
    });
    expect(values('a -> y : w_2\nb -> y : w_1\nw = 1 2')).toEqual({ w_1: 1, w_2: 2 });
  });

  it('of biases, alone or together', () => {
    expect(values('x -> h[2] -> y\nbias b^l_j\nb^1 = 1 2\nb^2_1 = 3')).toEqual({
      'b^1_1': 1,
      'b^1_2': 2,
      'b^2_1': 3,
    });
  });

  it('of inputs and targets make examples', () => {
    const { examples, inputs, outputs } = networkOf('x[2] -> y\nx = 1 2; 3 4; 5 6\nt = 7; 8; 9');
    const [first = -1, second = -1] = inputs;
    const [output = -1] = outputs;
    expect(
      examples.map((each) => [
        each.inputs.get(first),
        each.inputs.get(second),
        each.targets.get(output),
      ]),
    ).toEqual([
      [1, 2, 7],
      [3, 4, 8],
      [5, 6, 9],
    ]);
    expect(networkOf('x -> y').examples).toEqual([]);
  });

  it('may be given unit by unit, and to targets of several letters', () => {
    const { examples } = networkOf('x[2] -> a : 1\nx_1 -> y_2 : 1\nx_2 = 5\nt_a = 1\nt_{y2} = 2');
    expect(examples.map((each) => [[...each.inputs.values()], [...each.targets.values()]])).toEqual(
      [[[5], [1, 2]]],
    );
  });
});
