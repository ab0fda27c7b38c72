/**
 * A symbol as it is written: a letter with scripts, which may hold symbols of their own, as in z_{h_1}. Its order of
 * scripts, its braces and commas that tell nothing make no difference.
 */
export interface SymbolName {
  readonly letter: string;
  readonly superscript: readonly Piece[];
  readonly subscript: readonly Piece[];
}

/** What a script is made of: an index, k or l + 1, or anything else as it is written. */
export type Piece =
  | { readonly kind: 'index'; readonly letter: string; readonly offset: number }
  | { readonly kind: 'symbol'; readonly symbol: SymbolName }
  | { readonly kind: 'text'; readonly text: string };

export const withoutSuperscript = (symbol: SymbolName): SymbolName => ({
  ...symbol,
  superscript: [],
});
export const withoutSubscript = (symbol: SymbolName): SymbolName => ({ ...symbol, subscript: [] });

/** Values of index letters. */
export type Indices = ReadonlyMap<string, number>;

/** The symbol as one text, the same for all ways to write it; index letters are replaced where they have values. */
export function key({ letter, superscript, subscript }: SymbolName, indices: Indices): string {
  return `${letter}${script('^', superscript, indices)}${script('_', subscript, indices)}`;
}

function script(place: string, pieces: readonly Piece[], indices: Indices): string {
  if (pieces.length === 0) return '';
  const texts = pieces.map((piece) => pieceText(piece, indices));
  return `${place}{${joined(texts)}}`;
}

/** Indices of more than one digit are kept apart by commas, as in the names that a template makes. */
function joined(texts: readonly string[]): string {
  const apart = texts.some((text) => isWord(text) && text.length > 1);
  return texts
    .map((text, place) =>
      apart && isWord(text) && isWord(texts[place - 1] ?? '') ? `,${text}` : text,
    )
    .join('');
}

const isWord = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text);

function pieceText(piece: Piece, indices: Indices): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'symbol') return key(piece.symbol, indices);
  const value = indices.get(piece.letter);
  if (value !== undefined) return String(value + piece.offset);
  const { letter, offset } = piece;
  return offset === 0 ? letter : `${letter}${offset < 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/** The letters of a symbol that may be indices, those of the superscript first. */
export function indexLetters({ superscript, subscript }: SymbolName): readonly string[] {
  const letters = [...superscript, ...subscript].flatMap((piece) =>
    piece.kind === 'index'
      ? [piece.letter]
      : piece.kind === 'symbol'
        ? indexLetters(piece.symbol)
        : [],
  );
  return [...new Set(letters)];
}

/**
 * What index letters would have to be for the symbol to be the one that a key names; absent where it can't be.
 *
 * @param free the letters to find; others stand for themselves or have values
 */
export function matching(
  symbol: SymbolName,
  free: ReadonlySet<string>,
  indices: Indices,
): (key: string) => Indices | undefined {
  const patterns = [false, true].map((commas) => {
    const letters: { letter: string; offset: number }[] = [];
    const pattern = new RegExp(`^${patternOf(symbol, free, indices, commas, letters)}$`);
    return { letters, pattern };
  });
  return (text) => {
    for (const { letters, pattern } of patterns) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const values = new Map<string, number>();
      const fits = letters.every(({ letter, offset }, place) => {
        const value = Number(found[place + 1]) - offset;
        const before = values.get(letter);
        values.set(letter, value);
        return before === undefined || before === value;
      });
      if (fits) return values;
    }
    return undefined;
  };
}

function patternOf(
  { letter, superscript, subscript }: SymbolName,
  free: ReadonlySet<string>,
  indices: Indices,
  commas: boolean,
  letters: { letter: string; offset: number }[],
): string {
  const scriptPattern = (place: string, pieces: readonly Piece[]): string => {
    if (pieces.length === 0) return '';
    const texts = pieces.map((piece) => (piece.kind === 'index' ? '1' : pieceText(piece, indices)));
    const words = texts.map(isWord);
    const several = words.filter(Boolean).length > 1;
    const parts = pieces.map((piece, at) => {
      const comma = commas && words[at] && words[at - 1] ? ',' : '';
      if (piece.kind === 'symbol') return patternOf(piece.symbol, free, indices, commas, letters);
      if (piece.kind === 'text' || !free.has(piece.letter))
        return comma + escaped(pieceText(piece, indices));
      letters.push(piece);
      return `${comma}${several && !commas ? '(\\d)' : '(\\d+)'}`;
    });
    return `${escaped(place)}\\{${parts.join('')}\\}`;
  };
  return letter + scriptPattern('^', superscript) + scriptPattern('_', subscript);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
