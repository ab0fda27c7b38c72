import { describe, expect, it } from 'vitest';
import { publishedSeeds } from './seeds.ts';
import { watch } from './watch.ts';

const seeds = publishedSeeds();

// A million, over ten seeds: npm run fuzz.
describe('published blocks and formulas, mutated', () => {
  it('make something or are refused in words with a place', { timeout: 300_000 }, () => {
    const { inputs, refused, accepted, findings } = watch(20261127, 20_000, seeds, 100);
    expect(findings).toEqual([]);
    expect(inputs).toBe(20_000);
    // Mutations that break everything, or nothing, would find little.
    expect(refused).toBeGreaterThan(inputs / 3);
    expect(accepted).toBeGreaterThan(inputs / 20);
  });

  it('give the same bytes whenever they are made', () => {
    const { digest } = watch(7, 200, seeds);
    watch(8, 200, seeds);
    expect(watch(7, 200, seeds).digest).toBe(digest);
  });
});
