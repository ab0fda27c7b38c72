import { limits } from '../limits.ts';
import type { Name } from './document.ts';
import { greekLetters } from './greek.ts';

const script = String.raw`\{[^{}\n]*\}|[\p{L}\p{N}*]`;
const scripts = new RegExp(String.raw`[\^_](?:${script})`, 'guy');
const permitted = /^[A-Za-z0-9()[\],*+-]+$/;

/** A name as it was read, with how far it reaches and what is wrong with it. */
export interface NameRead {
  readonly name: Name;
  readonly length: number;
  readonly mistake?: NameMistake;
}
export interface NameMistake {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The name that begins at `start`, if one does: one Latin letter or a Greek one by its name, then scripts. */
export function readName(text: string, start: number): NameRead | undefined {
  // Most words are no names, and most names have no scripts: that is seen without a pattern.
  const from = text[start] === '\\' ? start + 1 : start;
  let behind = from;
  while (isLatin(text.charCodeAt(behind))) behind++;
  const letter = text.slice(from, behind);
  if (!(letter.length === 1 || greekLetters.has(letter))) return undefined;
  if (text[behind] !== '^' && text[behind] !== '_')
    return { name: { letter, superscript: '', subscript: '' }, length: behind - start };
  scripts.lastIndex = behind;
  const written = [...text.matchAll(scripts)].map(([all]) => all);
  const found = written.map((all) => ({
    place: all.charAt(0),
    text: all.slice(1).replace(/[{} ]/g, ''),
  }));
  const textAt = (place: string) => found.filter((part) => part.place === place);
  const name: Name = {
    letter,
    superscript: textAt('^')[0]?.text ?? '',
    subscript: textAt('_')[0]?.text ?? '',
  };
  const length = behind - start + written.join('').length;
  const twice = ['^', '_'].find((place) => textAt(place).length > 1);
  if (twice !== undefined)
    return { name, length, mistake: doubleScript(twice, text.slice(start, start + length)) };
  const odd = found.find(({ text }) => !permitted.test(text) || text.length > limits.script);
  return odd === undefined ? { name, length } : { name, length, mistake: oddScript(odd.text) };
}

/** Whether a character is one of A–Z and a–z. */
const isLatin = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The name as an author would type it: `w^1_{11}`. */
export function spell(name: Name): string {
  return name.letter + scriptText('^', name.superscript) + scriptText('_', name.subscript);
}

/** A name without its place in the text. */
export function bare({ letter, superscript, subscript }: Name): Name {
  return { letter, superscript, subscript };
}

/** The name without its subscript, as typed: what the names of a layer or of its weights have in common. */
export const stem = ({ letter, superscript }: Name): string =>
  spell({ letter, superscript, subscript: '' });

/** Whether two names are one. */
export function sameName(a: Name, b: Name): boolean {
  return a.letter === b.letter && a.superscript === b.superscript && a.subscript === b.subscript;
}

function scriptText(place: string, text: string): string {
  if (text === '') return '';
  return place + (/^[A-Za-z0-9*]$/.test(text) ? text : `{${text}}`);
}

function doubleScript(place: string, text: string): NameMistake {
  const which = place === '^' ? 'superscripts' : 'subscripts';
  return {
    code: 'double-script',
    message: `The name ${text} has two ${which}.`,
    hint: `Put all of it into one pair of braces, as in w${place}{12}.`,
  };
}

function oddScript(text: string): NameMistake {
  const long = text.length > limits.script;
  return {
    code: long ? 'long-script' : 'odd-script',
    message: long
      ? `A script of ${text.length} characters is too long.`
      : text === ''
        ? 'These braces are empty.'
        : `The script ${text} has a character that names can't have.`,
    hint: `Scripts have letters, digits, commas and brackets, ${limits.script} characters at most.`,
  };
}
