import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { render } from '../../src/render.ts';

const page = readFileSync('content/docs/limits.md', 'utf8');

/** The rows of the page's table with this head, each as its cells. */
const rowsOf = (head: string): readonly (readonly string[])[] =>
  (page.split(`| ${head} |`)[1]?.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '));

/** What stands in backticks. */
const literals = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** The sentence of a cell in quotation marks, with what was written in the place of its dots. */
const sentence = (cell: string, written: string): string | undefined =>
  /“(.*)”/.exec(cell)?.[1]?.replace('…', written);

const messages = (block: string): readonly string[] =>
  compile(block).diagnostics.map(({ message }) => message);

const places: Readonly<Record<string, (number: string) => string>> = {
  'a value': (number) => `x -> y : w\nw = ${number}`,
  'a size': (number) => `x[${number}] -> y`,
  'a fixed weight': (number) => `x -> y : ${number}`,
  'a rate': (number) => `x -> y\nrate ${number}`,
  'a decay': (number) => `x -> y\nloss squared, decay ${number}`,
};

describe('the page of the limits, of numbers', () => {
  const rows = rowsOf('written | answer').flatMap(([written = '', answer = '']) =>
    literals(written).map((number) => [number, answer] as const),
  );
  it('has those that other programs stumble over', () => {
    expect(rows.map(([number]) => number)).toEqual(
      expect.arrayContaining(['NaN', 'Infinity', '1e400', '1,5', '٣', '1e-400', '0x10']),
    );
  });

  it.each(rows)('%s: %s', (number, answer) => {
    const wrong = sentence(answer, number);
    for (const block of wrong === undefined ? [] : Object.values(places))
      expect(messages(block(number))[0]).toBe(wrong);
    if (wrong !== undefined) return;
    const { network, diagnostics } = compile(places['a value']?.(number) ?? '');
    expect(diagnostics).toEqual([]);
    expect(network?.parameters[0]?.value).toBe(Number(number));
    expect(answer).toMatch(Number(number) === 0 ? /^0/ : /^the number$/);
  });
});

describe('the page of the limits, of characters', () => {
  const rows = rowsOf('character | between words | in a text in quotes').flatMap(
    ([character = '', between = '', text = '']) =>
      literals(character).map((code) => [code, between, text] as const),
  );
  const characterOf = (code: string): string =>
    String.fromCodePoint(Number.parseInt(code.slice(2), 16));

  it('has those that nobody sees', () => {
    expect(rows.map(([code]) => code)).toEqual(
      expect.arrayContaining(['U+0000', 'U+D800', 'U+202E', 'U+000D', 'U+FEFF', 'U+0009']),
    );
  });

  it.each(rows)('%s between words: %s', (code, between) => {
    const character = characterOf(code);
    if (between === 'a space') {
      expect(compile(`x ->${character}y`)).toEqual(compile('x -> y'));
    } else if (between === 'the end of a line') {
      for (const end of [character, '\r\n'])
        expect(compile(`x -> y${end}figure${end}forward`).parts.length).toBe(2);
    } else {
      expect(messages(`x ->${character} y`)).toEqual([sentence(between, code)]);
      const first = messages(`${character}x -> y`);
      expect(first).toEqual(
        between.startsWith('nothing at the beginning') ? [] : first.slice(0, 1),
      );
      expect(first.length).toBe(between.startsWith('nothing at the beginning') ? 0 : 1);
    }
  });

  it.each(rows.map(([code, , text]) => [code, text] as const))('%s in a text: %s', (code, text) => {
    const character = characterOf(code);
    const block = `x -> y\nfigure caption "a${character}b"`;
    if (text === 'itself')
      expect(compile(block).parts).toMatchObject([{ caption: `a${character}b` }]);
    else if (text === 'the end of a line')
      expect(messages(block)[0]).toBe('This text is not closed.');
    else expect(messages(block)).toEqual([sentence(text, code)]);
  });

  it.each(rows)('%s in a comment is nothing', (code, between) => {
    const rest = between === 'the end of a line' ? 'figure' : 'b';
    expect(messages(`x -> y # a${characterOf(code)}${rest}`)).toEqual([]);
  });

  it.each(rows)('%s in a name and in a label is an error', (code) => {
    const character = characterOf(code);
    expect(messages(`x_{a${character}b} -> y`)).not.toEqual([]);
    expect(messages(`x -> y\nfigure label a${character}b`)).not.toEqual([]);
  });

  it.each(rows)('%s is not in what is said of it', (code) => {
    const character = characterOf(code);
    for (const block of [`x_{a${character}b} -> y`, `x -> y\nfigure label a${character}b`])
      for (const { message, hint = '', explanation } of render(block).mistakes) {
        expect(message + hint).not.toMatch(/[^\t\P{C}]/u);
        expect(explanation).not.toMatch(/[^\t\n\P{C}]/u);
      }
  });

  it.each(
    rowsOf('from a word processor | answer').flatMap(([written = '', answer = '']) =>
      literals(written).map((sign) => [sign, answer] as const),
    ),
  )('%s: %s', (sign, answer) => {
    expect(messages(`x -> ${sign} y`)[0]).toBe(sentence(answer, sign));
  });
});
