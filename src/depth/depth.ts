import { certain } from '../certain.ts';
import { spoken } from '../diagram/typeset.ts';
import type { Depth, Frame } from '../figure.ts';
import type { Edge, Network, Parameter, UnitId } from '../network/network.ts';
import { countPathsOf } from '../network/paths-of.ts';
import { edgeOf, reachOf } from '../network/reach.ts';
import type { FigureRequest } from '../network/request.ts';
import { greekCharacters } from '../syntax/greek.ts';
import { sketch } from './sketch.ts';
import { withHiddenLayers } from './variant.ts';

/**
 * What one more hidden layer makes of a weight's gradient, again and again: a frame for each number of layers. The
 * paths of the sum are counted, and the error terms of the recursion, one for each unit that a path passes.
 */
export function depthOf(network: Network, { depth = [], focus }: FigureRequest): Depth | undefined {
  const [wanted] = focus;
  if (depth.length === 0 || wanted?.kind !== 'parameter') return undefined;
  const [first] = certain(network.parameters[wanted.parameter]).edges;
  const own = edgeOf(network, certain(first));
  const placeOf = (id: UnitId): number => certain(network.units[id]).index;
  const [from, to] = [placeOf(own.from), placeOf(own.to)];
  const { loss, delta } = network.notation;
  return {
    frames: depth.map((layers) => {
      const deep = withHiddenLayers(network, layers);
      const [tail, head] = [deep.layers[0]?.units[from], deep.layers[1]?.units[to]];
      const edge = certain(deep.edges.find((each) => each.from === tail && each.to === head));
      const weight = certain(deep.parameters.find(({ edges }) => edges.includes(edge.id)));
      return frameOf(deep, edge, weight, layers);
    }),
    start: Math.max(0, depth.indexOf(network.layers.length - 2)),
    loss: greekCharacters.get(loss) ?? loss,
    delta: greekCharacters.get(delta) ?? delta,
  };
}

function frameOf(network: Network, edge: Edge, { id, name }: Parameter, layers: number): Frame {
  const quantity = { kind: 'parameter', parameter: id } as const;
  const paths = String(countPathsOf(network, quantity, network.outputs));
  const deltas = reachOf(network, quantity).values.size;
  const title = `${layers === 1 ? 'One hidden layer' : `${layers} hidden layers`}: from ${spoken(name)} there are ${paths} paths to the error, through ${deltas} units`;
  return { layers, paths, deltas, svg: sketch(network, edge, name, title) };
}
