import { html } from './html.ts';

/** The part of KaTeX that is asked for: hand over what `import katex from 'katex'` gives. */
export interface Katex {
  renderToString(
    tex: string,
    options: typeof katexOptions & { readonly displayMode: boolean },
  ): string;
}

/** What `katexOptions` trusts a formula with: our own classes, and nothing else. */
const ownClasses = /^network-term(?: network-p\d{1,3})+$/;

/**
 * The options that KaTeX needs for linked terms: it takes `\htmlClass` only where it is told to trust it, and warns of
 * it all the same unless it is told not to.
 */
export const katexOptions = {
  trust: ({ command, class: classes }: { command: string; class?: string }): boolean =>
    command === '\\htmlClass' && ownClasses.test(String(classes)),
  strict: (code: string): 'ignore' | 'warn' => (code === 'htmlExtension' ? 'ignore' : 'warn'),
};

/** A formula as the markup of one element, displayed or running in the text. */
export type Typeset = (tex: string, displayed: boolean) => string;

/** Typesets by KaTeX. A formula that it can't read is shown as it was written, in red, with the reason as its title. */
export function typesetBy(katex: Katex): Typeset {
  return (tex, displayMode) => {
    const set = attempt(() => katex.renderToString(tex, { displayMode, ...katexOptions }));
    if (typeof set === 'string') return set;
    const attributes = { class: 'katex-error', title: set.message, style: 'color:#cc0000' };
    return html({ name: 'span', attributes, children: [tex] });
  };
}

/** Not only ParseErrors: formulas that nest deeply or define macros make it throw others. */
function attempt(typeset: () => string): string | Error {
  try {
    return typeset();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
