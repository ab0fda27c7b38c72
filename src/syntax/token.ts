import type { Diagnostic, Located } from '../diagnostic.ts';
import type { NameNode } from './document.ts';
import { readName } from './name.ts';
import { hiddenCharacter, oddCharacter } from './odd-character.ts';

/** The smallest pieces of a line that have a meaning of their own. */
export type Token = Located & { readonly text: string } & (
    | { readonly kind: 'name'; readonly name: NameNode }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'word' | 'string' | 'arrow' | 'ellipsis' | 'sign' }
  );

/** A text's longest length between its quotes. */
export const longestText = 300;

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
const beforeReference: ReadonlySet<string> = new Set(['label', 'tag']);

/** The words of one line of the block; `offset` is where the line begins. Comments and spaces fall away. */
export function scan(line: string, offset: number): { tokens: Token[]; diagnostics: Diagnostic[] } {
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  while (at < line.length && line[at] !== '#') {
    if (/[ \t\u00a0]/.test(line[at] ?? '')) {
      at++;
      continue;
    }
    const found = beforeReference.has(tokens.at(-1)?.text ?? '')
      ? tokenAt(line, at, offset, [reference, ...readers])
      : (nameAt(line, at, offset, diagnostics) ?? tokenAt(line, at, offset, readers));
    if (found === undefined) diagnostics.push(oddCharacter(line, at, offset));
    else tokens.push(found);
    if (found?.kind === 'string') diagnostics.push(...textMistakes(found));
    at = (found ?? diagnostics.at(-1))?.span.end ?? line.length;
    at -= offset;
  }
  return { tokens, diagnostics };
}

function nameAt(line: string, at: number, offset: number, diagnostics: Diagnostic[]) {
  const read = readName(line, at);
  if (read === undefined) return undefined;
  const span = { start: offset + at, end: offset + at + read.length };
  if (read.mistake !== undefined) diagnostics.push({ ...read.mistake, span });
  const name: NameNode = { ...read.name, span };
  return { kind: 'name', name, text: line.slice(at, at + read.length), span } as const;
}

function tokenAt(line: string, at: number, offset: number, known: readonly Reader[]) {
  for (const { kind, pattern } of known) {
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0];
    if (text === undefined) continue;
    const span = { start: offset + at, end: offset + at + text.length };
    return kind === 'number' ? { kind, text, span, value: Number(text) } : { kind, text, span };
  }
  return undefined;
}

function textMistakes({ text, span }: Token): Diagnostic[] {
  const hidden = hiddenCharacter(text, span.start);
  if (hidden !== undefined) return [hidden];
  if (text.length - 2 <= longestText) return [];
  const message = `A text of ${text.length - 2} characters is too long.`;
  const hint = `Write ${longestText} characters at most; more can stand in the page itself.`;
  return [{ code: 'long-text', message, hint, span }];
}
