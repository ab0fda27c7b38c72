/**
 * A number to be read at a glance: four significant digits at most, a real minus, powers of ten where it is very small.
 * Steps that are too long lead to ∞, and from there to what is no number any more.
 */
export function shown(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  const size = Math.abs(value);
  if (size < 1e-12) return '0';
  const text =
    size < 1e-3 || size >= 1e5 ? small(size) : String(Number(size.toPrecision(size < 1 ? 3 : 4)));
  return value < 0 ? `−${text}` : text;
}

/** The same where there is little room, in a figure: three digits behind the point. */
export function brief(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 100) return shown(Number(value.toPrecision(3)));
  if (size > 1e-12 && size < 0.0005) return '≈0';
  const text = String(Number(size.toFixed(3)));
  return value < 0 && text !== '0' ? `−${text}` : text;
}

function small(size: number): string {
  const [digits = '', power = '0'] = size.toExponential(1).split('e');
  const raised = [...String(Number(power))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '⁻');
  return `${Number(digits)}·10${raised.join('')}`;
}
