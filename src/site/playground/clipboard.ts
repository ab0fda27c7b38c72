/** What can be copied, as a file would have it. */
export interface Copy {
  readonly file: string;
  readonly type: 'text/plain' | 'image/png';
  readonly content: Promise<Blob>;
}

export const textCopy = (file: string, text: Promise<string>): Copy => ({
  file,
  type: 'text/plain',
  content: text.then((each) => new Blob([each], { type: 'text/plain' })),
});

/** Copies, or, where the clipboard is closed to us, saves as a file; tells which of the two. */
export async function copy({ file, type, content }: Copy): Promise<string> {
  try {
    // The content may come later: some browsers forbid a copy that does not begin with the click.
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
    return 'Copied';
  } catch {
    const address = URL.createObjectURL(await content);
    Object.assign(document.createElement('a'), { href: address, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return `Saved as ${file}`;
  }
}

/** A button that copies and says so. */
export function copyButton(label: string, copied: () => Copy): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: label,
  });
  button.addEventListener('click', async () => {
    button.textContent = await copy(copied()).catch(() => 'Could not be copied');
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
  return button;
}
