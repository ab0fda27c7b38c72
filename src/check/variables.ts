import type { Variable } from '../calculus/expression.ts';
import type { UnitId } from '../network/network.ts';
import { type Formula, partsOf, type SymbolFormula } from './formula.ts';
import { meaning } from './indices.ts';
import type { Indices } from './symbol.ts';
import { unreadable } from './token.ts';
import { unknownSymbol } from './unknown-symbol.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A symbol's meaning, with the exponent that its superscript is where the network has no such layer. */
export function found(
  formula: SymbolFormula,
  indices: Indices,
  vocabulary: Vocabulary,
): { readonly variable: Variable; readonly exponent?: number } {
  const what = meaning(formula.symbol, indices, vocabulary);
  if (what === undefined) throw unknownSymbol(formula, indices, vocabulary);
  return what;
}

/** The one quantity that stands in a derivative, and no power of it. */
function quantity(formula: SymbolFormula, indices: Indices, vocabulary: Vocabulary): Variable {
  const { variable, exponent } = found(formula, indices, vocabulary);
  if (exponent === undefined) return variable;
  throw unreadable(
    "This network has no such layer, so the superscript is a power, and a power can't stand here.",
    formula.span,
    'Write the name of a unit, a weight or a bias.',
  );
}

/** What can be differentiated. */
export function dependent(
  formula: SymbolFormula,
  indices: Indices,
  vocabulary: Vocabulary,
): Variable {
  const variable = quantity(formula, indices, vocabulary);
  if (variable.kind !== 'delta') return variable;
  throw unreadable("Derivatives of error terms can't be checked.", formula.span);
}

/** What can be differentiated by. */
export function independent(
  formula: SymbolFormula,
  indices: Indices,
  vocabulary: Vocabulary,
): Variable {
  const variable = quantity(formula, indices, vocabulary);
  if (!/^(?:delta|loss|data-loss)$/.test(variable.kind)) return variable;
  throw unreadable(
    `Nothing is differentiated by ${variable.kind === 'delta' ? 'an error term' : 'the loss'}.`,
    formula.span,
    'Take the derivative by a weight, a bias or a unit.',
  );
}

/** What Δ can stand before. */
export function trained(
  formula: SymbolFormula,
  indices: Indices,
  vocabulary: Vocabulary,
): Variable {
  const variable = quantity(formula, indices, vocabulary);
  if (variable.kind === 'parameter') return variable;
  throw unreadable(
    'Δ is the gradient by a weight or a bias, and this is neither.',
    formula.span,
    'Write a derivative, \\frac{\\partial E}{\\partial h_1}.',
  );
}

export function unitOf(formula: SymbolFormula, indices: Indices, vocabulary: Vocabulary): UnitId {
  const variable = quantity(formula, indices, vocabulary);
  if (variable.kind === 'unit') return variable.unit;
  throw unreadable(
    'A path leads from a unit to a unit.',
    formula.span,
    'Write \\sum_{p:\\, h_1 \\leadsto y_k}.',
  );
}

/** Derivatives are taken of what has none inside: second ones can't be checked. */
export function refuseDerivatives(
  formula: Formula,
  indices: Indices,
  vocabulary: Vocabulary,
): void {
  const isError =
    formula.kind === 'symbol' &&
    meaning(formula.symbol, indices, vocabulary)?.variable.kind === 'delta';
  if (isError || /^(?:derivative|differential|differentiate|gradient)$/.test(formula.kind))
    throw unreadable(
      "A derivative of a derivative can't be checked.",
      formula.span,
      'Work out the one inside first.',
    );
  for (const part of partsOf(formula)) refuseDerivatives(part, indices, vocabulary);
}
