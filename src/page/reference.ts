import type { Span } from '../diagnostic.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Target } from './number.ts';
import type { Locate, Place } from './place.ts';
import { type Problem, problemAt } from './problem.ts';

export type ReferenceCommand = 'ref' | 'eqref';

/** A reference in running text, where it stands and where its label does. */
export interface TextReference {
  readonly command: ReferenceCommand;
  readonly name: string;
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The references in a piece of prose.
 *
 * @param braces what stands in braces right behind it, where the host has taken them out of the text, as MDX does
 */
export function textReferences(text: string, braces?: string): readonly TextReference[] {
  const whole = /\\(?:eqref|ref)$/.test(text) && braces !== undefined ? `${text}{${braces}}` : text;
  return [...whole.matchAll(/\\(eqref|ref)\{([^{}]*)\}/g)].map((match) => {
    const { 0: written, 1: command, 2: inside = '', index: start } = match;
    const name = inside.trim();
    const end = start + written.length;
    const nameStart = end - 1 - inside.trimStart().length;
    return { command: command as ReferenceCommand, name, nameStart, start, end };
  });
}

/** A reference's target, or the problem that it has none. */
export function lookUp(
  targets: ReadonlyMap<string, Target>,
  name: string,
  span: Span,
  locate: Locate,
): Target | Problem {
  const target = targets.get(name);
  if (target !== undefined) return target;
  const known = [...targets.keys()];
  const hint =
    known.length === 0
      ? 'No equation and no figure of this page has a label.'
      : `Labels of this page: ${known.slice(0, 12).join(', ')}.`;
  const message = `Nothing on this page has the label “${name}”.`;
  return problemAt(
    { code: 'missing-label', message, hint, expected: nearest(name, known), span },
    locate,
  );
}

/** What a reader sees: the number, in brackets for `\eqref`. */
export const shown = ({ number }: Target, command: ReferenceCommand): string =>
  command === 'eqref' ? `(${number})` : number;

/** What a reader hears. */
export const spoken = ({ kind, number }: Target): string =>
  `${kind === 'figure' ? 'Figure' : 'Equation'} ${number}`;

/** Whether an address is one that we would give. */
export const leadsHere = (address: string): boolean => /^#(?:equation|figure)-/.test(address);

/** What is wrong with a link without words to an address that nothing has. */
export function lostAddress(address: string, known: Iterable<string>, start: Place): Problem {
  const message = `Nothing on this page has the address “${address}”.`;
  const end = { ...start, column: start.column + 1, offset: start.offset + 1 };
  return { code: 'missing-label', message, expected: nearest(address, known), start, end };
}
