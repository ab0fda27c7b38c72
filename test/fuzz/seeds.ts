import { pages } from '../support/blocks.ts';

/** A piece of a page that the plugin reads: a block with what stands behind its fence, or a formula. */
export interface Seed {
  readonly kind: 'block' | 'formula';
  readonly info: string;
  readonly text: string;
}

/** Every block and every displayed formula of the published pages: what authors write when all is well. */
export function publishedSeeds(): readonly Seed[] {
  const all = ['content/examples', 'content/docs', 'content/posts'].flatMap((folder) =>
    pages(folder).map(([, text]) => text),
  );
  return all.flatMap((page) => [
    ...[...page.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)].map(
      ([, info = '', text = '']): Seed => ({ kind: 'block', info, text: text.trimEnd() }),
    ),
    ...[...page.matchAll(/^\$\$(.*)\n([\s\S]*?)^\$\$$/gm)].map(
      ([, info = '', text = '']): Seed => ({ kind: 'formula', info: info.trim(), text }),
    ),
  ]);
}

/** What has broken tools like this one: numbers, names, signs, markup, and characters that nobody sees. */
export const nasty: readonly string[] = [
  ...[
    '0',
    '-0',
    '1e400',
    '-1e-400',
    'NaN',
    'Infinity',
    '1,5',
    '1e9',
    '4294967296',
    '0x10',
    '٣',
    '１',
  ],
  ...['9007199254740993', '1.2.3', '.5', '5.', '1_000', '2^53', '-1', '1024', '1025', '120000'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'E', 't'],
  ...['w^1_{11}', 'h_2', 'x[2]', 'alpha', 'w_N', 'b^l_j', 'w^{(1)}_{1,2}', 'h^{[2]}', '\\phi'],
  ...[
    '->',
    '→',
    '<-',
    '=>',
    '...',
    '..',
    ':',
    ';',
    ',',
    '=',
    '#',
    '"',
    '[',
    ']',
    '{',
    '}',
    '$',
    '%',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '&#60;',
    ']]>',
    '-->',
  ],
  ...['javascript:alert(1)', '</svg>', '</style>', '{{7*7}}', '{alert(1)}', '`', '~~~', '```'],
  ...[
    '\0',
    '\ud800',
    '\udfff',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\r',
    '\t',
    '\u2028',
    '\u00a0',
  ],
  ...[
    '\\href{javascript:1}{x}',
    '\\htmlClass{a}{x}',
    '\\def\\a{xx}',
    '\\frac',
    '\\sum_i',
    '\\\\',
    '&',
  ],
  ...[
    '\\partial',
    '\\begin{aligned}',
    '\\end{aligned}',
    '\\left(',
    '^{',
    '_',
    '\\label{a}',
    '\\tag{1}',
  ],
  ...[
    '\\ref{a}',
    '\\text{<b>}',
    "\\sigma'",
    '\\url{x}',
    '\\includegraphics{x}',
    '\\newcommand{\\b}{}',
  ],
  ...[
    'figure',
    'derive',
    'forward',
    'live',
    'focus',
    'only',
    'as',
    'paths',
    'delta',
    'index',
    'matrix',
  ],
  ...[
    'numbers',
    'table',
    'by',
    'lines',
    'reasons',
    'label',
    'tag',
    'caption',
    'captions',
    'outline',
  ],
  ...[
    'values',
    'gradients',
    'widths',
    'example',
    'path',
    'rest',
    'arrows',
    'direction',
    'show',
    'plot',
  ],
  ...[
    'softmax',
    'relu',
    'gelu',
    'leaky-relu',
    'cross-entropy',
    'decay',
    'notation',
    'nielsen',
    'rate',
  ],
  ...[
    'weights',
    'bias',
    'activation',
    'loss',
    'unnumbered',
    'beside',
    'no',
    'to',
    'check',
    'unchecked',
  ],
];
