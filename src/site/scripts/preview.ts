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
    if (target === null || isSeen(target)) return;
    box.replaceChildren(copyOf(target));
    box.showPopover();
    place(box, link);
  };

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.network-reference')) {
    link.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') soon(() => show(link));
    });
    link.addEventListener('pointerleave', () => soon(hide));
    link.addEventListener('focus', () => link.matches(':focus-visible') && show(link));
    for (const event of ['blur', 'click']) link.addEventListener(event, hide);
  }
  box.addEventListener('pointerenter', () => clearTimeout(waiting));
  box.addEventListener('pointerleave', () => soon(hide));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
}

function isSeen(target: Element): boolean {
  const { top, bottom } = target.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** Without what must be on the page once, or can be operated. */
function copyOf(target: Element): Element {
  const copy = target.cloneNode(true) as Element;
  for (const tools of copy.querySelectorAll('.tools')) tools.remove();
  for (const each of [copy, ...copy.querySelectorAll('[id], [tabindex]')]) {
    each.removeAttribute('id');
    each.removeAttribute('tabindex');
  }
  return copy;
}

/** Below the link, or above it where more room is, and within the window. */
function place(box: HTMLElement, link: Element): void {
  const { left, top, bottom } = link.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = box;
  const below = bottom + offsetHeight + 16 < innerHeight || top < innerHeight / 2;
  box.style.left = `${Math.max(8, Math.min(left - 24, document.documentElement.clientWidth - offsetWidth - 8))}px`;
  box.style.top = `${below ? bottom + 8 : top - offsetHeight - 8}px`;
}
