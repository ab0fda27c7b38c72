import type { Diagnostic, Located } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { NameNode } from './document.ts';
import { type NameMistake, readName } from './name.ts';
import { hiddenCharacter, oddCharacter } from './odd-character.ts';

/** The smallest pieces of a line that have a meaning of their own. */
export type Token = Located & { readonly text: string; readonly mistake?: NameMistake } & (
    | { readonly kind: 'name'; readonly name: NameNode }
    | { readonly kind: 'number' | 'word' | 'string' | 'arrow' | 'ellipsis' | 'sign' }
  );

type Reader = { readonly kind: Exclude<Token['kind'], 'name'>; readonly pattern: RegExp };

/** What each kind looks like, in the order in which they are tried; names are read by their own grammar. */
const readers: readonly Reader[] = [
  { kind: 'arrow', pattern: /->|→|⟶/y },
  { kind: 'ellipsis', pattern: /\.\.\.|…/y },
  { kind: 'sign', pattern: /\.\./y },
  { kind: 'number', pattern: /(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y },
  { kind: 'string', pattern: /"[^"]*"/y },
  { kind: 'word', pattern: /[A-Za-z]{2,}(?:-[A-Za-z]+)*/y },
  { kind: 'sign', pattern: /[[\]:,;]|=(?!=*>)|[+-](?!-*>)/y },
];

/** What stands behind `label` and `tag` is taken whole: `eq:f_1` is no name there. */
const reference: Reader = { kind: 'word', pattern: /[^\s,;#"]+/y };
const beforeReference: ReadonlySet<string | undefined> = new Set(['label', 'tag']);

/** The words of one line of the block; `offset` is where the line begins. Comments and spaces fall away. */
export function scan(line: string, offset: number): { tokens: Token[]; diagnostics: Diagnostic[] } {
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  while (at < line.length && line[at] !== '#') {
    if (/[ \t\u00a0]/.test(line.charAt(at))) {
      at++;
      continue;
    }
    const found = beforeReference.has(tokens.at(-1)?.text)
      ? tokenAt(line, at, offset, [reference, ...readers])
      : (nameAt(line, at, offset) ?? tokenAt(line, at, offset, readers));
    const piece = found ?? oddCharacter(line, at, offset);
    if ('code' in piece) diagnostics.push(piece);
    else tokens.push(piece);
    if (found !== undefined) diagnostics.push(...tokenMistakes(found));
    at = piece.span.end - offset;
  }
  return { tokens, diagnostics };
}

function nameAt(line: string, at: number, offset: number): Token | undefined {
  const read = readName(line, at);
  if (read === undefined) return undefined;
  const { length, mistake } = read;
  const span = { start: offset + at, end: offset + at + length };
  const text = line.slice(at, at + length);
  return { kind: 'name', name: { ...read.name, span }, text, span, ...(mistake && { mistake }) };
}

function tokenAt(
  line: string,
  at: number,
  offset: number,
  known: readonly Reader[],
): Token | undefined {
  for (const { kind, pattern } of known) {
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0];
    if (text === undefined) continue;
    const span = { start: offset + at, end: offset + at + text.length };
    return { kind, text, span };
  }
  return undefined;
}

function tokenMistakes(token: Token): readonly Diagnostic[] {
  const { kind, span, mistake } = token;
  const [text, most] =
    kind === 'string' ? [token.text.slice(1, -1), limits.text] : [token.text, limits.word];
  if (text.length > most) {
    const message = `${text.length} characters are too many for one ${kind === 'string' ? 'text' : 'word'}.`;
    return [{ code: 'long-text', message, hint: `Write ${most} at most.`, span }];
  }
  const hidden = hiddenCharacter(token.text, span.start);
  if (hidden !== undefined) return [hidden];
  return mistake === undefined ? [] : [{ ...mistake, span }];
}
