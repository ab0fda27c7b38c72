import type { Answer, Answers, Kind, Question } from './messages.ts';

/** Longer than this nobody waits, and a shared link must not keep a machine busy. */
const patience = 10_000;

/** A block took too long. */
export class TooLong extends Error {}

/** Asks the worker, one question after the other. One that takes too long ends the worker, and the next has a new one. */
export class Workshop {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (answer: Answers[Kind]) => void>();

  ask<K extends Kind>(kind: K, text: string, offset = 0): Promise<Answers[K]> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#worker?.terminate();
        this.#worker = undefined;
        this.#waiting.clear();
        reject(new TooLong('This block takes too long.'));
      }, patience);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer as Answers[K]);
      });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, kind, text, offset } satisfies Question);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: { id, answer } }: MessageEvent<Answer>) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
    return worker;
  }
}
