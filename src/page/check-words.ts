import { nearest } from '../syntax/nearest.ts';
import type { Marking } from './piece.ts';
import type { Locate } from './place.ts';
import { type Problem, problemAt } from './problem.ts';

/** What the words behind a formula's `$$` ask for. */
type Request =
  | { readonly kind: 'unsaid' | 'unchecked' }
  /** Against the network of that name, which stands at a place in the words; or the nearest above. */
  | {
      readonly kind: 'check';
      readonly name: string | undefined;
      readonly at: number;
      readonly marking: Marking;
    }
  | { readonly kind: 'mistake'; readonly problem: Problem };

/** Words of other kinds may be another plugin's, unless they are nearly ours. */
export function request(marking: Marking | undefined): Request {
  const [first, name, more] = [...(marking?.text ?? '').matchAll(/\S+/g)];
  if (marking === undefined || first === undefined) return { kind: 'unsaid' };
  const { locate } = marking;
  if (first[0] === 'unchecked') return { kind: 'unchecked' };
  if (first[0] === 'check') {
    if (more !== undefined)
      return { kind: 'mistake', problem: tooMany(more[0], more.index, locate) };
    return { kind: 'check', name: name?.[0], at: name?.index ?? 0, marking };
  }
  const meant = nearest(first[0], ['check', 'unchecked']);
  return meant.length === 0
    ? { kind: 'unsaid' }
    : { kind: 'mistake', problem: oddWord(first[0], meant, locate) };
}

/** Words that are ours where a host takes them for the formula's first line. */
export const leadingWords = /^[ \t]*((?:check|unchecked)(?:[ \t]+[^\s\\{}_^=]+)*)[ \t]*\r?\n/;

function tooMany(word: string, at: number, locate: Locate): Problem {
  const message = `check takes the name of one network, and “${word}” stands behind it.`;
  const hint = 'Write $$ check multi; a \\label stands in the formula itself.';
  const span = { start: at, end: at + word.length };
  return problemAt({ code: 'odd-check', message, hint, span }, locate);
}

function oddWord(word: string, expected: readonly string[], locate: Locate): Problem {
  const message = `“${word}” says nothing about a formula, and so it would go unchecked.`;
  const span = { start: 0, end: word.length };
  return problemAt({ code: 'unknown-word', message, expected, span }, locate);
}
