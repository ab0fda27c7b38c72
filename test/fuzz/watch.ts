import { createHash } from 'node:crypto';
import katex from 'katex';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { randomSource } from '../../src/calculus/point.ts';
import remarkNetwork, { renderText } from '../../src/index.ts';
import type { Problem } from '../../src/page/problem.ts';
import { mutatedPage } from './mutate.ts';
import type { Seed } from './seeds.ts';

/** What went wrong with an input, in words, and the input. */
export interface Finding {
  readonly what: string;
  readonly input: string;
}

export interface Watched {
  readonly inputs: number;
  /** Inputs that were refused in words, and those that made something. */
  readonly refused: number;
  readonly accepted: number;
  readonly findings: readonly Finding[];
  /** Processor time of the slowest input, in milliseconds, and that input. */
  readonly slowest: { readonly time: number; readonly input: string };
  /** All outputs in one number: a second run must give it again. */
  readonly digest: string;
}

/** What a program writes where it has lost a value. */
const odd = /NaN|Infinity|undefined|\[object/;

/** Longer than this for one page is a hang. */
const mostTime = 2000;

/**
 * Gives the plugin as many mutated pages as are wanted, and watches what it does with them.
 *
 * @param typeset every so many inputs, one is also typeset with KaTeX, and goes through remark in strict mode
 */
export function watch(seed: number, inputs: number, seeds: readonly Seed[], typeset = 20): Watched {
  const random = randomSource(seed);
  const findings: Finding[] = [];
  const hash = createHash('sha256');
  let [refused, accepted, slowest] = [0, 0, { time: 0, input: '' }];
  const before = fingerprint();
  for (let made = 0; made < inputs; made++) {
    const input = mutatedPage(random, seeds);
    const found = (what: string): unknown => findings.push({ what, input });
    const start = process.cpuUsage();
    try {
      const { text, problems } = renderText(input, { link: 'katex' });
      const time = process.cpuUsage(start).user / 1000;
      if (time > slowest.time) slowest = { time, input };
      if (time > mostTime) found(`took ${Math.round(time)} ms`);
      if (problems.length > 0) refused++;
      else accepted++;
      for (const problem of problems) for (const what of wrongIn(problem, input)) found(what);
      if (odd.test(text) && !odd.test(input)) found(`writes ${odd.exec(text)?.[0]}`);
      hash.update(text);
      if (made % typeset === 0) {
        if (renderText(input, { link: 'katex' }).text !== text) found('another output');
        const typeset = renderText(input, { link: 'katex', katex }).text;
        // What an author typed between dollars may be no formula; ours always are.
        if (!input.includes('$') && typeset.includes('katex-error'))
          found('a formula of ours is none');
        const strict = strictly(input);
        if (strict !== undefined) found(strict);
      }
    } catch (error) {
      found(`threw ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`);
    }
    if (fingerprint() !== before) found('changed a prototype');
  }
  return { inputs, refused, accepted, findings, slowest, digest: hash.digest('hex').slice(0, 16) };
}

/** What every mistake that an author is told must have. */
function wrongIn({ start, end, message, hint, code }: Problem, input: string): readonly string[] {
  const lines = input.split(/\r\n|\r|\n/);
  const isPlace = ({ line, column, offset }: Problem['start']): boolean =>
    line >= 1 &&
    line <= lines.length &&
    column >= 1 &&
    column <= (lines[line - 1]?.length ?? 0) + 1 &&
    offset >= 0 &&
    offset <= input.length;
  return [
    ...(isPlace(start) ? [] : [`${code} begins nowhere: ${JSON.stringify(start)}`]),
    ...(isPlace(end) ? [] : [`${code} ends nowhere: ${JSON.stringify(end)}`]),
    ...(end.offset < start.offset ? [`${code} ends before it begins`] : []),
    ...(/[^\t\P{C}]/u.test(`${message} ${hint ?? ''}`)
      ? [`${code} says what cannot be seen: ${JSON.stringify(message)}`]
      : []),
    ...(message.length > 600 ? [`${code} has a message of ${message.length} characters`] : []),
    ...(odd.test(`${message} ${hint ?? ''}`) && !odd.test(input)
      ? [`${code} says ${message} ${hint}`]
      : []),
  ];
}

/** In strict mode a page passes, or stops with an error of ours that has a place. */
function strictly(input: string): string | undefined {
  const file = new VFile({ value: input, path: 'page.md' });
  const processor = unified().use(remarkParse).use(remarkMath).use(remarkNetwork, {});
  try {
    processor.runSync(processor.parse(file), file);
    return undefined;
  } catch (error) {
    const isOurs = error instanceof VFileMessage && error.source === 'remark-network';
    if (isOurs && error.line !== undefined && error.column !== undefined) return undefined;
    return `remark threw ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`;
  }
}

/** What all objects inherit, as text. */
const fingerprint = (): string =>
  [Object.prototype, Array.prototype, Function.prototype, Map.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).length)
    .join();
