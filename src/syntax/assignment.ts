import {
  accept,
  type Cursor,
  done,
  isSign,
  peek,
  spanFrom,
  takeName,
  takeNumber,
  takeSign,
} from './cursor.ts';
import type { AssignmentStatement, NumberNode } from './document.ts';

const hint = 'Write x = 0.05, 0.10, with a point in each number and a space between two.';

/** `w^1 = 0.15 0.20; 0.25 0.30`: numbers apart by spaces or commas, rows by semicolons. */
export function assignment(cursor: Cursor): AssignmentStatement {
  const name = takeName(cursor, hint);
  takeSign(cursor, '=', hint);
  const rows = [row(cursor)];
  while (accept(cursor, ';')) rows.push(row(cursor));
  return { kind: 'assignment', name, rows, span: spanFrom(cursor, name.span.start) };
}

function row(cursor: Cursor): NumberNode[] {
  const numbers = [takeNumber(cursor, hint)];
  while (!done(cursor) && !isSign(peek(cursor), ';')) {
    accept(cursor, ',');
    numbers.push(takeNumber(cursor, hint));
  }
  return numbers;
}

/** Whether the line gives values: its second word is an equals sign. */
export const isAssignment = (cursor: Cursor): boolean => isSign(cursor.tokens[1], '=');
