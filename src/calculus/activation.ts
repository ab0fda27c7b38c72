import type { Activation, ActivationName } from '../network/network.ts';
import { type Field, normalDensity } from './field.ts';

/** A function of one number in any arithmetic; `slope` is the slope of a leaky ReLU below 0. */
type Curve = <T>(z: T, field: Field<T>, slope: number) => T;

/** The activations of a single unit; softmax joins those of a layer. */
export type CurveName = Exclude<ActivationName, 'softmax'>;

/** Every activation φ(z) with its derivative φ′(z), as in a textbook; a is φ(z). */
export const curves: Readonly<Record<CurveName, readonly [Curve, Curve]>> = {
  identity: [(z) => z, (_, { from }) => from(1)], // z, 1
  sigmoid: [sigmoid, sigmoidSlope], // 1/(1 + e^−z), a(1 − a)
  tanh: [tanh, tanhSlope], // 2σ(2z) − 1, 1 − a²
  relu: [(z, f) => ramp(z, f, 0), (z, f) => step(z, f, 0)], // max(0, z), [z > 0]
  'leaky-relu': [ramp, step], // z or αz, 1 or α
  softplus: [softplus, sigmoid], // ln(1 + e^z), σ(z)
  gelu: [gelu, geluSlope], // zΦ(z), Φ(z) + zφ(z)
  'gelu-tanh': [geluTanh, geluTanhSlope], // ½z(1 + tanh u), ½(1 + tanh u) + ½z(1 − tanh² u)u′
};

/** Whether it is a function of one number. */
export const hasCurve = ({ name }: Activation): boolean => name !== 'softmax';
export const isLinear = ({ name }: Activation): boolean => name === 'identity';

/** φ(z), or φ′(z). */
export function applied<T>(
  { name, slope = 0 }: Activation,
  prime: boolean,
  z: T,
  field: Field<T>,
): T {
  if (name === 'softmax') throw new Error('softmax is no function of one number');
  return curves[name][prime ? 1 : 0](z, field, slope);
}

/** e^z_i / Σ_j e^z_j of a whole layer; from all z the largest is taken first, which changes nothing but the rounding. */
export function softmax<T>(sums: readonly T[], field: Field<T>): readonly T[] {
  const { add, divide, exp, isPositive, negate } = field;
  const largest = sums.reduce((a, b) => (isPositive(add(b, negate(a))) ? b : a));
  const powers = sums.map((z) => exp(add(z, negate(largest))));
  const total = powers.reduce(add);
  return powers.map((power) => divide(power, total));
}

/** The derivative at 0 is chosen to be that of z < 0. */
function step<T>(z: T, field: Field<T>, below: number): T {
  return field.from(field.isPositive(z) ? 1 : below);
}

function ramp<T>(z: T, field: Field<T>, below: number): T {
  return field.multiply(step(z, field, below), z);
}

/** Where z is not positive, e^z/(1 + e^z), which is the same: neither overflows, however far it saturates. */
function sigmoid<T>(z: T, { add, divide, exp, from, isPositive, negate }: Field<T>): T {
  if (isPositive(z)) return divide(from(1), add(from(1), exp(negate(z))));
  const power = exp(z);
  return divide(power, add(from(1), power));
}

function sigmoidSlope<T>(z: T, field: Field<T>): T {
  const a = sigmoid(z, field);
  return field.multiply(a, field.add(field.from(1), field.negate(a)));
}

function tanh<T>(z: T, field: Field<T>): T {
  const two = field.from(2);
  return field.add(field.multiply(two, sigmoid(field.multiply(two, z), field)), field.from(-1));
}

function tanhSlope<T>(z: T, field: Field<T>): T {
  const a = tanh(z, field);
  return field.add(field.from(1), field.negate(field.multiply(a, a)));
}

/** Where z is positive, z + ln(1 + e^−z), which is the same and does not overflow. */
function softplus<T>(z: T, { add, exp, from, isPositive, log, negate }: Field<T>): T {
  if (isPositive(z)) return add(z, log(add(from(1), exp(negate(z)))));
  return log(add(from(1), exp(z)));
}

function gelu<T>(z: T, { multiply, normal }: Field<T>): T {
  return multiply(z, normal(z));
}

function geluSlope<T>(z: T, field: Field<T>): T {
  return field.add(field.normal(z), field.multiply(z, normalDensity(z, field)));
}

/** u = √(2/π)(z + 0.044715 z³) (Hendrycks and Gimpel 2016) */
function inner<T>(z: T, { add, from, multiply }: Field<T>): T {
  const cube = multiply(z, multiply(z, z));
  return multiply(from(Math.sqrt(2 / Math.PI)), add(z, multiply(from(0.044715), cube)));
}

/** u′ = √(2/π)(1 + 3 · 0.044715 z²) */
function innerSlope<T>(z: T, { add, from, multiply }: Field<T>): T {
  const bent = multiply(from(3 * 0.044715), multiply(z, z));
  return multiply(from(Math.sqrt(2 / Math.PI)), add(from(1), bent));
}

function geluTanh<T>(z: T, field: Field<T>): T {
  const { add, from, multiply } = field;
  return multiply(multiply(from(0.5), z), add(from(1), tanh(inner(z, field), field)));
}

function geluTanhSlope<T>(z: T, field: Field<T>): T {
  const { add, from, multiply } = field;
  const u = inner(z, field);
  const bent = multiply(z, multiply(tanhSlope(u, field), innerSlope(z, field)));
  return multiply(from(0.5), add(add(from(1), tanh(u, field)), bent));
}
