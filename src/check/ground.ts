import { fraction, loss, number, parameter, product, sum } from '../calculus/build.ts';
import type { Expression, Variable } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { Activation } from '../network/network.ts';
import type { Formula } from './formula.ts';
import { openSymbols, valuesOf } from './indices.ts';
import type { Indices } from './symbol.ts';
import { unreadable } from './token.ts';
import { dependent, found, independent, refuseDerivatives, trained, unitOf } from './variables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is open while a formula is grounded. */
interface Ground {
  readonly vocabulary: Vocabulary;
  readonly indices: Indices;
  /** Counts the terms of all sums. */
  readonly terms: { left: number };
}

/**
 * A formula in terms of its network: every symbol a variable, every sum over an index written out.
 *
 * @param indices values of the index letters that are free in it
 * @throws {Mistake} for what has no meaning in this network
 */
export function ground(formula: Formula, vocabulary: Vocabulary, indices: Indices): Expression {
  return grounded(formula, { vocabulary, indices, terms: { left: limits.formulaTerms } });
}

function grounded(formula: Formula, at: Ground): Expression {
  const { indices, vocabulary } = at;
  const of = (part: Formula): Expression => grounded(part, at);
  switch (formula.kind) {
    case 'number':
      return number(formula.value);
    case 'symbol': {
      const constant = constantOf(formula, at);
      if (constant !== undefined) return constant;
      const { variable, exponent } = found(formula, indices, vocabulary);
      return exponent === undefined ? variable : raised(variable, exponent, formula);
    }
    case 'sum':
      return sum(formula.terms.map(of));
    case 'product':
      return product(formula.factors.map(of));
    case 'negative':
      return { kind: 'negative', body: of(formula.body) };
    case 'quotient':
      return fraction(of(formula.numerator), of(formula.denominator));
    case 'power':
      return raised(of(formula.base), wholeNumber(formula.exponent), formula);
    case 'call':
      return called(formula, at);
    case 'derivative': {
      const whole = dependent(formula.of, indices, vocabulary);
      const by = independent(formula.by, indices, vocabulary);
      return { kind: 'derivative', of: whole, by, ...(formula.direct && { direct: true }) };
    }
    case 'gradient':
      return { kind: 'gradient', by: trained(formula.by, indices, vocabulary) };
    case 'iverson':
      return number(placeOf(formula.of, formula, at) === placeOf(formula.is, formula, at) ? 1 : 0);
    case 'differential':
      return differentialOf(independent(formula.by, indices, vocabulary));
    case 'differentiate': {
      refuseDerivatives(formula.body, indices, vocabulary);
      const by = independent(formula.by, indices, vocabulary);
      const body = of(formula.body);
      if (JSON.stringify(body).includes('"mean-over-examples"'))
        throw unreadable("The derivative of a mean over examples can't be checked.", formula.span);
      return { kind: 'differentiate', by, body };
    }
    case 'sum-over':
      return overExamples(formula, at) ?? overWeights(formula, at) ?? sum(writtenOut(formula, at));
    case 'product-over':
      return product(writtenOut(formula, at));
    case 'sum-over-paths':
      return {
        kind: 'sum-over-paths',
        from: unitOf(formula.from, indices, vocabulary),
        to: { unit: unitOf(formula.to, indices, vocabulary) },
      };
  }
}

type Part<Kind extends Formula['kind']> = Formula & { readonly kind: Kind };

/** dw is the gradient by w; dz and da are error terms, the derivatives by them. */
const differentialOf = (by: Variable): Expression =>
  by.kind === 'parameter' ? { kind: 'gradient', by } : { kind: 'derivative', of: loss, by };

/** λ and η, where the network has a weight decay and a learning rate and calls nothing else so. */
function constantOf({ symbol }: Part<'symbol'>, { vocabulary }: Ground): Expression | undefined {
  const { network, families } = vocabulary;
  const isBare = symbol.superscript.length + symbol.subscript.length === 0;
  if (!isBare || families.has(symbol.letter)) return undefined;
  if (symbol.letter === 'lambda' && network.loss.decay !== undefined) return { kind: 'decay' };
  return symbol.letter === 'eta' && network.rate !== undefined ? { kind: 'rate' } : undefined;
}

/** Σ_{e=1}^{n} over the n examples of a batch, where e is no index of anything. */
function overExamples(
  { index, range, body }: Part<'sum-over' | 'product-over'>,
  at: Ground,
): Expression | undefined {
  const count = at.vocabulary.network.examples.length;
  const isOfBatch = index === 'e' && count > 1 && range?.from === 1 && range.to === count;
  if (!isOfBatch) return undefined;
  return product([number(count), { kind: 'mean-over-examples', body: grounded(body, at) }]);
}

