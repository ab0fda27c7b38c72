/** The words that begin a statement. */
export const statementWords = [
  'weights',
  'bias',
  'activation',
  'loss',
  'rate',
  'notation',
  'figure',
  'forward',
  'derive',
  'live',
] as const;

/** The words that begin a clause of a request; a comma before them may be left out. */
export const clauseWords: Readonly<
  Record<'figure' | 'forward' | 'derive' | 'live', readonly string[]>
> = {
  figure: [
    'focus',
    'only',
    'outline',
    'no',
    'rest',
    'arrows',
    'captions',
    'caption',
    'label',
    'tag',
    'unnumbered',
  ],
  forward: ['label', 'tag', 'unnumbered'],
  derive: ['by', 'as', 'lines', 'reasons', 'label', 'tag', 'unnumbered'],
  live: [],
};
