import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import type { Edge, Network, Unit, UnitId } from './network.ts';
import { targetNames } from './symbols.ts';

/** What a unit of the figure alone stands for: the 1 that biases weigh, a target, the loss. */
export type Extra = 'bias' | 'target' | 'loss';

/** What a figure can show beside the network's own units. */
export type Shown = 'biases' | 'targets' | 'loss' | 'activations';

/** A network as it is drawn: its own units and edges keep their ids, those of the figure alone follow. */
export interface Drawn {
  readonly network: Network;
  readonly extras: ReadonlyMap<UnitId, Extra>;
}

/** A unit of the figure before it has an id. */
interface Added {
  readonly kind: Extra;
  readonly name: Name;
  readonly layer: number;
}
/** An edge of the figure before it has an id. */
type Wire = Pick<Edge, 'from' | 'to' | 'weight'>;

/** Past as many outputs, one target stands for all. */
const mostTargets = 4;
const nowhere = { start: 0, end: 0 };

/**
 * The network with a unit for each of the wanted extras. A bias stands in the column before the units that it is added
 * to, and its edges bear it as their weight; the loss stands in a column of its own, behind the outputs and the
 * targets.
 */
export function drawn(network: Network, shown: ReadonlySet<Shown>): Drawn {
  const first = network.units.length;
  const biases = shown.has('biases') ? biasedLayers(network) : [];
  const targets = shown.has('targets') ? targetsOf(network) : [];
  const hasLoss = shown.has('targets') || shown.has('loss');
  const added = [
    ...biases.map(({ unit }) => unit),
    ...targets,
    ...(hasLoss ? [lossOf(network)] : []),
  ];
  const ids = added.map((_, place) => first + place);
  const loss = first + added.length - 1;
  const lead = hasLoss ? [...network.outputs, ...ids.slice(biases.length, -1)] : [];
  const wires = [
    ...biases.flatMap(({ wires }, place) =>
      wires.map((wire) => ({ from: first + place, ...wire })),
    ),
    ...lead.map((from): Wire => ({ from, to: loss, weight: { fixed: 1 } })),
  ];
  return {
    network: {
      ...network,
      layers: withExtras(network, added, ids),
      units: [...network.units, ...added.map((unit, place) => unitOf(unit, first + place))],
      edges: [
        ...network.edges,
        ...wires.map((wire, place) => ({
          ...wire,
          id: network.edges.length + place,
          span: nowhere,
        })),
      ],
    },
    extras: new Map(added.map(({ kind }, place) => [first + place, kind])),
  };
}

function withExtras(
  { layers }: Network,
  added: readonly Added[],
  ids: readonly UnitId[],
): Network['layers'] {
  const inLayer = (index: number) =>
    ids.filter((_, place) => certain(added[place]).layer === index);
  const behind = inLayer(layers.length);
  return [
    ...layers.map((layer) => ({ ...layer, extras: inLayer(layer.index) })),
    ...(behind.length > 0 ? [{ index: layers.length, units: [], extras: behind }] : []),
  ];
}

function unitOf({ name, layer }: Added, id: UnitId): Unit {
  const activation = { name: 'identity' } as const;
  return { id, name, layer, index: 0, activation, incoming: [], outgoing: [], span: nowhere };
}

/** A unit 1 for each layer that has biases, with the edges to those that have one. */
function biasedLayers({ layers, units }: Network) {
  return layers.flatMap((layer) => {
    const wires = layer.units.flatMap((to): readonly Omit<Wire, 'from'>[] => {
      const parameter = certain(units[to]).bias;
      return parameter === undefined ? [] : [{ to, weight: { parameter } }];
    });
    const unit: Added = { kind: 'bias', name: plain('1'), layer: layer.index - 1 };
    return wires.length === 0 ? [] : [{ unit, wires }];
  });
}

function targetsOf(network: Network): readonly Added[] {
  const { layers, notation, outputs } = network;
  const names =
    outputs.length > mostTargets ? [plain(notation.target)] : targetNames(network).values();
  return [...names].map((name) => ({ kind: 'target', name, layer: layers.length - 1 }));
}

const lossOf = ({ layers, notation }: Network): Added => ({
  kind: 'loss',
  name: plain(notation.loss),
  layer: layers.length,
});

const plain = (letter: string): Name => ({ letter, superscript: '', subscript: '' });
