import { defaultDevice, grad, init, type Array as JaxArray, nn, numpy as np } from '@jax-js/jax';
import type { Point } from '../../src/calculus/forward.ts';
import type { Activation, Network, UnitId } from '../../src/network/network.ts';

// Its WebAssembly rounds exp and its like to 1e-8 even in float64; its CPU backend computes them in full.
await init('cpu');
defaultDevice('cpu');

// An array of jax-js is used up by the operation that takes it; `ref` lends it out once more.
const float64 = (values: number | readonly number[]): JaxArray =>
  np.array(values as number[], { dtype: np.float64 });

/** The gradients of the loss, by parameter id and by unit id. */
export interface Gradients {
  readonly parameters: readonly number[];
  readonly units: readonly number[];
}

/**
 * All gradients of a network's loss, the mean over the points, by one reverse pass of jax-js. That by a unit is by a
 * shift which is added to its value at the first point.
 */
export async function jaxGradients(
  network: Network,
  points: readonly Point<number>[],
): Promise<Gradients> {
  const { parameters, units } = network;
  const start = float64([
    ...parameters.map(({ id }) => points[0]?.parameters.get(id) ?? 0),
    ...units.map(() => 0),
  ]);
  const gradient = grad((free: JaxArray) => loss(network, points, free))(start);
  const values = [...((await gradient.data()) as Float64Array)];
  return { parameters: values.slice(0, parameters.length), units: values.slice(parameters.length) };
}

function loss(network: Network, points: readonly Point<number>[], free: JaxArray): JaxArray {
  const { parameters, units } = network;
  const weights = free.ref.slice([0, parameters.length]);
  const shifts = free.slice([parameters.length, parameters.length + units.length]);
  const errors = points.map((point, place) => {
    const moved = shifts.ref.mul(float64(place === 0 ? 1 : 0));
    return error(network, forward(network, point, weights.ref, moved), point);
  });
  shifts.dispose();
  const mean = errors.reduce((sum, each) => sum.add(each)).div(float64(points.length));
  const isWeight = float64(parameters.map(({ kind }) => (kind === 'weight' ? 1 : 0)));
  const squares = np.square(weights).mul(isWeight).sum();
  return mean.add(squares.mul(float64((network.loss.decay ?? 0) / 2)));
}

/** All units' values, layer by layer: each a matrix times all the values before it. */
function forward(
  network: Network,
  { inputs }: Point<number>,
  weights: JaxArray,
  shifts: JaxArray,
): JaxArray {
  let values = float64([]);
  for (const { units } of network.layers) {
    const [first = 0, last = 0] = [units[0], units.at(-1)];
    const given = float64(units.map((id) => inputs.get(id) ?? 0));
    const sums = first === 0 ? given : given.add(sumsOf(network, units, weights.ref, values.ref));
    const own = activated(network, units, sums).add(shifts.ref.slice([first, last + 1]));
    values = first === 0 ? own : np.concatenate([values, own]);
  }
  weights.dispose();
  shifts.dispose();
  return values;
}

/** W v + b: every entry of W and b is chosen from the one list of parameters, or fixed. */
function sumsOf(
  { units, edges, parameters }: Network,
  layer: readonly UnitId[],
  weights: JaxArray,
  values: JaxArray,
): JaxArray {
  const width = layer[0] ?? 0;
  const count = parameters.length;
  const choice = new Array<number>(layer.length * (width + 1) * count).fill(0);
  const fixed = new Array<number>(layer.length * (width + 1)).fill(0);
  for (const [row, id] of layer.entries()) {
    const at = row * (width + 1);
    const { incoming = [], bias } = units[id] ?? {};
    if (bias !== undefined) choice[(at + width) * count + bias] = 1;
    for (const { from, weight } of incoming.flatMap((edge) => edges[edge] ?? [])) {
      if ('fixed' in weight) fixed[at + from] = weight.fixed;
      else choice[(at + from) * count + weight.parameter] = 1;
    }
  }
  const chosen = np.dot(float64(choice).reshape([fixed.length, count]), weights);
  const matrix = chosen.add(float64(fixed)).reshape([layer.length, width + 1]);
  return np.dot(matrix, np.concatenate([values, float64([1])]));
}

/** Each unit's activation; those of other units of the layer are masked away. */
function activated(network: Network, layer: readonly UnitId[], sums: JaxArray): JaxArray {
  const own = layer.map((id) => network.units[id]?.activation ?? { name: 'identity' as const });
  const kinds = new Map(own.map((each) => [JSON.stringify(each), each]));
  const parts = [...kinds].map(([kind, activation]) => {
    const mask = float64(own.map((each) => (JSON.stringify(each) === kind ? 1 : 0)));
    return activate(activation, sums.ref).mul(mask);
  });
  sums.dispose();
  return parts.reduce((sum, part) => sum.add(part));
}

function activate({ name, slope = 0 }: Activation, z: JaxArray): JaxArray {
  switch (name) {
    case 'identity':
      return z;
    case 'sigmoid':
      return nn.sigmoid(z);
    case 'tanh':
      return np.tanh(z);
    case 'relu':
      return nn.relu(z);
    case 'leaky-relu':
      return nn.leakyRelu(z, slope);
    case 'softplus':
      return nn.softplus(z);
    case 'softmax':
      return nn.softmax(z);
    // Its own GELU has constants of single precision, and its own erf seven digits.
    case 'gelu-tanh': {
      const inner = np
        .power(z.ref, 3)
        .mul(0.044715)
        .add(z.ref)
        .mul(Math.sqrt(2 / Math.PI));
      return z.mul(np.tanh(inner).add(1)).mul(0.5);
    }
    case 'gelu':
      return z.ref.mul(erf(z.mul(Math.SQRT1_2)).add(1)).mul(0.5);
  }
}

/** 2/√π e^{−x²} Σ_n 2ⁿ x^{2n+1} / (2n + 1)!!, whose terms have one sign (Abramowitz and Stegun 1964, 7.1.6). */
function erf(x: JaxArray): JaxArray {
  const doubled = np.square(x.ref).mul(2);
  let sum = np.onesLike(x.ref);
  for (let n = 60; n >= 1; n--)
    sum = sum
      .mul(doubled.ref)
      .div(2 * n + 1)
      .add(1);
  const bell = np.exp(doubled.mul(-0.5));
  return sum
    .mul(x)
    .mul(bell)
    .mul(2 / Math.sqrt(Math.PI));
}

/** The error of one example. */
function error(network: Network, values: JaxArray, { targets }: Point<number>): JaxArray {
  const y = np.concatenate(network.outputs.map((id) => values.ref.slice([id, id + 1])));
  values.dispose();
  const given = network.outputs.map((id) => targets.get(id) ?? 0);
  const t = float64(given);
  switch (network.loss.name) {
    case 'squared':
      return np.square(t.sub(y)).sum().mul(0.5);
    case 'mean-squared':
      return np.mean(np.square(t.sub(y)));
    case 'cross-entropy':
      return np.log(y).mul(t).sum().neg();
    case 'binary-cross-entropy': {
      const hits = np.log(y.ref).mul(t);
      const misses = np.log(np.subtract(1, y)).mul(float64(given.map((each) => 1 - each)));
      return hits.add(misses).sum().neg();
    }
  }
}
