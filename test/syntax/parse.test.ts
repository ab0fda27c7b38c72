import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/syntax/document.ts';
import { Mistake, unlessMistaken } from '../../src/syntax/mistake.ts';
import { spell } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';

function statementOf(line: string): Statement {
  const { document, diagnostics } = parse(line);
  expect(diagnostics).toEqual([]);
  expect(document.damaged).toBeUndefined();
  const [statement, ...more] = document.statements;
  if (statement === undefined || more.length > 0) throw new Error(`no one statement: ${line}`);
  return statement;
}

/** A tree without its positions, names spelled out and numbers as typed: short enough to read. */
function outline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outline);
  if (typeof value !== 'object' || value === null) return value;
  if ('letter' in value) return spell(value as Parameters<typeof spell>[0]);
  if ('value' in value && 'text' in value) return value.text;
  if ('word' in value) return value.word;
  if ('text' in value) return JSON.stringify(value.text);
  const entries = Object.entries(value).filter(([key]) => key !== 'span');
  return Object.fromEntries(entries.map(([key, inner]) => [key, outline(inner)]));
}

describe('a chain', () => {
  it('is layers with sizes', () => {
    expect(outline(statementOf('x[2] -> h^1[3] → y'))).toEqual({
      kind: 'chain',
      stops: [
        { kind: 'layer', name: 'x', size: '2' },
        { kind: 'layer', name: 'h^1', size: '3' },
        { kind: 'layer', name: 'y' },
      ],
    });
  });

  it('may have dots', () => {
    expect(outline(statementOf('h^1[2]->...->h^{50}[2] -> … -> y'))).toMatchObject({
      stops: [{ name: 'h^1' }, { kind: 'ellipsis' }, { name: 'h^{50}' }, { kind: 'ellipsis' }, {}],
    });
  });

  it('may name the weight of its edges, or fix it', () => {
    expect(outline(statementOf('x_1 -> y_2 : w_s'))).toMatchObject({ weight: 'w_s' });
    expect(outline(statementOf('x_1 -> y_2: -0.50'))).toMatchObject({ weight: '-0.50' });
    expect(statementOf('x -> y : +.5e1')).toMatchObject({ weight: { value: 5 } });
  });
});

describe('a name', () => {
  it.each([
    ['h^1_2', 'h^1_2'],
    ['h_2^1', 'h^1_2'],
    ['w_{11}^2', 'w^2_{11}'],
    ['w^{2}_{11}', 'w^2_{11}'],
    ['w^{(2)}_{ 1, 2 }', 'w^{(2)}_{1,2}'],
    ['alpha_1', 'alpha_1'],
    ['\\alpha_1', 'alpha_1'],
    ['Omega^*', 'Omega^*'],
  ])('%s is %s', (typed, spelled) => {
    const statement = statementOf(`${typed} = 1`);
    expect(statement.kind === 'assignment' && spell(statement.name)).toBe(spelled);
  });
});

describe('a definition', () => {
  it.each<[string, unknown]>([
    ['weights w^l_{ji}', { kind: 'weights', entries: [{ template: 'w^l_{ji}' }] }],
    [
      'weights h: u_{ji}, y: v_{kj}',
      {
        kind: 'weights',
        entries: [
          { layer: 'h', template: 'u_{ji}' },
          { layer: 'y', template: 'v_{kj}' },
        ],
      },
    ],
    ['bias b^l_j', { kind: 'bias', entries: [{ template: 'b^l_j' }] }],
    [
      'bias h: b^1, y_2: c',
      {
        kind: 'bias',
        entries: [
          { target: 'h', template: 'b^1' },
          { target: 'y_2', template: 'c' },
        ],
      },
    ],
    ['activation relu', { kind: 'activation', entries: [{ activation: 'relu' }] }],
    [
      'activation h: leaky-relu 0.1, phi_1: gelu-tanh',
      {
        kind: 'activation',
        entries: [
          { target: 'h', activation: 'leaky-relu', parameter: '0.1' },
          { target: 'phi_1', activation: 'gelu-tanh' },
        ],
      },
    ],
    ['loss squared', { kind: 'loss', loss: 'squared' }],
    ['loss cross-entropy, decay 0.01', { kind: 'loss', loss: 'cross-entropy', decay: '0.01' }],
    ['rate 1e-3', { kind: 'rate', rate: '1e-3' }],
    [
      'notation draft, gradient delta, loss C',
      {
        kind: 'notation',
        clauses: [
          { keyword: 'draft', arguments: [] },
          { keyword: 'gradient', arguments: ['delta'] },
          { keyword: 'loss', arguments: ['C'] },
        ],
      },
    ],
  ])('%s', (line, expected) => {
    expect(outline(statementOf(line))).toEqual(expected);
  });
});

describe('values', () => {
  it.each<[string, string[][]]>([
    ['x = 0.05, 0.10', [['0.05', '0.10']]],
    ['x = 0.05 0.10', [['0.05', '0.10']]],
    [
      'w^1 = 0.15 0.20; 0.25 -0.30',
      [
        ['0.15', '0.20'],
        ['0.25', '-0.30'],
      ],
    ],
    ['x_1=2', [['2']]],
    ['x = .25 -0 +1', [['.25', '-0', '1']]],
  ])('%s', (line, rows) => {
    expect(outline(statementOf(line))).toMatchObject({ kind: 'assignment', rows });
  });
});

