import type { Box, Diagram, Label, Outline, Point } from '../../src/diagram/diagram.ts';
import {
  boxesMeet,
  cornersOf,
  distanceToDisc,
  distanceToSegment,
  pointToSegment,
  type Segment,
  segments,
} from '../../src/diagram/geometry.ts';

/** Everything in a figure that touches what it should not, in words. */
export function hits(diagram: Diagram): readonly string[] {
  return [
    ...betweenTexts(diagram),
    ...textsOnParts(diagram),
    ...labelsAdrift(diagram),
    ...linesThroughUnits(diagram),
    ...outlinesInOneLine(diagram),
    ...outsideTheFrame(diagram),
  ];
}

interface Text {
  readonly kind: string;
  readonly label: Label;
}

const texts = (diagram: Diagram): readonly Text[] => [
  ...diagram.edges.flatMap(({ label }) => (label ? [{ kind: 'weight', label }] : [])),
  ...diagram.outlines.map(({ label }) => ({ kind: 'outline label', label })),
  ...diagram.captions.map(({ label }) => ({ kind: 'caption', label })),
];
const say = ({ kind, label }: Text): string => `${kind} ${label.words}`;

const closed = ({ points }: Outline): readonly Segment[] =>
  segments([...points, ...points.slice(0, 1)]);
const touches = (box: Box, lines: readonly Segment[]): boolean =>
  lines.some((line) => distanceToSegment(box, line) === 0);

function betweenTexts(diagram: Diagram): readonly string[] {
  const all = texts(diagram);
  return all.flatMap((text, place) =>
    all
      .slice(place + 1)
      .filter((other) => boxesMeet(text.label.box, other.label.box))
      .map((other) => `${say(text)} on ${say(other)}`),
  );
}

function textsOnParts(diagram: Diagram): readonly string[] {
  return texts(diagram).flatMap((text) => {
    const { box } = text.label;
    const units = diagram.units.filter(
      ({ centre, radius }) => distanceToDisc(box, centre, radius) === 0,
    );
    const edges = diagram.edges.filter(({ points }) => touches(box, segments(points)));
    const outlines = diagram.outlines.filter(
      (outline) => outline.label !== text.label && touches(box, closed(outline)),
    );
    return [
      ...units.map(({ label }) => `${say(text)} on unit ${label.words}`),
      ...edges.map(({ edge }) => `${say(text)} on edge ${edge}`),
      ...outlines.map(({ focus }) => `${say(text)} on outline ${focus}`),
    ];
  });
}

function labelsAdrift({ edges }: Diagram): readonly string[] {
  const distance = (box: Box, points: readonly Point[]): number =>
    Math.min(...segments(points).map((line) => distanceToSegment(box, line)));
  return edges.flatMap(({ edge, points, label }) =>
    edges
      .filter((other) => other.edge !== edge)
      .filter((other) => label && distance(label.box, other.points) <= distance(label.box, points))
      .map((other) => `weight ${label?.words} adrift to edge ${other.edge}`),
  );
}

function linesThroughUnits({ units, edges, outlines }: Diagram): readonly string[] {
  return units.flatMap(({ centre, radius, label }) => {
    const isEnd = (point: Point | undefined): boolean =>
      point !== undefined &&
      Math.abs(Math.hypot(point.x - centre.x, point.y - centre.y) - radius) < 0.5;
    const cuts = (lines: readonly Segment[]): boolean =>
      lines.some((line) => pointToSegment(centre, line) < radius);
    const name = label.words;
    const through = edges.filter(
      ({ points }) => !isEnd(points.at(0)) && !isEnd(points.at(-1)) && cuts(segments(points)),
    );
    const isTooBig = cornersOf(label.box).some(
      ({ x, y }) => Math.hypot(x - centre.x, y - centre.y) > radius,
    );
    return [
      ...through.map(({ edge }) => `edge ${edge} through unit ${name}`),
      ...outlines
        .filter((each) => cuts(closed(each)))
        .map((each) => `outline ${each.focus} through unit ${name}`),
      ...(isTooBig ? [`name ${name} over its unit`] : []),
    ];
  });
}

/** Pieces of two outlines that run on one line, or nearly so, for more than a dash. */
function outlinesInOneLine({ outlines }: Diagram): readonly string[] {
  const along = (a: Segment, b: Segment, axis: 'x' | 'y', across: 'x' | 'y'): boolean => {
    if (a.from[across] !== a.to[across] || b.from[across] !== b.to[across]) return false;
    if (Math.abs(a.from[across] - b.from[across]) >= 3) return false;
    const end = Math.min(Math.max(a.from[axis], a.to[axis]), Math.max(b.from[axis], b.to[axis]));
    const start = Math.max(Math.min(a.from[axis], a.to[axis]), Math.min(b.from[axis], b.to[axis]));
    return end - start > 4;
  };
  return outlines.flatMap((one, place) =>
    outlines
      .slice(place + 1)
      .filter((other) =>
        closed(one).some((a) =>
          closed(other).some((b) => along(a, b, 'x', 'y') || along(a, b, 'y', 'x')),
        ),
      )
      .map((other) => `outlines ${one.focus} and ${other.focus} in one line`),
  );
}

function outsideTheFrame(diagram: Diagram): readonly string[] {
  const isOutside = ({ x, y }: Point): boolean =>
    x < 0 || y < 0 || x > diagram.width || y > diagram.height;
  return [
    ...texts(diagram)
      .filter(({ label }) => cornersOf(label.box).some(isOutside))
      .map((text) => `${say(text)} outside the frame`),
    ...diagram.edges
      .filter(({ points }) => points.some(isOutside))
      .map(({ edge }) => `edge ${edge} outside the frame`),
  ];
}
