import type { Part } from '../figure.ts';
import { nearest } from '../syntax/nearest.ts';
import { commands } from './formula.ts';
import type { Locate, Range } from './place.ts';
import { type Problem, problemAt } from './problem.ts';

/** What a page has in its order: what blocks made, and the author's own displayed formulas. */
export type Item = (
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'formula'; readonly tex: string }
) & { readonly locate: Locate };

/** Where a label leads. */
export interface Target extends Range {
  readonly number: string;
  readonly id: string;
  readonly kind: 'equation' | 'figure';
}

/** A part's own number and id, or those of each numbered row of a formula. */
export interface Numbered {
  readonly number?: string;
  readonly id?: string;
  /** By row of the author's formula: what stands in the place of its label. */
  readonly rows: ReadonlyMap<number, string>;
}

export interface Numbering {
  readonly items: readonly Numbered[];
  readonly targets: ReadonlyMap<string, Target>;
  readonly problems: readonly Problem[];
}

/**
 * Counts the equations and figures of a page and collects its labels. Derived equations count unless they say
 * `unnumbered`; the author's own count where they have a `\label`; figures where they have a caption or a label.
 * A tag stands in place of the count.
 */
export function numberItems(items: readonly Item[]): Numbering {
  const count = { equation: 0, figure: 0 };
  const targets = new Map<string, Target>();
  const ids = new Set<string>();
  const problems: Problem[] = [];
  return {
    items: items.map((item) =>
      item.kind === 'part'
        ? partNumber(item.part, item.locate)
        : formulaNumbers(item.tex, item.locate),
    ),
    targets,
    problems,
  };

  function partNumber(part: Part, locate: Locate): Numbered {
    const kind = part.kind === 'picture' ? 'figure' : 'equation';
    const counts =
      part.unnumbered !== true &&
      (part.kind === 'equation' || part.caption !== undefined || part.label !== undefined);
    if (!counts) return { rows: new Map() };
    const number = part.tag?.text ?? String(++count[kind]);
    // Only what can be referred to has an id: two pages may be shown as one.
    if (part.label === undefined) return { number, rows: new Map() };
    const id = newId(kind, part.label.name);
    declare(part.label.name, part.label.span, { kind, number, id }, locate);
    return { number, id, rows: new Map() };
  }

  function formulaNumbers(tex: string, locate: Locate): Numbered {
    const found = commands(tex);
    const rows = new Map<number, string>();
    let first: string | undefined;
    for (const label of found.filter(({ command }) => command === 'label')) {
      const tag = found.find(({ command, row }) => command === 'tag' && row === label.row);
      const number = tag?.argument ?? String(++count.equation);
      const id = first ?? newId('equation', label.argument);
      first = id;
      if (tag === undefined) rows.set(label.row, number);
      const span = { start: label.argumentStart, end: label.end - 1 };
      declare(label.argument, span, { kind: 'equation', number, id }, locate);
    }
    return { ...(first !== undefined && { id: first }), rows };
  }

  function declare(
    name: string,
    span: { start: number; end: number },
    target: Omit<Target, keyof Range>,
    locate: Locate,
  ): void {
    const range = { start: locate(span.start), end: locate(span.end) };
    const before = targets.get(name);
    if (before === undefined) targets.set(name, { ...target, ...range });
    else {
      const message = `The label “${name}” stands on line ${before.start.line} already.`;
      problems.push({
        code: 'double-label',
        message,
        hint: 'Give one of the two another name.',
        ...range,
      });
    }
  }

  /** Letters, digits and hyphens of the label, and unique on the page. */
  function newId(kind: 'equation' | 'figure', name: string): string {
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const stem = `${kind}-${slug === '' ? count[kind] : slug}`;
    let id = stem;
    for (let copy = 2; ids.has(id); copy++) id = `${stem}-${copy}`;
    ids.add(id);
    return id;
  }
}

/** A reference's target, or the problem that it has none. */
export function lookUp(
  numbering: Numbering,
  name: string,
  span: { start: number; end: number },
  locate: Locate,
): Target | Problem {
  const target = numbering.targets.get(name);
  if (target !== undefined) return target;
  const known = [...numbering.targets.keys()];
  const hint =
    known.length === 0
      ? 'No equation and no figure of this page has a label.'
      : `Labels of this page: ${known.slice(0, 12).join(', ')}.`;
  return problemAt(
    {
      code: 'missing-label',
      message: `Nothing on this page has the label “${name}”.`,
      hint,
      expected: nearest(name, known),
      span,
    },
    locate,
  );
}
