import { certain } from '../certain.ts';
import type { Box } from './diagram.ts';
import { boxesMeet, grown, unionOf } from './geometry.ts';

/** One of the places that a label may take. */
export interface Spot {
  readonly box: Box;
}
interface Open<Place extends Spot> {
  readonly label: number;
  readonly spots: readonly Place[];
}

/** The least distance between two labels, in pixels. */
const between = 3;
/** A search that takes more steps than this is given up: the caller makes more room or labels less. */
const mostSteps = 600;

/**
 * One spot for each label such that no two touch, the first of its list where that can be. Labels that can't touch
 * whatever they choose are searched apart.
 *
 * @returns nothing where there is no such choice among those that are tried
 */
export function search<Place extends Spot>(
  choices: readonly (readonly Place[])[],
): readonly Place[] | undefined {
  const chosen: Place[] = [];
  for (const group of neighbourhoods(choices)) {
    const open = group.flatMap((label) => ({ label, spots: certain(choices[label]) }));
    let steps = 0;
    const go = (left: readonly Open<Place>[]): boolean => {
      const next = tightest(left);
      if (next === undefined) return true;
      for (const spot of next.spots) {
        if (++steps > mostSteps) return false;
        chosen[next.label] = spot;
        const others = left.filter((each) => each !== next).map((each) => without(each, spot));
        if (others.every(({ spots }) => spots.length > 0) && go(others)) return true;
      }
      return false;
    };
    if (!go(open)) return undefined;
  }
  return chosen;
}

/**
 * The same choice, found without a look at all spots where that can be: of labels that can't touch whatever they
 * choose, and whose first spots do not, each takes its first.
 *
 * @param first the first spot of each label
 * @param areas for each label a box that holds all of its spots
 * @param all all spots of a label, the first one included
 */
export function searchFrom<Place extends Spot>(
  first: readonly Place[],
  areas: readonly Box[],
  all: (label: number) => readonly Place[],
): readonly Place[] | undefined {
  if (areApart(first)) return first;
  const chosen = [...first];
  for (const group of neighbours(areas)) {
    if (areApart(group.map((label) => certain(first[label])))) continue;
    const found = search(group.map(all));
    if (found === undefined) return undefined;
    for (const [place, label] of group.entries()) chosen[label] = certain(found[place]);
  }
  return chosen;
}

/** Whether no two of some spots touch: where it holds of the first of each list, the search would choose these. */
const areApart = (spots: readonly Spot[]): boolean =>
  spots.every(({ box }, place) => {
    const taken = grown(box, between);
    for (let other = place + 1; other < spots.length; other++) {
      const beside = spots[other];
      if (beside !== undefined && boxesMeet(taken, beside.box)) return false;
    }
    return true;
  });

/** The label with the fewest spots left; among equals the first. */
function tightest<Place extends Spot>(open: readonly Open<Place>[]): Open<Place> | undefined {
  return open.reduce<Open<Place> | undefined>(
    (best, each) => (best !== undefined && best.spots.length <= each.spots.length ? best : each),
    undefined,
  );
}

/** A label's spots that are left when another label takes its own. */
function without<Place extends Spot>(open: Open<Place>, { box }: Spot): Open<Place> {
  const taken = grown(box, between);
  return { ...open, spots: open.spots.filter((spot) => !boxesMeet(taken, spot.box)) };
}

const neighbourhoods = (choices: readonly (readonly Spot[])[]): readonly (readonly number[])[] =>
  neighbours(choices.map((spots) => unionOf(spots.map(({ box }) => box))));

/**
 * The labels in groups: what one of a group chooses concerns the others, and nobody else.
 *
 * @param boxes for each label one that holds all of its spots
 */
function neighbours(boxes: readonly Box[]): readonly (readonly number[])[] {
  const areas = boxes.map((box) => grown(box, between));
  const groups: number[][] = [];
  const unseen = new Set(areas.keys());
  for (const start of unseen) {
    unseen.delete(start);
    const group = [start];
    for (const label of group) {
      const area = areas[label];
      for (const other of unseen) {
        const beside = areas[other];
        if (area === undefined || beside === undefined || !boxesMeet(area, beside)) continue;
        unseen.delete(other);
        group.push(other);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}
