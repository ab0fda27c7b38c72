import type { Model } from './model.ts';

/** A model as text for an attribute: JSON, with other brackets for the braces that Vue, Svelte and Liquid would read. */
export const packed = (model: Model): string =>
  JSON.stringify(model).replaceAll('{', '<').replaceAll('}', '>');

export const unpacked = (text: string): Model =>
  JSON.parse(text.replaceAll('<', '{').replaceAll('>', '}'));
