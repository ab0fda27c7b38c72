import { expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Part } from '../../src/figure.ts';

it('a network’s figures are the same one by one and all together, however many there are', () => {
  const parts = ['11', '12', '21', '22'].flatMap((place) => [`w^1_{${place}}`, `w^2_{${place}}`]);
  const asked = [...parts, 'h_1', 'h_2'].map((part) => `figure focus ${part}`);
  // Where they are asked for differs.
  const drawn = (lines: readonly string[]) =>
    compile(['x[2] -> h[2] -> y[2]', ...lines].join('\n')).parts.map(
      ({ span, ...part }: Part) => part,
    );
  const alone = asked.flatMap((figure) => drawn([figure]));
  expect(new Set(alone.map((part) => JSON.stringify(part))).size).toBe(10);
  expect(drawn(asked)).toEqual(alone);
  expect(drawn(asked.toReversed())).toEqual(alone.toReversed());
  const again = [...asked.slice(0, 2), ...asked.slice(0, 2)];
  expect(drawn(again)).toEqual([...alone.slice(0, 2), ...alone.slice(0, 2)]);
});
