import { commands, replaced } from './formula.ts';
import type { Target } from './number.ts';
import type { BareLink, Content, Formula, Piece, Prose } from './piece.ts';
import type { Locate } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import {
  leadsHere,
  lookUp,
  lostAddress,
  type ReferenceCommand,
  shown,
  spoken,
  textReferences,
} from './reference.ts';

/** What references are resolved against. */
export interface Labels {
  readonly targets: ReadonlyMap<string, Target>;
  /** Labels of blocks that are wrong themselves, about which nothing more is said. */
  readonly lost: ReadonlySet<string>;
}

/** What stands in the place of a piece of running text; nothing where it stays as it is. */
export interface Resolved {
  readonly contents?: readonly Content[];
  readonly problems: readonly Problem[];
  /** Whether the braces behind a piece of prose belonged to its last reference. */
  readonly tookBraces?: boolean;
}

/**
 * The references of a piece of running text: one that stands alone becomes a link, one inside a formula its number,
 * and a link without words that leads to an equation or a figure gets its number.
 */
export function resolveRunning(
  piece: Exclude<Piece, { kind: 'block' | 'display' }>,
  labels: Labels,
): Resolved {
  if ('address' in piece) return bareLink(piece, labels);
  return piece.kind === 'text' ? prose(piece, labels) : inline(piece, labels);
}

/** A formula with each of its references replaced by its number. */
export function referencesInside(
  { tex, locate }: Formula,
  labels: Labels,
): { readonly tex: string; readonly problems: readonly Problem[] } {
  const references = referencesOf(tex, labels, locate);
  return { tex: written(tex, references), problems: problemsOf(references, labels) };
}

interface Reference {
  readonly command: ReferenceCommand;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly leads: Target | Problem;
}

function referencesOf(tex: string, { targets }: Labels, locate: Locate): readonly Reference[] {
  return commands(tex).flatMap(({ command, argument: name, argumentStart, start, end }) => {
    if (command === 'label' || command === 'tag') return [];
    const span = { start: argumentStart, end: argumentStart + name.length };
    return [{ command, name, start, end, leads: lookUp(targets, name, span, locate) }];
  });
}

const problemsOf = (references: readonly Reference[], { lost }: Labels): readonly Problem[] =>
  references.flatMap(({ name, leads }) => ('message' in leads && !lost.has(name) ? [leads] : []));

const written = (tex: string, references: readonly Reference[]): string =>
  replaced(
    tex,
    references.map(({ command, start, end, leads }) => {
      const by = 'number' in leads ? shown(leads, command) : '??';
      return { start, end, by: `\\text{${by}}` };
    }),
  );

function inline({ tex, locate, linked }: Formula, labels: Labels): Resolved {
  const misplaced = commands(tex).find(({ command }) => command === 'label' || command === 'tag');
  if (misplaced !== undefined) {
    const problem = inlineLabel(misplaced, locate);
    return { contents: [wrong(tex, problem)], problems: [problem] };
  }
  const references = referencesOf(tex, labels, locate);
  const [first] = references;
  if (first === undefined) return { problems: [] };
  const problems = problemsOf(references, labels);
  const lost = references.map(({ leads }) => leads).find((leads) => 'message' in leads);
  if (lost !== undefined) return { contents: [wrong(tex, lost)], problems };
  const alone = tex.trim().length === first.end - first.start;
  const content: Content =
    alone && 'number' in first.leads
      ? reference(first.leads, first.command, linked)
      : { kind: 'formula', tex: written(tex, references) };
  return { contents: [content], problems };
}

function prose({ text, braces, locate, linked }: Prose, labels: Labels): Resolved {
  const contents: Content[] = [];
  const problems: Problem[] = [];
  const found = textReferences(text, braces);
  let at = 0;
  for (const { command, name, nameStart, start, end } of found) {
    const span = { start: nameStart, end: nameStart + name.length };
    const leads = lookUp(labels.targets, name, span, locate);
    if ('message' in leads && !labels.lost.has(name)) problems.push(leads);
    contents.push({ kind: 'text', text: text.slice(at, start) });
    contents.push(
      'number' in leads ? reference(leads, command, linked) : wrong(`\\${command}{${name}}`, leads),
    );
    at = end;
  }
  if (found.length === 0) return { problems };
  contents.push({ kind: 'text', text: text.slice(at) });
  return {
    contents: contents.filter((each) => each.kind !== 'text' || each.text !== ''),
    problems,
    tookBraces: at > text.length,
  };
}

function bareLink({ address, place }: BareLink, { targets }: Labels): Resolved {
  const byAddress = new Map([...targets.values()].reverse().map((each) => [`#${each.id}`, each]));
  const target = byAddress.get(address);
  if (target !== undefined) {
    const command = target.kind === 'figure' ? 'ref' : 'eqref';
    return { contents: [reference(target, command, false)], problems: [] };
  }
  if (!leadsHere(address)) return { problems: [] };
  const problem = lostAddress(address, byAddress.keys(), place);
  return { contents: [wrong(address, problem)], problems: [problem] };
}

function reference(target: Target, command: ReferenceCommand, linked: boolean): Content {
  const words = shown(target, command);
  // A tag may be mathematics: \tag{$a'$}.
  const isMath = /[\\${}]/.test(words);
  const content = isMath
    ? ({ kind: 'formula', value: `\\text{${words}}` } as const)
    : ({ kind: 'text', value: words } as const);
  if (!linked)
    return { kind: 'reference', address: `#${target.id}`, content, spoken: spoken(target) };
  return content.kind === 'formula'
    ? { kind: 'formula', tex: content.value }
    : { kind: 'text', text: words };
}

const wrong = (text: string, { message }: Problem): Content => ({
  kind: 'wrong',
  text,
  explanation: message,
});

/** A formula that runs in the text has no number, so a label in it would lead nowhere. */
function inlineLabel(
  { command, start, end }: { command: string; start: number; end: number },
  locate: Locate,
): Problem {
  const message = `This formula runs in the text: it can have no \\${command}.`;
  const hint = 'Put the two $$ on lines of their own to display it.';
  return problemAt({ code: 'inline-label', message, hint, span: { start, end } }, locate);
}
