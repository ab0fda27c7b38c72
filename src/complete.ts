import { certain } from './certain.ts';
import { activationWords } from './network/activations.ts';
import { lookup } from './network/lookup.ts';
import { losses } from './network/loss.ts';
import { presets } from './network/notation.ts';
import { settings } from './network/notation-settings.ts';
import { resolve } from './network/resolve.ts';
import { definitions } from './syntax/definition.ts';
import { clauseValues, clauseWords, isRequestWord, requestWords } from './syntax/keywords.ts';
import { spell } from './syntax/name.ts';
import { parse } from './syntax/parse.ts';

/** What may stand at a place of a block. */
export interface Completion {
  readonly text: string;
  readonly kind: 'word' | 'layer' | 'unit' | 'weight' | 'bias';
}
export interface Completions {
  /** Offset at which the word begins that an option is put in the place of. */
  readonly from: number;
  readonly options: readonly Completion[];
}

/** More names than this nobody looks through. */
const most = 200;

/** A word or a name, as far as it is written. */
const written = /\\?\p{L}(?:\{[^{}\n]*\}?|[\p{L}\p{N}^_-])*$/u;

/** The words and names that may stand at an offset of a block, for an editor to choose from. */
export function complete(text: string, offset: number): Completions {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  const typed = written.exec(line)?.[0] ?? '';
  const from = offset - typed.length;
  const said = line.slice(0, line.length - typed.length);
  // Within a comment, or within a caption, an author says what he likes.
  if (/#|^[^"]*"(?:[^"]*"[^"]*")*[^"]*$/.test(said)) return { from, options: [] };
  const { words, names } = next(said);
  const end = text.indexOf('\n', offset);
  const rest = `${text.slice(0, start)}${text.slice(end < 0 ? text.length : end)}`;
  const known = names ? namesIn(rest).filter((name) => name.text.startsWith(typed)) : [];
  const options = [
    ...words
      .filter((word) => word.startsWith(typed))
      .map((word): Completion => ({ text: word, kind: 'word' })),
    ...known.slice(0, most),
  ];
  return { from, options };
}

/** What may follow what a line has said so far: which words, and whether names. */
function next(said: string): { readonly words: readonly string[]; readonly names: boolean } {
  const [first, ...more] = said.match(/\p{L}[\p{L}-]+(?![\^_[])/gu) ?? [];
  if (said.trim() === '') return { words: [...definitions.keys(), ...requestWords], names: true };
  if (first === undefined) return { words: [], names: true };
  if (isRequestWord(first)) return inRequest(first, more);
  const last = more.at(-1) ?? '';
  switch (first) {
    case 'activation':
      return { words: [...activationWords.keys()], names: !/:\s*$/.test(said) };
    case 'loss':
      return { words: more.length === 0 ? losses : ['decay'], names: false };
    case 'notation':
      return {
        words: settings.get(last)?.words ?? [...presets.keys(), ...settings.keys()],
        names: false,
      };
    default:
      return { words: [], names: first !== 'rate' };
  }
}

function inRequest(request: (typeof requestWords)[number], said: readonly string[]) {
  const clauses: readonly string[] = clauseWords[request];
  const values = new Map<string, readonly string[]>(Object.entries(clauseValues[request]));
  const clause = said.findLast((word) => clauses.includes(word)) ?? '';
  const own = values.get(clause);
  if (['label', 'tag', 'caption'].includes(said.at(-1) ?? '')) return { words: [], names: false };
  const left = clauses.filter((word) => !said.includes(word));
  if (own === undefined) return { words: left, names: true };
  // A clause that takes a word and has none yet takes that first.
  if (!own.some((word) => said.includes(word))) return { words: own, names: false };
  return { words: clause === 'show' ? [...left, ...own] : left, names: false };
}

/** All names of the network that a block describes: layers and families first, for they are the shortest. */
function namesIn(text: string): readonly Completion[] {
  const { network } = resolve(parse(text).document);
  if (network === undefined) return [];
  const { layers, families, units, parameters } = lookup(network.units, network.parameters);
  const found: readonly Completion[] = [
    ...[...layers.keys()].map((name) => ({ text: name, kind: 'layer' as const })),
    ...[...families].map(([name, [parameter]]) => ({
      text: name,
      kind: certain(parameter).kind,
    })),
    ...[...units.keys()].map((name) => ({ text: name, kind: 'unit' as const })),
    ...[...parameters.values()].map(({ name, kind }) => ({ text: spell(name), kind })),
  ];
  const seen = new Set<string>();
  return found.filter(({ text: name }) => !seen.has(name) && seen.add(name));
}
