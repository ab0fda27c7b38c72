import { derivative, evaluate, type MathNode, parse } from 'mathjs';
import type { Point } from '../../src/calculus/forward.ts';
import type { Activation, Network, UnitId } from '../../src/network/network.ts';

/**
 * The gradient of the loss by a parameter: the loss written out as one formula, differentiated by mathjs as it stands,
 * and the result evaluated.
 */
export function symbolicGradient(
  network: Network,
  { inputs, parameters, targets }: Point<number>,
  parameter: number,
): number {
  const scope = Object.fromEntries([
    ...[...inputs].map(([id, value]) => [`x${id}`, value] as const),
    ...[...targets].map(([id, value]) => [`t${id}`, value] as const),
    ...[...parameters].map(([id, value]) => [`w${id}`, value] as const),
  ]);
  const loss: MathNode = parse(lossText(network));
  return evaluate(derivative(loss, `w${parameter}`, { simplify: false }).toString(), scope);
}

function sumText({ units, edges }: Network, id: UnitId, text: (id: UnitId) => string): string {
  const { incoming = [], bias } = units[id] ?? {};
  const terms = incoming
    .flatMap((edge) => edges[edge] ?? [])
    .map(({ from, weight }) => {
      const factor = 'fixed' in weight ? String(weight.fixed) : `w${weight.parameter}`;
      return `(${factor}) * ${text(from)}`;
    });
  return `(${[...terms, ...(bias === undefined ? [] : [`w${bias}`])].join(' + ')})`;
}

function unitText(network: Network, id: UnitId): string {
  const unit = network.units[id];
  if (unit === undefined || unit.incoming.length === 0) return `x${id}`;
  const sum = (of: UnitId): string => sumText(network, of, (from) => unitText(network, from));
  const { name } = unit.activation;
  if (name !== 'softmax') return `(${activationText(unit.activation, sum(id))})`;
  const all = network.layers[unit.layer]?.units ?? [];
  return `(exp(${sum(id)}) / (${all.map((of) => `exp(${sum(of)})`).join(' + ')}))`;
}

function activationText({ name, slope = 0 }: Activation, z: string): string {
  const ramp = `(${z} + abs(${z})) / 2`;
  switch (name) {
    case 'identity':
      return z;
    case 'sigmoid':
      return `1 / (1 + exp(-${z}))`;
    case 'tanh':
      return `tanh(${z})`;
    case 'relu':
      return ramp;
    case 'leaky-relu':
      return `${slope} * ${z} + ${1 - slope} * ${ramp}`;
    case 'softplus':
      return `log(1 + exp(${z}))`;
    case 'gelu-tanh':
      return `${z} / 2 * (1 + tanh(sqrt(2 / pi) * (${z} + 0.044715 * ${z}^3)))`;
    case 'gelu':
      throw new Error('mathjs does not differentiate the error function');
    case 'softmax':
      throw new Error('softmax is a function of a whole layer');
  }
}

function lossText(network: Network): string {
  const { loss, outputs, parameters } = network;
  const terms = outputs.map((id) => shareText(network, unitText(network, id), `t${id}`));
  if (loss.decay === undefined) return terms.join(' + ');
  const weights = parameters.filter(({ kind }) => kind === 'weight');
  const squares = weights.map(({ id }) => `w${id}^2`);
  return [...terms, `${loss.decay / 2} * (${squares.join(' + ')})`].join(' + ');
}

function shareText({ loss, outputs }: Network, y: string, t: string): string {
  switch (loss.name) {
    case 'squared':
      return `(${t} - ${y})^2 / 2`;
    case 'mean-squared':
      return `(${t} - ${y})^2 / ${outputs.length}`;
    case 'cross-entropy':
      return `-${t} * log(${y})`;
    case 'binary-cross-entropy':
      return `-(${t} * log(${y}) + (1 - ${t}) * log(1 - ${y}))`;
  }
}
