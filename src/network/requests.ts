import { limits } from '../limits.ts';
import type { RequestStatement } from '../syntax/document.ts';
import { deriveRequest } from './derive-request.ts';
import { figureRequest } from './figure-request.ts';
import { forwardRequest } from './forward-request.ts';
import { liveRequest } from './live-request.ts';
import type { Lookup } from './lookup.ts';
import type { Network } from './network.ts';
import type { Report } from './report.ts';
import type { Request } from './request.ts';

/** What the requests of a block ask for, their names looked up. */
export function requests(
  statements: readonly RequestStatement[],
  network: Network,
  names: Lookup,
  report: Report,
): readonly Request[] {
  const extra = statements[limits.requests];
  if (extra !== undefined) {
    const message = `${statements.length} requests are too many for one block.`;
    const hint = `Ask for ${limits.requests} at most, and for more in a block below.`;
    report({ code: 'too-many-requests', message, hint, span: extra.span });
  }
  return statements.slice(0, limits.requests).flatMap((statement) => {
    const made = request(statement, network, names, report);
    return made === undefined ? [] : [made];
  });
}

function request(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): Request | undefined {
  switch (statement.kind) {
    case 'figure':
      return figureRequest(statement, network, names, report);
    case 'forward':
      return forwardRequest(statement, network, names, report);
    case 'derive':
      return deriveRequest(statement, network, names, report);
    case 'live':
      return liveRequest(statement, network, names, report);
  }
}
