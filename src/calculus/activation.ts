import type { Activation, ActivationName } from '../network/network.ts';
import type { Field } from './field.ts';

/** An activation function of one number, and its derivative, in any arithmetic. */
interface Curve {
  readonly value: <T>(z: T, field: Field<T>, slope: number) => T;
  readonly derivative: <T>(z: T, field: Field<T>, slope: number) => T;
}

/** The activations of a single unit; softmax joins several, and the exact GELU wants the error function. */
export type CurveName = Exclude<ActivationName, 'softmax' | 'gelu'>;

const one = <T>(field: Field<T>): T => field.from(1);
const step = <T>(z: T, field: Field<T>, below: number): T =>
  field.from(field.isPositive(z) ? 1 : below);
const sigmoid = <T>(z: T, { add, divide, exp, from, negate }: Field<T>): T =>
  divide(from(1), add(from(1), exp(negate(z))));
/** tanh z = 2σ(2z) − 1 */
const tanh = <T>(z: T, field: Field<T>): T =>
  field.add(
    field.multiply(field.from(2), sigmoid(field.multiply(field.from(2), z), field)),
    field.from(-1),
  );
/** The inner function of the tanh form of GELU, √(2/π)(z + 0.044715 z³) (Hendrycks and Gimpel 2016). */
const inner = <T>(z: T, { add, from, multiply }: Field<T>): T =>
  multiply(
    from(Math.sqrt(2 / Math.PI)),
    add(z, multiply(from(0.044715), multiply(z, multiply(z, z)))),
  );
const innerDerivative = <T>(z: T, { add, from, multiply }: Field<T>): T =>
  multiply(
    from(Math.sqrt(2 / Math.PI)),
    add(from(1), multiply(from(3 * 0.044715), multiply(z, z))),
  );

/** Each function above its derivative. The derivative of ReLU at 0 is chosen to be 0. */
export const curves: Readonly<Record<CurveName, Curve>> = {
  identity: {
    value: (z) => z,
    derivative: (_, field) => one(field),
  },
  sigmoid: {
    value: (z, field) => sigmoid(z, field),
    derivative: (z, f) => f.multiply(sigmoid(z, f), f.add(one(f), f.negate(sigmoid(z, f)))),
  },
  tanh: {
    value: (z, field) => tanh(z, field),
    derivative: (z, f) => f.add(one(f), f.negate(f.multiply(tanh(z, f), tanh(z, f)))),
  },
  relu: {
    value: (z, f) => f.multiply(step(z, f, 0), z),
    derivative: (z, f) => step(z, f, 0),
  },
  'leaky-relu': {
    value: (z, f, slope) => f.multiply(step(z, f, slope), z),
    derivative: (z, f, slope) => step(z, f, slope),
  },
  softplus: {
    value: (z, f) => f.log(f.add(one(f), f.exp(z))),
    derivative: (z, f) => sigmoid(z, f),
  },
  'gelu-tanh': {
    value: (z, f) => f.multiply(f.multiply(f.from(0.5), z), f.add(one(f), tanh(inner(z, f), f))),
    derivative: (z, f) => {
      const t = tanh(inner(z, f), f);
      const slope = f.multiply(f.add(one(f), f.negate(f.multiply(t, t))), innerDerivative(z, f));
      return f.multiply(f.from(0.5), f.add(f.add(one(f), t), f.multiply(z, slope)));
    },
  },
};

export const hasCurve = ({ name }: Activation): boolean => name in curves;
export const isLinear = ({ name }: Activation): boolean => name === 'identity';

/** φ(z), or φ′(z). */
export function applied<T>(
  { name, slope = 0 }: Activation,
  prime: boolean,
  z: T,
  field: Field<T>,
): T {
  const curve = curves[name as CurveName];
  if (curve === undefined) throw new Error(`${name} is no function of one number`);
  return (prime ? curve.derivative : curve.value)(z, field, slope);
}
