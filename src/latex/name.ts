import type { Name } from '../syntax/document.ts';

/** A name as TeX reads it: `w_{11}^{1}`, `\delta_{k}`. */
export function texName({ letter, superscript, subscript }: Name): string {
  const base = letter.length === 1 ? letter : `\\${letter}`;
  return base + script('_', subscript) + script('^', superscript);
}

const script = (place: string, text: string): string =>
  text === '' ? '' : text.length === 1 ? place + text : `${place}{${text}}`;
