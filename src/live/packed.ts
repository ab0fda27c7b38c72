import type { Model } from './model.ts';

/**
 * JSON's characters that an attribute can't hold everywhere, and what is written for them: Vue, Svelte and Liquid read
 * braces, mdsvex takes the escapes of quotes away, and DOMPurify the attribute where a bracket meets `>`. No name
 * of a network has any of these.
 */
const written: ReadonlyMap<string, string> = new Map([
  ['{', '!'],
  ['}', ';'],
  ['"', "'"],
]);
const read: ReadonlyMap<string, string> = new Map([...written].map(([from, to]) => [to, from]));

/** A model as text for an attribute. */
export const packed = (model: Model): string => translated(JSON.stringify(model), written);

export const unpacked = (text: string): Model => JSON.parse(translated(text, read));

const translated = (text: string, characters: ReadonlyMap<string, string>): string =>
  [...text].map((character) => characters.get(character) ?? character).join('');
