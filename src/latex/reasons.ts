import type { RuleName, Step } from '../calculus/derivation.ts';
import type { Network } from '../network/network.ts';
import { tex } from './expression.ts';

/** What a sentence may speak of: the step's subjects, as formulas, and as a list of them. */
interface Words {
  readonly all: string;
  readonly first: string;
  readonly rest: string;
  readonly last: string;
  readonly several: boolean;
}

/** One sentence a rule, in one place, so that they can be read together and translated. */
const sentences: Readonly<Record<RuleName, (words: Words) => string>> = {
  define: () => 'the gradient is the derivative of the error',
  'insert-loss': () => 'the error, written out',
  'power-rule': ({ first }) =>
    first === ''
      ? 'sum, power and chain rule; the 2 cancels the $\\tfrac12$'
      : `sum, power and chain rule; ${first} stands before`,
  logarithm: () => 'sum and chain rule; the derivative of $\\ln y$ is $\\tfrac1y$',
  'common-denominator': () => 'over a common denominator; the minus turns the numerator round',
  constant: ({ all, several }) =>
    several ? `the targets ${all} are constants` : `the target ${all} is a constant`,
  'no-path': ({ rest, last }) => `no path leads from ${last} to ${rest}, so that derivative is 0`,
  'drop-zeros': () => 'a product with 0 is 0',
  'chain-rule': () => 'chain rule, along every path',
  'local-factor': ({ first }) =>
    first === ''
      ? 'each factor is the other one of a product'
      : `each factor is the other one of a product, or the slope of an activation, as ${first}`,
  slope: () => 'the slope of an activation, by its own value',
  cancel: () => 'the slope of the output cancels the denominator',
  'common-factor': () => 'what the paths have in common comes first',
  sign: () => 'two signs cancel',
  'factor-out': () => 'what the outputs have in common comes first',
  collapse: () => 'the same for every output, so one sum says it',
  'error-term': ({ first }) =>
    first === '' ? 'the error, carried back' : `what comes back to ${first}`,
  rename: () => 'by the error term’s name',
  'sum-over-paths': () => 'one product of weights for each path',
  generalise: () => 'the same for every weight of the layer',
  forward: () => 'forward pass',
  mean: () => 'the loss is the mean over the examples, so its derivative is the mean of theirs',
  decay: ({ first }) => `of the weight decay, ${first} alone is no constant`,
  insert: () => 'as derived above',
  'insert-values': () => 'the values, put in',
  compute: () => 'worked out',
  update: () => 'one step downhill, as long as the learning rate makes it',
};

/** Why a line follows from the one before, with `$…$` around what is mathematics. */
export function reason(step: Step, network: Network): string {
  const formulas = step.subjects.map((subject) => `$${tex(subject, network)}$`);
  return sentences[step.rule]({
    all: listed(formulas),
    first: formulas[0] ?? '',
    rest: listed(formulas.slice(0, -1)),
    last: formulas.at(-1) ?? '',
    several: formulas.length > 1,
  });
}

const listed = (formulas: readonly string[]): string =>
  formulas.length < 2
    ? (formulas[0] ?? '')
    : `${formulas.slice(0, -1).join(', ')} and ${formulas.at(-1)}`;
