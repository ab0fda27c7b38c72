import fc from 'fast-check';

/** A block with layers of up to three units, and definitions that go with any of them; it shrinks to `x[1] -> y[1]`. */
export const layeredBlock: fc.Arbitrary<{
  readonly sizes: readonly number[];
  /** The chain, then the definitions, in an order that makes no difference. */
  readonly lines: readonly string[];
}> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    activation: fc.constantFrom('identity', 'sigmoid', 'tanh', 'softplus', 'gelu', 'gelu-tanh'),
    bias: fc.constantFrom(undefined, 'bias b^l_j', 'bias b^l', 'bias b_N'),
    loss: fc.constantFrom(undefined, 'loss mean-squared', 'loss squared, decay 0.1'),
  })
  .map(({ sizes, activation, bias, loss }) => {
    const stops = sizes.map((size, place) =>
      place === 0
        ? `x[${size}]`
        : place === sizes.length - 1
          ? `y[${size}]`
          : `h^${place}[${size}]`,
    );
    const definitions = [`activation ${activation}`, bias, loss];
    const given = definitions.filter((line) => line !== undefined);
    return { sizes, lines: [stops.join(' -> '), ...given] };
  });
