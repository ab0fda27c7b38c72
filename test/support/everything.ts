import type { Choices } from './random-network.ts';

/** All activations and losses that are derived. */
export const everything: Choices = {
  activations: [
    'identity',
    'sigmoid',
    'tanh',
    'relu',
    'leaky-relu 0.1',
    'softplus',
    'gelu',
    'gelu-tanh',
  ],
  losses: ['squared', 'mean-squared', 'binary-cross-entropy'],
  examples: 1,
};
