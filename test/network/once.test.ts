import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Network } from '../../src/network/network.ts';
import { oncePer } from '../../src/network/once.ts';
import { collect } from '../support/collect.ts';

const block = 'x[2] -> h[2] -> y[1]\nfigure focus w^1_{11}\nderive w^1_{11}\nforward';
const network = (): Network => {
  const made = compile('x[2] -> y[1]').network;
  if (made === undefined) throw new Error('nothing was made');
  return made;
};

/** How many of some values are left when nothing but a reference that keeps nothing leads to them any more. */
async function leftOf(make: () => readonly object[]): Promise<number> {
  const references = make().map((value) => new WeakRef(value));
  let left = references.length;
  // A compiler at work in the background may still look at one of them.
  for (let tries = 0; left > 0 && tries < 400; tries++) {
    // A reference keeps its value until the turn in which it was made or read is over.
    await setTimeout(5);
    collect();
    left = references.filter((reference) => reference.deref() !== undefined).length;
  }
  return left;
}

describe('what is made once for a network', () => {
  const counted = (mostEdges = 10) => {
    let times = 0;
    const of = oncePer(mostEdges, (asked) => ({ asked, time: ++times }));
    return { of, times: () => times };
  };

  it('is the same for whoever asks again', () => {
    const { of, times } = counted();
    const [one, other] = [network(), network()];
    expect(of(one)).toBe(of(one));
    expect(of(other)).toEqual({ asked: other, time: 2 });
    expect(of(one)).toEqual({ asked: one, time: 1 });
    expect(times()).toBe(2);
  });

  it('is kept of a network with just as many edges as may be, and of none with more', () => {
    for (const [mostEdges, made] of [
      [2, 1],
      [1, 2],
    ]) {
      const { of, times } = counted(mostEdges);
      const one = network();
      expect(of(one).asked).toBe(of(one).asked);
      expect(times()).toBe(made);
    }
  });

  it('is known for the last eight at least, in whatever order they are spoken of', () => {
    const { of, times } = counted();
    const eight = Array.from({ length: 8 }, network);
    for (let round = 0; round < 40; round++)
      for (const place of eight.keys()) of(eight[(place * (1 + 2 * (round % 4))) % 8] as Network);
    expect(times()).toBe(8);
  });

  it('is known of one that is spoken of all the time, however many others come and go', () => {
    const { of, times } = counted();
    const one = network();
    for (let other = 0; other < 50; other++) {
      of(one);
      of(network());
    }
    expect(times()).toBe(51);
  });

  it('is not kept of a network that is larger', () => {
    const { of, times } = counted(1);
    const one = network();
    expect(of(one)).toEqual({ asked: one, time: 1 });
    expect(of(one)).toEqual({ asked: one, time: 2 });
    expect(times()).toBe(2);
  });

  it('is kept of twice eight at most, while their page is made', async () => {
    const { of } = counted();
    const page = Array.from({ length: 40 }, network);
    expect(await leftOf(() => page.map(of))).toBeLessThanOrEqual(16);
    expect(of(page[39] as Network).time).toBe(40);
  });

  it('goes with the network', async () => {
    const { of } = counted();
    expect(await leftOf(() => Array.from({ length: 12 }, () => of(network())))).toBe(0);
  });
});

describe('when a page is made', () => {
  it('nothing is left of its networks and its parts', async () => {
    const made = () => {
      const { network: one, parts } = compile(block);
      return [...(one ? [one] : []), ...parts];
    };
    made();
    expect(await leftOf(made)).toBe(0);
    expect(made().length).toBe(4);
  });
});