/** Σ_w w², over all weights of the network. */
function overWeights(
  { index, range, body }: Part<'sum-over' | 'product-over'>,
  at: Ground,
): Expression | undefined {
  const { symbol } = body.kind === 'symbol' ? body : {};
  const [exponent] = symbol?.superscript ?? [];
  const isSquare = exponent?.kind === 'text' && exponent.text === '2';
  if (symbol?.letter !== index || range !== undefined || !isSquare || symbol.subscript.length > 0)
    return undefined;
  const weights = at.vocabulary.network.parameters.filter(({ kind }) => kind === 'weight');
  return sum(weights.map(({ id }) => ({ kind: 'power', base: parameter(id), exponent: 2 })));
}

/** What an index is: a number, or what its letter stands for. */
function placeOf(index: string, { span }: Formula, { indices }: Ground): number {
  const place = /\d/.test(index) ? Number(index) : indices.get(index);
  if (place !== undefined) return place;
  throw unreadable(`Nothing else here says what ${index} counts.`, span);
}

/** The terms of a sum, one for each value of its index. */
function writtenOut(formula: Part<'sum-over' | 'product-over'>, at: Ground): readonly Expression[] {
  const { index, range, body, span } = formula;
  const { vocabulary } = at;
  const outer = new Map([...at.indices].filter(([letter]) => letter !== index));
  const values =
    range === undefined
      ? valuesOf(index, openSymbols(body, vocabulary, outer), outer, vocabulary)
      : Array.from(
          { length: Math.max(0, range.to - range.from + 1) },
          (_, place) => range.from + place,
        );
  if (values.length === 0)
    throw unreadable(
      `Nothing behind this sum says what ${index} counts.`,
      span,
      `Write ${index} as a subscript of a unit or a weight, or from where to where it runs: \\sum_{${index}=1}^{2}.`,
    );
  at.terms.left -= values.length;
  if (at.terms.left < 0)
    throw unreadable(
      'These sums have too many terms to be written out.',
      span,
      'Check a smaller network.',
    );
  return values.map((value) =>
    grounded(body, { ...at, indices: new Map([...outer, [index, value]]) }),
  );
}

/** A power with a whole exponent. */
function raised(base: Expression, exponent: number, { span }: Formula): Expression {
  if (Math.abs(exponent) > limits.exponent)
    throw unreadable(
      `The exponent ${exponent} is too large.`,
      span,
      `Exponents go to ${limits.exponent}.`,
    );
  if (exponent < 0)
    return fraction(number(1), raised(base, -exponent, { kind: 'number', value: 0, span }));
  return exponent === 0 ? number(1) : { kind: 'power', base, exponent };
}

function wholeNumber(exponent: Formula): number {
  if (exponent.kind === 'number' && Number.isInteger(exponent.value)) return exponent.value;
  if (exponent.kind === 'negative') return -wholeNumber(exponent.body);
  throw unreadable('Only whole numbers can be exponents.', exponent.span);
}

function called({ name, primes, argument, span }: Part<'call'>, at: Ground): Expression {
  const body = grounded(argument, at);
  const candidates = at.vocabulary.functions.get(name) ?? [];
  const [activation, ...others] = candidates;
  if (activation === undefined) {
    if (primes === 0 && /^(?:ln|log)$/.test(name)) return { kind: 'logarithm', body };
    if (primes === 0 && name === 'exp') return { kind: 'exponential', body };
    throw unreadable(
      `No unit of this network has the activation ${name}.`,
      span,
      'Write the activation as this network prints it.',
    );
  }
  if (primes > 1) throw unreadable("Second derivatives can't be checked.", span);
  const meant = others.length === 0 ? activation : ofUnit(body, candidates, at);
  if (meant === undefined)
    throw unreadable(
      `Several activations are written ${name}, and nothing says which one this is.`,
      span,
      "Take it of a unit's weighted sum.",
    );
  return { kind: 'apply', activation: meant, prime: primes === 1, argument: body };
}

/** Of several activations that are written alike, that of the unit whose weighted sum the argument is. */
function ofUnit(
  argument: Expression,
  candidates: readonly Activation[],
  { vocabulary }: Ground,
): Activation | undefined {
  if (argument.kind !== 'preactivation') return undefined;
  const own = certain(vocabulary.network.units[argument.unit]).activation;
  return candidates.find(({ name, slope }) => name === own.name && slope === own.slope);
}
