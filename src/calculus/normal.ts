/** The density of the standard normal distribution, e^(−z²/2)/√(2π). */
export const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Where the series would begin to lose digits to the ½, and the continued fraction is quick. */
const tailFrom = 2;
const fractionDepth = 120;

/**
 * The distribution function Φ of the standard normal distribution, ½(1 + erf(z/√2)), to 15 digits, in its tails
 * too: near 0 by the series of Abramowitz and Stegun 26.2.10, beyond by the continued fraction
 * 26.2.14.
 */
export function distribution(z: number): number {
  if (z > tailFrom) return 1 - tail(z);
  if (z < -tailFrom) return tail(-z);
  return 0.5 + density(z) * series(z);
}

/** z + z³/3 + z⁵/(3·5) + … */
function series(z: number): number {
  let [term, sum] = [z, z];
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON * 0.01; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + 3/(z + …)))) */
function tail(z: number): number {
  let fraction = z;
  for (let depth = fractionDepth; depth > 0; depth--) fraction = z + depth / fraction;
  return density(z) / fraction;
}
