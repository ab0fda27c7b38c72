import type { Content } from '../page/piece.ts';
import { sourceOf } from '../page/place.ts';
import type { Element } from '../svg/element.ts';
import { derivationLines, type Mixed, walkFigure } from './derivation.ts';
import {
  asIs,
  contentElement,
  equationBox,
  formulaMarkup,
  referenceAttributes,
} from './elements.ts';
import { failure } from './failure.ts';
import { type Finished, html, htmlAround, htmlStart, type Tree } from './html.ts';
import { type Options, setup } from './options.ts';
import { findTokens, type Token } from './tokens.ts';
import type { Typeset } from './typeset.ts';

type NewToken = new (type: string, tag: string, nesting: 0) => Token;

interface State {
  readonly src: string;
  tokens: Token[];
  readonly env: unknown;
  readonly Token: NewToken;
}

/** markdown-it, as far as it is asked for. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: State) => void): void };
  };
  readonly renderer: { readonly rules: Readonly<Record<string, unknown>> };
}

/**
 * The plugin for markdown-it. Formulas are typeset by the plugin that is there, any that has tokens `math_block` and
 * `math_inline`; or by KaTeX, where that is given.
 *
 * @throws {Error} for a notation that there is not; for the mistakes of the author, unless `lenient`
 */
export default function markdownItNetwork(md: MarkdownIt, options: Options = {}): void {
  const { lenient, typeset, page: pageOf } = setup(options);
  md.core.ruler.push('network', (state) => {
    const source = sourceOf(state.src);
    const path = pathIn(state.env);
    const found = findTokens(state.tokens, source);
    const page = pageOf(
      found.map(({ piece }) => piece),
      source,
      path,
    );
    if (page.problems.length > 0 && !lenient) throw failure(page.problems, source, path);
    const hasMath = 'math_block' in md.renderer.rules;
    const host: Host = { Token: state.Token, typeset, hasMath };
    const made = new Map<Token, readonly Token[]>();
    for (const [index, { piece, token, end }] of found.entries()) {
      const contents = page.outcomes[index]?.contents ?? (typeset && asIs(piece));
      if (contents === undefined) continue;
      const isBlock = piece.kind === 'block' || piece.kind === 'display';
      made.set(
        token,
        contents.flatMap((each) => tokensOf(each, isBlock, host)),
      );
      if (end !== undefined) made.set(end, []);
    }
    const replaced = (tokens: Token[]): Token[] =>
      tokens.flatMap((token) => {
        if (token.children) token.children = replaced(token.children);
        return made.get(token) ?? [token];
      });
    state.tokens = replaced(state.tokens);
  });
}

interface Host {
  readonly Token: NewToken;
  readonly typeset: Typeset | undefined;
  /** Whether there are rules that typeset tokens of formulas. */
  readonly hasMath: boolean;
}

function tokensOf(content: Content, isBlock: boolean, host: Host): readonly Token[] {
  const token = (type: string, text: string): Token =>
    Object.assign(new host.Token(type, '', 0), { content: text, block: isBlock });
  const markup = (text: string) => token(isBlock ? 'html_block' : 'html_inline', text);
  const around = (element: Omit<Element, 'children'>, inside: readonly Token[]) => [
    markup(htmlStart(element)),
    ...inside,
    markup(`</${element.name}>`),
  ];
  const mixed = ({ children, ...element }: Mixed): readonly Token[] =>
    around(
      element,
      children.flatMap((child) =>
        'kind' in child ? tokensOf(child, isBlock, host) : mixed(child),
      ),
    );
  if (content.kind === 'text') return [token('text', content.text)];
  if (host.hasMath && host.typeset === undefined) {
    if (content.kind === 'formula') return [token('math_inline', content.tex)];
    if (content.kind === 'display') return [token('math_block', content.tex)];
    if (content.kind === 'equation')
      return [
        token('html_block', htmlStart(equationBox(content, []))),
        token('math_block', content.tex),
        token('html_block', '</div>\n'),
      ];
    if (content.kind === 'derivation') {
      const { walk, id } = content;
      const box = { ...equationBox(content, []), children: derivationLines(content) };
      if (walk === undefined || id === undefined) return mixed(box);
      const figure = token('html_block', html(walkFigure(walk, id)));
      return around({ name: 'div', attributes: { class: 'network-walk' } }, [
        figure,
        ...mixed(box),
      ]);
    }
    if (content.kind === 'reference' && content.content.kind === 'formula') {
      const { address, spoken } = content;
      const attributes = referenceAttributes(address, spoken);
      return around({ name: 'a', attributes }, [token('math_inline', content.content.value)]);
    }
  }
  const written = htmlAround(
    contentElement(content, formulaMarkup(host.typeset)) as Tree<Finished> | Finished,
  );
  return [markup(isBlock ? `${written}\n` : written)];
}

/** The file's name, where hosts such as VitePress and Eleventy tell it. */
function pathIn(env: unknown): string {
  const named = env as { path?: unknown; page?: { inputPath?: unknown } } | undefined;
  return [named?.path, named?.page?.inputPath].find((name) => typeof name === 'string') ?? 'text';
}
