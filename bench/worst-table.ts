/** The page that names the slowest kinds of block. */
export const limitsPage = 'content/docs/limits.md';

const shown = 5;
const head = '| the five slowest kinds of block | size | ms |\n| --- | --- | --- |\n';

/**
 * The rows of the page's table: of each kind, the larger of its two times and the size that it was taken at.
 *
 * @param text what stands in bench/worst.txt, the slowest first
 */
export function slowestOf(text: string): string {
  const rows = [...text.matchAll(/^(\S.*?) +(\d+) +(\d+) +(\d+) +(\d+)$/gm)].slice(0, shown);
  return rows
    .map(([, kind, made, first, tried, last]) => {
      const [size, time] = Number(first) >= Number(last) ? [made, first] : [tried, last];
      return `| ${kind} | ${size} | ${time} |\n`;
    })
    .join('');
}

/** The page with other rows. */
export function withSlowest(page: string, rows: string): string {
  const [before, behind] = page.split(head);
  if (before === undefined || behind === undefined) throw new Error('the page has no such table');
  return before + head + rows + behind.replace(/^(?:\|.*\n)*/, '');
}
