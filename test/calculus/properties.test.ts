import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../src/calculus/backward.ts';
import { numbers } from '../../src/calculus/field.ts';
import { forward, type Point } from '../../src/calculus/forward.ts';
import { randomPoint, randomSource } from '../../src/calculus/point.ts';
import { layeredBlock } from '../support/layered-block.ts';
import { networkOf } from '../support/network.ts';

const step = 1e-5;
const moved = (values: ReadonlyMap<number, number>, id: number, by: number) =>
  new Map([...values, [id, (values.get(id) ?? 0) + by]]);

describe('the backward pass of any network of layers', () => {
  it('has the quotient of a small difference for each parameter and each input', () => {
    fc.assert(
      fc.property(layeredBlock, fc.integer({ min: 0, max: 1e6 }), ({ lines }, seed) => {
        const network = networkOf(lines.join('\n'));
        const random = randomSource(seed);
        const point = randomPoint(network, () => 2 * random() - 1);
        const loss = (at: Point<number>): number => forward(network, at, numbers).loss;
        const gradients = backward(network, point, forward(network, point, numbers));
        const isClose = (analytic: number | undefined, up: number, down: number): void => {
          const quotient = (up - down) / (2 * step);
          expect(Math.abs((analytic ?? Number.NaN) - quotient)).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(quotient)),
          );
        };
        for (const { id } of network.parameters) {
          const at = (by: number) =>
            loss({ ...point, parameters: moved(point.parameters, id, by) });
          isClose(gradients.parameters.get(id), at(step), at(-step));
        }
        for (const id of network.inputs) {
          const at = (by: number) => loss({ ...point, inputs: moved(point.inputs, id, by) });
          isClose(gradients.units[id], at(step), at(-step));
        }
      }),
    );
  });
});
