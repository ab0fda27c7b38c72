import { describe, expect, it } from 'vitest';
import { advantageIn, ruled } from '../../src/diagram/room.ts';
import { sharedTicks } from '../../src/diagram/ticks.ts';
import { networkOf } from '../support/network.ts';

const point = (x: number, y: number) => ({ x, y });

describe('where there is no room', () => {
  it('a label stands beside its own line, and never on it', () => {
    const line = ruled({ from: point(0, 0), to: point(100, 0) });
    const around = { x: -50, y: -50, width: 200, height: 100 };
    const advantage = advantageIn(around, [line], [], { discs: [], boxes: [], outlines: [] });
    const box = { x: 40, width: 20, height: 10 };
    expect(advantage({ ...box, y: -5 })).toBeUndefined();
    expect(advantage({ ...box, y: 4 })).toBeGreaterThan(0);
  });

  it('an edge that shares its weight has no ticks', () => {
    const network = networkOf('x_1 -> y : a\nx_2 -> y : a\nx_3 -> y : b');
    const routes = new Map([0, 1, 2].map((id) => [id, [point(0, 100 * id), point(200, 100 * id)]]));
    const ticks = (labels: Parameters<typeof sharedTicks>[4]) =>
      [...sharedTicks(network, network.edges, routes, [], labels)].map(([edge, own]) => [
        edge,
        own.length,
      ]);
    expect(ticks([])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    // A label along all of the first edge.
    expect(ticks([{ box: { x: 0, y: -10, width: 200, height: 20 } }])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
