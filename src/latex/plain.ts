import { certain } from '../certain.ts';

const raised = forms('0123456789+−()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁱⁿ');
const lowered = forms('0123456789+−()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** Commands that have a character of their own; any other stands as its name, and those of layout not at all. */
const characters: ReadonlyMap<string, string> = new Map([
  ['partial', '∂'],
  ['delta', 'δ'],
  ['Delta', 'Δ'],
  ['sigma', 'σ'],
  ['sum', 'Σ'],
  ['prod', 'Π'],
  ['in', '∈'],
  ['leadsto', '⇝'],
  ['cdot', '·'],
  ...['left', 'right', 'text', 'mathrm', 'operatorname'].map((name) => [name, ''] as const),
]);

/** A formula of ours as a line of text, for a list of them: `w³₁₁ x₁`, `∂y₁/∂h₁`. */
export function plain(tex: string): string {
  let text = tex
    .replace(/\\[,;:]/g, '')
    .replace(/\\(?!frac)([A-Za-z]+) ?/g, (_, name) => characters.get(name) ?? `${name} `)
    .replaceAll('-', '−')
    .replace(/(_\w|_\{\w+\})(\^\w|\^\{[^{}]+\})/g, '$2$1');
  // From the innermost braces outwards.
  for (let before = ''; before !== text && /[_^\\]/.test(text); ) {
    before = text;
    text = text
      .replace(/([_^])(?:\{([^{}]*)\}|([^{}\\]))/g, (_, place, many, one) =>
        script(place, many ?? one),
      )
      .replace(
        /\\frac\{([^{}]*)\}\{([^{}]*)\}/g,
        (_, over, under) => `${part(over)}/${part(under)}`,
      );
  }
  return text
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[↓↑]/g, (arrow) => (arrow === '↓' ? '_' : '^'))
    .trim();
}

function script(place: string, text: string): string {
  const known = place === '_' ? lowered : raised;
  let written = '';
  for (const character of text) {
    const small = known.get(character);
    // An arrow for now, so that it is not read again.
    if (small === undefined) return `${place === '_' ? '↓' : '↑'}${text}`;
    written += small;
  }
  return written;
}

/** The upper or lower part of a fraction, in brackets where they are needed on a line. */
function part(written: string): string {
  const text = written.trim();
  return /[^∂] ?[ +−]/.test(text) ? `(${text})` : text;
}

function forms(from: string, to: string): ReadonlyMap<string, string> {
  const all = [...to];
  return new Map([...from].map((character, place) => [character, certain(all[place])]));
}
