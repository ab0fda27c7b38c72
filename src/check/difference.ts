import type { Expression } from '../calculus/expression.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { tex } from '../latex/expression.ts';
import type { Network } from '../network/network.ts';
import type { Formula } from './formula.ts';
import { instead } from './instead.ts';
import { slipIn } from './slip.ts';
import type { Indices } from './symbol.ts';
import type { Trial } from './trial.ts';

/** A side, another that it is said to be equal to, and where they are not. */
export interface Difference {
  readonly before: Expression;
  /** The side that begins the chain. */
  readonly first: Expression;
  readonly side: Expression;
  readonly trial: Trial;
  readonly indices: Indices;
}

/** More values than this say little. */
const mostShown = 6;

/** A side that is not equal to what stands before it; or, `carried`, only to what stood there before a mistake. */
export function differs(
  { span }: Formula,
  { first, before, side, trial, indices }: Difference,
  carried: boolean,
  network: Network,
  trials: readonly Trial[] = [],
): Diagnostic {
  const where = point([before, side], trial, network);
  const index = [...indices].map(([letter, value]) => `${letter} = ${value}`).join(', ');
  const at = [...(index === '' ? [] : [index]), ...(where === '' ? [] : [where])].join(', ');
  const values = `this is ${trial.show(side)}, and what stands ${carried ? 'first' : 'before it'} is ${trial.show(before)}`;
  const start = carried
    ? 'This follows from a line that is false, and so it is false too'
    : 'This is false';
  // With a free index the same slip would have to be made for each of its values.
  const slip = carried || indices.size > 0 ? undefined : slipIn(side, before, trials, network);
  const says = carried ? undefined : (instead(before, network) ?? instead(first, network));
  const hints = [
    ...(slip === undefined
      ? []
      : [
          `With ${tex(slip.meant, network)} in place of ${tex(slip.written, network)} it would be true.`,
        ]),
    ...(says === undefined ? [] : [`The network says ${says}.`]),
  ];
  return {
    code: carried ? 'false-consequence' : 'false-equation',
    message: `${start}: ${at === '' ? '' : `where ${at}, `}${values}.`,
    ...(hints.length > 0 && { hint: hints.join(' ') }),
    span,
  };
}

/** The values of the symbols that two expressions speak of. */
function point(expressions: readonly Expression[], trial: Trial, network: Network): string {
  const symbols = new Map<string, Expression>();
  for (const expression of expressions.flatMap(symbolsIn))
    symbols.set(tex(expression, network), expression);
  const shown = [...symbols]
    .slice(0, mostShown)
    .map(([name, symbol]) => `${name} = ${trial.show(symbol)}`);
  return [...shown, ...(symbols.size > mostShown ? ['…'] : [])].join(', ');
}

/** Inputs, weights, biases, targets and units that stand in an expression, those in derivatives left out. */
function symbolsIn(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unit':
    case 'parameter':
    case 'target':
    case 'preactivation':
      return [expression];
    case 'sum':
      return expression.terms.flatMap(symbolsIn);
    case 'product':
      return expression.factors.flatMap(symbolsIn);
    case 'fraction':
      return [expression.numerator, expression.denominator].flatMap(symbolsIn);
    case 'power':
      return symbolsIn(expression.base);
    case 'apply':
      return symbolsIn(expression.argument);
    case 'negative':
    case 'logarithm':
    case 'differentiate':
      return symbolsIn(expression.body);
    default:
      return [];
  }
}

/** A side that could not be computed at any point. */
export const withoutValue = ({ span }: Formula): Diagnostic => ({
  code: 'unreadable-formula',
  message:
    'This has no value that could be compared: it divides by 0, or takes the logarithm of what is not positive.',
  hint: 'Write it so that it has a value wherever the network has one.',
  span,
});
