import { describe, expect, it } from 'vitest';
import { pages } from '../support/blocks.ts';

/** The header of each table of a text, as its cells. */
const headers = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(.+)\|\n\|(?: --- \|)+$/gm)].map(([, cells = '']) =>
    cells.split('|').map((cell) => cell.trim()),
  );

describe.each(pages('content/docs'))('the tables of %s', (_, text) => {
  it('name every column: a screen reader says the name before each cell', () => {
    expect(headers(text).flat()).not.toContain('');
  });
});
