import type { Derivation, Refusal } from './calculus/derivation.ts';
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
  prove(network, derivation);
  const shown =
    request.kind !== 'forward' && request.lines !== undefined
      ? selectLines(derivation, request.lines)
      : undefined;
  if (shown !== undefined && 'code' in shown) return shown;
  const { span, label, tag, unnumbered } = request;
  const note = turned(derivation);
  const shownAs = printed(network);
  return {
    kind: 'equation',
    rows: derivation.chains.flatMap((chain) =>
      (derivation.form === 'table' ? oneRow : rows)(chain, shownAs, {
        shown: (step) => shown?.has(step) ?? true,
        firstLink,
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

/** What the reader is told where the form is another than the one that was asked for. */
function turned({ turned }: Derivation): string | undefined {
  return turned && languages.en.turned(turned.paths);
}
