import type { Page } from 'playwright-core';

/** The edges (by number) and units (from 100) of a figure that are drawn as lit. Only the page's scripts are off. */
export const lit = (page: Page, figure: number): Promise<number[]> =>
  page.evaluate((place) => {
    const parts = document
      .querySelectorAll('svg.network-figure')
      [place]?.querySelectorAll<SVGElement>('.network-edges [data-edge], circle[data-unit]');
    return [...(parts ?? [])]
      .filter((part) => getComputedStyle(part).strokeWidth === '4px')
      .map(({ dataset: { edge, unit } }) => Number(edge ?? 100 + Number(unit)))
      .sort((a, b) => a - b);
  }, figure);
