import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limitsPage, slowestOf, withSlowest } from '../../bench/worst-table.ts';

it('the page of the limits names the slowest blocks that were measured', () => {
  const rows = slowestOf(readFileSync('bench/worst.txt', 'utf8'));
  expect(rows.match(/^\| .+ \| \d+ \| \d+ \|$/gm)).toHaveLength(5);
  const page = readFileSync(limitsPage, 'utf8');
  expect(withSlowest(page, rows)).toBe(page);
});
