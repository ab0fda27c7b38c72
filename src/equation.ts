import type { Derivation, Refusal, Step } from './calculus/derivation.ts';
import { derive } from './calculus/derive.ts';
import { forwardEquations } from './calculus/forward-equations.ts';
import { prove } from './calculus/prove.ts';
import { gradientTable } from './calculus/table-form.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Equation } from './figure.ts';
import { languages } from './latex/language.ts';
import { oneRow, rows } from './latex/rows.ts';
import { selectLines } from './lines.ts';
import type { Network } from './network/network.ts';
import { printed } from './network/printed.ts';
import type { DeriveRequest, ForwardRequest, TableRequest } from './network/request.ts';

/** The equations that a request asks for, proved before they are printed; or why there are none. */
export function equation(
  network: Network,
  request: DeriveRequest | ForwardRequest | TableRequest,
  firstLink?: number,
): Equation | Diagnostic {
  const derivation = derivationOf(network, request);
  if (isRefusal(derivation)) return { ...derivation, span: request.span };
  const beyond = prove(network, derivation);
  if (beyond !== undefined) return { ...beyond, span: request.span };
  const shown =
    request.kind !== 'forward' && request.lines !== undefined
      ? selectLines(derivation, request.lines)
      : undefined;
  if (shown !== undefined && 'code' in shown) return shown;
  const { span, label, tag, unnumbered } = request;
  const note = noteOf(derivation, shown);
  const shownAs = printed(network);
  return {
    kind: 'equation',
    rows: derivation.chains.flatMap((chain) =>
      (derivation.form === 'table' ? oneRow : rows)(chain, shownAs, {
        shown: (step) => shown?.has(step) ?? true,
        firstLink,
        about: request.kind !== 'forward' && request.steps === true,
      }),
    ),
    reasons: request.kind === 'forward' ? 'none' : request.reasons,
    span,
    ...(label && { label }),
    ...(tag && { tag }),
    ...(unnumbered && { unnumbered }),
    ...(note !== undefined && { note }),
  };
}

function derivationOf(
  network: Network,
  request: DeriveRequest | ForwardRequest | TableRequest,
): Derivation | Refusal {
  switch (request.kind) {
    case 'forward':
      return forwardEquations(network, request.of, request.form);
    case 'table':
      return gradientTable(network, request.by);
    case 'derive':
      return derive(network, request);
  }
}

const isRefusal = (result: Derivation | Refusal): result is Refusal => 'code' in result;

/** What the reader must know besides the lines: that the form is another than was asked for, and what a line takes for granted. */
function noteOf({ chains, turned }: Derivation, shown?: ReadonlySet<Step>): string | undefined {
  const { assumptions, shortened, joined, turned: sentence } = languages.en;
  const steps = chains.flatMap((chain) => chain.steps).filter((step) => shown?.has(step) ?? true);
  const conditions = new Set(steps.flatMap(({ condition }) => condition ?? []));
  const notes = [
    ...(turned?.paths === undefined || turned.terms !== undefined ? [] : [sentence(turned.paths)]),
    ...(turned?.terms === undefined ? [] : [shortened(turned.terms)]),
    ...(turned?.equations === undefined ? [] : [joined(turned.equations)]),
    ...[...conditions].map((condition) => assumptions[condition]),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}
