import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import type { Network, UnitId } from './network.ts';

type Targeted = Pick<Network, 'units' | 'outputs' | 'notation'>;

/** The target of an output: `t_1` for `y_1`; where the outputs have several letters, `t_{y1}`. */
export const targetName = (network: Targeted, output: UnitId): Name =>
  certain(targetNames(network).get(output));

/** The targets of all outputs. */
export function targetNames({ units, outputs, notation }: Targeted): ReadonlyMap<UnitId, Name> {
  const names = outputs.map((id) => [id, certain(units[id]).name] as const);
  const letters = new Set(names.map(([, name]) => name.letter));
  const short = ({ letter, subscript }: Name): string =>
    letters.size > 1 ? letter + subscript : subscript;
  const isTold = new Set(names.map(([, name]) => short(name))).size === names.length;
  return new Map(
    names.map(([id, name]) => [
      id,
      {
        letter: notation.target,
        superscript: isTold ? '' : name.superscript,
        subscript: short(name),
      },
    ]),
  );
}
