const names =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau ' +
  'upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';
const characters = 'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ';

/** The Greek letters that a name may be spelled with, as LaTeX names them. */
export const greekLetters: ReadonlySet<string> = new Set(names.split(' '));

/** How a Greek character is spelled: `alpha` for α. */
export const greekNames: ReadonlyMap<string, string> = new Map(
  names.split(' ').map((name, place) => [characters.charAt(place), name]),
);

/** And the other way round: α for `alpha`. */
export const greekCharacters: ReadonlyMap<string, string> = new Map(
  [...greekNames].map(([character, name]) => [name, character]),
);
