import { describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.ts';
import { parse } from '../../src/syntax/parse.ts';
import { type Expected, shown } from '../support/mistakes.ts';

/** What an author may write, and all that is said about it. */
const cases: readonly (readonly [block: string, expected: readonly Expected[]])[] = [
  [
    'x[2] => y[2]',
    [
      {
        code: 'unknown-character',
        at: '=>',
        message: '=> is not the arrow of a chain.',
        hint: 'An arrow is written ->.',
        expected: ['->'],
      },
    ],
  ],
  [
    'x[2] --> y[2]',
    [
      {
        code: 'unknown-character',
        at: '-->',
        message: '--> is not the arrow of a chain.',
        hint: 'An arrow is written ->.',
        expected: ['->'],
      },
    ],
  ],
  [
    'x = −1',
    [
      {
        code: 'unknown-character',
        at: '−',
        message: '− is not the minus sign of the keyboard.',
        hint: 'A minus is written -.',
        expected: ['-'],
      },
    ],
  ],
  [
    'figure caption “Two layers”',
    [
      {
        code: 'unknown-character',
        at: '“Two layers”',
        message: 'These are not the quotation marks of the keyboard.',
        hint: 'A text stands in straight quotation marks: "Two layers".',
        expected: ['"Two layers"'],
      },
    ],
  ],
  [
    'figure caption "Two layers',
    [
      {
        code: 'open-text',
        at: '"Two layers',
        message: 'This text is not closed.',
        hint: 'Close the text with a " on the same line.',
      },
    ],
  ],
  [
    'x(2) -> y{2}',
    [
      {
        code: 'unknown-character',
        at: '(2)',
        message: "A size can't stand in the brackets (2).",
        hint: 'The size of a layer stands in square brackets: x[2].',
        expected: ['[2]'],
      },
      {
        code: 'unknown-character',
        at: '{2}',
        message: "A size can't stand in the brackets {2}.",
        hint: 'The size of a layer stands in square brackets: x[2].',
        expected: ['[2]'],
      },
    ],
  ],
  [
    'x[2] -> y_{1',
    [
      {
        code: 'unknown-character',
        at: '_{1',
        message: 'These braces are not closed.',
        hint: 'Close them on the same line: w^1_{11}.',
      },
    ],
  ],
  [
    'x_ -> y',
    [
      {
        code: 'unknown-character',
        at: '_',
        message: 'Nothing that a name can have follows this _.',
        hint: 'After ^ and _ stands one letter or digit, or more of them in braces: w^1_{11}.',
      },
    ],
  ],
  [
    'x[2] -> y[2] // fully connected',
    [
      {
        code: 'unknown-character',
        at: '//',
        message: '// does not begin a comment.',
        hint: 'A comment begins with #.',
        expected: ['#'],
      },
    ],
  ],
  [
    '$x_1$ -> y',
    [
      {
        code: 'unknown-character',
        at: '$',
        message: 'Names stand without $ in a block.',
        hint: 'Write w^1_{11}, not $w^1_{11}$.',
        expected: [''],
      },
      {
        code: 'unknown-character',
        at: '$',
        message: 'Names stand without $ in a block.',
        hint: 'Write w^1_{11}, not $w^1_{11}$.',
        expected: [''],
      },
    ],
  ],
  [
    'α[2] -> y[2]',
    [
      {
        code: 'unknown-character',
        at: 'α',
        message: 'The letter α is spelled out in a block.',
        hint: 'Greek letters are written by their names: alpha, beta, phi.',
        expected: ['alpha'],
      },
    ],
  ],
  [
    'x[2] @@ y[2]',
    [
      {
        code: 'unknown-character',
        at: '@@',
        message: '“@@” has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    'é[2] -> y[2]',
    [
      {
        code: 'unknown-character',
        at: 'é',
        message: '“é” has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    'x[2] -> y[2] ; \u0000',
    [
      {
        code: 'unknown-character',
        at: '\u0000',
        message: 'The character U+0000 has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    'figure caption "a\u202eb"',
    [
      {
        code: 'hidden-character',
        at: '\u202e',
        message: "This text has the character U+202E, which can't be seen.",
        hint: 'Take it out.',
        expected: [''],
      },
    ],
  ],
  [
    'figure label a\u202eb',
    [
      {
        code: 'hidden-character',
        at: '\u202e',
        message: "This text has the character U+202E, which can't be seen.",
        hint: 'Take it out.',
        expected: [''],
      },
    ],
  ],
  [
    'x^1^2 -> y',
    [
      {
        code: 'double-script',
        at: 'x^1^2',
        message: 'The name x^1^2 has two superscripts.',
        hint: 'Put all of it into one pair of braces, as in w^{12}.',
      },
    ],
  ],
  [
    'x -> y_1_2',
    [
      {
        code: 'double-script',
        at: 'y_1_2',
        message: 'The name y_1_2 has two subscripts.',
        hint: 'Put all of it into one pair of braces, as in w_{12}.',
      },
    ],
  ],
  [
    'x_{} -> y',
    [
      {
        code: 'odd-script',
        at: 'x_{}',
        message: 'These braces are empty.',
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    "x_{a'} -> y",
    [
      {
        code: 'odd-script',
        at: "x_{a'}",
        message: "The script a' has a character that names can't have.",
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    'x_{1234567890123456789012345} -> y',
    [
      {
        code: 'long-script',
        at: 'x_{1234567890123456789012345}',
        message: 'A script of 25 characters is too long.',
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    'hidden[2] -> y[2]',
    [
      {
        code: 'long-name',
        at: 'hidden',
        message: '“hidden” is too long for a name.',
        hint: 'A name is one letter, or a Greek one by its name: write h.',
        expected: ['h'],
      },
    ],
  ],
  [
    'x[2] -> lamda[2]',
    [
      {
        code: 'long-name',
        at: 'lamda',
        message: '“lamda” is too long for a name.',
        hint: 'A name is one letter, or a Greek one by its name: write lambda or Lambda or l.',
        expected: ['lambda', 'Lambda', 'l'],
      },
    ],
  ],
  [
    'x1 -> y',
    [
      {
        code: 'unbraced-script',
        at: 'x1',
        message: 'x1 reads as x with 1 behind it.',
        hint: 'Write x_1.',
        expected: ['x_1'],
      },
    ],
  ],
  [
    'x -> y : w_11',
    [
      {
        code: 'unbraced-script',
        at: 'w_11',
        message: 'w_11 reads as w_1 with 1 behind it.',
        hint: 'Write w_{11}.',
        expected: ['w_{11}'],
      },
    ],
  ],
  [
    'derive w^12',
    [
      {
        code: 'unbraced-script',
        at: 'w^12',
        message: 'w^12 reads as w^1 with 2 behind it.',
        hint: 'Write w^{12}.',
        expected: ['w^{12}'],
      },
    ],
  ],
  [
    'w^1_12 = 3',
    [
      {
        code: 'unbraced-script',
        at: 'w^1_12',
        message: 'w^1_12 reads as w^1_1 with 2 behind it.',
        hint: 'Write w^1_{12}.',
        expected: ['w^1_{12}'],
      },
    ],
  ],
  [
    'w^1_{1}2 = 3',
    [
      {
        code: 'unbraced-script',
        at: 'w^1_{1}2',
        message: 'w^1_{1}2 reads as w^1_{1} with 2 behind it.',
        hint: 'Put a space between two names, and long scripts into braces: w_{11}.',
      },
    ],
  ],
  [
    'w_{1}2 = 3',
    [
      {
        code: 'unbraced-script',
        at: 'w_{1}2',
        message: 'w_{1}2 reads as w_{1} with 2 behind it.',
        hint: 'Put a space between two names, and long scripts into braces: w_{11}.',
      },
    ],
  ],
  [
    'wieghts w_N',
    [
      {
        code: 'unknown-word',
        at: 'wieghts',
        message: 'No statement begins with “wieghts”.',
        hint: 'Did you mean weights?',
        expected: ['weights'],
      },
    ],
  ],
  [
    'Figure',
    [
      {
        code: 'unknown-word',
        at: 'Figure',
        message: 'No statement begins with “Figure”.',
        hint: 'Did you mean figure?',
        expected: ['figure'],
      },
    ],
  ],
  [
    'focus w_1',
    [
      {
        code: 'unknown-word',
        at: 'focus',
        message: 'No statement begins with “focus”.',
        hint: 'It belongs to a request, on the same line: figure focus …',
      },
    ],
  ],
  [
    'figure focsu w_1',
    [
      {
        code: 'unknown-word',
        at: 'focsu',
        message: 'figure knows no “focsu”.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
        expected: ['focus'],
      },
    ],
  ],
  [
    'forward, as numbers',
    [
      {
        code: 'unexpected',
        at: ',',
        message: ', stands where a clause should be.',
        hint: 'After forward can stand as, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'forward y, reasons beside',
    [
      {
        code: 'unknown-word',
        at: 'reasons',
        message: 'forward knows no “reasons”.',
        hint: 'After forward can stand as, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'live now',
    [
      {
        code: 'unknown-word',
        at: 'now',
        message: 'live knows no “now”.',
        hint: 'After live can stand focus, plot, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'loss squared, decoy 0.1',
    [
      {
        code: 'unknown-word',
        at: 'decoy',
        message: 'loss knows no “decoy”.',
        hint: 'After loss can stand decay.',
        expected: ['decay'],
      },
    ],
  ],
  [
    'figure no arrows',
    [
      {
        code: 'unknown-word',
        at: 'arrows',
        message: 'no knows no “arrows”.',
        hint: 'After no can stand outline.',
      },
    ],
  ],
  [
    'x[2]',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where “->” should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
  [
    'x[2] -> ',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a name should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
  [
    'x[2 -> y[2]',
    [
      {
        code: 'unexpected',
        at: '->',
        message: '-> stands where “]” should be.',
        hint: 'Close the size with a bracket: x[2].',
      },
    ],
  ],
  [
    'x[] -> y',
    [
      {
        code: 'unexpected',
        at: ']',
        message: '] stands where a number should be.',
        hint: 'The size of a layer is a number: x[2].',
      },
    ],
  ],
  [
    'x -> y : ',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'After the colon stands the weight: x_1 -> y_2 : w_s, or a fixed number.',
      },
    ],
  ],
  [
    'x -> y z',
    [
      {
        code: 'unexpected',
        at: 'z',
        message: 'z stands where the end of the line should be.',
        hint: 'Write one statement a line; # begins a comment.',
      },
    ],
  ],
  [
    'x = ',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = 1, 2,',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = 1;; 2',
    [
      {
        code: 'unexpected',
        at: ';',
        message: '; stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = NaN',
    [
      {
        code: 'unexpected',
        at: 'NaN',
        message: 'NaN stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = Infinity',
    [
      {
        code: 'unexpected',
        at: 'Infinity',
        message: 'Infinity stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = 1e400',
    [
      {
        code: 'number-too-large',
        at: '1e400',
        message: '1e400 is too large for a number.',
        hint: 'Numbers go up to about 1.8e308.',
      },
    ],
  ],
  [
    'x = 1.2.3',
    [
      {
        code: 'odd-number',
        at: '1.2.3',
        message: '1.2.3 is no number.',
        hint: 'Numbers are written 2, 0.15 or 1e-3, with a space between two.',
      },
    ],
  ],
  [
    'x = 5px',
    [
      {
        code: 'odd-number',
        at: '5px',
        message: '5px is no number.',
        hint: 'Numbers are written 2, 0.15 or 1e-3, with a space between two.',
      },
    ],
  ],
  [
    'x = 1,5',
    [
      {
        code: 'decimal-comma',
        at: '1,5',
        message: '1,5 may be one number or two.',
        hint: 'One number is written 1.5, two are written 1, 5.',
        expected: ['1.5', '1, 5'],
      },
    ],
  ],
  [
    'rate 0,5',
    [
      {
        code: 'decimal-comma',
        at: '0,5',
        message: '0,5 may be one number or two.',
        hint: 'One number is written 0.5, two are written 0, 5.',
        expected: ['0.5', '0, 5'],
      },
    ],
  ],
  [
    'rate',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'Write rate 0.5.',
      },
    ],
  ],
  [
    'weights 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a name should be.',
        hint: 'Write weights w^l_{ji}.',
      },
    ],
  ],
  [
    'bias h:',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a name should be.',
        hint: 'Write bias h: b^1.',
      },
    ],
  ],
  [
    'activation h sigmoid',
    [
      {
        code: 'unexpected',
        at: 'sigmoid',
        message: 'sigmoid stands where “:” should be.',
        hint: 'Write activation h: sigmoid, or activation sigmoid for all.',
      },
    ],
  ],
  [
    'notation gradient 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a word or a letter should be.',
        hint: 'Write notation draft, or notation gradient delta, loss C.',
      },
    ],
  ],
  [
    'figure label',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a label should be.',
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'figure label -f',
    [
      {
        code: 'odd-label',
        at: '-f',
        message: "“-f” can't be a label.",
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'figure tag "4"',
    [
      {
        code: 'unexpected',
        at: '"4"',
        message: '"4" stands where a tag should be.',
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'derive w_1 lines ;',
    [
      {
        code: 'unexpected',
        at: ';',
        message: '; stands where a name, a number or a word should be.',
        hint: 'A comma ends a clause.',
      },
    ],
  ],
  [
    ', x -> y',
    [
      {
        code: 'unexpected',
        at: ',',
        message: ', stands where a name should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
];

describe('a line that is no statement', () => {
  it.each(cases)('%j', (block, expected) => {
    expect(shown(block, parse(block).diagnostics)).toEqual(expected);
  });
});

describe('a block with mistakes', () => {
  it('shows all of them, each in its line, and keeps the lines that are right', () => {
    const { document, diagnostics } = parse(
      'x[2] => y[2]\nrate 0.5\nweights 3\n\nfigur\r\nloss squared',
    );
    expect(diagnostics.map(({ span }) => span)).toEqual([
      { start: 5, end: 7 },
      { start: 30, end: 31 },
      { start: 33, end: 38 },
    ]);
    expect(document.statements.map(({ kind }) => kind)).toEqual(['rate', 'loss']);
  });

  it('tells whether names may be missing', () => {
    for (const line of [
      'x[2] => y[2]',
      'weights 3',
      'bias',
      'wieghts w_N',
      'x1 = 2',
      'notation 3',
    ]) {
      expect(parse(line).document.damaged, line).toBe(true);
    }
    for (const line of [
      'x[2] -> y[2]',
      'x = 1,5',
      'hidden = 1',
      'activation',
      'rate',
      'loss 3',
      'figure w',
      'focus w_1',
    ]) {
      expect(parse(line).document.damaged, line).toBeUndefined();
    }
  });

  it('is not read where it is longer than a page', () => {
    const { document, diagnostics } = parse('#'.repeat(limits.block + 1));
    expect(document).toEqual({ statements: [], damaged: true });
    expect(diagnostics).toEqual([
      {
        code: 'block-too-long',
        message: 'This block has 20001 characters; 20000 are the most that a block may have.',
        hint: 'Describe large layers by their size, as in x[784], and one network a block.',
        span: { start: 20_000, end: 20_001 },
      },
    ]);
    expect(parse('#'.repeat(limits.block)).diagnostics).toEqual([]);
  });

  it('has words and texts of bounded length, and quotes no more of them', () => {
    const long = 'a'.repeat(1000);
    for (const line of [
      long,
      `x = ${'1'.repeat(1000)}`,
      `figure label ${long}`,
      `x${'_1'.repeat(500)} -> y`,
    ]) {
      const [mistake] = parse(line).diagnostics;
      expect(mistake?.code).toBe('long-text');
      expect(mistake?.message).toMatch(/^\d+ characters are too many for one word\.$/);
      expect(mistake?.hint).toBe('Write 64 at most.');
    }
    const [mistake] = parse(`figure caption "${'a'.repeat(301)}"`).diagnostics;
    expect(mistake?.message).toBe('301 characters are too many for one text.');
    expect(mistake?.hint).toBe('Write 300 at most.');
    expect(parse(`figure caption "${'a'.repeat(300)}"`).diagnostics).toEqual([]);
    expect(parse('@'.repeat(1000)).diagnostics[0]?.message).toBe(
      `“${'@'.repeat(24)}…” has no meaning here.`,
    );
  });
});
