import type { Element as Tree } from 'remark-network/core';

const spaces: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

/** A tree as elements of the page. No markup is parsed, so that whatever an author wrote stays text. */
export function nodeOf({ name, attributes, children }: Tree, around?: string | null): Element {
  const space = spaces[name] ?? around ?? 'http://www.w3.org/1999/xhtml';
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  for (const child of children)
    made.append(typeof child === 'string' ? child : nodeOf(child, space));
  return made;
}

/** Makes a box show trees, each as `dress` has it; what is as it was stays, with all that a reader did to it. */
export function showIn(box: Element, dress: (node: Element, tree: Tree) => Element) {
  let before = new Map<string, Element[]>();
  return (trees: readonly Tree[]): void => {
    const now = new Map<string, Element[]>();
    const nodes = trees.map((tree) => {
      const key = JSON.stringify(tree);
      const node = before.get(key)?.shift() ?? dress(nodeOf(tree), tree);
      now.set(key, [...(now.get(key) ?? []), node]);
      return node;
    });
    const stay = new Set<Node>(nodes);
    for (const child of [...box.childNodes]) if (!stay.has(child)) child.remove();
    // Only what stands elsewhere is moved: moving a figure would start it anew.
    for (const [place, node] of nodes.entries())
      if (box.childNodes[place] !== node) box.insertBefore(node, box.childNodes[place] ?? null);
    before = now;
  };
}
