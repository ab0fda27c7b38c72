import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { type Item, numberItems } from '../../src/page/number.ts';
import { placeAt, sourceOf } from '../../src/page/place.ts';

const locate = (offset: number) => placeAt(sourceOf(''), offset);
const formula = (tex: string): Item => ({ kind: 'formula', tex, locate });
const block = (requests: string): readonly Item[] =>
  compile(`x[1] -> y[1]\n${requests}`).parts.map((part) => ({ kind: 'part', part, locate }));

const kinds = {
  equation: block('derive w_{11}'),
  unnumbered: block('forward unnumbered'),
  tagged: block('derive w_{11}, tag A'),
  figure: block('figure caption "A network."'),
  plainFigure: block('figure'),
  labelled: [formula('a \\label{f}')],
  bare: [formula('a')],
};
type Kind = keyof typeof kinds;
const page = fc.array(fc.constantFrom(...(Object.keys(kinds) as Kind[])), { maxLength: 12 });
const numbers = (names: readonly Kind[]): readonly (string | undefined)[] =>
  numberItems(names.flatMap((name) => kinds[name])).items.map(
    ({ number, rows }) => number ?? rows.get(0),
  );

describe('the numbers of a page', () => {
  it('run from 1 without a gap, equations and figures each by themselves', () => {
    fc.assert(
      fc.property(page, (names) => {
        const given = numbers(names);
        for (const counted of [['equation', 'labelled'], ['figure']] as Kind[][]) {
          const own = given.filter((_, place) => counted.includes(names[place] as Kind));
          expect(own).toEqual(own.map((_, place) => String(place + 1)));
        }
        for (const [place, name] of names.entries()) {
          if (name === 'tagged') expect(given[place]).toBe('A');
          if (['unnumbered', 'plainFigure', 'bare'].includes(name))
            expect(given[place]).toBeUndefined();
        }
      }),
      { seed: 5 },
    );
  });

  it('stay when something is added below', () => {
    fc.assert(
      fc.property(page, page, (above, below) => {
        expect(numbers([...above, ...below]).slice(0, above.length)).toEqual(numbers(above));
      }),
      { seed: 6 },
    );
  });

  it('stay when something without a number is added anywhere', () => {
    fc.assert(
      fc.property(page, page, (above, below) => {
        const given = numbers([...above, 'unnumbered', 'bare', ...below]);
        expect(
          given.filter((_, place) => place < above.length || place > above.length + 1),
        ).toEqual(numbers([...above, ...below]));
      }),
      { seed: 7 },
    );
  });
});

describe('the ids of a page', () => {
  it('are unique, in an alphabet of their own, whatever the labels are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }).map((name) => name.replace(/[{}\\%]/g, ''))),
        (names) => {
          const { items } = numberItems(names.map((name) => formula(`a \\label{${name}}`)));
          const ids = items.map(({ id }) => id ?? '');
          expect(new Set(ids).size).toBe(names.length);
          for (const id of ids) expect(id).toMatch(/^equation(-[a-z0-9]+)*$/);
        },
      ),
      { seed: 8 },
    );
  });
});
