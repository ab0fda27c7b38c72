import type { Diagnostic } from '../diagnostic.ts';
import type { Document, Statement } from '../syntax/document.ts';
import { checkNames } from './clashes.ts';
import { type Defined, define } from './define.ts';
import { withoutEchoes } from './echoes.ts';
import { plainFigure } from './figure-request.ts';
import { lookup } from './lookup.ts';
import type { Network } from './network.ts';
import { type Notation, standardNotation } from './notation.ts';
import { notation } from './notation-settings.ts';
import { oncePer } from './once.ts';
import { rate } from './rate.ts';
import type { Report } from './report.ts';
import type { Request } from './request.ts';
import { requests } from './requests.ts';
import { isRequest, of, spanOf } from './statements.ts';
import { byTypedNames } from './typed-names.ts';
import { withValues } from './values.ts';

export interface Resolved {
  /** Absent where the block describes none that can be understood. */
  readonly network?: Network;
  readonly requests: readonly Request[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the statements of a block mean: the network, and what is asked of it.
 *
 * @param base the network that the block continues; the block may then set values, rate and notation for
 *   itself and ask, but not define
 * @param around the notation of the page, for a network that begins here
 */
export function resolve(
  { statements, damaged = false }: Document,
  base?: Network,
  around: Notation = standardNotation,
): Resolved {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const begun: Defined | undefined =
    base === undefined
      ? define(statements, around, report)
      : { network: continued(base, statements, report), distinct: base.parameters.length };
  if (begun === undefined) {
    return { requests: [], diagnostics: withoutEchoes(diagnostics, damaged) };
  }
  const { network: defined, distinct } = begun;
  const isKnown = defined === base;
  const names = isKnown
    ? namesOf(defined)
    : lookup(defined.units, defined.parameters, defined.edges, distinct);
  if (!isKnown) checkNames(defined, names, report);
  const meant = byTypedNames(statements, defined, names);
  const network = withValues(defined, of(meant, 'assignment'), names, report);
  const asked = meant.filter(isRequest);
  const wanted = requests(asked, network, names, report);
  const silent = base === undefined && asked.length === 0;
  return {
    network,
    requests: silent ? [plainFigure(spanOf(statements))] : wanted,
    diagnostics: withoutEchoes(diagnostics, damaged),
  };
}

/** The names of a network that was defined above: no two of them are one. */
const namesOf = oncePer(1000, ({ units, parameters, edges }: Network) =>
  lookup(units, parameters, edges, parameters.length),
);

const definitions: ReadonlySet<string> = new Set([
  'chain',
  'weights',
  'bias',
  'activation',
  'loss',
]);

/** A network that was defined above, with what a later block may set for itself. */
function continued(base: Network, statements: readonly Statement[], report: Report): Network {
  for (const { kind, span } of statements) {
    if (!definitions.has(kind)) continue;
    const message = 'This network was defined in a block above.';
    const hint =
      'Move the line there, or give this block another name. Here can stand requests, values, rate and notation.';
    report({ code: 'already-defined', message, hint, span });
  }
  if (!statements.some(isRequest)) {
    const message = 'This block asks for nothing of the network that was defined above.';
    const hint = 'Add figure, live, forward or derive.';
    report({ code: 'no-request', message, hint, span: spanOf(statements) });
  }
  // The same one for all blocks that set nothing, so that what is known of it is known to them.
  if (!statements.some(({ kind }) => kind === 'rate' || kind === 'notation')) return base;
  return {
    ...base,
    ...rate(of(statements, 'rate'), report),
    notation: notation(of(statements, 'notation'), base.notation, report),
  };
}
