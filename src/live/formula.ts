import { certain } from '../certain.ts';
import type { Element } from '../svg/element.ts';
import type { Model, Sign } from './model.ts';
import { shown } from './number.ts';

/**
 * An expression in few characters: a number; a symbol as its kind and id, `u3` a unit, `z3` its weighted sum, `d3` its
 * error term, `t3` a target, `p3` a parameter, `E` the error; or an operation and what it is applied to.
 */
export type Code = number | string | Operation;
export interface Operation extends ReadonlyArray<Code> {
  readonly 0: string;
}

const element = (
  name: string,
  children: Element['children'],
  attributes: Element['attributes'] = {},
): Element => ({ name, attributes, children });
const row = (children: Element['children']): Element => element('mrow', children);
const sign = (text: string): Element => element('mo', [text]);
const bracketed = (inside: Element): Element =>
  row([
    element('mo', ['('], { stretchy: 'true' }),
    inside,
    element('mo', [')'], { stretchy: 'true' }),
  ]);

/** A name with its scripts. */
export function signElement([letter, superscript, subscript]: Sign): Element {
  const base = element('mi', [letter]);
  const script = (text: string): Element => element(/^\d+$/.test(text) ? 'mn' : 'mi', [text]);
  if (superscript !== '' && subscript !== '')
    return element('msubsup', [base, script(subscript), script(superscript)]);
  if (superscript !== '') return element('msup', [base, script(superscript)]);
  return subscript === '' ? base : element('msub', [base, script(subscript)]);
}

/** A name as it is read aloud: `w 1 11`. */
export const spoken = (name: Sign): string => name.filter((part) => part !== '').join(' ');

/** ∂E/∂w, or what the notation writes in its place. */
export function gradientElement({ gradient, error }: Model, by: Sign): Element {
  const name = signElement(by);
  if (gradient === 'delta') return row([element('mi', ['Δ']), name]);
  const d = (of: Element): Element =>
    row([element('mo', [gradient === 'partial' ? '∂' : 'd']), of]);
  if (gradient === 'differential') return d(name);
  return element('mfrac', [d(signElement(error)), d(name)]);
}

/** How a symbol is written: by its name, or by its value. */
export type Written = (symbol: string) => Element;

export function namesOf(model: Model): Written {
  const { units, edges, parameters, targets, error } = model;
  const outputs = [...units.keys()].filter((id) => edges.every(([from]) => from !== id));
  return (symbol) => {
    const id = Number(symbol.slice(1));
    const unit = (): Element => signElement(certain(units[id]).sign);
    switch (symbol[0]) {
      case 'u':
        return unit();
      case 'z':
        return element('msub', [element('mi', ['z']), unit()]);
      case 'd':
        return element('msub', [element('mi', ['δ']), unit()]);
      case 't':
        return signElement(certain(targets[outputs.indexOf(id)]));
      case 'p':
        return signElement(certain(parameters[id]).sign);
      default:
        return signElement(error);
    }
  };
}

/** By value; a negative one in brackets where it would run into a sign before it. */
export const valuesOf =
  (value: (symbol: string) => number): Written =>
  (symbol) => {
    const text = shown(value(symbol));
    const number = element('mn', [text], { class: 'network-value' });
    return text.startsWith('−') ? bracketed(number) : number;
  };

/** An expression as MathML; what is differentiated, and by what, keeps its names. */
export function formula(code: Code, written: Written, names = written): Element {
  const of = (part: Code): Element => formula(part, written, names);
  if (typeof code === 'number') return element('mn', [String(code).replace('-', '−')]);
  if (typeof code === 'string') return written(code);
  const [operation, ...parts] = code as readonly [string, ...Code[]];
  const [first = 0, second = 0] = parts;
  switch (operation) {
    case '+':
      return row(
        parts.flatMap((part, place) => {
          if (isOperation(part) && part[0] === '-')
            return [sign('−'), inProduct(certain(part[1]), of)];
          return place === 0 ? [of(part)] : [sign('+'), of(part)];
        }),
      );
    case '*':
      return row(
        parts.flatMap((part, place) =>
          place === 0
            ? [inProduct(part, of)]
            : [sign(written('E').name === 'mn' ? '·' : '\u2062'), inProduct(part, of)],
        ),
      );
    case '-':
      return row([sign('−'), inProduct(first, of)]);
    case '/':
      return element('mfrac', [of(first), of(second)]);
    case '^':
      return element('msup', [isOpen(first) ? bracketed(of(first)) : of(first), of(second)]);
    case 'D':
      return element('mfrac', [d(formula(first, names)), d(formula(second, names))]);
    case '∂':
      return row([
        element('mfrac', [sign('∂'), d(formula(second, names))]),
        bracketed(formula(first, names)),
      ]);
    default:
      // A function, with a prime for its derivative: `σ'`.
      return row([element('mi', [operation]), bracketed(of(first))]);
  }
}

const d = (of: Element): Element => row([sign('∂'), of]);
const isOperation = (code: Code): code is Operation => typeof code === 'object';
const isOpen = (code: Code): boolean => isOperation(code) && /^[-+*/]$/.test(code[0]);

function inProduct(part: Code, of: (part: Code) => Element): Element {
  const open = isOperation(part) && (part[0] === '+' || part[0] === '-');
  return open ? bracketed(of(part)) : of(part);
}

/** Whether an expression has derivatives in it, which have no number of their own. */
export const hasDerivative = (code: Code): boolean =>
  isOperation(code) && (/[D∂]/.test(code[0]) || code.slice(1).some(hasDerivative));

/** Of a derivation the two lines that say it all: the last one in derivatives, and the last. */
export function shortened(lines: readonly Code[]): readonly Code[] {
  const chain = lines.findLastIndex(hasDerivative);
  return lines.filter((_, place) => place === chain || place === lines.length - 1);
}
