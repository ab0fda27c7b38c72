import { certain } from '../certain.ts';
import type { Located, Span } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { greekLetters, greekNames } from '../syntax/greek.ts';
import { Mistake } from '../syntax/mistake.ts';

/** The smallest pieces of a formula that have a meaning of their own. */
export interface Token extends Located {
  readonly kind:
    | 'letter' // x, \delta: `text` is x, delta
    | 'digit'
    | 'command' // \frac: `text` is frac
    | 'operator' // \operatorname{ReLU}, \mathrm{d}: what is in the braces
    | 'text' // words in \text{…}
    | 'begin' // of an environment, by its name
    | 'end'
    | 'row' // \\
    | 'gap' // \quad
    | 'mark'; // all else: + ( & …
  readonly text: string;
}

const ignored: ReadonlySet<string> = new Set(
  (
    ', ; : ! > left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle ' +
    'scriptstyle limits nolimits nonumber notag small normalsize large allowbreak nobreak'
  ).split(' '),
);
/** Commands that are another one in another size or by another name. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['dfrac', 'frac'],
  ['tfrac', 'frac'],
  ['cfrac', 'frac'],
  ['ast', 'cdot'],
]);
const marks: ReadonlyMap<string, string> = new Map([
  ['lbrace', '\\{'],
  ['rbrace', '\\}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['lbrack', '['],
  ['rbrack', ']'],
  ['vert', '|'],
  ['prime', "'"],
  ['colon', ':'],
]);
const characters: ReadonlyMap<string, readonly [Token['kind'], string]> = new Map([
  ['∂', ['command', 'partial']],
  ['∑', ['command', 'sum']],
  ['∏', ['command', 'prod']],
  ['·', ['command', 'cdot']],
  ['×', ['command', 'times']],
  ['*', ['command', 'cdot']],
  ['−', ['mark', '-']],
  ['’', ['mark', "'"]],
]);

/** A formula's tokens. Spaces, sizes, labels, tags and comments fall away. */
export function tokenize(tex: string): readonly Token[] {
  if (tex.length > limits.formula) {
    const message = `A formula of ${tex.length} characters is too long to be checked.`;
    const hint = `Check pieces of ${limits.formula} characters at most.`;
    throw new Mistake({ code: 'long-formula', message, hint, span: { start: 0, end: 0 } });
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < tex.length) {
    const piece = pieceAt(tex, at);
    if (piece.token !== undefined)
      tokens.push({ ...piece.token, span: { start: at, end: piece.end } });
    at = piece.end;
  }
  return tokens;
}

interface Piece {
  readonly token?: Pick<Token, 'kind' | 'text'>;
  readonly end: number;
}

function pieceAt(tex: string, at: number): Piece {
  const character = String.fromCodePoint(certain(tex.codePointAt(at)));
  const end = at + character.length;
  if (character === '\\') return commandAt(tex, at);
  if (/[\s~]/.test(character)) return { end };
  if (character === '%') return { end: restOf(tex, at, /[^\n]*/y) };
  if (/[A-Za-z]/.test(character)) return { token: { kind: 'letter', text: character }, end };
  // A point is a digit inside a number, and the end of a sentence elsewhere.
  if (/^(?:\d|\.\d)/.test(tex.slice(at, at + 2)))
    return { token: { kind: 'digit', text: character }, end };
  const greek = greekNames.get(character);
  if (greek !== undefined) return { token: { kind: 'letter', text: greek }, end };
  const [kind, text] = characters.get(character) ?? ['mark', character];
  return { token: { kind, text }, end };
}

function commandAt(tex: string, at: number): Piece {
  const after = restOf(tex, at + 1, /[A-Za-z]+|[\s\S]/y);
  const name = tex.slice(at + 1, after);
  if (name === '\\') return { token: { kind: 'row', text: name }, end: endOfRow(tex, after) };
  const mark = marks.get(name);
  if (mark !== undefined) return { token: { kind: 'mark', text: mark }, end: after };
  if (/^(?:left|right)$/.test(name) && tex[after] === '.')
    return { token: { kind: 'mark', text: `\\${name}.` }, end: after + 1 };
  if (ignored.has(name) || /^\s?$/.test(name)) return { end: after };
  if (/^q?quad$/.test(name)) return { token: { kind: 'gap', text: name }, end: after };
  if (/^(?:label|tag)$/.test(name)) return { end: argument(tex, restOf(tex, after, /\*?/y)).end };
  if (greekLetters.has(name) || /^(?:var[a-z]+|ell)$/.test(name))
    return { token: { kind: 'letter', text: name }, end: after };
  const kind = withArgument.get(name);
  if (kind === undefined)
    return { token: { kind: 'command', text: synonyms.get(name) ?? name }, end: after };
  const { text, end } = argument(tex, restOf(tex, after, /\*?/y));
  // The number of columns, and where an environment stands on its line.
  const last = kind === 'begin' ? restOf(tex, end, /(?:\s*(?:\[[a-z]\]|\{\d+\}))?/y) : end;
  return { token: { kind, text }, end: last };
}

const withArgument: ReadonlyMap<string, Token['kind']> = new Map([
  ['begin', 'begin'],
  ['end', 'end'],
  ['operatorname', 'operator'],
  ['mathrm', 'operator'],
  ...['text', 'textrm', 'textit', 'mbox', 'intertext', 'shortintertext'].map(
    (name) => [name, 'text'] as const,
  ),
]);

/** A row's end may say how much space follows: `\\[2pt]`. */
const endOfRow = (tex: string, at: number): number =>
  restOf(tex, at, /\*?(?:[ \t]*\[-?[\d.]+(?:pt|em|ex|mm|cm|px|mu)\])?/y);

/** What stands in the braces that follow, or the one character that does. */
function argument(tex: string, from: number): { text: string; end: number } {
  const at = restOf(tex, from, /\s*/y);
  if (tex[at] !== '{') return { text: tex.charAt(at), end: Math.min(tex.length, at + 1) };
  let open = 0;
  for (let place = at; place < tex.length; place++) {
    if (tex[place] === '\\') place++;
    else if (tex[place] === '{') open++;
    else if (tex[place] === '}' && --open === 0)
      return { text: tex.slice(at + 1, place).trim(), end: place + 1 };
  }
  throw unreadable('This brace is never closed.', { start: at, end: at + 1 });
}

/** Where a pattern that is tried at a place ends. */
function restOf(tex: string, at: number, pattern: RegExp): number {
  const sticky = new RegExp(pattern.source, 'y');
  sticky.lastIndex = at;
  return at + (sticky.exec(tex)?.[0].length ?? 0);
}

/** What a formula has that can't be read: it is said, and never passes for true. */
export function unreadable(
  message: string,
  span: Span,
  hint = 'Write it with what a check can read, or leave out “check”.',
): Mistake {
  return new Mistake({ code: 'unreadable-formula', message, hint, span });
}
