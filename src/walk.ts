import { certain } from './certain.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Equation } from './figure.ts';
import { limits } from './limits.ts';
import { plainFigure } from './network/figure-request.ts';
import type { Network } from './network/network.ts';
import type { DeriveRequest, FigureRequest, TableRequest } from './network/request.ts';
import { plainPicture } from './picture/picture.ts';
import { stepped } from './svg/stepped.ts';

/** A derivation with the figure beside which it is walked through: what it is taken by in focus, and what each line is about known to it. */
export function walked(
  network: Network,
  request: DeriveRequest | TableRequest,
  made: Equation,
  firstLink?: number,
): Equation | Diagnostic {
  if (made.rows.length > limits.steps) {
    const message = `These are ${made.rows.length} steps; at most ${limits.steps} can be walked through.`;
    const hint = `Pick some of them, lines 1-${limits.steps}, or leave out “steps”.`;
    return { code: 'too-many-steps', message, hint, span: request.span };
  }
  const figure: FigureRequest = {
    ...plainFigure(request.span),
    focus: request.kind === 'derive' ? [request.by] : [],
    to: request.kind === 'derive' && request.of !== undefined ? [request.of] : [],
  };
  const drawn = plainPicture(network, figure, firstLink);
  const parts = made.rows.map(({ about }) => certain(about));
  return { ...made, walk: stepped(drawn.svg, parts) };
}
