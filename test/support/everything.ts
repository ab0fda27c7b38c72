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
    'softmax',
  ],
  losses: [
    'squared',
    'squared, decay 0.1',
    'mean-squared',
    'binary-cross-entropy',
    'binary-cross-entropy, decay 0.01',
    'cross-entropy',
    'cross-entropy, decay 0.01',
  ],
  examples: 3,
};
