import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { packed, unpacked } from '../../src/live/packed.ts';
import { blocksOf, pages } from '../support/blocks.ts';

const models = [...pages('content/examples'), ...pages('content/docs')].flatMap(([, markdown]) =>
  blocksOf(markdown)
    .flatMap(({ compiled }) => compiled.parts)
    .flatMap((part) => (part.kind === 'picture' && part.live ? [part.live.model] : [])),
);

describe('a live figure’s model in its attribute', () => {
  it('has no character that a template, a quoted attribute or a sanitizer reads', () => {
    expect(models.length).toBeGreaterThan(2);
    for (const model of models) expect(model).not.toMatch(/[{}"<>&]/);
  });

  it('is read as it was written', () => {
    for (const model of models) {
      const read = unpacked(model);
      expect(read.units.length).toBeGreaterThan(0);
      expect(packed(read)).toBe(model);
    }
  });

  it('keeps what a name can have, and no name can have what is written for JSON', () => {
    const named = (script: string) => compile(`x -> y : w^{${script}}_{1,2}\nlive`).parts[0];
    const part = named('(1)');
    const model = part?.kind === 'picture' ? (part.live?.model ?? '') : '';
    expect(unpacked(model).parameters[0]?.sign).toEqual(['w', '(1)', '1,2']);
    for (const odd of ["1'", '1!', '1;']) expect(named(odd)).toBeUndefined();
  });
});
