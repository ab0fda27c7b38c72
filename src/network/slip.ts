import type { Name } from '../syntax/document.ts';

/**
 * The names that one slip turns into this one, likeliest first: an index off by a little, two indices swapped,
 * one too many or too few, another letter. Their number depends on the name's length alone, not on the network's size.
 */
export function slips(name: Name, letters: readonly string[]): readonly Name[] {
  const isBare = name.superscript === '' && name.subscript === '';
  return [
    ...edits(name.subscript).map((subscript) => ({ ...name, subscript })),
    ...edits(name.superscript).map((superscript) => ({ ...name, superscript })),
    // A bare letter in place of another is no slip but another name.
    ...(isBare ? [] : [...new Set(letters)].map((letter) => ({ ...name, letter }))),
  ];
}

/** Texts at optimal string alignment distance 1 (Damerau 1964), in digits and commas. */
function edits(text: string): readonly string[] {
  const places = [...text].map((_, place) => place);
  const replaced = (start: number, end: number, by: string): string =>
    text.slice(0, start) + by + text.slice(end);
  return [
    ...places.flatMap((at) => neighbours(text[at]).map((other) => replaced(at, at + 1, other))),
    ...places.slice(1).map((at) => replaced(at - 1, at + 1, text.charAt(at) + text.charAt(at - 1))),
    ...places.map((at) => replaced(at, at + 1, '')),
    ...[...places, text.length].flatMap((at) => inserted.map((other) => replaced(at, at, other))),
  ];
}

const digits = [...'0123456789'];
const inserted = [...digits.slice(1), '0', ','];

/** Digits, the nearest first: who writes 3 where there are two meant 2. No digit is nearer to a letter than another. */
function neighbours(digit: string | undefined): readonly string[] {
  const distance = (other: string): number => Math.abs(Number(other) - Number(digit));
  return digits.toSorted((a, b) => distance(a) - distance(b));
}
