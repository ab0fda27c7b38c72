import { radius } from './columns.ts';
import type { Point } from './diagram.ts';
import type { Room } from './direction.ts';
import { type Segment, segments } from './geometry.ts';
import { hull, type Scene } from './outline.ts';
import type { Focus } from './view.ts';

/** Several outlines run side by side, with room for the labels in their lines. No two of them step on one line. */
const paddingOf = (place: number): number => 16 + 14 * place;

/** How far apart rows must be, and lanes above the figure, for so many outlines not to meet. */
export const rowFor = (outlines: number): number =>
  outlines < 2 ? 0 : 2 * radius + paddingOf(outlines - 1) + paddingOf(outlines - 2) + 8;
export const laneFor = (outlines: number, { lane, beside }: Room): number =>
  outlines === 0 ? lane : Math.max(lane, beside + paddingOf(outlines - 1) + 10);

/** Tried in turn where an outline would run along another one. */
const nudges = [0, 4, -4, 7] as const;
/** Lines nearer than this over more than a dash read as one. */
const apart = 3;
const dash = 4;

/** A rectilinear outline before its label is set: the index of its focus, and its corners in order. */
export interface Hull {
  readonly focus: number;
  readonly points: readonly Point[];
}

/** The outlines around several parts of a network. */
export function hulls(scene: Scene, focuses: readonly Focus[], beside: number): readonly Hull[] {
  const found: Hull[] = [];
  for (const [place, focus] of focuses.entries()) {
    const choice = (more: number): Hull | undefined => {
      const [padding, shift] = [paddingOf(place) + more, 8 * place + more];
      const points = hull(scene, focus, { padding, shift, beside });
      return points && { focus: place, points };
    };
    const isFree = (tried: Hull): boolean => found.every((other) => !runAlong(tried, other));
    let first: Hull | undefined;
    let free: Hull | undefined;
    for (const more of nudges) {
      const tried = choice(more);
      first ??= tried;
      if (tried === undefined || !isFree(tried)) continue;
      free = tried;
      break;
    }
    if (first !== undefined) found.push(free ?? first);
  }
  return found;
}

/** The closed line of an outline. */
export const sides = ({ points }: Pick<Hull, 'points'>): readonly Segment[] =>
  segments([...points, ...points.slice(0, 1)]);

const runAlong = (one: Hull, other: Hull): boolean =>
  sides(one).some((a) =>
    sides(other).some((b) => overlap(a, b, 'x', 'y') || overlap(a, b, 'y', 'x')),
  );

/** Whether two sides lie beside each other, both along one axis. */
function overlap(a: Segment, b: Segment, along: 'x' | 'y', across: 'x' | 'y'): boolean {
  if (a.from[across] !== a.to[across] || b.from[across] !== b.to[across]) return false;
  if (Math.abs(a.from[across] - b.from[across]) >= apart) return false;
  const end = Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along]));
  const start = Math.max(
    Math.min(a.from[along], a.to[along]),
    Math.min(b.from[along], b.to[along]),
  );
  return end - start > dash;
}
