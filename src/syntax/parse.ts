import type { Diagnostic } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { isSign } from './cursor.ts';
import type { Document, Statement } from './document.ts';
import { clauseWords, requestWords } from './keywords.ts';
import { unlessMistaken } from './mistake.ts';
import { statement } from './statement.ts';
import { scan, type Token } from './token.ts';

export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of a block into statements, one a line. A line with a mistake gives a diagnostic and no statement;
 * the lines after it are read all the same, so that one run shows every mistake.
 */
export function parse(text: string): Parsed {
  if (text.length > limits.block)
    return { document: { statements: [], damaged: true }, diagnostics: [tooLong(text)] };
  const statements: Statement[] = [];
  const diagnostics: Diagnostic[] = [];
  let damaged = false;
  for (const { 0: line, index: offset } of lines(text)) {
    const scanned = scan(line, offset);
    const read = scanned.diagnostics.length > 0 ? scanned.diagnostics : lineOf(scanned.tokens);
    if (read === undefined) continue;
    if ('kind' in read) statements.push(read);
    else {
      diagnostics.push(...read);
      damaged ||= mayName(scanned.tokens);
    }
  }
  return { document: { statements, ...(damaged && { damaged }) }, diagnostics };
}

/** Whether a line that can't be read may have been meant to give something its name. */
function mayName([first, second]: readonly Token[]): boolean {
  return !isSign(second, '=') && !(first?.kind === 'word' && namelessWords.has(first.text));
}
const namelessWords: ReadonlySet<string> = new Set([
  ...['activation', 'loss', 'rate'],
  ...requestWords,
  ...requestWords.flatMap((word) => clauseWords[word]),
]);

/** The statement of one line, or what is wrong with it; nothing where the line is empty. */
function lineOf(tokens: readonly Token[]): Statement | readonly Diagnostic[] | undefined {
  const last = tokens.at(-1)?.span.end;
  if (last === undefined) return undefined;
  return unlessMistaken(() => statement({ tokens, end: { start: last, end: last }, at: 0 }));
}

/** Lines that aren't empty: between any line endings that Markdown knows, behind a byte order mark. */
function lines(text: string): Iterable<RegExpExecArray> {
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  return text.matchAll(pattern);
}

function tooLong(text: string): Diagnostic {
  return {
    code: 'block-too-long',
    message: `This block has ${text.length} characters; ${limits.block} are the most that a block may have.`,
    hint: 'Describe large layers by their size, as in x[784], and one network a block.',
    span: { start: limits.block, end: text.length },
  };
}
