import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { Clause, NameNode, NumberNode, RequestStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import { isDiagnostic, type Lookup, quantity } from './lookup.ts';
import { listed, type Report } from './report.ts';
import type { LineEnd, LineRange, Quantity, Reference } from './request.ts';

/** The clauses of a request by their keywords, the names before any keyword under the empty one. */
export type Clauses = ReadonlyMap<string, Clause>;

/** Each clause may come once, and none beside one that denies it. */
export function clausesOf({ clauses }: RequestStatement, report: Report): Clauses {
  const found = new Map<string, Clause>();
  for (const clause of clauses) {
    const keyword = clause.keyword?.word ?? '';
    const message =
      keyword === ''
        ? 'These names stand apart from the first.'
        : `“${keyword}” stands here twice.`;
    const hint = 'Put them together, or take one of the two out.';
    if (found.has(keyword)) report({ code: 'double-clause', message, hint, span: clause.span });
    else found.set(keyword, clause);
  }
  for (const [denial, denied, hint] of [
    ['no', 'outline', 'Take one of the two out.'],
    ['unnumbered', 'label', 'Leave out “unnumbered”, or the label.'],
    ['unnumbered', 'tag', 'Leave out “unnumbered”, or the tag.'],
  ] as const) {
    const clause = found.get(denial);
    if (clause === undefined || !found.has(denied)) continue;
    const said = denial === 'no' ? 'no outline' : denial;
    const message = `“${denied}” and “${said}” deny each other.`;
    report({ code: 'contradiction', message, hint, span: clause.span });
  }
  return found;
}

/** The names that a clause lists. */
export function namesIn(
  clause: Clause | undefined,
  report: Report,
  most: number = limits.names,
): readonly NameNode[] {
  if (clause === undefined) return [];
  const names = clause.arguments.filter((argument) => argument.kind === 'name');
  const odd = clause.arguments.find((argument) => argument.kind !== 'name');
  if (odd !== undefined || names.length === 0) {
    const place = clause.keyword === undefined ? 'Here' : `After “${clause.keyword.word}”`;
    const message = `${place} stand names, and nothing else.`;
    const hint = 'Names are written as in LaTeX: w^1_{11}, h_2.';
    report({ code: 'name-expected', message, hint, span: (odd ?? clause).span });
  }
  if (names.length > most) {
    const message = `${names.length} names are too many.`;
    const hint = `Give ${most} at most.`;
    report({ code: 'too-many-names', message, hint, span: clause.span });
  }
  return names.slice(0, most);
}

/** The weights, biases and units that a clause lists. */
export function quantitiesIn(
  clause: Clause | undefined,
  names: Lookup,
  report: Report,
  most: number = limits.names,
): readonly Quantity[] {
  return namesIn(clause, report, most).flatMap((name) => {
    const found = quantity(names, name);
    if (!isDiagnostic(found)) return [found];
    report(found);
    return [];
  });
}

/** The one of the known words that a clause says. */
export function wordIn<Word extends string>(
  clause: Clause | undefined,
  known: readonly Word[],
  report: Report,
): Word | undefined {
  if (clause === undefined) return undefined;
  const [argument, more] = clause.arguments;
  // A Greek letter's name reads as a name: `as delta`.
  const said =
    argument?.kind === 'word' ? argument.word : argument?.kind === 'name' ? spell(argument) : '';
  const found = known.find((word) => word === said);
  if (found !== undefined && more === undefined) return found;
  const keyword = certain(clause.keyword).word;
  report({
    code: 'unknown-word',
    message:
      said === '' || found ? `“${keyword}” takes one word.` : `${keyword} knows no “${said}”.`,
    hint: `There are ${listed(known)}.`,
    expected: found === undefined ? nearest(said, known) : [],
    span: (more ?? argument ?? clause).span,
  });
  return undefined;
}

/** All of the known words that a clause says. */
export function wordsIn<Word extends string>(
  clause: Clause | undefined,
  known: readonly Word[],
  report: Report,
): readonly Word[] {
  if (clause === undefined) return [];
  if (clause.arguments.length === 0) {
    const message = `“${certain(clause.keyword).word}” takes one word or more.`;
    const hint = `There are ${listed(known)}.`;
    report({ code: 'word-expected', message, hint, span: clause.span });
  }
  return clause.arguments.flatMap(
    (argument) => wordIn({ ...clause, arguments: [argument] }, known, report) ?? [],
  );
}

/** The whole numbers from 1 that a clause lists, `1 3` or `1-3`; as many as a request's names at most. */
export function numbersIn(
  clause: Clause | undefined,
  most: number,
  report: Report,
): readonly number[] {
  if (clause === undefined) return [];
  const numbers = clause.arguments.flatMap((argument): readonly number[] => {
    const { from, to } = argument.kind === 'range' ? argument : { from: argument, to: argument };
    const [first, last] = [numberOf(from), numberOf(to)];
    const length = last - first + 1;
    if (!(length > 0 && length <= limits.names)) return [Number.NaN];
    return Array.from({ length }, (_, place) => first + place);
  });
  const isFit = (number: number): boolean =>
    Number.isInteger(number) && number >= 1 && number <= most;
  const isList = numbers.length > 0 && numbers.length <= limits.names;
  if (isList && numbers.every(isFit)) return numbers;
  const keyword = certain(clause.keyword).word;
  const message = `After “${keyword}” stand whole numbers from 1${most < Number.POSITIVE_INFINITY ? ` to ${most}` : ''}.`;
  const hint = `Write ${keyword} 2, or ${keyword} 1-3.`;
  report({ code: 'number-expected', message, hint, span: clause.span });
  return [];
}

/** What a number says; nothing else says one. */
const numberOf = (argument: object | undefined): number =>
  (argument as Partial<NumberNode> | undefined)?.value ?? Number.NaN;

/** The quoted text of a clause. */
export function textIn(clause: Clause | undefined, report: Report): string | undefined {
  if (clause === undefined) return undefined;
  const [argument, more] = clause.arguments;
  if (argument?.kind === 'text' && more === undefined) return argument.text;
  const keyword = certain(clause.keyword).word;
  const message = `After “${keyword}” stands one text in quotes.`;
  report({
    code: 'text-expected',
    message,
    hint: `Write ${keyword} "Two layers".`,
    span: clause.span,
  });
  return undefined;
}

/** `lines 1-2 4`, `lines chain-rule..sign` */
export function linesIn(
  clause: Clause | undefined,
  report: Report,
): readonly LineRange[] | undefined {
  if (clause === undefined) return undefined;
  const ranges = clause.arguments.map((argument): LineRange | undefined => {
    const { span } = argument;
    if (argument.kind === 'number' || argument.kind === 'word') {
      return { from: lineEnd(argument), to: lineEnd(argument), span };
    }
    if (argument.kind !== 'range') return undefined;
    const { from, to } = argument;
    return { ...(from && { from: lineEnd(from) }), ...(to && { to: lineEnd(to) }), span };
  });
  const known = ranges.filter((range) => range !== undefined);
  if (known.length === 0 || known.length < ranges.length) {
    const message = 'This does not say which lines.';
    const hint = 'Write lines 1-2, or lines chain-rule..sign.';
    report({ code: 'odd-lines', message, hint, span: clause.span });
  }
  return known;
}

type End = { readonly span: LineEnd['span'] } & (
  | { readonly value: number }
  | { readonly word: string }
);

const lineEnd = (end: End): LineEnd =>
  'word' in end ? { rule: end.word, span: end.span } : { line: end.value, span: end.span };

/** The label, the tag, or that there is no number. */
export function referenceIn(clauses: Clauses): Reference {
  const [label, tag] = ['label', 'tag'].map((keyword) => clauses.get(keyword)?.arguments[0]);
  return {
    ...(label?.kind === 'word' && { label: { name: label.word, span: label.span } }),
    ...(tag?.kind === 'word' && { tag: { text: tag.word, span: tag.span } }),
    ...(clauses.has('unnumbered') && { unnumbered: true }),
  };
}
