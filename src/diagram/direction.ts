import type { Point } from './diagram.ts';
import type { View } from './view.ts';

export type Direction = NonNullable<View['direction']>;

/** From columns that stand side by side to where they are in the figure, whichever way it runs. */
export const turned: Readonly<Record<Direction, (point: Point) => Point>> = {
  right: (point) => point,
  down: ({ x, y }) => ({ x: y, y: x }),
  up: ({ x, y }) => ({ x: y, y: -x }),
};

/** What is as high as a line of text beside a figure that runs to the right is as wide as a label in one that does not. */
export interface Room {
  /** The least distance from one way around the figure to the next. */
  readonly lane: number;
  /** For a label between such a way and an outline. */
  readonly beside: number;
}
export const rooms: Readonly<Record<Direction, Room>> = {
  right: { lane: 26, beside: 14 },
  down: { lane: 44, beside: 36 },
  up: { lane: 44, beside: 36 },
};
