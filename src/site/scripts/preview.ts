/** Shows the equation or figure that a reference leads to beside it, on hover and on focus, unless it is in sight. */
export function previews(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const box = document.createElement('div');
  box.className = 'preview prose';
  box.popover = 'manual';
  // A second copy is for the eyes: whoever listens has the link.
  box.ariaHidden = 'true';
  document.body.append(box);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  // The pause lets the pointer pass over a link, and over to the preview.
  const soon = (what: () => void): void => {
    clearTimeout(waiting);
    waiting = setTimeout(what, 150);
  };
  const hide = (): void => {
    clearTimeout(waiting);
    box.hidePopover();
  };
  const show = (link: HTMLAnchorElement): void => {
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    const { top, bottom } = target.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    box.replaceChildren(copyOf(target));
    box.showPopover();
    place(box, link);
  };
  const linkAt = ({ target }: Event) =>
    (target as Element).closest<HTMLAnchorElement>('a.network-reference');

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const link = linkAt(event);
    if (link) soon(() => show(link));
    else if (box.contains(event.target as Element)) clearTimeout(waiting);
    else soon(hide);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event);
    if (link?.matches(':focus-visible')) show(link);
    else hide();
  });
  document.addEventListener('focusout', hide);
  document.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
}

/** Without what must be on the page once, or can be operated. */
function copyOf(target: Element): Element {
  const copy = target.cloneNode(true) as Element;
  for (const tools of copy.querySelectorAll('.tools, .network-steps')) tools.remove();
  for (const each of [copy, ...copy.querySelectorAll('[id], [tabindex]')]) {
    each.removeAttribute('id');
    each.removeAttribute('tabindex');
  }
  return copy;
}

/** Below the link, or above it where more room is; the style sheet has it in the middle of the window. */
function place(box: HTMLElement, link: Element): void {
  const { top, bottom } = link.getBoundingClientRect();
  const isBelow = bottom + box.offsetHeight + 16 < innerHeight || top < innerHeight / 2;
  box.style.top = `${isBelow ? bottom + 8 : top - box.offsetHeight - 8}px`;
}
