import type { Diagnostic } from '../diagnostic.ts';
import { Mistake } from './cursor.ts';
import type { Document, Statement } from './document.ts';
import { statement } from './statement.ts';
import { scan } from './token.ts';

/** The longest block that is read, in UTF-16 code units. */
export const longestBlock = 20_000;

export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of a block into statements, one a line. A line with a mistake gives a diagnostic and no statement;
 * the lines after it are read all the same, so that one run shows every mistake.
 */
export function parse(text: string): Parsed {
  if (text.length > longestBlock)
    return { document: { statements: [] }, diagnostics: [tooLong(text)] };
  const statements: Statement[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { line, offset } of lines(text)) {
    const scanned = scan(line, offset);
    diagnostics.push(...scanned.diagnostics);
    if (scanned.diagnostics.length > 0 || scanned.tokens.length === 0) continue;
    const last = scanned.tokens.at(-1)?.span.end ?? offset;
    try {
      statements.push(
        statement({ tokens: scanned.tokens, end: { start: last, end: last }, at: 0 }),
      );
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      diagnostics.push(mistake.diagnostic);
    }
  }
  return { document: { statements }, diagnostics };
}

/** Lines with their offsets; every line ending that Markdown knows, and a byte order mark before the first. */
function* lines(text: string): Generator<{ line: string; offset: number }> {
  const pattern = /([^\r\n]*)(?:\r\n|\r|\n|$)/gy;
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (pattern.lastIndex < text.length) {
    const offset = pattern.lastIndex;
    yield { line: pattern.exec(text)?.[1] ?? '', offset };
  }
}

function tooLong(text: string): Diagnostic {
  return {
    code: 'block-too-long',
    message: `This block has ${text.length} characters; ${longestBlock} are the most that a block may have.`,
    hint: 'Describe large layers by their size, as in x[784], and one network a block.',
    span: { start: longestBlock, end: text.length },
  };
}
