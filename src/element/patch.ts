import type { Element as Tree } from '../svg/element.ts';

const spaces: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

/**
 * Makes the children of an element those of a tree, and touches only what differs. What the reader is about to change,
 * a field with the focus, keeps its value. No markup is parsed, so that a page may require Trusted Types.
 */
export function patch(parent: Element, children: readonly (Tree | string)[]): void {
  for (const [place, child] of children.entries()) {
    const before = parent.childNodes[place];
    if (typeof child === 'string') {
      if (before?.nodeType === Node.TEXT_NODE) {
        if (before.nodeValue !== child) before.nodeValue = child;
      } else replace(parent, document.createTextNode(child), before);
    } else if (before instanceof Element && before.localName === child.name) dress(before, child);
    else {
      const space = spaces[child.name] ?? parent.namespaceURI;
      const made = document.createElementNS(space, child.name);
      dress(made, child);
      replace(parent, made, before);
    }
  }
  while (parent.childNodes.length > children.length) parent.lastChild?.remove();
}

function replace(parent: Element, made: Node, before: ChildNode | undefined): void {
  if (before === undefined) parent.append(made);
  else before.replaceWith(made);
}

function dress(element: Element, { attributes, children }: Tree): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value);
    if (name === 'value' && element instanceof HTMLInputElement) {
      if (element !== document.activeElement || element.type === 'range') element.value = text;
    } else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
  patch(element, children);
}
