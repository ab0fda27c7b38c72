import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { type Expected, shown } from '../support/mistakes.ts';

/** One slip in a line, at the place of each word of the language, and what is said about it. */
const cases: readonly (readonly [block: string, expected: readonly Expected[]])[] = [
  [
    'loss',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a loss should be.',
        hint: 'Write loss squared, for example.',
      },
    ],
  ],
  [
    'loss 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a loss should be.',
        hint: 'Write loss squared, for example.',
      },
    ],
  ],
  [
    'loss squared,',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where “decay” should be.',
        hint: 'Write loss squared, decay 0.01.',
      },
    ],
  ],
  [
    'loss squared, 0.01',
    [
      {
        code: 'unexpected',
        at: '0.01',
        message: '0.01 stands where “decay” should be.',
        hint: 'Write loss squared, decay 0.01.',
      },
    ],
  ],
  [
    'loss squared, decay',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'Write loss squared, decay 0.01.',
      },
    ],
  ],
  [
    'loss squared, dcay 1',
    [
      {
        code: 'unknown-word',
        at: 'dcay',
        message: 'loss knows no “dcay”.',
        hint: 'After loss can stand decay.',
        expected: ['decay'],
      },
    ],
  ],
  [
    'activation',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where an activation should be.',
        hint: 'Write activation h: sigmoid, or activation sigmoid for all.',
      },
    ],
  ],
  [
    'activation h:',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where an activation should be.',
        hint: 'Write activation h: sigmoid, or activation sigmoid for all.',
      },
    ],
  ],
  [
    'notation',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a notation should be.',
        hint: 'Write notation draft, or notation gradient delta, loss C.',
      },
    ],
  ],
  [
    'notation draft 3',
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
    'figure 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure ->',
    [
      {
        code: 'unexpected',
        at: '->',
        message: '-> stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure focus w_1,',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure widths',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a word should be.',
        hint: 'Write widths weights or widths gradients.',
      },
    ],
  ],
  [
    'figure no',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where “outline” should be.',
        hint: 'Write no outline.',
      },
    ],
  ],
  [
    'figure no outlin',
    [
      {
        code: 'unknown-word',
        at: 'outlin',
        message: 'no knows no “outlin”.',
        hint: 'After no can stand outline.',
        expected: ['outline'],
      },
    ],
  ],
  [
    'figure outline 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure values 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure gradients 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'figure unnumbered 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After figure can stand focus, only, to, path, outline, no, rest, arrows, direction, show, values, gradients, widths, example, depth, captions, caption, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'derive w_1, steps 3',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where a clause should be.',
        hint: 'After derive can stand by, as, lines, reasons, steps, label, tag, unnumbered.',
      },
    ],
  ],
  [
    'x ===> y',
    [
      {
        code: 'unknown-character',
        at: '===>',
        message: '===> is not the arrow of a chain.',
        hint: 'An arrow is written ->.',
        expected: ['->'],
      },
    ],
  ],
  [
    'x ---> y',
    [
      {
        code: 'unknown-character',
        at: '--->',
        message: '---> is not the arrow of a chain.',
        hint: 'An arrow is written ->.',
        expected: ['->'],
      },
    ],
  ],
  [
    'x ——> y',
    [
      {
        code: 'unknown-character',
        at: '——>',
        message: '——> is not the arrow of a chain.',
        hint: 'An arrow is written ->.',
        expected: ['->'],
      },
    ],
  ],
  [
    'x( 12 ) -> y',
    [
      {
        code: 'unknown-character',
        at: '( 12 )',
        message: "A size can't stand in the brackets ( 12 ).",
        hint: 'The size of a layer stands in square brackets: x[2].',
        expected: ['[12]'],
      },
    ],
  ],
  [
    'x{ 12 } -> y',
    [
      {
        code: 'unknown-character',
        at: '{ 12 }',
        message: "A size can't stand in the brackets { 12 }.",
        hint: 'The size of a layer stands in square brackets: x[2].',
        expected: ['[12]'],
      },
    ],
  ],
  [
    'x(\t2\t) -> y',
    [
      {
        code: 'unknown-character',
        at: '(\t2\t)',
        message: "A size can't stand in the brackets (\t2\t).",
        hint: 'The size of a layer stands in square brackets: x[2].',
        expected: ['[2]'],
      },
    ],
  ],
  [
    'figure caption “Two layers',
    [
      {
        code: 'unknown-character',
        at: '“Two layers',
        message: 'These are not the quotation marks of the keyboard.',
        hint: 'A text stands in straight quotation marks: "Two layers".',
        expected: ['"Two layers"'],
      },
    ],
  ],
  [
    'w^{12 -> y',
    [
      {
        code: 'unknown-character',
        at: '^{12 -> y',
        message: 'These braces are not closed.',
        hint: 'Close them on the same line: w^1_{11}.',
      },
    ],
  ],
  [
    'hidden -> y',
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
    'hidden = 1',
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
    'qqq 3',
    [
      {
        code: 'unknown-word',
        at: 'qqq',
        message: 'No statement begins with “qqq”.',
        hint: 'A line is a chain such as x[2] -> y[2], values such as x = 1, 2, or begins with weights, bias, activation, loss, rate, notation, figure, forward, derive, live.',
      },
    ],
  ],
  [
    'outline',
    [
      {
        code: 'unknown-word',
        at: 'outline',
        message: 'No statement begins with “outline”.',
        hint: 'It belongs to a request, on the same line: figure outline …',
      },
    ],
  ],
  [
    'captions',
    [
      {
        code: 'unknown-word',
        at: 'captions',
        message: 'No statement begins with “captions”.',
        hint: 'It belongs to a request, on the same line: figure captions …',
      },
    ],
  ],
  [
    'steps',
    [
      {
        code: 'unknown-word',
        at: 'steps',
        message: 'No statement begins with “steps”.',
        hint: 'It belongs to a request, on the same line: derive steps …',
      },
    ],
  ],
  [
    'label a',
    [
      {
        code: 'unknown-word',
        at: 'label',
        message: 'No statement begins with “label”.',
        hint: 'It belongs to a request, on the same line: figure label …',
      },
    ],
  ],
  [
    'figure label a!',
    [
      {
        code: 'odd-label',
        at: 'a!',
        message: "“a!” can't be a label.",
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'figure label -a',
    [
      {
        code: 'odd-label',
        at: '-a',
        message: "“-a” can't be a label.",
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'figure label a-',
    [
      {
        code: 'odd-label',
        at: 'a-',
        message: "“a-” can't be a label.",
        hint: 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.',
      },
    ],
  ],
  [
    'w_11 -> y',
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
    'x^1_12 -> y',
    [
      {
        code: 'unbraced-script',
        at: 'x^1_12',
        message: 'x^1_12 reads as x^1_1 with 2 behind it.',
        hint: 'Write x^1_{12}.',
        expected: ['x^1_{12}'],
      },
    ],
  ],
  [
    'x^1_1 2_3',
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
    'x_{1}1 -> y',
    [
      {
        code: 'unbraced-script',
        at: 'x_{1}1',
        message: 'x_{1}1 reads as x_{1} with 1 behind it.',
        hint: 'Put a space between two names, and long scripts into braces: w_{11}.',
      },
    ],
  ],
  [
    'x1.5 -> z',
    [
      {
        code: 'unbraced-script',
        at: 'x1.5',
        message: 'x1.5 reads as x with 1.5 behind it.',
        hint: 'Put a space between two names, and long scripts into braces: w_{11}.',
      },
    ],
  ],
  [
    'αβ -> y',
    [
      {
        code: 'unknown-character',
        at: 'α',
        message: 'The letter α is spelled out in a block.',
        hint: 'Greek letters are written by their names: alpha, beta, phi.',
        expected: ['alpha'],
      },
      {
        code: 'unknown-character',
        at: 'β',
        message: 'The letter β is spelled out in a block.',
        hint: 'Greek letters are written by their names: alpha, beta, phi.',
        expected: ['beta'],
      },
    ],
  ],
  [
    '@@@@@@@@@@@@@@@@@@@@@@@@',
    [
      {
        code: 'unknown-character',
        at: '@@@@@@@@@@@@@@@@@@@@@@@@',
        message: '“@@@@@@@@@@@@@@@@@@@@@@@@” has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    '@@@@@@@@@@@@@@@@@@@@@@@@@',
    [
      {
        code: 'unknown-character',
        at: '@@@@@@@@@@@@@@@@@@@@@@@@@',
        message: '“@@@@@@@@@@@@@@@@@@@@@@@@…” has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    '\u0007@ -> y',
    [
      {
        code: 'unknown-character',
        at: '\u0007@',
        message: 'The character U+0007 has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    '@\u0007 -> y',
    [
      {
        code: 'unknown-character',
        at: '@\u0007',
        message: 'The character U+0007 has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    'x^{1234567890123456789012345} -> y',
    [
      {
        code: 'long-script',
        at: 'x^{1234567890123456789012345}',
        message: 'A script of 25 characters is too long.',
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    'x^{a;} -> y',
    [
      {
        code: 'odd-script',
        at: 'x^{a;}',
        message: "The script a; has a character that names can't have.",
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    'x^{;a} -> y',
    [
      {
        code: 'odd-script',
        at: 'x^{;a}',
        message: "The script ;a has a character that names can't have.",
        hint: 'Scripts have letters, digits, commas and brackets, 24 characters at most.',
      },
    ],
  ],
  [
    'x^{a b} -> y!',
    [
      {
        code: 'unknown-character',
        at: '!',
        message: '“!” has no meaning here.',
        hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
      },
    ],
  ],
  [
    'x = +-1',
    [
      {
        code: 'unexpected',
        at: '-',
        message: '- stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = -+1',
    [
      {
        code: 'unexpected',
        at: '+',
        message: '+ stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = 1,a',
    [
      {
        code: 'unexpected',
        at: 'a',
        message: 'a stands where a number should be.',
        hint: 'Write x = 0.05, 0.10, with a point in each number and a space between two.',
      },
    ],
  ],
  [
    'x = 1,;',
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
    'x[2',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where “]” should be.',
        hint: 'Close the size with a bracket: x[2].',
      },
    ],
  ],
  [
    'x_1[',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a number should be.',
        hint: 'The size of a layer is a number: x[2].',
      },
    ],
  ],
  [
    'y[2 3]',
    [
      {
        code: 'unexpected',
        at: '3',
        message: '3 stands where “]” should be.',
        hint: 'Close the size with a bracket: y[2].',
      },
    ],
  ],
  [
    '-> y',
    [
      {
        code: 'unexpected',
        at: '->',
        message: '-> stands where a name should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
  [
    'x ->',
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
    'x = 1;',
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
    '= 1',
    [
      {
        code: 'unexpected',
        at: '=',
        message: '= stands where a name should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
  [
    'x = 5x',
    [
      {
        code: 'odd-number',
        at: '5x',
        message: '5x is no number.',
        hint: 'Numbers are written 2, 0.15 or 1e-3, with a space between two.',
      },
    ],
  ],
  [
    'x = 2w_1',
    [
      {
        code: 'odd-number',
        at: '2w_1',
        message: '2w_1 is no number.',
        hint: 'Numbers are written 2, 0.15 or 1e-3, with a space between two.',
      },
    ],
  ],
  [
    'x_1y -> z',
    [
      {
        code: 'unbraced-script',
        at: 'x_1y',
        message: 'x_1y reads as x_1 with y behind it.',
        hint: 'Write x_{1y}.',
        expected: ['x_{1y}'],
      },
    ],
  ],
  [
    '"a\nb',
    [
      {
        code: 'open-text',
        at: '"a',
        message: 'This text is not closed.',
        hint: 'Close the text with a " on the same line.',
      },
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where “->” should be.',
        hint: 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].',
      },
    ],
  ],
  [
    'figure caption "a​b"',
    [
      {
        code: 'hidden-character',
        at: '​',
        message: "This text has the character U+200B, which can't be seen.",
        hint: 'Take it out.',
        expected: [''],
      },
    ],
  ],
  [
    'x --> y',
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
    'rate -',
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
    'weights h:',
    [
      {
        code: 'unexpected',
        at: '',
        message: 'The line ends where a name should be.',
        hint: 'Write weights w^l_{ji}.',
      },
    ],
  ],
  [
    'weights 12w',
    [
      {
        code: 'unexpected',
        at: '12',
        message: '12 stands where a name should be.',
        hint: 'Write weights w^l_{ji}.',
      },
    ],
  ],
  [
    'x -> y :',
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
    'x -> y : "a"',
    [
      {
        code: 'unexpected',
        at: '"a"',
        message: '"a" stands where a number should be.',
        hint: 'After the colon stands the weight: x_1 -> y_2 : w_s, or a fixed number.',
      },
    ],
  ],
  [
    'x -> y : 1 2',
    [
      {
        code: 'unexpected',
        at: '2',
        message: '2 stands where the end of the line should be.',
        hint: 'Write one statement a line; # begins a comment.',
      },
    ],
  ],
];

describe('a slip in a line', () => {
  it.each(cases)('%j', (block, expected) => {
    expect(shown(block, parse(block).diagnostics)).toEqual(expected);
  });
});
