import { readFileSync } from 'node:fs';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import remarkNetwork, { type Options } from '../../src/index.ts';
import { pages } from '../support/blocks.ts';

const fence = '```';
const block = (text: string, name = ''): string => `${fence}network ${name}\n${text}\n${fence}\n`;
const formula = (tex: string, info: string): string => `$$ ${info}\n${tex}\n$$\n`;
const multi = block('x[2] -> h[2] -> y[2]', 'multi');
const rule = '\\frac{\\partial y_2}{\\partial w^1_{11}} = w^2_{21} x_1';
const slip = '\\frac{\\partial y_2}{\\partial w^1_{11}} = w^2_{12} x_1';

async function render(markdown: string, options: Options = {}, mdx = false): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(mdx ? [remarkMdx] : [])
    .use([remarkMath, [remarkNetwork, options]])
    .use(remarkRehype)
    .use(rehypeStringify)
    .process(new VFile({ path: 'post.md', value: markdown }));
  return String(file);
}

const failure = (markdown: string, options: Options = {}, mdx = false): Promise<string> =>
  render(markdown, options, mdx).then(
    () => 'nothing was wrong',
    (error: Error) => error.message.trim(),
  );

describe('a formula under a check', () => {
  it.each([false, true])('is left as it is where it is true (MDX: %s)', async (mdx) => {
    const html = await render(multi + formula(rule, 'check multi'), {}, mdx);
    expect(html).toContain('class="language-math math-display"');
    expect(html).not.toContain('network-error');
  });

  it.each([false, true])(
    'stops the build where it is false, as the reference shows it (MDX: %s)',
    async (mdx) => {
      const documented = /```text\n(post\.md[\s\S]*?)\n```/.exec(
        readFileSync('content/docs/language.md', 'utf8'),
      );
      const page = `${multi}\n${formula(slip, 'check multi')}`;
      expect(await failure(page, {}, mdx)).toBe(documented?.[1]);
    },
  );

  it('is shown with its error where the page is lenient, and keeps its number', async () => {
    const labelled = formula(`${slip} \\label{s}`, 'check multi');
    const html = await render(`${multi}${labelled}\nSee $\\eqref{s}$.`, { lenient: true });
    expect(html).toContain('id="equation-s"');
    expect(html).toContain('post.md:5:42: This is false');
    expect(html).toContain('aria-label="Equation 1">(1)</a>');
  });

  it('is checked against the nearest network above where it names none', async () => {
    const page = multi + block('x -> y') + formula('y = w_{11} x', 'check');
    expect(await failure(page)).toBe('nothing was wrong');
    expect(await failure(formula('y = x', 'check') + multi)).toContain(
      'post.md:1:4: No network stands above this formula.',
    );
  });

  it('may stand above its network', async () => {
    expect(await failure(formula(rule, 'check multi') + multi)).toBe('nothing was wrong');
    expect(await failure(formula(slip, 'check multi') + multi)).toContain('This is false');
  });

  it('names a network of the page', async () => {
    expect(await failure(multi + formula(rule, 'check mutli'))).toBe(
      [
        'post.md:4:10: No block of this page describes a network called “mutli”.',
        '  4 | $$ check mutli',
        '    |          ^^^^^',
        '  Its networks are multi.',
        '  Did you mean multi?',
      ].join('\n'),
    );
    expect(await failure(formula(rule, 'check multi') + block('x -> y'))).toContain(
      'Give the block a name, ```network multi, or write check alone for the network above.',
    );
  });

  it('waits for a network that is wrong', async () => {
    const page = block('x[2] -> h[2] -> y[2]\nwieghts w_N', 'multi') + formula(slip, 'check multi');
    const message = await failure(page);
    expect(message).toContain('Did you mean weights?');
    expect(message).not.toContain('This is false');
    const html = await render(page, { lenient: true });
    expect(html).toContain('The network “multi” is wrong above.');
  });

  it('can say nothing else', async () => {
    expect(await failure(multi + formula(rule, 'chekc multi'))).toContain(
      'post.md:4:4: “chekc” says nothing about a formula, and so it would go unchecked.',
    );
    expect(await failure(multi + formula(rule, 'check multi, label x'))).toContain(
      'post.md:4:17: check takes the name of one network, and “label” stands behind it.',
    );
    expect(await failure(multi + formula(slip, 'numbered'))).toBe('nothing was wrong');
  });
});

describe('a page all of whose formulas are checked', () => {
  const all = { check: 'all' } as const;

  it('checks those that speak of its networks', async () => {
    expect(await failure(multi + formula(slip, ''))).toBe('nothing was wrong');
    expect(await failure(multi + formula(slip, ''), all)).toContain('post.md:5:42: This is false');
    expect(await failure(multi + formula('y_k \\to t_k', ''), all)).toContain(
      'Only = can be checked',
    );
    expect(await failure(multi + formula('e = m c^2', ''), all)).toBe('nothing was wrong');
    expect(await failure(multi + formula('E = m c^2', ''), all)).toBe('nothing was wrong');
  });

  it('takes of several networks the nearest above, then the nearest below', async () => {
    const [one, other] = [block('x[2] -> y[2]', 'one'), block('a[2] -> b[2]', 'other')];
    expect(await failure(one + other + formula('y_1 = x_1', ''), all)).toContain('This is false');
    expect(await failure(one + formula('b_1 = a_1', '') + other, all)).toContain('This is false');
  });

  it('leaves out what is marked so', async () => {
    expect(await failure(multi + formula(slip, 'unchecked'), all)).toBe('nothing was wrong');
  });
});

describe('our own pages', () => {
  const ours = [...pages('content/examples'), ...pages('content/posts'), ...pages('content/docs')];

  it.each(ours)('%s holds in all its formulas', async (_, markdown) => {
    expect(await failure(markdown.replace(/^---[\s\S]*?\n---/, ''), { check: 'all' })).toBe(
      'nothing was wrong',
    );
  });
});

describe('a formula below a block', () => {
  it('waits for it where it is wrong, by its name if it has one', async () => {
    const checked = formula('y = x', 'check');
    const lenient = { lenient: true };
    expect(await render(block('x -> y\nnothing') + checked, lenient)).toContain(
      'The network above is wrong.',
    );
    expect(await render(block('x -> y\nnothing', 'one') + checked, lenient)).toContain(
      'The network “one” is wrong above.',
    );
  });

  it('is about the network above it, not about the notation of the page', async () => {
    const page = block('x -> y') + block('notation nielsen') + formula('y = w_{11} x', 'check');
    expect(await failure(page)).toBe('nothing was wrong');
  });

  it('is checked against those that can be read, where all formulas are', async () => {
    const page = block('x -> y') + block('a -> b\nnothing') + formula('y = x', '');
    const html = await render(page, { lenient: true, check: 'all' });
    expect(html).toContain('This is false: where y = 16, x = 4');
  });
});
