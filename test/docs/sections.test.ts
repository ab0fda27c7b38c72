import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../support/blocks.ts';

const [, table = ''] =
  /const order[^=]*= \[\n([\s\S]*?)\n\];/.exec(readFileSync('src/site/docs.ts', 'utf8')) ?? [];
const listed = [...table.matchAll(/\['[A-Z][^']*', \[([^\]]*)\]\]/g)].flatMap(([, ids = '']) =>
  [...ids.matchAll(/'(\w+)'/g)].map(([, id = '']) => id),
);

describe('the sections of the docs', () => {
  it('list every page once, and none that there is not', () => {
    expect([...listed].sort()).toEqual(pages('content/docs').map(([name]) => name));
  });

  it.each(pages('content/docs'))('lead to pages that there are: %s', (_, text) => {
    const links = [...text.matchAll(/\]\(\/docs\/([a-z]*)\/?(?:#[\w-]*)?\)/g)];
    for (const [, id = ''] of links) expect(['', ...listed]).toContain(id);
  });
});
