import type { Language } from './language.ts';

/** The sentences in English, each of a rule's own line. */
export const english: Language = {
  rules: {
    define: {
      name: 'definition',
      sentence: ({ left, after }) => `${left} is short for ${after}`,
    },
    'insert-loss': {
      name: 'the loss',
      sentence: ({ loss }) => `${loss} is written out`,
    },
    'power-rule': {
      name: 'sum, power and chain rule',
      sentence: ({ subjects: [lead] }) =>
        lead === undefined
          ? 'term by term, the square gives a 2, which cancels the $\\tfrac12$'
          : `term by term, the square gives a 2; with what stood before it, that makes ${lead}`,
    },
    logarithm: {
      name: 'derivative of the logarithm',
      sentence: () => 'term by term, the derivative of $\\ln y$ is $\\tfrac1y$ times that of $y$',
    },
    'common-denominator': {
      name: 'common denominator',
      sentence: () =>
        'both fractions over one denominator; the minus before them turns the difference round',
    },
    softmax: {
      name: 'slope of softmax',
      sentence: () =>
        'softmax joins the units of its layer: $\\partial a_i / \\partial z_j$ is $a_i (1 - a_i)$ where $i = j$, and $-a_i a_j$ elsewhere',
    },
    collect: {
      name: 'collecting',
      sentence: () => 'what stands before the same factor is brought together in one bracket',
    },
    'targets-sum-to-one': {
      name: 'targets',
      sentence: () => 'the targets sum to 1, as those of classes do',
    },
    constant: {
      name: 'constants',
      sentence: ({ subjects }) =>
        subjects.length > 1
          ? `${listed(subjects)} are given, so their derivatives are 0`
          : `${listed(subjects)} is given, so its derivative is 0`,
    },
    'no-path': {
      name: 'no path',
      sentence: ({ subjects }) => {
        const [missed, wanted] = [subjects.slice(0, -1), subjects.at(-1)];
        return missed.length > 1
          ? `${wanted} has no path to ${listed(missed)}, so their derivatives are 0`
          : `${wanted} has no path to ${listed(missed)}, so its derivative is 0`;
      },
    },
    'drop-zeros': {
      name: 'zeros',
      sentence: () => 'a product with 0 is 0, and a sum is the same without it',
    },
    'chain-rule': {
      name: 'chain rule',
      sentence: ({ subjects }) =>
        `along each path to ${listed(subjects, 'or')} the derivatives multiply, and what comes along several paths adds up`,
    },
    'local-factor': {
      name: 'local derivatives',
      sentence: ({ subjects: [slope] }) =>
        slope === undefined
          ? 'the derivative of a product by one factor is the other factor'
          : `the derivative of a product by one factor is the other factor, and the derivative of an activation is its slope, such as ${slope}`,
    },
    slope: {
      name: 'slope',
      sentence: () => 'the slope of the activation, written with its own value',
    },
    cancel: {
      name: 'cancelling',
      sentence: () => 'what stands both above and below the fraction line cancels',
    },
    'common-factor': {
      name: 'common factor',
      sentence: () => 'what all paths to one output share is written once',
    },
    sign: {
      name: 'signs',
      sentence: () => 'turning the difference round takes up the minus',
    },
    'factor-out': {
      name: 'factoring out',
      sentence: ({ common }) => `${common} is in every term, so it is written once`,
    },
    collapse: {
      name: 'one sum',
      sentence: () => 'the terms differ in an index alone, so that one sum writes them all',
    },
    'error-term': {
      name: 'error term',
      sentence: ({ subjects: [of], by, hasErrorTerms, hasSlope }) => {
        if (by === 'weight' || by === 'bias') return byErrorTerm(by, of);
        const come = hasErrorTerms
          ? `the error terms of the units that ${of ?? 'a unit'} leads to, carried back over the weights`
          : 'how the loss changes with the output';
        return hasSlope ? `${come}, times the slope of the activation` : come;
      },
    },
    rename: {
      name: 'error term',
      sentence: ({ by, isFirst }) =>
        isFirst && (by === 'weight' || by === 'bias')
          ? byErrorTerm(by)
          : 'the error term by its name',
    },
    'sum-over-paths': {
      name: 'sum over paths',
      sentence: () => 'each path gives the product of its weights',
    },
    generalise: {
      name: 'general indices',
      sentence: ({ by = 'unit' }) => `the same holds for every ${by} of the layer`,
    },
    forward: {
      name: 'forward pass',
      sentence: () => 'as the network computes it',
    },
    mean: {
      name: 'mean over the examples',
      sentence: ({ loss, hasDecay }) =>
        `${loss} is the mean of the errors of all examples, so its derivative is the mean of theirs${hasDecay ? '; the weight decay adds its own' : ''}`,
    },
    decay: {
      name: 'weight decay',
      sentence: ({ subjects: [of = 'a parameter'], by }) =>
        by === 'weight'
          ? `of all the squares, only that of ${of} changes with it; the 2 cancels the $\\tfrac12$`
          : `there is no square of ${of} in it, so its derivative is 0`,
    },
    insert: {
      name: 'inserting',
      sentence: () => 'as derived above',
    },
    'insert-values': {
      name: 'values',
      sentence: () => 'each symbol by its value',
    },
    compute: {
      name: 'arithmetic',
      sentence: () => 'worked out',
    },
    update: {
      name: 'update',
      sentence: ({ subjects: [of = 'it'] }) =>
        `${of} takes one step against the gradient; where that is small enough, the loss falls`,
    },
  },
  conditions: {
    'targets-sum-to-one': 'which holds where the targets sum to 1',
  },
  assumptions: {
    'targets-sum-to-one': 'This takes targets that sum to 1, as those of classes do.',
  },
  shortened: (terms) =>
    `Unit by unit there would be ${terms} terms; so there is one equation for all units of a layer.`,
  joined: (equations) =>
    `Unit by unit there would be ${equations} equations; so there is one for all units of a layer.`,
  turned: (paths) =>
    `${paths} paths lead from here to the error, too many to write out; so the errors are carried back unit by unit.`,
};

/** Why a gradient is what it is by the error terms. */
const byErrorTerm = (by: 'weight' | 'bias', of = `a ${by}`): string =>
  by === 'weight'
    ? `the value that ${of} multiplies, times the error term of the unit that it leads to`
    : `${of} is added as it is, so its gradient is the error term of what it is added to`;

/** “a, b and c” */
const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
