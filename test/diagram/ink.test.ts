import { expect, it } from 'vitest';
import { glyphs } from '../../src/diagram/glyphs.ts';
import { ink } from '../../src/diagram/ink.ts';
import { collect } from '../support/collect.ts';

const used = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

it('every glyph in every size that figures have, and its script size, takes little memory', () => {
  const draw = (): void => {
    for (let size = 8; size <= 20; size++)
      for (const unit of [size / 1000, (size * 0.7) / 1000])
        for (const { path } of glyphs.values()) ink([{ x: 0, y: 0, outline: path, unit }]);
  };
  const before = used();
  draw();
  const after = used();
  // What compilers make meanwhile is in it: some hundred kB.
  expect(after - before).toBeLessThan(5e6);
  for (let times = 0; times < 3; times++) draw();
  expect(used() - after).toBeLessThan(2e6);
});
