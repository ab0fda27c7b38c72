import type { Argument, Clause, NameNode, RequestStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import { isDiagnostic, type Lookup, quantity, unitsNamed } from './lookup.ts';
import type { Network, UnitId } from './network.ts';
import { count, listed, type Report } from './report.ts';
import type {
  DeriveRequest,
  FigureRequest,
  Form,
  ForwardRequest,
  LineEnd,
  LineRange,
  Quantity,
  Reference,
  Request,
} from './request.ts';

const forms: readonly Form[] = ['chain', 'delta', 'paths', 'index', 'matrix', 'numbers'];

/** What a request asks for, its names looked up; nothing where it asks for what the network has not. */
export function request(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): Request | undefined {
  const clauses = new Clauses(statement, report);
  switch (statement.kind) {
    case 'figure':
      return figure(clauses, network, names);
    case 'forward':
      return forward(clauses, network, names);
    case 'derive':
      return derive(clauses, names);
    case 'live':
      report({
        code: 'live-not-available',
        message: "A live figure is part of the language, but can't be made yet.",
        hint: 'Write figure, and take live out.',
        span: statement.span,
      });
      return undefined;
  }
}

/** The figure of a block that asks for nothing. */
export function plainFigure(span: Request['span']): FigureRequest {
  return {
    kind: 'figure',
    focus: [],
    only: [],
    outline: true,
    rest: 'dim',
    arrows: 'forward',
    span,
  };
}

function figure(clauses: Clauses, network: Network, names: Lookup): FigureRequest {
  const no = clauses.word('no');
  const captions = clauses.names('captions')?.map(spell);
  if (captions !== undefined && captions.length !== network.layers.length) {
    const message = `${count(captions.length, 'caption')} for ${count(network.layers.length, 'layer')}.`;
    const sample = ['i', 'j', 'k', 'm', 'n', 'p', 'q', 'r']
      .slice(0, network.layers.length)
      .join(' ');
    clauses.mistake(
      'captions',
      'odd-captions',
      message,
      `Give one letter a layer: captions ${sample}.`,
    );
  }
  const caption = clauses.text('caption');
  return {
    ...plainFigure(clauses.statement.span),
    focus: clauses.quantities('focus', names),
    only: clauses.quantities('only', names),
    outline: no === undefined,
    rest: clauses.oneOf('rest', ['dim', 'red', 'plain']) ?? 'dim',
    arrows: clauses.oneOf('arrows', ['forward', 'backward', 'none']) ?? 'forward',
    ...(captions && { captions }),
    ...(caption !== undefined && { caption }),
    ...clauses.reference(),
  };
}

function forward(clauses: Clauses, network: Network, names: Lookup): ForwardRequest {
  const computed = network.units.filter((unit) => unit.incoming.length > 0).map((unit) => unit.id);
  const asked = clauses.subjects()?.flatMap((name): readonly (UnitId | 'loss')[] => {
    if (spell(name) === network.notation.loss) return ['loss'];
    const units = unitsNamed(names, name);
    if (isDiagnostic(units)) {
      clauses.report(units);
      return [];
    }
    const input = units.find((id) => network.units[id]?.incoming.length === 0);
    if (input === undefined) return units;
    const hint = `Equations have ${listed(computed.map((id) => spell(network.units[id]?.name ?? name)).slice(0, 6))}.`;
    clauses.report({
      code: 'input-has-no-equation',
      message: `${spell(name)} is an input: it has no equation.`,
      hint,
      span: name.span,
    });
    return [];
  });
  return {
    kind: 'forward',
    of: asked ?? computed,
    span: clauses.statement.span,
    ...clauses.reference(),
  };
}

function derive(clauses: Clauses, names: Lookup): DeriveRequest | undefined {
  const subjects = clauses.subjects() ?? [];
  const by = clauses.names('by');
  const [first] = subjects;
  if (first === undefined || subjects.length > 1 || (by !== undefined && by.length !== 1)) {
    const hint = 'Write derive w_1 for the gradient of the error, or derive y_1 by w_1.';
    const span = clauses.statement.span;
    clauses.report({
      code: 'unclear-derivative',
      message: 'This does not say which derivative to take.',
      hint,
      span,
    });
    return undefined;
  }
  const wanted = quantity(names, by?.[0] ?? first);
  const of = by === undefined ? undefined : names.units.get(spell(first));
  if (by !== undefined && of === undefined) {
    const units = [...names.units.keys()];
    const expected = nearest(spell(first), units);
    const hint = `Derivatives are taken of units: ${listed(units.slice(0, 8))}.`;
    clauses.report({
      code: 'unknown-name',
      message: `There is no unit ${spell(first)} in this network.`,
      hint,
      expected,
      span: first.span,
    });
  }
  if (isDiagnostic(wanted)) {
    clauses.report(wanted);
    return undefined;
  }
  const lines = clauses.lines();
  return {
    kind: 'derive',
    by: wanted,
    ...(of && { of: of.id }),
    form: clauses.oneOf('as', forms) ?? 'chain',
    ...(lines && { lines }),
    reasons: clauses.oneOf('reasons', ['none', 'beside', 'below']) ?? 'none',
    span: clauses.statement.span,
    ...clauses.reference(),
  };
}

/** The clauses of one request by their keywords; each may come once. */
class Clauses {
  readonly statement: RequestStatement;
  readonly report: Report;
  readonly #byKeyword = new Map<string, Clause>();

  constructor(statement: RequestStatement, report: Report) {
    this.statement = statement;
    this.report = report;
    for (const clause of statement.clauses) {
      const keyword = clause.keyword?.word ?? '';
      if (this.#byKeyword.has(keyword)) {
        const what =
          keyword === ''
            ? 'These names stand apart from the first ones'
            : `“${keyword}” stands here twice`;
        report({
          code: 'double-clause',
          message: `${what}.`,
          hint: 'Put it all into one place.',
          span: clause.span,
        });
      } else this.#byKeyword.set(keyword, clause);
    }
    for (const keyword of ['outline', 'unnumbered']) this.#only(keyword, []);
    this.#only('no', ['outline']);
    const both = this.#byKeyword.get('unnumbered');
    if (both !== undefined && (this.#byKeyword.has('label') || this.#byKeyword.has('tag'))) {
      const message = 'What is unnumbered can have no label and no tag.';
      report({
        code: 'unnumbered-label',
        message,
        hint: 'Leave out “unnumbered”, or the label.',
        span: both.span,
      });
    }
  }

  subjects(): readonly NameNode[] | undefined {
    return this.names('');
  }

  names(keyword: string): readonly NameNode[] | undefined {
    const clause = this.#byKeyword.get(keyword);
    if (clause === undefined) return undefined;
    const names = clause.arguments.flatMap((argument) =>
      argument.kind === 'name' ? [argument] : [],
    );
    const odd = clause.arguments.find((argument) => argument.kind !== 'name');
    if (odd !== undefined || names.length === 0) {
      const hint = 'Names are written as in LaTeX: w^1_{11}, h_2.';
      this.report({
        code: 'name-expected',
        message: 'Here names are expected.',
        hint,
        span: (odd ?? clause).span,
      });
    }
    return names;
  }

  quantities(keyword: string, names: Lookup): readonly Quantity[] {
    return (this.names(keyword) ?? []).flatMap((name) => {
      const found = quantity(names, name);
      if (!isDiagnostic(found)) return [found];
      this.report(found);
      return [];
    });
  }

  word(keyword: string): Argument | undefined {
    return this.#byKeyword.get(keyword)?.arguments[0];
  }

  text(keyword: string): string | undefined {
    const clause = this.#byKeyword.get(keyword);
    const argument = clause?.arguments[0];
    if (clause === undefined || (argument?.kind === 'text' && clause.arguments.length === 1)) {
      return argument?.kind === 'text' ? argument.text : undefined;
    }
    this.mistake(
      keyword,
      'text-expected',
      `After ${keyword} stands a text.`,
      `Write ${keyword} "In quotes".`,
    );
    return undefined;
  }

  oneOf<Word extends string>(keyword: string, known: readonly Word[]): Word | undefined {
    const clause = this.#byKeyword.get(keyword);
    if (clause === undefined) return undefined;
    const [argument] = clause.arguments;
    // A Greek letter's name reads as a name: `as delta`.
    const said =
      argument?.kind === 'word' ? argument.word : argument?.kind === 'name' ? spell(argument) : '';
    const found = known.find((word) => word === said);
    if (found !== undefined && clause.arguments.length === 1) return found;
    const expected = nearest(said, known);
    const message = said === '' ? `“${keyword}” needs a word.` : `${keyword} knows no “${said}”.`;
    const span = (argument ?? clause).span;
    this.report({
      code: 'unknown-word',
      message,
      hint: `There are ${listed(known)}.`,
      expected,
      span,
    });
    return undefined;
  }

  lines(): readonly LineRange[] | undefined {
    const clause = this.#byKeyword.get('lines');
    if (clause === undefined) return undefined;
    const ranges = clause.arguments.map((argument): LineRange | undefined => {
      if (argument.kind === 'number' || argument.kind === 'word') {
        return { from: lineEnd(argument), to: lineEnd(argument), span: argument.span };
      }
      if (argument.kind !== 'range') return undefined;
      const { from, to, span } = argument;
      return { ...(from && { from: lineEnd(from) }), ...(to && { to: lineEnd(to) }), span };
    });
    if (ranges.length === 0 || ranges.includes(undefined)) {
      this.mistake(
        'lines',
        'odd-lines',
        'This does not say which lines.',
        'Write lines 1-2, or lines chain-rule..sign.',
      );
    }
    return ranges.filter((range) => range !== undefined);
  }

  reference(): Reference {
    const label = this.word('label');
    const tag = this.word('tag');
    return {
      ...(label?.kind === 'word' && { label: { name: label.word, span: label.span } }),
      ...(tag?.kind === 'word' && { tag: { text: tag.word, span: tag.span } }),
      ...(this.#byKeyword.has('unnumbered') && { unnumbered: true }),
    };
  }

  mistake(keyword: string, code: string, message: string, hint: string): void {
    const span = (this.#byKeyword.get(keyword) ?? this.statement).span;
    this.report({ code, message, hint, span });
  }

  /** A keyword that takes nothing, or just one word. */
  #only(keyword: string, words: readonly string[]): void {
    const clause = this.#byKeyword.get(keyword);
    if (clause === undefined) return;
    const odd = clause.arguments.find(
      (argument) => argument.kind !== 'word' || !words.includes(argument.word),
    );
    if (odd !== undefined || clause.arguments.length !== words.length) {
      const hint = `Write ${[keyword, ...words].join(' ')}.`;
      this.mistake(
        keyword,
        'odd-clause',
        `“${keyword}” stands ${words.length === 0 ? 'alone' : `before “${words[0]}”`}.`,
        hint,
      );
    }
  }
}

function lineEnd(
  end: { value: number; span: LineEnd['span'] } | { word: string; span: LineEnd['span'] },
): LineEnd {
  return 'word' in end ? { rule: end.word, span: end.span } : { line: end.value, span: end.span };
}
