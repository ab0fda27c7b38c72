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
  return {
    letter: template.letter,
    superscript: fill(template.superscript, indices),
    subscript: fill(template.subscript, indices),
  };
}

/** The index letters that a template has. */
export function indexLetters(template: Name): ReadonlySet<string> {
  return new Set(
    [...template.superscript, ...template.subscript].filter((part) => letters.has(part)),
  );
}

function fill(script: string, indices: Indices): string {
  if (script === '') return script;
  const parts: string[] = [];
  let apart = false;
  for (const part of script) {
    const index = letters.has(part) ? indices[part as keyof Indices] : undefined;
    const text = index === undefined ? part : String(index);
    apart ||= text.length > 1;
    parts.push(text);
  }
  let filled = '';
  for (const [place, part] of parts.entries()) {
    const last = parts[place - 1];
    const isBeside = apart && last !== undefined && isIndex(last) && isIndex(part);
    filled += isBeside ? `,${part}` : part;
  }
  return filled;
}

const isIndex = (part: string): boolean => /^[A-Za-z0-9]+$/.test(part);
