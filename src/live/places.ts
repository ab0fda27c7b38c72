import type { Box, Diagram, PlacedEdge, Point } from '../diagram/diagram.ts';
import {
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  grown,
  segments,
} from '../diagram/geometry.ts';

/** A place for the number of an edge or of a unit. */
export interface NumberPlace extends Point {
  readonly edge?: number;
  readonly unit?: number;
}

/** The room that a number needs: six characters of 11 px. */
const width = 38;
const height = 12;
const below = 12;
/** Where along its edge a number may stand. */
const along = [0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85] as const;

/**
 * Where the numbers of a live figure stand: a unit's beneath it, an edge's on its own line, clear of labels, units and
 * other lines. Where an edge has no such place it has no number; its row in the list below has.
 */
export function numberPlaces(diagram: Diagram): readonly NumberPlace[] {
  const units = diagram.units.map(({ unit, centre, radius }) => ({
    unit,
    x: centre.x,
    y: centre.y + radius + below,
  }));
  const taken: Box[] = [
    ...units.map(boxAround),
    ...diagram.edges.flatMap(({ label }) => (label === undefined ? [] : [label.box])),
    ...diagram.captions.map(({ label }) => label.box),
  ];
  const edges = diagram.edges.flatMap((edge): readonly NumberPlace[] => {
    const spot = along
      .map((share) => pointAt(edge, share))
      .find((point) => isClear(diagram, edge, point, taken));
    if (spot === undefined) return [];
    taken.push(boxAround(spot));
    return [{ edge: edge.edge, ...spot }];
  });
  return [...units, ...edges];
}

function isClear(
  { units, edges }: Diagram,
  own: PlacedEdge,
  point: Point,
  taken: readonly Box[],
): boolean {
  const box = boxAround(point);
  return (
    taken.every((other) => !boxesMeet(grown(box, 1), other)) &&
    units.every(({ centre, radius }) => distanceToDisc(box, centre, radius) > 2) &&
    edges.every(
      (edge) =>
        edge === own || segments(edge.points).every((line) => distanceToSegment(box, line) > 0),
    )
  );
}

/** The point at a share of an edge's longest piece. */
function pointAt({ points }: PlacedEdge, share: number): Point {
  const pieces = segments(points);
  const length = ({ from, to }: (typeof pieces)[number]) =>
    Math.hypot(to.x - from.x, to.y - from.y);
  const longest = pieces.reduce((best, piece) => (length(piece) > length(best) ? piece : best));
  const { from, to } = longest;
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

const boxAround = ({ x, y }: Point): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