describe('a request', () => {
  const clauses = (line: string) => {
    const statement = statementOf(line);
    if (!('clauses' in statement)) throw new Error('no request');
    return statement.clauses.map((clause) => [
      clause.keyword?.word ?? '',
      ...clause.arguments.map((argument) => outline(argument)),
    ]);
  };

  it.each<[string, unknown[][]]>([
    ['figure', []],
    [
      'figure focus w^1_{11} w^1_{21}, rest red, captions i j k',
      [
        ['focus', 'w^1_{11}', 'w^1_{21}'],
        ['rest', 'red'],
        ['captions', 'i', 'j', 'k'],
      ],
    ],
    [
      'figure focus w_1, w_2, no outline',
      [
        ['focus', 'w_1', 'w_2'],
        ['no', 'outline'],
      ],
    ],
    [
      'figure only w_1 caption "It\'s # 1, 2" label eq:f_1',
      [
        ['only', 'w_1'],
        ['caption', '"It\'s # 1, 2"'],
        ['label', 'eq:f_1'],
      ],
    ],
    ['figure outline unnumbered', [['outline'], ['unnumbered']]],
    ['figure focus, values gradients', [['focus'], ['values'], ['gradients']]],
    ['derive steps', [['steps']]],
    ['forward', []],
    [
      'forward y, h label f',
      [
        ['', 'y', 'h'],
        ['label', 'f'],
      ],
    ],
    [
      'forward y E, tag A.2',
      [
        ['', 'y', 'E'],
        ['tag', 'A.2'],
      ],
    ],
    ['derive w_1', [['', 'w_1']]],
    [
      'derive y_1 by w_1 as delta',
      [
        ['', 'y_1'],
        ['by', 'w_1'],
        ['as', 'delta'],
      ],
    ],
    ['live', []],
  ])('%s', (line, expected) => {
    expect(clauses(line)).toEqual(expected);
  });

  it.each<[string, unknown[]]>([
    ['derive w lines 2', ['2']],
    ['derive w lines 1-2 5', [{ kind: 'range', from: '1', to: '2' }, '5']],
    ['derive w lines 3-', [{ kind: 'range', from: '3' }]],
    ['derive w lines -3', [{ kind: 'range', to: '3' }]],
    ['derive w lines 1..2', [{ kind: 'range', from: '1', to: '2' }]],
    ['derive w lines insert-loss..sign', [{ kind: 'range', from: 'insert-loss', to: 'sign' }]],
    ['derive w lines ..sign label f', [{ kind: 'range', to: 'sign' }]],
    ['derive w lines define', ['define']],
  ])('%s', (line, expected) => {
    expect(clauses(line)[1]?.slice(1)).toEqual(expected);
  });
});

describe('a position', () => {
  /** The text of each located part, outermost first. */
  const texts = (text: string, value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap((inner) => texts(text, inner));
    if (typeof value !== 'object' || value === null) return [];
    const span = 'span' in value ? (value.span as { start: number; end: number }) : undefined;
    const own = span === undefined ? [] : [text.slice(span.start, span.end)];
    const inner = Object.entries(value).filter(([key]) => key !== 'span');
    return [...own, ...inner.flatMap(([, part]) => texts(text, part))];
  };

  it('is kept by every part of a statement', () => {
    const text = '# a network\n\tx[2] -> y_1 : w_s  # an edge';
    expect(texts(text, statementOf(text))).toEqual([
      'x[2] -> y_1 : w_s',
      'x[2]',
      'x',
      '2',
      'y_1',
      'y_1',
      'w_s',
    ]);
    const request = 'figure  focus w_1, rest red';
    expect(texts(request, statementOf(request))).toEqual([
      'figure  focus w_1, rest red',
      'figure',
      'focus w_1',
      'focus',
      'w_1',
      'rest red',
      'rest',
      'red',
    ]);
    const values = 'w^1 = 1 -2; +3 4';
    expect(texts(values, statementOf(values))).toEqual([values, 'w^1', '1', '-2', '+3', '4']);
    const range = 'derive w_1, lines insert-loss .. sign';
    expect(texts(range, statementOf(range)).slice(-3)).toEqual([
      'insert-loss .. sign',
      'insert-loss',
      'sign',
    ]);
  });

  it('counts through every line ending and a byte order mark', () => {
    const text = '\uFEFFrate 1\r\nrate 2\rrate 3\n\n\r\nrate 4';
    const { document, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(document.statements.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'rate 1',
      'rate 2',
      'rate 3',
      'rate 4',
    ]);
  });

  it('is in UTF-16 code units', () => {
    const text = 'figure caption "𝛿𝛿", label f';
    expect(texts(text, statementOf(text)).slice(-2)).toEqual(['label', 'f']);
  });
});

it('reads an empty block', () => {
  expect(parse('')).toEqual({ document: { statements: [] }, diagnostics: [] });
  expect(parse(' \t\n# nothing\n\n')).toEqual({ document: { statements: [] }, diagnostics: [] });
});

describe('a clause', () => {
  it.each([
    ['notation gradient differential', 'gradient', 'differential'],
    ['figure no outline', 'no', 'outline'],
    ['figure widths gradients', 'widths', 'gradients'],
    ['figure label f', 'label', 'f'],
    ['figure rest red', 'rest', 'red'],
  ])('keeps the word that stands in it: %s', (line, keyword, word) => {
    expect(statementOf(line)).toMatchObject({
      clauses: [{ keyword: { word: keyword }, arguments: [{ kind: 'word', word }] }],
    });
  });
});

describe('what a line is left with', () => {
  const diagnostic = { code: 'odd', message: 'Odd.', span: { start: 0, end: 1 } };
  const leaving = (error: Error) => () => {
    throw error;
  };

  it('is what it says, the author’s mistake, or an error of ours that goes on', () => {
    expect(unlessMistaken(() => 3)).toBe(3);
    expect(unlessMistaken(leaving(new Mistake(diagnostic)))).toEqual([diagnostic]);
    expect(() => unlessMistaken(leaving(new RangeError('ours')))).toThrow('ours');
  });
});
