import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { pageNotation } from '../../src/network/page-notation.ts';
import { resolve } from '../../src/network/resolve.ts';
import { clauseWords, requestWords } from '../../src/syntax/keywords.ts';
import { parse } from '../../src/syntax/parse.ts';

const page = readFileSync('content/docs/language.md', 'utf8');

interface Fence {
  readonly name: string;
  readonly text: string;
}
const fences = (markdown: string): readonly Fence[] =>
  [...markdown.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)].map(
    ([, name = '', text = '']) => ({ name, text }),
  );
const examples = [...page.matchAll(/^````md\n([\s\S]*?)^````$/gm)].map(([, text = '']) => text);
const rendered = fences(page.replaceAll(/^````md\n[\s\S]*?^````$/gm, ''));
const textsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, inside = '']) => inside);
const text = textsOf(page);

describe('the reference of the language', () => {
  const networks = new Map<string, Network>();

  it.each(fences(page))('$name $text', ({ name, text }) => {
    const { document, diagnostics } = parse(text);
    const page = pageNotation(document);
    if (page !== undefined) {
      expect([...diagnostics, ...page.diagnostics]).toEqual([]);
      return;
    }
    const { network, requests, diagnostics: more } = resolve(document, networks.get(name));
    expect([...diagnostics, ...more]).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    if (name !== '' && network !== undefined) networks.set(name, networks.get(name) ?? network);
  });

  it('shows the source of all that it renders', () => {
    expect(rendered.length).toBeGreaterThan(3);
    const shown = examples.flatMap(fences).map((fence) => fence.text);
    for (const fence of rendered) expect(shown).toContain(fence.text);
  });

  it('shows errors as they are', () => {
    const [block = '', errors = ''] = textsOf(
      page.slice(page.indexOf('## When something is wrong')),
    );
    const { document, diagnostics } = parse(block);
    const all = [...diagnostics, ...resolve(document).diagnostics].toSorted(
      (a, b) => a.span.start - b.span.start,
    );
    const lines = all.flatMap(({ span, message, hint }) => {
      const before = block.slice(0, span.start).split('\n');
      const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      return [`${place.padEnd(4)} ${message}`, `     ${hint}`];
    });
    expect(errors.trimEnd().split('\n')).toEqual(lines);
  });

  it('has every preset and every setting of the notation', () => {
    const hint = pageNotation(parse('notation what').document)?.diagnostics[0]?.hint ?? '';
    const lists = /presets (.*), and the settings (.*)\./.exec(hint) ?? [];
    const words = lists.slice(1).flatMap((list) => list.split(/, | and /));
    expect(words.length).toBe(15);
    for (const word of words) expect(page).toMatch(new RegExp(`^\\| .*\`${word}\\b`, 'm'));
  });

  it('has every word of every request, in its prose and in its grammar', () => {
    const grammar = text.at(-1) ?? '';
    for (const word of [
      ...requestWords,
      ...requestWords.flatMap((request) => clauseWords[request]),
    ]) {
      expect(grammar).toContain(`"${word}"`);
      expect(page.replace(grammar, '')).toMatch(new RegExp(`\\b${word}\\b`));
    }
  });
});
