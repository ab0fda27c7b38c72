import type { Network } from '../network/network.ts';
import { counted, listed, unitName, unitNames } from './say.ts';
import { spoken, words } from './typeset.ts';
import type { Focus, View } from './view.ts';

const numerals = ['no', 'one', 'two', 'three', 'four'];

export function outlineSentence(network: Network, view: View, { label, units }: Focus): string {
  const inside = [...units].sort((a, b) => a - b);
  return `An outline labelled ${words(label)} holds ${unitNames(network, view, inside)}.`;
}

/** The argument that a focus makes: on which paths its subject acts on the outputs, and so on the loss. */
export function focusSentence(network: Network, view: View, focus: Focus): string {
  const { subject, path, paths, reaches = [] } = focus;
  const told = (paths ?? []).map((units) =>
    listed(units.map((unit) => unitName(network, view, unit))),
  );
  if (path !== undefined) {
    return `In focus is path ${path.number} of ${path.of} from ${spoken(subject)}: through ${told[0]}.`;
  }
  const lead = `In focus is ${spoken(subject)}`;
  if (reaches.length === 0) {
    const rest = [...focus.units].filter((unit) => network.outputs.includes(unit));
    return rest.length === 1 && focus.edges.size > 0
      ? `${lead}, with all that it is computed from.`
      : `${lead}.`;
  }
  const loss = `the loss ${network.notation.loss}`;
  if (told.length === 1) return `${lead}. Its one path to ${loss} runs through ${told[0]}.`;
  if (told.length > 1) {
    return `${lead}. Its ${numerals[told.length]} paths to ${loss} run through ${told.join('; through ')}.`;
  }
  const ways = reaches.map(
    (each) => `${unitName(network, view, each.output)} by ${counted(each.paths, 'path')}`,
  );
  return `${lead}. It reaches ${listed(ways)}.`;
}
