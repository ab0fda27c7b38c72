import { certain } from '../certain.ts';
import type { Equation, Part } from '../figure.ts';
import { compileBlocks, type Made, type Notation } from './blocks.ts';
import { type Checked, type Checks, checkFormulas } from './checks.ts';
import { type Linking, linkedTex, termsOf } from './links.ts';
import { type Item, type Numbered, numberItems } from './number.ts';
import type { Content, Formula, Piece } from './piece.ts';
import type { Source } from './place.ts';
import { byPlace, explain, type Problem } from './problem.ts';
import { type Labels, type Resolved, referencesInside, resolveRunning } from './references.ts';
import { concerns, equationTex, formulaTex, reasonedLine } from './tex.ts';

export interface Page {
  /** What stands in the place of each piece, in their order; nothing where it stays as it is. */
  readonly outcomes: readonly Omit<Resolved, 'problems'>[];
  /** All that is wrong, in the order of the file. */
  readonly problems: readonly Problem[];
}

/** What holds for all pages. */
export interface Settings {
  /** Which formulas of the author must be true; absent: those that say so. */
  readonly check?: Checks | undefined;
  /** That of all pages, which blocks may set for themselves. */
  readonly notation?: Notation | undefined;
  /** Who typesets formulas whose terms are linked to figures; absent: they are not linked. */
  readonly link?: Linking | undefined;
}

/**
 * What a page makes of its pieces: blocks become figures and equations, equations and figures are numbered over the
 * page, references resolved, forward ones included. Knows no host: adapters find the pieces and place the contents.
 *
 * @param pieces in the order of the page
 * @param name the file's name without its folder, for what is told in the page itself
 */
export function makePage(
  pieces: readonly Piece[],
  source: Source,
  name: string,
  { check = 'marked', notation, link }: Settings = {},
): Page {
  const blocks = pieces.filter((piece) => piece.kind === 'block');
  const made = compileBlocks(blocks, { notation, linked: link !== undefined }).values();
  const found = pieces.map((piece): Found => {
    if (piece.kind === 'block') return blockOf(piece, made.next().value as Made);
    const { kind } = piece;
    return kind === 'display' && concerns(piece.tex) ? formulaOf(piece) : { piece, items: [] };
  });
  const checks = checkFormulas(
    found.flatMap(({ piece, made: own }) => own ?? (piece.kind === 'display' ? piece : [])),
    check,
  );
  const numbering = numberItems(found.flatMap(({ items }) => items));
  const lost = new Set(found.flatMap((each) => each.made?.lost ?? []));
  const labels: Labels = { targets: numbering.targets, lost };
  let place = 0;
  const resolved = found.map((each) => {
    const numbered = numbering.items.slice(place, place + each.items.length);
    place += numbered.length;
    const explained = (wrong: readonly Problem[]) => explain(wrong, source, name);
    return resolve(each, numbered, { labels, explained, checks, link });
  });
  return {
    outcomes: resolved,
    problems: resolved.flatMap(({ problems }) => problems).sort(byPlace),
  };
}

interface Found {
  readonly piece: Piece;
  /** What of it may have a number. */
  readonly items: readonly Item[];
  readonly made?: Made;
}

/** What the pieces of a page have in common. */
interface Around {
  readonly labels: Labels;
  readonly explained: (problems: readonly Problem[]) => string;
  readonly checks: ReadonlyMap<Formula, Checked>;
  readonly link: Linking | undefined;
}

const blockOf = (piece: Extract<Piece, { kind: 'block' }>, made: Made): Found => ({
  piece,
  made,
  items: made.parts.map((part) => ({ kind: 'part', part, locate: piece.locate })),
});

const formulaOf = (piece: Formula): Found => ({
  piece,
  items: [{ kind: 'formula', tex: piece.tex, locate: piece.locate }],
});

function resolve(
  { piece, made, items }: Found,
  numbered: readonly Numbered[],
  { labels, explained, checks, link }: Around,
): Resolved {
  const doubles = numbered.flatMap(({ problems }) => problems);
  const mistake = (problems: readonly Problem[], source: string): readonly Content[] =>
    problems.length === 0
      ? []
      : [{ kind: 'mistake', explanation: explained([...problems].sort(byPlace)), source }];
  if (piece.kind === 'block') {
    const { parts, problems: wrong, waitsFor } = certain(made);
    const contents = numbered.flatMap((own, place) =>
      partContents(certain(parts[place]), own, link),
    );
    const problems = [...wrong, ...doubles];
    const waiting = waits(waitsFor, piece.text);
    return { contents: [...contents, ...mistake(problems, piece.text), ...waiting], problems };
  }
  if (piece.kind !== 'display') return resolveRunning(piece, labels);
  const checked = checks.get(piece) ?? { problems: [] };
  const waiting = waits(checked.waitsFor, piece.tex);
  const [own] = numbered;
  if (items.length === 0 || own === undefined) {
    const { problems } = checked;
    const wrong = [...mistake(problems, piece.tex), ...waiting];
    const stays = wrong.length === 0 && piece.marking?.inside !== true;
    return stays
      ? { problems }
      : { contents: [{ kind: 'display', tex: piece.tex }, ...wrong], problems };
  }
  const inside = referencesInside(piece, labels);
  const problems = [...checked.problems, ...inside.problems, ...doubles];
  const contents = [
    equation(formulaTex(inside.tex, own), own),
    ...mistake(problems, inside.tex),
    ...waiting,
  ];
  return { contents, problems };
}

/** What stands with a piece that needs a network which is wrong. */
const waits = (network: string | undefined, source: string): readonly Content[] => {
  if (network === undefined) return [];
  const explanation =
    network === '' ? 'The network above is wrong.' : `The network “${network}” is wrong above.`;
  return [{ kind: 'mistake', explanation, source }];
};

function partContents(part: Part, own: Numbered, link: Linking | undefined): readonly Content[] {
  if (part.kind === 'picture') {
    const number = own.number === undefined ? undefined : `Figure ${own.number}.`;
    const caption = [number, part.caption].filter((words) => words !== undefined).join(' ');
    return [{ kind: 'figure', picture: part, id: own.id, caption }];
  }
  const tex = linkedTex(equationTex(part, own.number), link);
  const { reasons } = part;
  const shown = reasons === 'none' ? equation(tex, own) : derivation(part, reasons, own, link);
  const note: Content[] = part.note === undefined ? [] : [{ kind: 'note', text: part.note }];
  return [shown, ...termsOf(part, tex), ...note];
}

const equation = (tex: string, own: Numbered): Content => ({
  kind: 'equation',
  tex,
  id: own.id,
  name: nameOf(own),
});

const derivation = (
  { rows, walk }: Equation,
  reasons: 'beside' | 'below',
  own: Numbered,
  link: Linking | undefined,
): Content => ({
  kind: 'derivation',
  lines: rows.map(reasonedLine).map(({ left, right, ...line }) => ({
    ...line,
    left: linkedTex(left, link),
    right: linkedTex(right, link),
  })),
  reasons,
  ...(walk && { walk }),
  number: own.number,
  id: own.id,
  name: nameOf(own),
});

function nameOf({ number, rows }: Numbered): string {
  const shown = number ?? [...rows.values()].join(', ');
  return shown === '' ? 'Equation' : `Equation ${shown}`;
}
