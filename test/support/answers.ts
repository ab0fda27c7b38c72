import type { Page } from 'playwright-core';

interface Heard {
  /** Blocks that the playground's worker was asked to show, and that it has answered. */
  readonly answered: string[];
}

/** Notes, from the next page on, which blocks the playground's worker has answered for. To be called before it is opened. */
export async function hearAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const answered: string[] = [];
    Object.assign(window, { answered });
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      readonly #asked = new Map<number, string>();
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }) => {
          const text = this.#asked.get(data.id);
          if (text !== undefined) answered.push(text);
        });
      }
      override postMessage(question: { kind: string; id: number; text: string }): void {
        if (question.kind === 'show') this.#asked.set(question.id, question.text);
        super.postMessage(question);
      }
    };
  });
}

/** Waits until the block has been answered for, and what came of it is on the page. */
export async function shownBlock(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (block) => (window as unknown as Heard).answered.includes(block),
    text,
    { polling: 10 },
  );
  // The page is told before its next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}
