import type { Mistake } from 'remark-network/core';
import { copyButton, textCopy } from './clipboard.ts';
import type { Editor } from './editor.ts';
import { hashOf, textIn } from './hash.ts';
import { results } from './result.ts';
import { Workshop } from './workshop.ts';

/** After so many milliseconds without a key the block is rendered; after so many more its address is renewed. */
const pause = { render: 120, address: 600 };

const find = (id: string): HTMLElement =>
  document.getElementById(`playground-${id}`) as HTMLElement;
const [box, choice] = [find('editor'), find('examples') as HTMLSelectElement];
const workshop = new Workshop();
const shown = results(
  { made: find('made'), live: find('live'), wrong: find('wrong'), status: find('status') },
  async () => (await workshop.ask('parts', text)).parts,
);

const first = (box.textContent ?? '').trim();
let text = textIn(location.hash) ?? first;
let editor: Editor | undefined;
let mistakes: readonly Mistake[] = [];
let rendering: ReturnType<typeof setTimeout> | undefined;
let addressing: ReturnType<typeof setTimeout> | undefined;

async function show(): Promise<void> {
  const asked = text;
  try {
    const result = await workshop.ask('show', asked);
    // What was typed meanwhile is on its way.
    if (asked !== text) return;
    shown.show(result);
    ({ mistakes } = result);
    editor?.underline(mistakes);
    if (mistakes.length > 0) return;
    const live = await workshop.ask('live', asked);
    if (asked === text) shown.showLive(live);
  } catch (error) {
    shown.fail(String((error as Error).message));
  }
}

function changed(next: string): void {
  if (next === text) return;
  text = next;
  clearTimeout(rendering);
  clearTimeout(addressing);
  rendering = setTimeout(show, pause.render);
  addressing = setTimeout(() => history.replaceState(null, '', hashOf(text)), pause.address);
}

/** Another block altogether, from a link or from the list. */
function turnTo(next: string): void {
  shown.forget();
  text = next;
  editor?.put(next);
  choice.value = [...choice.options].some(({ value }) => value === hashOf(next))
    ? hashOf(next)
    : '';
  void show();
}

async function edit(): Promise<void> {
  const { openEditor } = await import('./editor.ts');
  editor = openEditor(box, {
    text,
    changed,
    complete: (written, offset) => workshop.ask('complete', written, offset),
  });
  editor.underline(mistakes);
}

addEventListener('hashchange', () => {
  const next = textIn(location.hash);
  if (next !== undefined && next.trimEnd() !== text.trimEnd()) turnTo(next);
});
choice.addEventListener('change', () => {
  if (choice.value !== '') location.hash = choice.value;
});
find('copies').append(
  copyButton('Copy Markdown', () => {
    const fence = /^```/m.test(text) ? '~~~~' : '```';
    return textCopy(
      'network.md',
      Promise.resolve(`${fence}network\n${text.trimEnd()}\n${fence}\n`),
    );
  }),
  copyButton('Copy link', () =>
    textCopy('link.txt', Promise.resolve(location.href.split('#')[0] + hashOf(text))),
  ),
);
// What was built for the first block stands until another is there.
if (text !== first) turnTo(text);
else choice.value = '';
if ('requestIdleCallback' in globalThis) requestIdleCallback(edit, { timeout: 1500 });
else setTimeout(edit, 200);
