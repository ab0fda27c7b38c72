import type { Name } from '../syntax/document.ts';

/** What a template's letters can stand for: layer, to, from, and the two running counts. */
export interface Indices {
  readonly l?: number | string;
  readonly j?: number | string;
  readonly i?: number | string;
  readonly n?: number | string;
  readonly N?: number | string;
}

const letters: ReadonlySet<string> = new Set(['l', 'j', 'i', 'n', 'N']);

/**
 * A template with its letters replaced, `w^l_{ji}` with l = 2, j = 1, i = 3 giving `w^2_{13}`. Where an index
 * has more than one character, commas keep the neighbours apart: `w^2_{12,3}`.
 */
export function instantiate(template: Name, indices: Indices): Name {
  return maker(template)(indices);
}

/** The names of one template, for a network of many thousand edges: its scripts are read once. */
export function maker({ letter, superscript, subscript }: Name): (indices: Indices) => Name {
  const [above, below] = [[...superscript].map(slotOf), [...subscript].map(slotOf)];
  return (indices) => ({
    letter,
    superscript: fill(above, indices),
    subscript: fill(below, indices),
  });
}

/** The index letters that a template has. */
export function indexLetters(template: Name): ReadonlySet<string> {
  return new Set(
    [...template.superscript, ...template.subscript].filter((part) => letters.has(part)),
  );
}

/** A character of a template: itself, or what an index letter stands for. */
interface Slot {
  readonly text: string;
  /** Whether it needs a comma beside another one. */
  readonly isIndex: boolean;
}

const slotOf = (text: string): Slot => ({ text, isIndex: isLetterOrDigit(text) });

function fill(slots: readonly Slot[], indices: Indices): string {
  let [together, separated] = ['', ''];
  let apart = false;
  let wasIndex = false;
  for (const slot of slots) {
    // Any other character stands for nothing.
    const value = indices[slot.text as keyof Indices];
    const part = value === undefined ? slot.text : String(value);
    apart ||= part.length > 1;
    const isIndex = typeof value === 'string' ? isLetterOrDigit(value) : slot.isIndex;
    together += part;
    separated += wasIndex && isIndex ? `,${part}` : part;
    wasIndex = isIndex;
  }
  return apart ? separated : together;
}

const isLetterOrDigit = (part: string): boolean => part.length === 1 && /[A-Za-z0-9]/.test(part);
