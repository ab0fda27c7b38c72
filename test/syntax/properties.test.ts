import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { resolve } from '../../src/network/resolve.ts';
import { sameName, spell } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';
import { networkOf } from '../support/network.ts';
import { processorTime } from '../support/processor-time.ts';

/** Pieces of the language in any order: most texts are wrong, but wrong in the ways that authors are. */
const piece = fc.constantFrom(
  ...[
    'x',
    'h',
    'y',
    'w',
    't',
    'E',
    'b',
    'x_1',
    'h^1',
    'h^1_2',
    'w^l_{ji}',
    'w_N',
    'w^1_{11}',
    'alpha',
    'x1',
    'w_{',
  ],
  ...[
    '[2]',
    '[0]',
    '[1e9]',
    '[',
    ']',
    '->',
    '=>',
    '...',
    ':',
    ',',
    ';',
    '=',
    '..',
    '-',
    '#',
    '"',
    '"a"',
    '\u0000',
  ],
  ...[
    '1',
    '0.5',
    '-2',
    '1e400',
    '1,5',
    '1.2.3',
    ' ',
    ' ',
    '\n',
    '\n',
    '\r\n',
    '\uFEFF',
    '\ud800',
    '\u202e',
    'é',
    'α',
  ],
  ...[
    'weights',
    'bias',
    'activation',
    'softmax',
    'relu',
    'loss',
    'squared',
    'rate',
    'notation',
    'draft',
    'decay',
  ],
  ...[
    'figure',
    'focus',
    'only',
    'captions',
    'caption',
    'no',
    'outline',
    'rest',
    'red',
    'arrows',
    'direction',
    'down',
    'label',
    'tag',
  ],
  ...[
    'forward',
    'derive',
    'by',
    'as',
    'delta',
    'lines',
    'reasons',
    'unnumbered',
    'live',
    '__proto__',
    'constructor',
  ],
);
const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
const chains = fc.constantFrom(
  'x[2] -> h[2] -> y[2]',
  'x -> y',
  'x_1 -> a : u\nx_2 -> a : u\na -> y',
  'x[3] -> y',
);
const block = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .tuple(chains, fc.array(line, { maxLength: 8 }))
    .map(([chain, lines]) => [chain, ...lines].join('\n')),
);
const runs = { numRuns: 2000, seed: 20261124 };
const base = networkOf('x[2] -> h[2] -> y[2]\nx = 1 2\nt = 3 4');

function expectPositioned(text: string, diagnostics: readonly Diagnostic[]): void {
  for (const { span, message, code, hint } of diagnostics) {
    expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length, code).toBe(true);
    expect(message).toMatch(/^\S.*[.?]$/su);
    expect(message.length).toBeLessThan(400);
    expect(hint).toMatch(/\S$/u);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(`${message}${hint}`).not.toMatch(/undefined|NaN(?! stands)|\[object/);
  }
}

describe('any text', () => {
  it('is read and resolved without an exception, every mistake in its place', () => {
    fc.assert(
      fc.property(block, (text) => {
        const { document, diagnostics } = parse(text);
        expectPositioned(text, diagnostics);
        for (const continued of [undefined, base]) {
          const resolved = resolve(document, continued);
          expectPositioned(text, resolved.diagnostics);
          const isSound = diagnostics.length + resolved.diagnostics.length === 0;
          if (isSound) expect(resolved.network).toBeDefined();
          if (resolved.network === undefined) {
            expect(diagnostics.length + resolved.diagnostics.length).toBeGreaterThan(0);
          }
        }
      }),
      runs,
    );
  });

  it('has statements whose spans lie in their lines, in their order', () => {
    fc.assert(
      fc.property(block, (text) => {
        let last = 0;
        for (const { span } of parse(text).document.statements) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
          last = span.end;
        }
      }),
      runs,
    );
  });

  it('gives equal results for equal texts', () => {
    fc.assert(
      fc.property(block, (text) => {
        const once = parse(text);
        expect(parse(text)).toEqual(once);
        expect(resolve(parse(text).document)).toEqual(resolve(once.document));
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

describe('any name', () => {
  const script = fc.stringMatching(/^(|[A-Za-z0-9(),*+-]{1,24})$/);
  const letter = fc.constantFrom('x', 'W', 'alpha', 'Omega', 'xi');

  it('is read back from its spelling, its scripts in either order', () => {
    fc.assert(
      fc.property(letter, script, script, (first, superscript, subscript) => {
        const name = { letter: first, superscript, subscript };
        const [statement] = parse(`${spell(name)} = 1`).document.statements;
        if (statement?.kind !== 'assignment') throw new Error(spell(name));
        expect(sameName(statement.name, name)).toBe(true);
        const scripts = [subscript && `_{${subscript}}`, superscript && `^{${superscript}}`];
        const [turned] = parse(`${first}${scripts.join('')} = 1`).document.statements;
        expect(turned?.kind === 'assignment' && sameName(turned.name, name)).toBe(true);
      }),
      runs,
    );
  });
});

describe('a block of 20 kB', () => {
  const fill = (unit: string): string => unit.repeat(Math.floor(19_000 / unit.length));

  it.each([
    ['unknown names', `x[784] -> h[128] -> y[10]\n${fill('derive w^1_{999,999}\n')}`],
    ['values of a large layer', `x[1024] -> y[100]\n${fill('w = 1\n')}`],
    ['odd characters', fill('@ ')],
    ['numbers', `x -> y\nx = ${fill('1 ')}`],
    ['words', fill('figur\n')],
    [
      'lone units',
      fill('a -> b : 1\n')
        .replaceAll(/a|b/g, (side, at) => `${side}_{${at}}`)
        .slice(0, 19_990),
    ],
    ['names in one clause', `x[784] -> y[100]\nfigure focus${fill(' q_1')}`],
    ['a circle', `${Array.from({ length: 1500 }, (_, at) => `a_{${at}}`).join(' -> ')} -> a_0`],
  ])('of %s is answered in bounded time', (_, text) => {
    let found: readonly Diagnostic[] = [];
    const time = processorTime(() => {
      const { document, diagnostics } = parse(text);
      found = [...diagnostics, ...resolve(document).diagnostics];
    });
    expect(time).toBeLessThan(3000);
    expectPositioned(text, found);
  });
});
