import type { Page } from 'playwright-core';

/** Elements and attributes that nothing of ours has. */
export const foreign = [
  'script, img, iframe, object, embed, base, form, meta, link, style, audio, video',
  // A live figure's own: what its controls are made of.
  'button:not([type=button]:is([data-act], [aria-pressed])), details:not(.network-more, .network-lines)',
  'foreignObject, animate, set, [is], evil-element, .evil, #evil, [href*="evil"], [src]',
  '[onerror], [onload], [onmouseover], [onfocus], [ontoggle], [autofocus], [href^="javascript:"]',
  '[style*="fixed"], [style*="url"], [style*="red"], [data-network="evil"]',
].join(', ');

export interface Tripped {
  readonly executed: number;
  readonly foreign: readonly string[];
  readonly doubleIds: readonly string[];
  readonly background: string;
}

/** Counts, from the next page on, how often a payload runs. To be called before it is opened. */
export async function countTripped(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { count: number; tripped: () => void };
    counted.count = 0;
    counted.tripped = () => {
      counted.count++;
    };
  });
}

/** Puts some HTML into a page whose every script, request and style would be seen, touches all of it, and tells. */
export async function trip(page: Page, html: string): Promise<Tripped & { requests: string[] }> {
  const requests: string[] = [];
  const note = (request: { url: () => string }) => requests.push(request.url());
  await page.setContent(
    '<!doctype html><title>t</title><script>window.count=0;window.tripped=()=>{window.count++};' +
      `window.alert=window.tripped;document.currentScript.remove()</script><main>${html}</main>`,
  );
  page.on('request', note);
  const found = await page.evaluate(async (selector) => {
    for (const element of document.querySelectorAll('main *')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      element.dispatchEvent(new FocusEvent('focus'));
    }
    await new Promise((done) => setTimeout(done, 50));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      executed: (window as unknown as { count: number }).count,
      foreign: [...document.querySelectorAll(selector)]
        .filter((element) => element.closest('main') !== null)
        .map((element) => element.outerHTML.slice(0, 200)),
      doubleIds: ids.filter((id, place) => ids.indexOf(id) !== place),
      background: getComputedStyle(document.body).backgroundColor,
    };
  }, foreign);
  page.off('request', note);
  return { ...found, requests: requests.filter((url) => url !== 'about:blank') };
}
