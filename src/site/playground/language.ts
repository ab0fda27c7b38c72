import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { classHighlighter } from '@lezer/highlight';

const statements = /^(?:figure|forward|derive|live|weights|bias|activation|loss|rate|notation)\b/;

/** What a piece of a line is, first come first served; each begins where the one before it ended. */
const pieces: readonly (readonly [RegExp, string])[] = [
  [/^#.*/, 'comment'],
  [/^"[^"]*"?/, 'string'],
  [/^(?:->|→|⟶|\.{2,3}|…)/, 'operator'],
  [/^\\?[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?![\w^[{])/, 'typeName'],
  [/^\\?\p{L}+(?:[\^_](?:\{[^{}]*\}?|\S))*/u, 'variableName'],
  [/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/, 'number'],
  [/^[,;:=[\]]/, 'punctuation'],
];

const network = StreamLanguage.define({
  name: 'network',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.string.slice(0, stream.pos).trim() === '' && stream.match(statements))
      return 'keyword';
    const piece = pieces.find(([pattern]) => stream.match(pattern));
    if (piece === undefined) stream.next();
    return piece?.[1] ?? null;
  },
  languageData: { commentTokens: { line: '#' } },
});

/** The colours of the language; classes for the editor's theme. */
export const language = [network, syntaxHighlighting(classHighlighter)];
