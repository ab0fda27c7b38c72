import type { Point } from './diagram.ts';
import { segments } from './geometry.ts';

/** A level piece of an outline, where its label can stand. */
export interface Stretch {
  readonly side: 'top' | 'bottom';
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The level pieces of a closed rectilinear line, from left to right. */
export function stretches(points: readonly Point[]): readonly Stretch[] {
  const closed = segments([...points, ...points.slice(0, 1)]);
  // Twice the area within: positive where the line runs clockwise on the screen, and so to the right at the top.
  const area = closed.reduce((sum, { from, to }) => sum + from.x * to.y - to.x * from.y, 0);
  return closed
    .filter(({ from, to }) => from.y === to.y)
    .map(({ from, to }): Stretch => {
      const isTop = to.x > from.x === area > 0;
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
      return { side: isTop ? 'top' : 'bottom', left, right, y: from.y };
    })
    .sort((a, b) => a.left - b.left);
}
