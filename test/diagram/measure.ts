import type { Page } from 'playwright-core';
import type { Box, Point } from '../../src/diagram/diagram.ts';

/** A figure as a browser has rendered it, in its own pixels: boxes as the browser measures them, lines as it runs along them. */
export interface Rendered {
  readonly frame: Box;
  readonly units: readonly { readonly unit: number; readonly box: Box }[];
  readonly edges: readonly { readonly edge: number; readonly line: readonly Point[] }[];
  readonly heads: readonly (readonly Point[])[];
  /** What is drawn inside units. */
  readonly curves: readonly Box[];
  readonly outlines: readonly (readonly Point[])[];
  /** What is written, with the edge or the unit that it names. */
  readonly texts: readonly Text[];
}

export interface Text {
  readonly box: Box;
  readonly edge?: number;
  readonly unit?: number;
}

/** Renders figures one after the other on a page, and measures them there. */
export async function measure(page: Page, svgs: readonly string[]): Promise<readonly Rendered[]> {
  // As one text: handed over piece by piece, a figure takes longer than it takes to measure.
  const measured = await page.evaluate((all) => {
    const box = (part: SVGGraphicsElement) => {
      const { x, y, width, height } = part.getBBox();
      const parent = part.parentElement;
      const matrix =
        parent instanceof SVGGElement ? parent.transform.baseVal.consolidate()?.matrix : undefined;
      const scale = matrix?.a ?? 1;
      return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
    };
    /** The corners of a path that has nothing else; of one that bends, a point every two pixels. */
    const along = (path: SVGPathElement) => {
      const d = path.getAttribute('d') ?? '';
      if (!d.includes('Q')) {
        const corners: { x: number; y: number }[] = [];
        for (const [, letter, numbers = ''] of d.matchAll(/([MLlz])([-\d. ]*)/g)) {
          const values = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
          for (let place = 0; place < values.length; place += 2) {
            const from = letter === 'l' ? corners.at(-1) : undefined;
            const [x = 0, y = 0] = values.slice(place);
            corners.push({ x: x + (from?.x ?? 0), y: y + (from?.y ?? 0) });
          }
          if (letter === 'z') corners.push(...corners.slice(0, 1));
        }
        return corners;
      }
      const length = path.getTotalLength();
      const steps = Math.ceil(length / 2);
      return Array.from({ length: steps + 1 }, (_, step) => {
        const { x, y } = path.getPointAtLength((length * step) / steps);
        return { x, y };
      });
    };
    /** Each line that a path draws before it lifts the pen: an edge, and the ticks across it. */
    const strands = (path: SVGPathElement) =>
      (path.getAttribute('d') ?? '').split(/(?=M)/).map((d) => {
        const strand = path.cloneNode() as SVGPathElement;
        strand.setAttribute('d', d);
        return along(strand);
      });
    const parts = (svg: Element, selector: string) => [
      ...svg.querySelectorAll<SVGPathElement>(selector),
    ];
    const figures = all.map((markup) => {
      document.body.innerHTML = markup;
      const svg = document.querySelector('svg');
      if (svg === null) throw new Error('no figure');
      const { x, y, width, height } = svg.viewBox.baseVal;
      return {
        frame: { x, y, width, height },
        units: parts(svg, '.network-units > *').map((disc) => ({
          unit: Number(disc.dataset.unit),
          box: box(disc),
        })),
        edges: parts(svg, '.network-edges > *').flatMap((path) =>
          strands(path).map((line) => ({ edge: Number(path.dataset.edge), line })),
        ),
        heads: parts(svg, '.network-heads > *').map(along),
        outlines: parts(svg, '.network-outline').map(along),
        curves: parts(svg, '.network-curves > *').map(box),
        texts: parts(svg, '.network-labels > *').map((path) => ({
          box: box(path),
          ...(path.dataset.edge !== undefined && { edge: Number(path.dataset.edge) }),
          ...(path.dataset.unit !== undefined && { unit: Number(path.dataset.unit) }),
        })),
      };
    });
    return JSON.stringify(figures);
  }, svgs);
  return JSON.parse(measured);
}
