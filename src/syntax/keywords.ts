/**
 * The words that begin a request, and for each those that begin its clauses; a comma before a clause may be
 * left out. The words that begin a definition stand with what they define.
 */
export const clauseWords = {
  figure: [
    'focus',
    'only',
    'to',
    'path',
    'outline',
    'no',
    'rest',
    'arrows',
    'direction',
    'show',
    'values',
    'gradients',
    'widths',
    'example',
    'depth',
    'captions',
    'caption',
    'label',
    'tag',
    'unnumbered',
  ],
  forward: ['as', 'label', 'tag', 'unnumbered'],
  derive: ['by', 'as', 'lines', 'reasons', 'steps', 'label', 'tag', 'unnumbered'],
  live: ['focus', 'plot', 'caption', 'label', 'tag', 'unnumbered'],
} as const satisfies Record<string, readonly string[]>;

export type RequestWord = keyof typeof clauseWords;

export const requestWords = Object.keys(clauseWords) as readonly RequestWord[];

export const isRequestWord = (word: string): word is RequestWord =>
  requestWords.some((known) => known === word);

/** The words that a clause takes, for the clauses that take words and nothing else. */
export const clauseValues = {
  figure: {
    rest: ['dim', 'red', 'plain'],
    arrows: ['forward', 'backward', 'none'],
    direction: ['right', 'down', 'up'],
    show: ['biases', 'targets', 'loss', 'activations'],
    widths: ['weights', 'gradients'],
    no: ['outline'],
  },
  forward: { as: ['symbols', 'numbers'] },
  derive: {
    as: ['chain', 'delta', 'paths', 'index', 'matrix', 'numbers', 'table'],
    reasons: ['none', 'beside', 'below'],
  },
  live: { plot: ['error', 'training', 'decision'] },
} as const satisfies Record<RequestWord, Readonly<Record<string, readonly string[]>>>;
