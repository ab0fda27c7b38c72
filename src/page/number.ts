import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import type { Part } from '../figure.ts';
import { commands } from './formula.ts';
import { hash } from './hash.ts';
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

/** A part's own number and id, or those of each labelled row of a formula. */
export interface Numbered {
  readonly number?: string;
  readonly id?: string;
  /** By row of the author's formula, where it has a label. */
  readonly rows: ReadonlyMap<number, string>;
  /** Its labels that stand elsewhere already. */
  readonly problems: readonly Problem[];
}

export interface Numbering {
  readonly items: readonly Numbered[];
  readonly targets: ReadonlyMap<string, Target>;
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
  return {
    items: items.map((item) =>
      item.kind === 'part'
        ? partNumber(item.part, item.locate)
        : formulaNumbers(item.tex, item.locate),
    ),
    targets,
  };

  function partNumber(part: Part, locate: Locate): Numbered {
    const kind = part.kind === 'picture' ? 'figure' : 'equation';
    const counts =
      part.unnumbered !== true &&
      (part.kind === 'equation' || part.caption !== undefined || part.label !== undefined);
    const number = counts ? { number: part.tag?.text ?? String(++count[kind]) } : {};
    // Only what can be referred to has an id: two pages may be shown as one. Steps are referred to, one by one.
    if (part.label === undefined) {
      const walks = part.kind === 'equation' && part.walk !== undefined;
      const own = walks && { id: newId(kind, hash(part.rows.map(({ right }) => right).join())) };
      return { ...number, ...own, rows: new Map(), problems: [] };
    }
    const id = newId(kind, part.label.name);
    const problems = declare(
      part.label.name,
      part.label.span,
      { kind, number: certain(number.number), id },
      locate,
    );
    return { ...number, id, rows: new Map(), problems };
  }

  function formulaNumbers(tex: string, locate: Locate): Numbered {
    const found = commands(tex);
    const labels = found.filter(({ command }) => command === 'label');
    const [first] = labels;
    if (first === undefined) return { rows: new Map(), problems: [] };
    const id = newId('equation', first.argument);
    const rows = new Map<number, string>();
    const problems = labels.flatMap(({ argument, argumentStart, end, row }) => {
      const tag = found.find((other) => other.command === 'tag' && other.row === row);
      const number = rows.get(row) ?? tag?.argument ?? String(++count.equation);
      rows.set(row, number);
      const span = { start: argumentStart, end: end - 1 };
      return declare(argument, span, { kind: 'equation', number, id }, locate);
    });
    return { id, rows, problems };
  }

  function declare(
    name: string,
    span: Span,
    target: Omit<Target, keyof Range>,
    locate: Locate,
  ): readonly Problem[] {
    const before = targets.get(name);
    if (before === undefined) {
      targets.set(name, { ...target, start: locate(span.start), end: locate(span.end) });
      return [];
    }
    const message = `The label “${name}” stands on line ${before.start.line} already.`;
    const hint = 'Give one of the two another name.';
    return [problemAt({ code: 'double-label', message, hint, span }, locate)];
  }

  /** Letters, digits and hyphens of the label, and unique on the page. */
  function newId(kind: 'equation' | 'figure', name: string): string {
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const stem = slug === '' ? kind : `${kind}-${slug}`;
    let id = stem;
    for (let copy = 2; ids.has(id); copy++) id = `${stem}-${copy}`;
    ids.add(id);
    return id;
  }
}
