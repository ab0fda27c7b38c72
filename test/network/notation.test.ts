import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../src/compile.ts';
import { presets } from '../../src/network/notation.ts';
import { pageNotation } from '../../src/network/page-notation.ts';
import { printed } from '../../src/network/printed.ts';
import { resolve } from '../../src/network/resolve.ts';
import { targetNames } from '../../src/network/symbols.ts';
import { compileBlocks, notationNamed } from '../../src/page/blocks.ts';
import { equationTex } from '../../src/page/tex.ts';
import { spell } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';
import { networkOf } from '../support/network.ts';

const block = 'x[2] -> h[2] -> y[2]\nactivation sigmoid\nbias b^l_j';

/** The lines of a block's equations, without their alignment. */
function lines({ parts, diagnostics }: Pick<Compiled, 'parts'> & Partial<Compiled>) {
  expect(diagnostics ?? []).toEqual([]);
  return parts.flatMap((part) =>
    part.kind === 'equation'
      ? equationTex(part, undefined)
          .split('\n')
          .filter((line) => !/\\(?:begin|end)/.test(line))
          .map((line) => line.replace(/ ?&= /, ' = ').replace(/ \\\\$/, ''))
      : [],
  );
}

describe('a preset writes as its source does', () => {
  it.each([
    [
      'nielsen',
      [
        'z_1^1 = x_1 w_{11}^1 + x_2 w_{12}^1 + b_1^1',
        'a_1^1 = \\sigma(z_1^1)',
        'C = \\frac{1}{2} \\left[(y_1 - a_1^2)^2 + (y_2 - a_2^2)^2\\right]',
        "\\delta_k^2 = (a_k^2 - y_k) \\sigma'(z_k^2)",
        "\\delta_j^1 = \\sigma'(z_j^1) \\sum_{k} w_{kj}^2 \\delta_k^2",
        '\\frac{\\partial C}{\\partial w_{ji}^1} = \\delta_j^1 x_i',
      ],
    ],
    [
      'bishop',
      [
        'a_1^{(1)} = x_1 w_{11}^{(1)} + x_2 w_{12}^{(1)} + b_1^{(1)}',
        'z_1^{(1)} = \\sigma(a_1^{(1)})',
        'E = \\frac{1}{2} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2\\right]',
        "\\delta_k^{(2)} = (y_k - t_k) \\sigma'(a_k^{(2)})",
        "\\delta_j^{(1)} = \\sigma'(a_j^{(1)}) \\sum_{k} w_{kj}^{(2)} \\delta_k^{(2)}",
        '\\frac{\\partial E}{\\partial w_{ji}^{(1)}} = \\delta_j^{(1)} x_i',
      ],
    ],
    [
      'goodfellow',
      [
        'a_1^{(1)} = x_1 w_{11}^{(1)} + x_2 w_{12}^{(1)} + b_1^{(1)}',
        'h_1^{(1)} = \\sigma(a_1^{(1)})',
        'J = \\frac{1}{2} \\left[(y_1 - h_1^{(2)})^2 + (y_2 - h_2^{(2)})^2\\right]',
        "g_k^{(2)} = (h_k^{(2)} - y_k) \\sigma'(a_k^{(2)})",
        "g_j^{(1)} = \\sigma'(a_j^{(1)}) \\sum_{k} w_{kj}^{(2)} g_k^{(2)}",
        '\\frac{\\partial J}{\\partial w_{ji}^{(1)}} = g_j^{(1)} x_i',
      ],
    ],
    [
      'ng',
      [
        'z_1^{[1]} = x_1 w_{11}^{[1]} + x_2 w_{12}^{[1]} + b_1^{[1]}',
        'a_1^{[1]} = \\sigma(z_1^{[1]})',
        'J = \\frac{1}{2} \\left[(y_1 - a_1^{[2]})^2 + (y_2 - a_2^{[2]})^2\\right]',
        "\\mathrm{d}z_k^{[2]} = (a_k^{[2]} - y_k) \\sigma'(z_k^{[2]})",
        "\\mathrm{d}z_j^{[1]} = \\sigma'(z_j^{[1]}) \\sum_{k} w_{kj}^{[2]} \\mathrm{d}z_k^{[2]}",
        '\\mathrm{d}w_{ji}^{[1]} = \\mathrm{d}z_j^{[1]} x_i',
      ],
    ],
  ])('%s', (notation, expected) => {
    const text = `${block}\nnotation ${notation}\nforward h_1 E\nderive w^1_{11} as index`;
    const found = lines(compile(text));
    for (const line of expected) expect(found).toContain(line);
  });

  it('and a program’s dw says what it is, of weights and of units', () => {
    const text = 'x -> h -> y\nnotation ng, derivative d\n';
    expect(lines(compile(`${text}derive w^1_{11}`))[0]).toBe(
      '\\mathrm{d}w_{11}^{[1]} = \\frac{\\mathrm{d} J}{\\mathrm{d} w_{11}^{[1]}}',
    );
    expect(lines(compile(`${text}derive h`))[0]).toBe(
      '\\mathrm{d}a^{[1]} = \\frac{\\mathrm{d} J}{\\mathrm{d} a^{[1]}}',
    );
    // A linear unit has no sum before its activation.
    expect(lines(compile(`${text}derive w^2_{11} as delta`))[0]).toMatch(
      /^\\mathrm{d}a\^{\[2\]} =/,
    );
  });
});

