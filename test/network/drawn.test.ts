import { describe, expect, it } from 'vitest';
import { drawn, type Shown } from '../../src/network/drawn.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';

/** What a figure has beside the network: each unit with its column, then its edges. */
function added(block: string, ...shown: readonly Shown[]) {
  const own = networkOf(block);
  const { network, extras } = drawn(own, new Set(shown));
  const name = (id: number) => {
    const unit = network.units[id];
    return unit === undefined ? '?' : spell(unit.name);
  };
  // Nothing of it stands in the block, and no edge of it belongs to the network.
  const nowhere = { incoming: [], outgoing: [], span: { start: 0, end: 0 } };
  for (const unit of network.units.slice(own.units.length)) expect(unit).toMatchObject(nowhere);
  return {
    units: network.units
      .slice(own.units.length)
      .map(({ id, layer }) => `${extras.get(id)} ${name(id)} in ${layer}`),
    edges: network.edges
      .slice(own.edges.length)
      .map(({ from, to, weight }) => `${name(from)} -> ${name(to)}: ${JSON.stringify(weight)}`),
    layers: network.layers.map(({ extras = [] }) => extras.map(name).join(' ')),
  };
}

const one = '{"fixed":1}';

describe('what a figure shows beside the network', () => {
  it('is nothing of itself', () => {
    expect(added('x -> y\nbias y: b')).toEqual({ units: [], edges: [], layers: ['', ''] });
  });

  it('is a 1 before each layer that has biases, with edges to those units that have one', () => {
    expect(added('x[2] -> h[2] -> k -> y\nbias h_2: b, y: c', 'biases')).toEqual({
      units: ['bias 1 in 0', 'bias 1 in 2'],
      edges: ['1 -> h_2: {"parameter":7}', '1 -> y: {"parameter":8}'],
      layers: ['1', '', '1', ''],
    });
  });

  it('is the loss behind the outputs', () => {
    expect(added('x -> y[2]', 'loss')).toEqual({
      units: ['loss E in 2'],
      edges: [`y_1 -> E: ${one}`, `y_2 -> E: ${one}`],
      layers: ['', '', 'E'],
    });
  });

  it('is a target for each output, and the loss that both lead to', () => {
    expect(added('x -> y[2]', 'targets')).toEqual({
      units: ['target t_1 in 1', 'target t_2 in 1', 'loss E in 2'],
      edges: ['y_1', 'y_2', 't_1', 't_2'].map((from) => `${from} -> E: ${one}`),
      layers: ['', 't_1 t_2', 'E'],
    });
    expect(added('x -> y[4]', 'targets').layers[1]).toBe('t_1 t_2 t_3 t_4');
  });

  it('is one target for all of many outputs', () => {
    expect(added('x -> y[5]', 'targets').layers).toEqual(['', 't', 'E']);
  });

  it('is a target by its superscript where outputs share their subscripts', () => {
    expect(added('x -> y^1\nx -> y^2 : u', 'targets').layers[1]).toBe('t^1 t^2');
    expect(added('x -> y_1\nx -> z_1 : u', 'targets').layers[1]).toBe('t_{y1} t_{z1}');
  });
});
