import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { layeredBlock } from '../support/layered-block.ts';
import { networkOf } from '../support/network.ts';

/** A network without the places of its text. */
const placeless = (network: Network): unknown =>
  JSON.parse(
    JSON.stringify(network, (key, value) => {
      if (key === 'span') return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );

describe('a network of layers', () => {
  it('has units by layer, and an edge from each to each of the next', () => {
    fc.assert(
      fc.property(layeredBlock, ({ sizes, lines }) => {
        const { layers, units, edges, inputs, outputs, parameters } = networkOf(lines.join('\n'));
        expect(layers.map((layer) => layer.units.length)).toEqual(sizes);
        expect(layers.flatMap((layer) => layer.units)).toEqual(units.map(({ id }) => id));
        expect(inputs).toEqual(layers[0]?.units);
        expect(outputs).toEqual(layers.at(-1)?.units);
        const pairs = sizes.slice(1).map((size, place) => size * (sizes[place] ?? 0));
        expect(edges).toHaveLength(pairs.reduce((sum, count) => sum + count, 0));
        const names = parameters.map(({ name }) => spell(name));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('knows each edge at both of its ends, from a lower unit to a higher', () => {
    fc.assert(
      fc.property(layeredBlock, ({ lines }) => {
        const { units, edges, parameters } = networkOf(lines.join('\n'));
        for (const [id, edge] of edges.entries()) {
          expect(edge.id).toBe(id);
          expect(edge.from).toBeLessThan(edge.to);
          expect(units[edge.from]?.outgoing).toContain(id);
          expect(units[edge.to]?.incoming).toContain(id);
          if ('parameter' in edge.weight)
            expect(parameters[edge.weight.parameter]?.edges).toContain(id);
        }
        const ends = units.flatMap(({ incoming, outgoing }) => [...incoming, ...outgoing]);
        expect(ends).toHaveLength(2 * edges.length);
        for (const [id, { bias }] of units.entries())
          if (bias !== undefined) expect(parameters[bias]?.units).toContain(id);
      }),
    );
  });

  it('is the same whatever the order of its definitions, the spaces and the comments', () => {
    fc.assert(
      fc.property(
        layeredBlock,
        fc.array(fc.constantFrom('', '  ', '\t', ' # a comment'), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n', '\n\n', '\n # alone\n'),
        ({ lines: [chain = '', ...definitions] }, behind, turned, ending) => {
          const ordered = turned ? definitions.toReversed() : definitions;
          const text = [...ordered.slice(0, 1), chain, ...ordered.slice(1)]
            .map((line, place) => `${line.replaceAll(' ', '  ')}${behind[place]}`)
            .join(ending);
          expect(placeless(networkOf(text))).toEqual(
            placeless(networkOf([chain, ...definitions].join('\n'))),
          );
        },
      ),
    );
  });
});
