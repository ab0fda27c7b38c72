import { EditorView } from '@codemirror/view';

/** The editor in the site's colours: it stands in a shadow tree, which its own style sheet reaches and the page's does not. */
export const theme = EditorView.theme({
  '&': { fontSize: 'inherit', color: 'var(--ink)', minHeight: 'inherit' },
  '&.cm-focused': { outline: '2px solid var(--link)', outlineOffset: '2px' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit', minHeight: 'inherit' },
  '.cm-content': { padding: '0.95em 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.1em' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-activeLine': { background: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'light-dark(#cfe3f7, #2b4a68)' },
  '.tok-keyword': { color: 'light-dark(#8a1f6b, #f0a5dc)', fontWeight: '600' },
  '.tok-typeName': { color: 'light-dark(#0a5392, #8ec5ff)' },
  '.tok-number': { color: 'light-dark(#0b5d57, #7fd6cc)' },
  '.tok-string': { color: 'light-dark(#7a4300, #f2b880)' },
  '.tok-comment': { color: 'var(--soft)', fontStyle: 'italic' },
  '.tok-operator, .tok-punctuation': { color: 'var(--soft)' },
  '.cm-tooltip': {
    border: '1px solid var(--rule)',
    borderRadius: '6px',
    background: 'var(--paper)',
    color: 'var(--ink)',
    maxWidth: 'min(30rem, 90vw)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'light-dark(#0a5392, #8ec5ff)',
    color: 'light-dark(#fff, #151517)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap', borderLeftColor: 'light-dark(#b3261e, #ff8a80)' },
  '.cm-diagnosticAction': {
    background: 'light-dark(#0a5392, #8ec5ff)',
    color: 'light-dark(#fff, #151517)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy light-dark(#b3261e, #ff8a80)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-panels': { background: 'var(--well)', color: 'var(--ink)' },
});
