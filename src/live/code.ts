import { derive } from '../calculus/derive.ts';
import type { Expression } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import type { Activation, Network, ParameterId } from '../network/network.ts';
import { type Code, hasDerivative, shortened } from './formula.ts';

/** More than this would make a page heavier than what it explains; the two that are always shown, or one, stand alone then. */
const mostLines = 24_000;

/** The lines of every parameter's derivation that a live figure shows, from the chain rule on. */
export function linesOf(network: Network): readonly (readonly Code[])[] {
  // The gradient that is shown is that of one example.
  const one = { ...network, examples: network.examples.slice(0, 1) };
  const all = one.parameters.map(({ id }) => lines(one, id));
  if (JSON.stringify(all).length <= mostLines) return all;
  const fewer = [all.map(shortened), all.map((each) => each.slice(-1))];
  return fewer.find((some) => JSON.stringify(some).length <= mostLines) ?? all.map(() => []);
}

/** Every line that numbers can be put in place of; the last has no derivative in it. */
function lines(network: Network, parameter: ParameterId): readonly Code[] {
  const derivation = derive(network, { by: { kind: 'parameter', parameter }, form: 'chain' });
  if ('code' in derivation) return [];
  const { steps } = certain(derivation.chains.at(-1));
  const codes = steps.map(({ after }) => codeOf(after)).filter((code) => code !== undefined);
  return codes.slice(0, codes.findLastIndex((code) => !hasDerivative(code)) + 1);
}

/** Of every activation that is written as a function of one number. */
const functions: Readonly<Record<Activation['name'], string | undefined>> = {
  identity: undefined,
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  'leaky-relu': 'LReLU',
  softplus: 'softplus',
  gelu: 'GELU',
  'gelu-tanh': 'GELU',
  softmax: undefined,
};

/** An expression in few characters; nothing where it has indices or sums that a number can't be put in place of. */
export function codeOf(expression: Expression): Code | undefined {
  const all = (operation: string, parts: readonly Expression[]): Code | undefined => {
    const codes = parts.map(codeOf).filter((code) => code !== undefined);
    return codes.length < parts.length ? undefined : ([operation, ...codes] as const);
  };
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'fraction':
      return all('/', [expression.numerator, expression.denominator]);
    case 'sum':
      return all('+', expression.terms);
    case 'product':
      return all('*', expression.factors);
    case 'negative':
      return all('-', [expression.body]);
    case 'power':
      return all('^', [expression.base, { kind: 'number', value: expression.exponent }]);
    case 'apply': {
      const name = functions[expression.activation.name];
      return name && all(`${name}${expression.prime ? '′' : ''}`, [expression.argument]);
    }
    case 'derivative':
      return all('D', [expression.of, expression.by]);
    case 'differentiate':
      return all('∂', [expression.body, expression.by]);
    case 'loss':
      return 'E';
    case 'unit':
    case 'preactivation':
    case 'delta':
    case 'target':
      return `${{ unit: 'u', preactivation: 'z', delta: 'd', target: 't' }[expression.kind]}${expression.unit}`;
    case 'parameter':
      return `p${expression.parameter}`;
    default:
      return undefined;
  }
}
