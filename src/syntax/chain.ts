import { certain } from '../certain.ts';
import {
  accept,
  type Cursor,
  peek,
  spanFrom,
  takeName,
  takeNumber,
  takeSign,
  unexpected,
} from './cursor.ts';
import type { ChainStatement, Stop } from './document.ts';

const hint = 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].';

/** `x[2] -> h[2] -> y[2]`, or an edge with its weight, `x_1 -> y_2 : w_s`. */
export function chain(cursor: Cursor): ChainStatement {
  const { start } = certain(peek(cursor)).span;
  const stops = [stop(cursor)];
  while (peek(cursor)?.kind === 'arrow') {
    cursor.at++;
    stops.push(stop(cursor));
  }
  if (stops.length < 2) throw unexpected(cursor, '“->”', hint);
  if (!accept(cursor, ':')) return { kind: 'chain', stops, span: spanFrom(cursor, start) };
  const weightHint = 'After the colon stands the weight: x_1 -> y_2 : w_s, or a fixed number.';
  const weight =
    peek(cursor)?.kind === 'name' ? takeName(cursor, weightHint) : takeNumber(cursor, weightHint);
  return { kind: 'chain', stops, weight, span: spanFrom(cursor, start) };
}

function stop(cursor: Cursor): Stop {
  const token = peek(cursor);
  if (token?.kind === 'ellipsis') {
    cursor.at++;
    return { kind: 'ellipsis', span: token.span };
  }
  const name = takeName(cursor, hint);
  if (!accept(cursor, '[')) return { kind: 'layer', name, span: name.span };
  const size = takeNumber(cursor, 'The size of a layer is a number: x[2].');
  takeSign(cursor, ']', `Close the size with a bracket: ${certain(token).text}[${size.text}].`);
  return { kind: 'layer', name, size, span: spanFrom(cursor, name.span.start) };
}
