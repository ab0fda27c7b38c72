import type { Span } from '../diagnostic.ts';
import type { RequestStatement, Statement } from '../syntax/document.ts';
import { isRequestWord } from '../syntax/keywords.ts';

/** The statements of one kind. */
export function of<Kind extends Statement['kind']>(statements: readonly Statement[], kind: Kind) {
  return statements.filter(
    (statement): statement is Extract<Statement, { kind: Kind }> => statement.kind === kind,
  );
}

export const isRequest = (statement: Statement): statement is RequestStatement =>
  isRequestWord(statement.kind);

/** From the first statement to the last. */
export function spanOf(statements: readonly Statement[]): Span {
  return { start: statements[0]?.span.start ?? 0, end: statements.at(-1)?.span.end ?? 0 };
}
