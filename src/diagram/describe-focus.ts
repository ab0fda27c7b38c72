import type { Network, UnitId } from '../network/network.ts';
import { countPaths, edgeOf, paths } from '../network/reach.ts';
import { sameName } from '../syntax/name.ts';
import { counted, listed, unitName, unitNames } from './say.ts';
import { spoken, words } from './typeset.ts';
import type { Focus, View } from './view.ts';

/** As many paths are told one by one, more are counted. */
const mostTold = 4;
const numerals = ['no', 'one', 'two', 'three', 'four'];

export function outlineSentence(network: Network, view: View, { label, units }: Focus): string {
  const inside = [...units].sort((a, b) => a - b);
  return `An outline labelled ${words(label)} holds ${unitNames(network, view, inside)}.`;
}

/** The argument that a focus makes: on which paths its subject acts on the outputs, and so on the loss. */
export function focusSentence(network: Network, view: View, { subject }: Focus): string {
  const starts = startsOf(network, subject);
  const outputs = network.outputs.map((output) => ({
    output,
    count: starts.reduce((sum, start) => sum + countPaths(network, start.unit, output), 0n),
  }));
  const reached = outputs.filter(({ count, output }) => count > 0n && !isItself(starts, output));
  const total = reached.reduce((sum, { count }) => sum + count, 0n);
  const lead = `In focus is ${spoken(subject)}.`;
  if (total === 0n) return lead;
  if (total > BigInt(mostTold)) {
    const ways = reached.map(
      ({ output, count }) =>
        `${unitName(network, view, output)} by ${counted(Number(count), 'path')}`,
    );
    return `${lead} It reaches ${listed(ways)}.`;
  }
  const told = reached.flatMap(({ output }) =>
    starts.flatMap(({ tail, unit }) =>
      paths(network, unit, output).map((path) => {
        const along = [unit, ...path.map((edge) => edgeOf(network, edge).to)];
        const names = listed(along.map((each) => unitName(network, view, each)));
        const from = tail === undefined ? '' : `from ${unitName(network, view, tail)} `;
        return `${from}through ${names}`;
      }),
    ),
  );
  const loss = `the loss ${network.notation.loss}`;
  if (told.length === 1) return `${lead} Its one path to ${loss} runs ${told[0]}.`;
  return `${lead} Its ${numerals[told.length]} paths to ${loss} run ${told.join('; ')}.`;
}

/** Where a subject enters: a weight at the heads of its edges, a bias at its units, a unit at itself. */
function startsOf(network: Network, subject: Focus['subject']) {
  const parameter = network.parameters.find(({ name }) => sameName(name, subject));
  const unit = network.units.find(({ name }) => sameName(name, subject));
  const edges = (parameter?.edges ?? []).map((edge) => edgeOf(network, edge));
  return [
    ...(parameter?.units ?? []).map((id): Start => ({ unit: id })),
    ...edges.map(({ from, to }): Start => ({ tail: from, unit: to })),
    ...(parameter === undefined && unit !== undefined ? [{ unit: unit.id, itself: true }] : []),
  ];
}
interface Start {
  readonly tail?: UnitId;
  readonly unit: UnitId;
  readonly itself?: boolean;
}
const isItself = (starts: readonly Start[], output: UnitId): boolean =>
  starts.some(({ unit, itself }) => itself === true && unit === output);
