import type { RenderedEquation, RenderedFigure, Element as Tree } from 'remark-network/core';
import { copyButton, textCopy } from './clipboard.ts';
import { nodeOf, showIn } from './nodes.ts';
import { png } from './png.ts';
import type { Shown } from './show.ts';

type Part = RenderedFigure | RenderedEquation;

/** The places of the page that a result is shown in. */
interface Places {
  readonly made: HTMLElement;
  readonly live: HTMLElement;
  readonly wrong: HTMLElement;
  readonly status: HTMLElement;
}

/**
 * Shows results. A wrong block leaves what the one before it made, marked as such; where there was none, the rest of it is shown.
 *
 * @param parts all forms of what is shown, asked for when one is copied
 */
export function results(
  { made, live, wrong, status }: Places,
  parts: () => Promise<readonly Part[]>,
) {
  const dress = (node: Element, { name, attributes }: Tree): Element => {
    if (name === 'figure') node.append(figureTools(node));
    if (!String(attributes.class).startsWith('network-equation')) return node;
    const box = nodeOf({ name: 'div', attributes: { class: 'equation' }, children: [] });
    box.append(node, equationTools(box));
    return box;
  };
  const fill = showIn(made, dress);
  const fillLive = showIn(live, (node) => node);

  /** The part that a node of the result shows: the parts of a kind stand in the same order as their nodes. */
  const partOf = async <Kind extends Part['kind']>(node: Element, kind: Kind) => {
    const like = [...made.querySelectorAll(kind === 'figure' ? 'figure.network' : '.equation')];
    const found = (await parts()).filter((part) => part.kind === kind)[like.indexOf(node)];
    if (found === undefined) throw new Error('The block has changed.');
    return found as Extract<Part, { kind: Kind }>;
  };
  const figureTools = (node: Element): Element => {
    const figure = () => partOf(node, 'figure');
    return toolbar(
      copyButton('Copy SVG', () =>
        textCopy(
          'network.svg',
          figure().then(({ file }) => file),
        ),
      ),
      copyButton('Copy PNG', () => ({
        file: 'network.png',
        type: 'image/png',
        content: figure().then(({ plain }) => png(plain)),
      })),
    );
  };
  const equationTools = (node: Element): Element =>
    toolbar(
      copyButton('Copy LaTeX', () =>
        textCopy(
          'network.tex',
          partOf(node, 'equation').then(({ tex }) => tex),
        ),
      ),
    );

  // What was built with the page has no buttons yet.
  for (const node of made.children)
    if (node.matches('figure')) node.append(figureTools(node));
    else if (node.matches('.equation')) node.append(equationTools(node));

  let hasGood = true;
  return {
    show({ elements, mistakes, without }: Shown): void {
      const isRight = mistakes.length === 0;
      if (isRight || !hasGood) fill(elements);
      if (!isRight && !hasGood) this.showLive(undefined);
      made.classList.toggle('stale', !isRight && hasGood);
      hasGood ||= isRight;
      wrong.hidden = isRight;
      wrong.replaceChildren(...mistakes.map(({ explanation }) => message(explanation)));
      status.textContent = isRight ? '' : told(mistakes.length, without, hasGood);
    },
    showLive(figure: Tree | undefined): void {
      fillLive(figure === undefined ? [] : [figure]);
      live.parentElement?.toggleAttribute('hidden', figure === undefined);
    },
    /** Something else is shown from now on: a wrong block no longer leaves what was there. */
    forget(): void {
      hasGood = false;
    },
    fail(words: string): void {
      status.textContent = words;
    },
  };
}

function told(count: number, without: readonly number[], hasGood: boolean): string {
  const mistakes = count === 1 ? 'A mistake' : `${count} mistakes`;
  if (hasGood) return `${mistakes}. Shown is what the block made before.`;
  const lines = without.length === 1 ? `line ${without[0]}` : `lines ${without.join(', ')}`;
  return `${mistakes}. Shown is what the block makes without ${lines}.`;
}

function message(explanation: string): Element {
  const text = explanation.replace(/^block:(\d+):(\d+): /, 'Line $1: ');
  return nodeOf({ name: 'pre', attributes: { tabindex: 0 }, children: [text] });
}

function toolbar(...buttons: Element[]): Element {
  const bar = nodeOf({ name: 'div', attributes: { class: 'playground-tools' }, children: [] });
  bar.append(...buttons);
  return bar;
}
