import type { Expression, Indexed, Variable } from '../calculus/expression.ts';
import { termClasses } from '../network/links.ts';
import type { ActivationName, Network } from '../network/network.ts';
import { texName } from './name.ts';
import { rounded, texNumber } from './number.ts';
import { texSymbol, text, unitName } from './symbol.ts';

/**
 * An expression in TeX, written in the notation of its network. Brackets stand where precedence asks for them:
 * round ones, and square ones around those that have round ones inside.
 */
export function tex(expression: Expression, network: Network): string {
  const of = (part: Expression): string => tex(part, network);
  switch (expression.kind) {
    case 'number':
      return texNumber(expression.value);
    case 'value':
      return texNumber(rounded(expression.value));
    case 'rate':
      return '\\eta';
    case 'decay':
      return '\\lambda';
    case 'decay-term':
      return '\\frac{\\lambda}{2} \\sum_w w^2';
    case 'mean-over-examples': {
      const n = network.examples.length;
      return `\\frac{1}{${n}} \\sum_{e=1}^{${n}} ${inSum(expression.body, network)}`;
    }
    case 'after-step':
      return expression.of.kind === 'loss'
        ? `${texSymbol(expression.of, network)}_{\\text{new}}`
        : texSymbol(expression.of, network);
    case 'fraction':
      return `\\frac{${of(expression.numerator)}}{${of(expression.denominator)}}`;
    case 'sum':
      return terms(expression.terms, network);
    case 'product':
      return factors(expression.factors, network);
    case 'negative':
      return `-${inNegative(expression.body, network)}`;
    case 'power':
      return `${inPower(expression.base, network)}^${expression.exponent}`;
    case 'matrix-product':
      return expression.factors.map((factor) => inMatrixProduct(factor, network)).join(' ');
    case 'hadamard':
      return expression.factors
        .map((factor) => (factor.kind === 'sum' ? bracketed(of(factor)) : of(factor)))
        .join(' \\odot ');
    case 'transpose': {
      const body = of(expression.body);
      return `${body.includes('^') ? bracketed(body) : body}^{\\top}`;
    }
    case 'diagonal':
      return `\\operatorname{diag}(${of(expression.body)})`;
    case 'exponential':
      return `e^{${of(expression.body)}}`;
    case 'iverson':
      return `[${text(expression.of)} = ${text(expression.is)}]`;
    case 'logarithm':
      return isAtom(expression.body)
        ? `\\ln ${of(expression.body)}`
        : `\\ln${bracketed(of(expression.body))}`;
    case 'apply':
      return `${functions[expression.activation.name]}${expression.prime ? "'" : ''}(${of(expression.argument)})`;
    case 'derivative': {
      const [d, by] = [differential(network), texSymbol(expression.by, network)];
      const fraction = `\\frac{${d} ${texSymbol(expression.of, network)}}{${d} ${by}}`;
      return expression.direct === true ? `\\left.${fraction}\\right|_{\\text{direct}}` : fraction;
    }
    case 'gradient':
      return gradient(expression.by, network);
    case 'differentiate': {
      const d = differential(network);
      return `\\frac{${d}}{${d} ${texSymbol(expression.by, network)}} ${inSum(expression.body, network)}`;
    }
    case 'sum-over':
      return `\\sum_{${expression.index}} ${inSum(expression.body, network)}`;
    case 'sum-over-paths': {
      const from = texName(unitName(network, expression.from));
      const { to } = expression;
      const end =
        'unit' in to
          ? texSymbol({ kind: 'unit', unit: to.unit }, network)
          : texSymbol({ kind: 'unit-at', layer: to.layer, index: to.index }, network);
      return `\\sum_{p:\\, ${from} \\leadsto ${end}} \\; \\prod_{e \\in p} w_e`;
    }
    case 'term':
      return linked(expression.links, of(expression.body));
    default:
      return texSymbol(expression, network);
  }
}

const linked = (links: readonly number[], written: string): string =>
  `\\htmlClass{${termClasses(links).join(' ')}}{${written}}`;

/** Every activation has its notation: one without does not compile. */
const functions: Readonly<Record<ActivationName, string>> = {
  identity: '\\operatorname{id}',
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\operatorname{ReLU}',
  'leaky-relu': '\\operatorname{LReLU}',
  softplus: '\\operatorname{softplus}',
  gelu: '\\operatorname{GELU}',
  'gelu-tanh': '\\operatorname{GELU}',
  softmax: '\\operatorname{softmax}',
};

/** ∂E/∂w; or where the notation says so, Δw for a weight or bias, or dw. */
function gradient(by: Variable | Indexed, network: Network): string {
  const symbol = texSymbol(by, network);
  if (network.notation.gradient === 'differential') return `\\mathrm{d}${symbol}`;
  const short =
    network.notation.gradient === 'delta' && (by.kind === 'parameter' || by.kind === 'weight-at');
  if (short) return `\\Delta ${symbol}`;
  const d = differential(network);
  return `\\frac{${d} ${texSymbol({ kind: 'loss' }, network)}}{${d} ${symbol}}`;
}

