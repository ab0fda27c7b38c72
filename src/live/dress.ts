import { contribution, type Part } from '../network/reach.ts';
import { brief } from './number.ts';
import type { Frame, State } from './state.ts';

/** What a mark of the figure belongs to, and whether it is the number of it. */
export interface Mark {
  readonly edge?: number | undefined;
  readonly unit?: number | undefined;
  readonly isNumber: boolean;
}

/** How a mark looks in a frame. */
export interface Dress {
  /** Outside of what the chosen parameter can reach. */
  readonly isOff: boolean;
  /** The chosen parameter's own edge, or the unit that it is added to. */
  readonly isChosen: boolean;
  readonly text?: string;
}

/** How each mark of the figure looks: its number, and where it stands with the chosen parameter. */
export function dressing(
  { network, pass, gradients }: Frame,
  { chosen }: State,
): (mark: Mark) => Dress {
  const part: Part = contribution(network, { kind: 'parameter', parameter: chosen });
  const own = network.parameters[chosen];
  const gradient = (edge: number): string => {
    const weight = network.edges[edge]?.weight;
    if (weight === undefined || 'fixed' in weight) return '';
    return brief(gradients.parameters.get(weight.parameter) ?? 0);
  };
  return ({ edge, unit, isNumber }) => {
    if (edge !== undefined)
      return {
        isOff: !part.edges.has(edge),
        isChosen: own?.edges.includes(edge) ?? false,
        ...(isNumber && { text: gradient(edge) }),
      };
    const id = unit ?? -1;
    return {
      isOff: !part.units.has(id),
      isChosen: own?.units.includes(id) ?? false,
      ...(isNumber && { text: brief(pass.units[id] ?? 0) }),
    };
  };
}
