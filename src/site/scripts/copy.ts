/** Lets each `Copy` button copy the text that stands below it. */
export function copyButtons(): void {
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('.copy');
    if (!button) return;
    const text = button.parentElement?.nextElementSibling;
    if (!text) return;
    const done = await navigator.clipboard.writeText(text.textContent).then(
      () => true,
      () => false,
    );
    // Where the clipboard is closed to us, the text is marked, and the keyboard can copy it.
    if (!done) getSelection()?.selectAllChildren(text);
    button.textContent = done ? 'Copied' : 'Press Ctrl+C';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  });
}