describe('the names that are printed', () => {
  const names = [...presets.keys()].map((preset) => [preset] as const);
  const graphs = [
    'x[3] -> h^1[2] -> h^2[2] -> y[2]\nbias b^l_j',
    'x_1 -> a : w_1\nx_2 -> b : w_2\na -> y : w_3\nb -> y : w_4\na -> o : w_5',
    'x -> y\nx -> h : u_1\nh -> o : u_2',
  ];

  it.each(names)('under %s are one for each thing, and stay when printed once more', (preset) => {
    for (const graph of graphs) {
      const network = networkOf(`${graph}\nnotation ${preset}`);
      const shown = printed(network);
      const all = [
        ...shown.units.map((unit) => unit.name),
        ...shown.parameters.map((parameter) => parameter.name),
        ...targetNames(shown).values(),
      ].map(spell);
      expect(new Set(all).size).toBe(all.length);
      expect(printed(shown)).toEqual(shown);
    }
  });

  const shownBy = (words: string, graph = 'x[2] -> h^1[2] -> y[2]\nbias b^{l1}_j') => {
    const { layers, units, parameters } = printed(networkOf(`${graph}\nnotation ${words}`));
    return [
      layers.map(({ name }) => (name === undefined ? '–' : spell(name))),
      units.map(({ name }) => spell(name)),
      parameters.map(({ name }) => spell(name)),
    ].map((names) => names.join(' '));
  };

  it('set off the numbers of layers, and nothing else', () => {
    expect(shownBy('superscript brackets, target d')).toEqual([
      'x h^{[1]} y',
      'x_1 x_2 h^{[1]}_1 h^{[1]}_2 y_1 y_2',
      [
        ...['11', '12', '21', '22'].map((place) => `w^{[1]}_{${place}}`),
        ...['11', '12', '21', '22'].map((place) => `w^{[2]}_{${place}}`),
        ...['b^{11}_1', 'b^{11}_2', 'b^{21}_1', 'b^{21}_2'].map((name) =>
          name.replace(/\^\{(\d+)\}/, '^{[$1]}'),
        ),
      ].join(' '),
    ]);
    const own = 'x -> y : w^{a1}\nx -> z : w^{1a}\nx -> q : w^{12}';
    expect(shownBy('superscript parentheses', own)[2]).toBe('w^{a1} w^{1a} w^{(12)}');
  });

  it('go by the letter of the layer alone where the units have others', () => {
    const split = 'x -> a\nx -> b : u\na -> o : v';
    expect(shownBy('activation s', split)).toEqual([
      'x s^1 s^2',
      'x s^1_1 s^1_2 s^2',
      'w^1_{11} u v',
    ]);
    expect(shownBy('output s', split)).toEqual(['x – s^2', 'x a s^1_2 s^2', 'w^1_{11} u v']);
    expect(shownBy('activation s, output own', split).slice(0, 2)).toEqual([
      'x – o',
      'x s^1_1 b o',
    ]);
  });

  it('are the network’s own where nothing is written otherwise', () => {
    const network = networkOf('x[2] -> h[2] -> y\nnotation loss C, gradient delta');
    expect(printed(network)).toBe(network);
  });

  it('can be typed, as those that were declared', () => {
    for (const notation of presets.keys()) {
      const text = `x[2] -> h[2] -> y[2]\nnotation ${notation}\nt = 0.1 0.9\nt_1 = 1\n`;
      expect(compile(`${text}derive E by w^1_{11}`).diagnostics[0]?.code).toBe('said-twice');
    }
    const ng =
      'x[2] -> h[2] -> y[2]\nactivation sigmoid\nnotation ng\nw^{[1]} = 1 2; 3 4\ny = 1 2\n';
    const typed = lines(compile(`${ng}derive a^{[2]}_1 by w^{[1]}_{11}\nforward a^{[1]} J`));
    const own = lines(compile(`${ng}derive y_1 by w^1_{11}\nforward h E`));
    expect(typed).toEqual(own);
    expect(compile(`${ng}forward`).network?.parameters[2]?.value).toBe(3);
  });

  it('are also those of the figure', () => {
    const { parts } = compile(`${block}\nnotation ng\nfigure focus w^1_{11}`);
    const [picture] = parts;
    if (picture?.kind !== 'picture') throw new Error('no picture');
    expect(picture.description).toContain('d w superscript [1] subscript 11');
    expect(picture.description).toContain('a superscript [2] subscript 2');
  });
});

