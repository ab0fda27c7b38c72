import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { ruleNames } from '../src/calculus/derivation.ts';
import { shares } from '../src/calculus/loss.ts';
import { compile } from '../src/compile.ts';
import { languages } from '../src/latex/language.ts';
import { blocksOf, pages } from './support/blocks.ts';

const file = 'content/docs/rules.md';
const page = readFileSync(file, 'utf8');

/** The first sentence that this site says for each rule, longest pages first to show the most. */
function sentences(): ReadonlyMap<string, string> {
  const all = [...pages('content/posts'), ...pages('content/examples')].flatMap(([, text]) =>
    blocksOf(text).flatMap(({ compiled }) => compiled.parts),
  );
  const rows = all.flatMap((part) => (part.kind === 'equation' ? part.rows : []));
  const found = new Map<string, string>();
  for (const { rule, reason } of rows) if (!found.has(rule)) found.set(rule, reason.sentence);
  return found;
}

describe('the page of the rules', () => {
  it('has every rule, by its name and with a sentence that the examples say', async () => {
    const said = sentences();
    const rows = ruleNames.map((rule) => {
      const sentence = said.get(rule);
      expect(sentence, `no example has the rule ${rule}`).toBeDefined();
      return `| \`${rule}\` | ${languages.en.rules[rule].name} | ${sentence} |`;
    });
    const table = ['| word | rule | why a line follows |', '| --- | --- | --- |', ...rows].join(
      '\n',
    );
    const [prose] = page.split('\n| word |');
    await expect(`${prose}\n${table}\n`).toMatchFileSnapshot(`../${file}`);
  });

  it('has every activation and every loss that the language knows', () => {
    const { diagnostics } = compile('x -> y\nactivation what');
    const [, list = ''] = /There are (.*)\./.exec(diagnostics[0]?.hint ?? '') ?? [];
    const activations = list.split(/, | and /).filter((name) => name !== 'linear');
    expect(activations.length).toBeGreaterThan(8);
    for (const name of [...activations, ...Object.keys(shares)])
      expect(page).toContain(`\n| \`${name}\` | $`);
  });

  it('has formulas that KaTeX sets without a complaint', () => {
    const formulas = [...page.matchAll(/\$([^$]+)\$/g)].map(([, tex = '']) => tex);
    expect(formulas.length).toBeGreaterThan(40);
    for (const tex of formulas)
      expect(() =>
        katex.renderToString(tex, { throwOnError: true, strict: 'error' }),
      ).not.toThrow();
  });
});
