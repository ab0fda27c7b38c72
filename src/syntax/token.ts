import type { Diagnostic, Located } from '../diagnostic.ts';
import type { NameNode } from './document.ts';
import { readName } from './name.ts';

/** The smallest pieces of a line that have a meaning of their own. */
export type Token = Located & { readonly text: string } & (
    | { readonly kind: 'name'; readonly name: NameNode }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'word' | 'string' | 'arrow' | 'ellipsis' | 'sign' }
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
  { kind: 'sign', pattern: /[[\]:,;=+-]/y },
];

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
    const found = nameAt(line, at, offset, diagnostics) ?? tokenAt(line, at, offset);
    if (found === undefined) {
      const odd = strange(line, at, offset);
      diagnostics.push(odd);
      at = odd.span.end - offset;
    } else {
      tokens.push(found);
      at = found.span.end - offset;
    }
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

function tokenAt(line: string, at: number, offset: number) {
  for (const { kind, pattern } of readers) {
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0];
    if (text === undefined) continue;
    const span = { start: offset + at, end: offset + at + text.length };
    return kind === 'number' ? { kind, text, span, value: Number(text) } : { kind, text, span };
  }
  return undefined;
}

/** A run of characters that begins nothing, underlined as one. */
function strange(line: string, at: number, offset: number): Diagnostic {
  const run =
    /^(?:"[^"]*$|[^\sA-Za-z0-9#"]+|.)/u.exec(line.slice(at))?.[0] ?? line.slice(at, at + 1);
  const span = { start: offset + at, end: offset + at + run.length };
  if (run.startsWith('"')) {
    const hint = 'Close the text with a " on the same line.';
    return { code: 'open-text', message: 'This text is not closed.', hint, span };
  }
  const code = run.codePointAt(0) ?? 0;
  const shown =
    code < 32 || code > 126 ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : run;
  return {
    code: 'unknown-character',
    message: `The character ${shown} has no meaning here.`,
    hint: 'A block has names such as h^1_2, numbers, words, and the signs -> [ ] : , ; = .',
    span,
  };
}
