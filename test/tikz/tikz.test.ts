import { describe, expect, it } from 'vitest';
import { tikz } from '../../src/tikz/tikz.ts';
import { blocksOf, pages } from '../support/blocks.ts';

const pictures = pages('content/examples').flatMap(([name, markdown]) =>
  blocksOf(markdown)
    .flatMap(({ compiled }) => compiled.parts)
    .filter((part) => part.kind === 'picture')
    .map((picture, place) => [`${name}-${place + 1}`, picture] as const),
);

describe('TikZ', () => {
  it.each(pictures)('draws every part of %s where the SVG has it', (_, { diagram }) => {
    const lines = tikz(diagram).split('\n');
    expect(lines.filter((line) => / circle \[radius=(?!2\.5\])/.test(line))).toHaveLength(
      diagram.units.length,
    );
    for (const { centre } of diagram.units) {
      const [x, y] = [centre.x, centre.y].map((value) => Math.round(value * 10) / 10);
      expect(lines.some((line) => line.includes(`(${x},${y}) circle`))).toBe(true);
    }
    const labelled = diagram.edges.filter(({ label }) => label !== undefined).length;
    expect(lines.filter((line) => line.startsWith('\\node[label'))).toHaveLength(
      diagram.units.length + labelled + diagram.captions.length + diagram.outlines.length,
    );
    expect(lines.filter((line) => line.endsWith('-- cycle;'))).toHaveLength(
      diagram.outlines.length,
    );
  });

  it.each(pictures)('is closed TeX of plain characters: %s', (_, { diagram }) => {
    const text = tikz(diagram);
    expect(text).not.toMatch(/[^\x20-\x7e\n]/);
    let depth = 0;
    for (const [brace] of text.matchAll(/(?<!\\)[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect((text.match(/(?<!\\)\$/g) ?? []).length % 2).toBe(0);
  });
});