const differential = (network: Network): string =>
  network.notation.derivative === 'partial' ? '\\partial' : '\\mathrm{d}';

/** A factor among matrices: sums in brackets, and what is multiplied entry by entry. */
function inMatrixProduct(factor: Expression, network: Network): string {
  const isOpen = ['sum', 'hadamard', 'negative'].includes(factor.kind);
  return isOpen ? bracketed(tex(factor, network)) : tex(factor, network);
}

/** What stands behind a Σ or a ∂/∂w: all of it. */
const inSum = (body: Expression, network: Network): string =>
  body.kind === 'sum' ? bracketed(tex(body, network)) : tex(body, network);

/** Terms of a sum that are printed at most; of more than these the first three and the last stand for all. */
const mostTerms = 12;

function terms(all: readonly Expression[], network: Network): string {
  const written = (some: readonly Expression[]): readonly string[] =>
    some.map((term) => (term === all[0] ? tex(term, network) : signed(term, network)));
  if (all.length <= mostTerms) return written(all).join(' ');
  return [...written(all.slice(0, 3)), '+ \\cdots', ...written(all.slice(-1))].join(' ');
}

/** A term behind the first, with its sign. */
function signed(term: Expression, network: Network): string {
  if (term.kind === 'negative') return `- ${inNegative(term.body, network)}`;
  const turned = opposite(term);
  return turned === undefined ? `+ ${tex(term, network)}` : `- ${tex(turned, network)}`;
}

/** The same without the minus of the negative number that it begins with; nothing where it begins otherwise. */
function opposite(part: Expression): Expression | undefined {
  switch (part.kind) {
    case 'term': {
      const body = opposite(part.body);
      return body && { ...part, body };
    }
    case 'product': {
      const [first, ...others] = part.factors;
      const turned = first && opposite(first);
      return turned && { ...part, factors: [turned, ...others] };
    }
    case 'number':
    case 'value':
      return part.value < 0 ? { ...part, value: -part.value } : undefined;
    default:
      return undefined;
  }
}

const isSigned = (part: Expression): boolean => opposite(part) !== undefined;

/** Whether what is printed of an expression begins with a number that stands for a symbol. */
function beginsWithValue(part: Expression): boolean {
  if (part.kind === 'term') return beginsWithValue(part.body);
  if (part.kind === 'product') return part.factors.slice(0, 1).some(beginsWithValue);
  return part.kind === 'value';
}

/** What a minus stands before; its own sign goes into brackets. */
function inNegative(body: Expression, network: Network): string {
  if (body.kind === 'term') return linked(body.links, inNegative(body.body, network));
  if (body.kind === 'product') return factors(body.factors, network, true);
  const isOpen = body.kind === 'sum' || body.kind === 'negative' || isSigned(body);
  return isOpen ? bracketed(tex(body, network)) : tex(body, network);
}

/** The base of a power: a superscript of its own is kept apart from the exponent. */
function inPower(base: Expression, network: Network): string {
  const written = tex(base, network);
  return isAtom(base) && !isSigned(base) && !written.includes('^')
    ? `{${written}}`
    : bracketed(written);
}

/** A product; `follows` where something stands before its first factor. */
const factors = (all: readonly Expression[], network: Network, follows = false): string =>
  all
    .map((factor, place) => {
      const [isFirst, isLast] = [place === 0 && !follows, place === all.length - 1];
      // Two numbers side by side would read as one.
      const dot = beginsWithValue(factor) && place > 0 ? '\\cdot ' : '';
      return dot + inProduct(factor, isFirst, isLast, network);
    })
    .join(' ');

/** A factor, in brackets where it would run into its neighbours. */
function inProduct(
  factor: Expression,
  isFirst: boolean,
  isLast: boolean,
  network: Network,
): string {
  const written = tex(factor, network);
  const open = factor.kind === 'sum' || factor.kind === 'negative';
  const laterNumber = !isFirst && (factor.kind === 'number' || isSigned(factor));
  const takesAll = !isLast && greedy.has(factor.kind);
  return open || laterNumber || takesAll ? bracketed(written) : written;
}

/** What takes all that stands behind it, so that only the last factor may go without brackets. */
const greedy: ReadonlySet<Expression['kind']> = new Set([
  'sum-over',
  'sum-over-paths',
  'mean-over-examples',
  'decay-term',
  'differentiate',
  'logarithm',
]);

/** Round brackets, square ones around round ones, curly ones around square ones, as tall as what they hold. */
function bracketed(inside: string): string {
  // Those around the number of a layer, as in w^{(1)}, enclose nothing.
  const open = inside.replaceAll(/\^\{[([]/g, '');
  if (open.includes('[')) return `\\left\\{${inside}\\right\\}`;
  if (open.includes('(')) return `\\left[${inside}\\right]`;
  return /\\(?:frac|sum|prod)/.test(inside) ? `\\left(${inside}\\right)` : `(${inside})`;
}

const atoms: ReadonlySet<Expression['kind']> = new Set([
  'unit',
  'target',
  'parameter',
  'unit-at',
  'target-at',
  'value',
]);
const isAtom = ({ kind }: Expression): boolean => atoms.has(kind);
