import { certain } from '../certain.ts';
import type { Edge, EdgeId, Network } from '../network/network.ts';
import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import { boundsOf, distanceToSegment, pointToSegment, type Segment, segments } from './geometry.ts';
import { groupBy } from './group.ts';
import type { Route } from './routes.ts';

/** Half the length of a tick, how far ticks of one edge are apart, and how far they keep from all else, in pixels. */
const half = 4;
const apart = 4;
const clearance = 7;
/** From the label of their edge, and from others, to which their own lines must be nearer. */
const own = 3;
const foreign = 8;
/** More ticks than this nobody counts at a glance. */
const mostTicks = 4;

/** Where along an edge they stand, the first that is clear. */
const places = [0.5, 0.35, 0.65, 0.25, 0.75, 0.42, 0.58, 0.18, 0.82] as const;

/**
 * Ticks across the edges that share a weight, as geometers mark what is equal: one for the first such weight, two for
 * the second. None where there are too many to be counted, or where one weight stands on all edges.
 *
 * @param labels what stands beside edges, each with its own, and in outlines
 */
export function sharedTicks(
  { parameters }: Network,
  edges: readonly Edge[],
  routes: ReadonlyMap<EdgeId, Route>,
  centres: readonly Point[],
  labels: readonly { readonly edge?: EdgeId; readonly box: Box }[],
): ReadonlyMap<EdgeId, readonly Segment[]> {
  const weighted = edges.flatMap(({ id, weight }) =>
    'parameter' in weight && certain(parameters[weight.parameter]).kind === 'weight'
      ? [{ id, parameter: weight.parameter }]
      : [],
  );
  const groups = [...groupBy(weighted, ({ parameter }) => parameter).values()].filter(
    (group) => group.length > 1,
  );
  const isCountable = groups.length > 0 && groups.length <= mostTicks;
  if (!isCountable || groups[0]?.length === weighted.length) return new Map();
  const lines = edges.flatMap(({ id }) =>
    segments(certain(routes.get(id))).map((segment) => ({ id, segment })),
  );
  const marked = groups.flatMap((group, place) =>
    group.map(({ id }) => {
      const others = lines.filter((line) => line.id !== id).map(({ segment }) => segment);
      const isClear = (ticks: readonly Segment[]): boolean => {
        const around = boundsOf(ticks.flatMap(({ from, to }) => [from, to]));
        return (
          others.every((other) => distanceToSegment(around, other) >= clearance) &&
          ticks.every(
            (tick) =>
              labels.every(
                ({ edge, box }) => distanceToSegment(box, tick) >= (edge === id ? own : foreign),
              ) && centres.every((centre) => pointToSegment(centre, tick) >= radius + clearance),
          )
        );
      };
      const choices = places.map((share) => ticksAt(certain(routes.get(id)), share, place + 1));
      return [id, choices.find(isClear) ?? []] as const;
    }),
  );
  return new Map(marked);
}

/** So many ticks across the longest piece of a line, around a share of it. */
function ticksAt(route: Route, share: number, count: number): readonly Segment[] {
  const lengthOf = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);
  const longest = certain([...segments(route)].sort((a, b) => lengthOf(b) - lengthOf(a))[0]);
  const { from, to } = longest;
  const length = lengthOf(longest);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return Array.from({ length: count }, (_, place) => {
    const along = share * length + (place - (count - 1) / 2) * apart;
    const [x, y] = [from.x + along * ux, from.y + along * uy];
    return {
      from: { x: x - half * uy, y: y + half * ux },
      to: { x: x + half * uy, y: y - half * ux },
    };
  });
}
