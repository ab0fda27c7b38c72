import { autocompletion, type CompletionSource, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import type { Completions, Mistake } from 'remark-network/core';
import { language } from './language.ts';
import { theme } from './theme.ts';

export interface Editor {
  readonly text: string;
  readonly put: (text: string) => void;
  readonly underline: (mistakes: readonly Mistake[]) => void;
}

interface Wishes {
  readonly text: string;
  readonly changed: (text: string) => void;
  readonly complete: (text: string, offset: number) => Promise<Completions>;
}

/** Puts an editor in the place of what a box holds. Tab is left to the page, so that the keyboard gets out as it got in. */
export function openEditor(box: HTMLElement, { text, changed, complete }: Wishes): Editor {
  const root = box.attachShadow({ mode: 'open' });
  const view = new EditorView({
    doc: text,
    root,
    parent: root,
    extensions: [
      history(),
      keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
      autocompletion({ override: [source(complete)], icons: false, selectOnOpen: false }),
      language,
      theme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label':
          'The block. Tab leaves it, Control and Space complete a word, F8 leads to the next mistake.',
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) changed(state.doc.toString());
      }),
    ],
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    put(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    underline(mistakes) {
      const end = view.state.doc.length;
      view.dispatch(
        setDiagnostics(
          view.state,
          mistakes.map((each) => diagnosticOf(each, end)),
        ),
      );
    },
  };
}

const source =
  (complete: Wishes['complete']): CompletionSource =>
  async (context) => {
    const { state, pos, explicit } = context;
    if (!explicit && context.matchBefore(/[\p{L}\p{N}\\^_{]/u) === null) return null;
    const { from, options } = await complete(state.doc.toString(), pos);
    return {
      from,
      options: options.map(({ text, kind }) => ({
        label: text,
        ...(kind !== 'word' && { detail: kind }),
      })),
    };
  };

/** A mistake with what would mend it, one click each. The text may have become shorter since it was read. */
function diagnosticOf(
  { start, end, message, hint, expected = [] }: Mistake,
  length: number,
): Diagnostic {
  return {
    from: Math.min(start.offset, length),
    to: Math.min(end.offset, length),
    severity: 'error',
    message: [message, hint].filter((line) => line !== undefined).join('\n'),
    actions: expected.map((text) => ({
      name: `Write ${text}`,
      apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: text } }),
    })),
  };
}
