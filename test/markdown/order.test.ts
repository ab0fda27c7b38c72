import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import remarkNetwork, { katexOptions } from '../../src/index.ts';
import { pages } from '../support/blocks.ts';
import { renderHtml } from '../support/render.ts';

const texts = pages('content/examples').map(([, text]) => text);

/** One processor for many files, as hosts have it. */
const processor = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkNetwork, { link: 'katex' })
  .use(remarkRehype)
  .use(rehypeKatex, katexOptions)
  .use(rehypeStringify)
  .freeze();
const made = async (text: string): Promise<string> => String(await processor.process(text));

describe('many files by one processor', () => {
  let alone: readonly string[];
  beforeAll(async () => {
    alone = await Promise.all(texts.map((text) => renderHtml(text, { link: 'katex' })));
    expect(alone.length).toBeGreaterThan(30);
  });

  it('give the bytes that each gives alone, first to last', async () => {
    for (const [place, text] of texts.entries()) expect(await made(text)).toBe(alone[place]);
  });

  it('give them last to first', async () => {
    for (const [place, text] of [...texts.entries()].reverse())
      expect(await made(text)).toBe(alone[place]);
  });

  it('give them at once, with wrong files among them', async () => {
    const wrong = texts.map((text) => text.replace('->', '=>'));
    const all = await Promise.allSettled(
      texts.flatMap((text, place) => [made(wrong[place] ?? ''), made(text)]),
    );
    const right = all.filter((_, place) => place % 2 === 1);
    expect(right.map((each) => each.status === 'fulfilled' && each.value)).toEqual(alone);
    expect(
      all.filter((_, place) => place % 2 === 0 && all[place]?.status === 'rejected'),
    ).not.toEqual([]);
  });
});
