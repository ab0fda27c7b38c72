import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '../../src/limits.ts';

it('the page of the limits says what the table says', () => {
  const page = readFileSync('content/docs/limits.md', 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([\d,]+) \| .+ \|$/gm)].map(
    ([, name = '', most = '']) => [name, Number(most.replaceAll(',', ''))],
  );
  expect(Object.fromEntries(rows)).toEqual(limits);
  expect(rows.length).toBe(Object.keys(limits).length);
});
