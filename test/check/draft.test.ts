import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import remarkNetwork from '../../src/index.ts';

/** The displayed equations that the project began with, each checked against the network that it is about. */
const page = readFileSync('test/check/draft.md', 'utf8');
const lines = page.split('\n');

let reported: readonly {
  line: number;
  words: string;
  rule: string;
  reason: string;
  note: string;
}[] = [];

beforeAll(async () => {
  const file = new VFile({ path: 'draft.md', value: page });
  const remark = unified().use(remarkParse).use(remarkMath).use(remarkNetwork, { lenient: true });
  await remark.run(remark.parse(file), file);
  reported = file.messages.map(({ place, ruleId = '', reason, note = '' }) => {
    if (place === undefined || !('start' in place)) throw new Error('a problem without its place');
    const { start, end } = place;
    const line = lines[start.line - 1] ?? '';
    const words = line.slice(
      start.column - 1,
      end.line === start.line ? end.column - 1 : undefined,
    );
    return { line: start.line, words, rule: ruleId, reason, note };
  });
});

const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;

describe('the draft’s equations, each under a check in its own numbering', () => {
  it('are 29', () => {
    expect(page.match(/^\$\$ check/gm)).toHaveLength(29);
  });

  it('are reported where they are wrong, and nowhere else', () => {
    expect(reported.map(({ line, words, rule }) => [line, words, rule])).toEqual([
      // The free index i is missing on the left.
      [lineOf('\\Delta w_k = (y_k - t_k)x_i'), 'x_i', 'unreadable-formula'],
      [lineOf('\\Delta w_k = \\delta_k x_i'), 'x_i', 'unreadable-formula'],
      // The weight from h_1 to y_2 is w_{31}, and what was made of the slip.
      [lineOf('{\\delta w_{11}^1} = w_{21}^2 x_1'), 'w_{21}^2 x_1', 'false-equation'],
      ...slips.map((words, place) => [
        lineOf(words),
        words,
        place === 0 ? 'false-equation' : 'false-consequence',
      ]),
      // Words in place of a sum over paths.
      [lineOf('(product of all'), 'paths', 'unreadable-formula'],
    ]);
  });

  it('are told what the network says instead', () => {
    const [first, second] = reported.filter(({ rule }) => rule === 'false-equation');
    expect(first?.reason).toBe(
      'This is false: where w_{21}^2 = 2, x_1 = 4, this is 8, and what stands before it is 20.',
    );
    expect(first?.note).toBe(
      'With w_{31}^2 in place of w_{21}^2 it would be true. The network says \\frac{\\partial y_2}{\\partial w_{11}^1} = w_{31}^2 x_1.',
    );
    expect(second?.note).toBe(
      'With w_{31}^2 in place of w_{21}^2 it would be true. The network says \\Delta w_{11}^1 = x_1 \\left[(y_1 - t_1) w_{11}^2 + (y_2 - t_2) w_{31}^2\\right].',
    );
  });

  it('are those of the draft itself, where it stands beside the project', () => {
    const draft = beside('shared/seed/post.md');
    if (draft === undefined) return;
    const own = [...page.matchAll(/^\$\$ check \w+\n([\s\S]*?)\n\$\$$/gm)].map((match) => match[1]);
    const its = [...draft.matchAll(/^\$\$\s*((?:(?!\$\$)[\s\S])*?)\s*\$\$[ \t]*$/gm)];
    expect(its.map((match) => match[1])).toEqual(own);
  });
});

const slips = [
  '[(t_1 - y_1) (0 - w_{11}^2 x_1) + (t_2 - y_2) (0 - w_{21}^2 x_1)]',
  '(y_1 - t_1)w_{11}^2x_1 + (y_2 - t_2)w_{21}^2 x_1',
  'x_1[(y_1 - t_1)w_{11}^2 + (y_2 - t_2)w_{21}^2]',
  'x_1\\sum_k(y_k - t_k) w_{k1}^2',
];

/** A file beside the project's folder, or beside that of the repository which this work tree belongs to. */
function beside(path: string): string | undefined {
  const found = [process.cwd(), ...repository()]
    .map((folder) => join(folder, '..', path))
    .find(existsSync);
  return found && readFileSync(found, 'utf8');
}

/** The folder of the repository; none where the project came without one. */
function repository(): readonly string[] {
  try {
    const git = execFileSync('git', ['rev-parse', '--path-format=absolute', '--git-common-dir'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [dirname(String(git).trim())];
  } catch {
    return [];
  }
}
