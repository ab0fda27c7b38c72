import { certain } from '../certain.ts';
import { contribution, edgeOf, type Part } from '../network/reach.ts';
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
  const own = certain(network.parameters[chosen]);
  const gradient = (edge: number): string => {
    const { weight } = edgeOf(network, edge);
    return 'fixed' in weight ? '' : brief(certain(gradients.parameters.get(weight.parameter)));
  };
  return ({ edge, unit, isNumber }) => {
    if (edge !== undefined)
      return {
        isOff: !part.edges.has(edge),
        isChosen: own.edges.includes(edge),
        ...(isNumber && { text: gradient(edge) }),
      };
    const id = certain(unit);
    return {
      isOff: !part.units.has(id),
      isChosen: own.units.includes(id),
      ...(isNumber && { text: brief(certain(pass.units[id])) }),
    };
  };
}
