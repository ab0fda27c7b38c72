import type { Name } from '../syntax/document.ts';
import type { Network, UnitId } from './network.ts';

/** The target of an output: `t_1` for `y_1`; where the outputs have several letters, `t_{y1}`. */
export function targetName(
  network: Pick<Network, 'units' | 'outputs' | 'notation'>,
  output: UnitId,
): Name {
  const name = network.units[output]?.name;
  if (name === undefined) throw new Error(`the network has no unit ${output}`);
  const letters = new Set(network.outputs.map((id) => network.units[id]?.name.letter));
  const subscript = letters.size > 1 ? name.letter + name.subscript : name.subscript;
  return { letter: network.notation.target, superscript: '', subscript };
}