describe('a letter that the equations have, too', () => {
  const focus = (block: string) => {
    const { requests, diagnostics } = resolve(parse(block).document);
    expect(diagnostics).toEqual([]);
    return requests[0];
  };

  it('is a unit’s or a weight’s own where the loss has another', () => {
    const unit = focus('E -> y\nnotation loss C\nfigure focus E');
    expect(unit).toMatchObject({ focus: [{ kind: 'unit', unit: 0 }] });
    const weight = focus('x -> y : E\nnotation loss C\nderive E');
    expect(weight).toMatchObject({ by: { kind: 'parameter', parameter: 0 } });
    const loss = focus('x -> y\nnotation loss C\nforward E');
    expect(loss).toMatchObject({ of: ['loss'] });
  });

  it('is that of the declared unit before that of a printed one', () => {
    const block = 'x[2] -> g[2] -> h^1[2] -> y\nnotation activation h\nfigure focus h^1_1 h^2_2';
    expect(focus(block)).toMatchObject({ focus: [{ unit: 4 }, { unit: 5 }] });
  });
});

describe('a notation for a page', () => {
  it('is set by no block that is empty, or that could not be read', () => {
    for (const text of ['', '# notation ng', 'notation ng\nweights'])
      expect(pageNotation(parse(text).document)).toBeUndefined();
    expect(pageNotation(parse('notation ng').document)?.notation).toEqual(presets.get('ng'));
  });

  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const page = (texts: readonly string[], notation?: string) =>
    compileBlocks(
      texts.map((text) => ({ kind: 'block', text, info: '', locate: at, locateInfo: at })),
      { notation: notation === undefined ? undefined : notationNamed(notation) },
    );

  it('is set by a block that says nothing else, for those below it', () => {
    const ask = 'x -> y\nforward E';
    const made = page([ask, 'notation ng\nnotation loss L', ask, `${ask}\nnotation loss C`]);
    expect(made.flatMap(({ problems }) => problems)).toEqual([]);
    expect(made.flatMap(lines)).toEqual([
      'E = \\frac{1}{2} (t - y)^2',
      'L = \\frac{1}{2} (y - a^{[1]})^2',
      'C = \\frac{1}{2} (y - a^{[1]})^2',
    ]);
  });

  it('is the plugin’s option, before what the page says', () => {
    expect(page(['x -> y\nforward E'], 'goodfellow, loss L').flatMap(lines)).toEqual([
      'L = \\frac{1}{2} (y - h^{(1)})^2',
    ]);
    expect(() => notationNamed('nilsen')).toThrow(
      /option notation “nilsen”: There is no notation “nilsen”/,
    );
    expect(() => notationNamed('ng\nx -> y')).toThrow(/That is no notation/);
  });

  it('is no network, where it has mistakes or a name', () => {
    expect(page(['notation ng, loss 1'])[0]?.problems.length).toBeGreaterThan(0);
    expect(
      compile('notation ng', { name: 'multi', networks: new Map() }).diagnostics[0]?.code,
    ).toBe('no-network');
  });
});

