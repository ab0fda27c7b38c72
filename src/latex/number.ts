/** Decimals that are printed at most: those of published worked examples. */
const decimals = 9;
const digits = 6;

/** A number as it is typed; a large exponent becomes a power of ten. */
export function texNumber(value: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined
    ? String(value)
    : `${mantissa} \\cdot 10^{${exponent.replace('+', '')}}`;
}

/** A computed number rounded for reading: to nine decimals, or to six digits where it is very small or large. */
export const rounded = (value: number): number => {
  const size = Math.abs(value);
  const isUsual = size === 0 || (size >= 1e-4 && size < 1e6);
  return Number(isUsual ? value.toFixed(decimals) : value.toPrecision(digits));
};

/** Whether rounding for reading changed it; what the last bits of floating-point numbers did is no change. */
export const isRounded = (value: number): boolean =>
  Math.abs(value - rounded(value)) > 4 * Number.EPSILON * Math.abs(value);
