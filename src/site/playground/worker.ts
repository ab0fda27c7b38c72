/// <reference lib="webworker" />
import katex from 'katex';
import { complete, render } from 'remark-network';
import type { Answer, Answers, Kind, Question } from './messages.ts';
import { liveOf, show } from './show.ts';

// All work on a block is done here: however long it takes, typing goes on.
const answers: { readonly [K in Kind]: (text: string, offset: number) => Answers[K] } = {
  show: (text) => show(text, katex),
  live: (text) => liveOf(text, katex),
  parts: (text) => render(text),
  complete,
};

addEventListener('message', ({ data: { id, kind, text, offset } }: MessageEvent<Question>) => {
  postMessage({ id, answer: answers[kind](text, offset) } satisfies Answer);
});
