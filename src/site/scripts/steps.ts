/**
 * Comfort for derivations that are walked through: arrow keys, a swipe over the figure, and no entry in the history
 * for each step. The steps are links, and go without it.
 */
export function steps(): void {
  const go = (way: HTMLAnchorElement | null | undefined): void => {
    if (way) location.replace(way.hash);
  };
  const turn = (isForward: boolean): void =>
    go(
      document.querySelector<HTMLAnchorElement>(`:target .network-steps a${isForward ? '+a' : ''}`),
    );
  document.addEventListener('click', (event) => {
    const way = (event.target as Element).closest<HTMLAnchorElement>('.network-walk a');
    if (!way || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(way);
  });
  document.addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey }) => {
    // Whoever types, moves a slider or scrolls a wide formula means that.
    const isWalking = document.activeElement?.matches('body, .network-line, .network-line *');
    if (!isWalking || altKey || ctrlKey || metaKey) return;
    if (key === 'ArrowRight') turn(true);
    if (key === 'ArrowLeft') turn(false);
  });
  // The style sheet leaves up and down to the browser, so that a pointer which comes up again went across.
  let begun = 0;
  document.addEventListener('pointerdown', ({ clientX, target }) => {
    begun = (target as Element).closest('.network-walk svg') ? clientX : Number.NaN;
  });
  document.addEventListener('pointerup', ({ clientX }) => {
    if (Math.abs(clientX - begun) > 40) turn(clientX < begun);
  });
}
