import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { arrange } from '../../src/diagram/arrange.ts';
import { spoken } from '../../src/diagram/typeset.ts';
import type { Network } from '../../src/network/network.ts';
import { contribution } from '../../src/network/reach.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';
import { focusing, plain } from './views.ts';

/** Every edge with its ends and its weight, from the network. */
const edgesOf = (network: Network): readonly string[] =>
  network.edges.map(({ from, to, weight }) => {
    const [tail, head] = [network.units[from], network.units[to]].map(
      (unit) => unit && spoken(unit.name),
    );
    const parameter = 'fixed' in weight ? undefined : network.parameters[weight.parameter];
    const name = 'fixed' in weight ? String(weight.fixed) : parameter && spoken(parameter.name);
    return `${tail} to ${head} by ${name}`;
  });

/** The same from the description alone. */
const edgesIn = (description: string): readonly string[] =>
  /Edges: (.*?)\.(?: |$)(?!\d)/.exec(description)?.[1]?.split('; ') ?? [];

const describing = (block: string, ...focus: readonly string[]): string => {
  const network = networkOf(block);
  return arrange(network, focusing(network, ...focus)).description;
};

describe('a description', () => {
  it('lets one draw every edge again', () => {
    const random = randomSource(6);
    for (let count = 0; count < 60; count++) {
      const network = networkOf(randomBlock(random).replaceAll('-0.5', '-2'));
      if (network.edges.length > 40) continue;
      expect(edgesIn(arrange(network, plain).description)).toEqual(edgesOf(network));
    }
  });

  it('names all edges between two layers at once where there are many', () => {
    const description = describing('x[20] -> h[3] -> y[1]');
    expect(description).toContain(
      'Each of x subscript 1 to x subscript 20 leads to each of h subscript 1, h subscript 2 and h subscript 3, by w superscript 1 subscript 11 to w superscript 1 subscript 3,20.',
    );
  });

  it('never says that all edges are there where some are not', () => {
    const fan = Array.from(
      { length: 45 },
      (_, place) => `x_{${place + 1}} -> y_1 : w_{${place + 1}}`,
    );
    const network = networkOf([...fan, 'x_1 -> y_2 : u'].join('\n'));
    const { description } = arrange(network, plain);
    expect(description).not.toContain('each of');
    expect(edgesIn(description)).toEqual(edgesOf(network));
  });

  it('says which units stand for a large layer, and which weights are not named', () => {
    expect(describing('x[9] -> y[1]')).toContain(
      'Of x subscript 1 to x subscript 9 the figure shows x subscript 1, x subscript 2, x subscript 3 and x subscript 9.',
    );
    expect(describing('x[6] -> y[6]')).toContain('The figure does not name the single weights.');
    expect(describing('x[6] -> y[6]', 'w_{11}')).toContain('names the weights in focus only.');
  });

  it('tells the paths of a weight, or counts them, of all edges that share one, and of a bias', () => {
    expect(describing('x[2] -> h^1[2] -> h^2[3] -> y[2]', 'w^1_{11}')).toContain(
      'It reaches y subscript 1 by 3 paths and y subscript 2 by 3 paths.',
    );
    const shared = 'x[2] -> h[2] -> y[1]\nx_1 -> h_1 : s\nx_2 -> h_2 : s';
    expect(describing(shared, 's')).toContain(
      'In focus is s. Its two paths to the loss E run from x subscript 1 through h subscript 1 and y subscript 1; from x subscript 2 through h subscript 2 and y subscript 1.',
    );
    expect(describing('x[2] -> h[2] -> y[1]\nbias b^l_j', 'b^1_1')).toContain(
      'In focus is b superscript 1 subscript 1. Its one path to the loss E runs through h subscript 1 and y subscript 1.',
    );
  });

  it('tells the paths of a unit from the unit itself', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const unit = network.units.find(({ name }) => name.letter === 'h');
    if (unit === undefined) throw new Error('it has a hidden unit');
    const focus = {
      ...contribution(network, { kind: 'unit', unit: unit.id }),
      subject: unit.name,
      label: [{ kind: 'name', name: unit.name } as const],
    };
    expect(arrange(network, { ...plain, focus: [focus] }).description).toContain(
      'In focus is h subscript 1. Its two paths to the loss E run through h subscript 1 and y subscript 1; through h subscript 1 and y subscript 2.',
    );
  });

  it('says what an outline holds', () => {
    expect(describing('x[1] -> y[2]', 'w_{21}')).toContain(
      'An outline labelled Δ w subscript 21 holds x subscript 1 and y subscript 2.',
    );
  });
});