describe('a setting', () => {
  const notation = (words: string) => networkOf(`x[2] -> h[2] -> y\nnotation ${words}`).notation;

  it.each([
    ['nielsen, target t, activation own', { loss: 'C', activation: undefined, output: undefined }],
    ['nielsen, target t, output own', { activation: 'a', output: undefined }],
    ['activation a', { activation: 'a', output: 'a' }],
    ['output q', { activation: undefined, output: 'q' }],
    ['preactivation s', { preactivation: 's', delta: 'delta' }],
    ['error epsilon, loss J, target d', { delta: 'epsilon', loss: 'J', target: 'd' }],
    ['gradient delta, derivative d', { gradient: 'delta', derivative: 'd' }],
    ['superscript parentheses', { superscript: 'parentheses' }],
    ['ng, superscript bare', { superscript: 'bare', loss: 'J' }],
    ['superscript brackets, ng, standard', { superscript: 'bare', loss: 'E' }],
  ])('changes its own letters alone: %s', (words, expected) => {
    expect(notation(words)).toMatchObject(expected);
  });

  const separate =
    'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.';
  const known = [
    'There are the presets standard, nielsen, bishop, goodfellow, ng and draft',
    'and the settings gradient, derivative, superscript, activation, output, preactivation, error, loss and target.',
  ].join(', ');
  it.each([
    [
      'gradient w',
      'The notation of gradient is derivative or delta or differential.',
      'Write notation gradient derivative.',
    ],
    [
      'derivative x',
      'The notation of derivative is partial or d.',
      'Write notation derivative partial.',
    ],
    [
      'activation a b',
      'The notation of activation is own or one letter.',
      'Write notation activation a.',
    ],
    [
      'activation a_1',
      'The notation of activation is own or one letter.',
      'Write notation activation a.',
    ],
    ['output relu', 'The notation of output is own or one letter.', 'Write notation output y.'],
    ['loss', 'The notation of loss is one letter.', 'Write notation loss C.'],
    [
      'preactivation own',
      'The notation of preactivation is one letter.',
      'Write notation preactivation z.',
    ],
    ['target', 'The notation of target is one letter.', 'Write notation target y.'],
    ['nielsen own', 'There is no notation “nielsen”.', known],
    ['activation a, output own, error a', 'a would stand for two things of one unit.', separate],
    ['activation a, error a', 'a would stand for two things of one unit.', separate],
    ['activation z', 'z would stand for two things of one unit.', separate],
    ['output z', 'z would stand for two things of one unit.', separate],
    [
      'activation a, preactivation q, error q',
      'q would stand for two things of one unit.',
      separate,
    ],
  ])('is refused: %s', (words, message, hint) => {
    const { diagnostics } = resolve(parse(`x[2] -> h[2] -> y\nnotation ${words}`).document);
    expect(diagnostics).toMatchObject([{ message, hint }]);
  });

  it('may name sum and error alike where units have names of their own', () => {
    expect(notation('preactivation q, error q')).toMatchObject({ preactivation: 'q', delta: 'q' });
  });
});
