import {
  accept,
  type Cursor,
  done,
  isSign,
  peek,
  separated,
  spanFrom,
  takeName,
  takeNumber,
  takeSign,
  takeWord,
} from './cursor.ts';
import type { Argument, Clause, NameNode, Statement } from './document.ts';
import { unknownWord } from './mistake.ts';

/** What stands behind each word that begins a definition; `start` is where the word stood. */
export const definitions: ReadonlyMap<string, (cursor: Cursor, start: number) => Statement> =
  new Map<string, (cursor: Cursor, start: number) => Statement>([
    [
      'weights',
      (cursor, start) => {
        const entries = separated(cursor, () => {
          const { target, name } = targeted(cursor, 'weights w^l_{ji}');
          return { ...(target && { layer: target }), template: name };
        });
        return { kind: 'weights', entries, span: spanFrom(cursor, start) };
      },
    ],
    [
      'bias',
      (cursor, start) => {
        const entries = separated(cursor, () => {
          const { target, name } = targeted(cursor, 'bias h: b^1');
          return { ...(target && { target }), template: name };
        });
        return { kind: 'bias', entries, span: spanFrom(cursor, start) };
      },
    ],
    [
      'activation',
      (cursor, start) => {
        const entries = separated(cursor, () => activation(cursor));
        return { kind: 'activation', entries, span: spanFrom(cursor, start) };
      },
    ],
    [
      'loss',
      (cursor, start) => {
        const loss = takeWord(cursor, 'a loss', 'Write loss squared, for example.');
        if (!accept(cursor, ',')) return { kind: 'loss', loss, span: spanFrom(cursor, start) };
        const word = takeWord(cursor, '“decay”', 'Write loss squared, decay 0.01.');
        if (word.word !== 'decay') throw unknownWord(word, ['decay'], 'loss');
        const decay = takeNumber(cursor, 'Write loss squared, decay 0.01.');
        return { kind: 'loss', loss, decay, span: spanFrom(cursor, start) };
      },
    ],
    [
      'rate',
      (cursor, start) => {
        const rate = takeNumber(cursor, 'Write rate 0.5.');
        return { kind: 'rate', rate, span: spanFrom(cursor, start) };
      },
    ],
    [
      'notation',
      (cursor, start) => {
        const clauses = separated(cursor, () => setting(cursor));
        return { kind: 'notation', clauses, span: spanFrom(cursor, start) };
      },
    ],
  ]);

/** `h: b^1`, or the name alone. */
function targeted(cursor: Cursor, sample: string): { target?: NameNode; name: NameNode } {
  const hint = `Write ${sample}.`;
  const first = takeName(cursor, hint);
  if (!accept(cursor, ':')) return { name: first };
  return { target: first, name: takeName(cursor, hint) };
}

/** `h: sigmoid`, `leaky-relu 0.1` */
function activation(cursor: Cursor) {
  const hint = 'Write activation h: sigmoid, or activation sigmoid for all.';
  const target = peek(cursor)?.kind === 'name' ? takeName(cursor, hint) : undefined;
  if (target !== undefined) takeSign(cursor, ':', hint);
  const word = takeWord(cursor, 'an activation', hint);
  const parameter =
    done(cursor) || isSign(peek(cursor), ',') ? undefined : takeNumber(cursor, hint);
  return { ...(target && { target }), activation: word, ...(parameter && { parameter }) };
}

/** `gradient delta`, `draft` */
function setting(cursor: Cursor): Clause {
  const hint = 'Write notation draft, or notation gradient delta, loss C.';
  const keyword = takeWord(cursor, 'a notation', hint);
  const list: Argument[] = [];
  for (let token = peek(cursor); token !== undefined && !isSign(token, ','); token = peek(cursor)) {
    if (token.kind === 'name') list.push({ kind: 'name', ...takeName(cursor, hint) });
    else list.push({ kind: 'word', ...takeWord(cursor, 'a word or a letter', hint) });
  }
  return { keyword, arguments: list, span: spanFrom(cursor, keyword.span.start) };
}
