import { spoken } from '../diagram/typeset.ts';
import type { Depth, Frame } from '../figure.ts';
import type { EdgeId, Network } from '../network/network.ts';
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
  const own = edgeOf(network, network.parameters[wanted.parameter]?.edges[0] ?? 0);
  const [from, to] = [own.from, own.to].map((id) => network.units[id]?.index ?? 0);
  const { loss, delta } = network.notation;
  return {
    frames: depth.map((layers) => {
      const deep = withHiddenLayers(network, layers);
      const [tail, head] = [deep.layers[0]?.units[from ?? 0], deep.layers[1]?.units[to ?? 0]];
      const edge = deep.edges.find((each) => each.from === tail && each.to === head);
      return frameOf(deep, edge?.id ?? 0, layers);
    }),
    start: Math.max(0, depth.indexOf(network.layers.length - 2)),
    loss: greekCharacters.get(loss) ?? loss,
    delta: greekCharacters.get(delta) ?? delta,
  };
}

function frameOf(network: Network, edge: EdgeId, layers: number): Frame {
  const { weight } = edgeOf(network, edge);
  const parameter = 'parameter' in weight ? weight.parameter : 0;
  const quantity = { kind: 'parameter', parameter } as const;
  const paths = String(countPathsOf(network, quantity, network.outputs));
  const deltas = reachOf(network, quantity).values.size;
  const name = network.parameters[parameter]?.name;
  const title = `${layers === 1 ? 'One hidden layer' : `${layers} hidden layers`}: from ${name && spoken(name)} there are ${paths} paths to the error, through ${deltas} units`;
  return { layers, paths, deltas, svg: sketch(network, edge, title) };
}
