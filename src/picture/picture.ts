import type { Diagnostic } from '../diagnostic.ts';
import type { View } from '../diagram/view.ts';
import type { Picture } from '../figure.ts';
import { type Drawn, drawn } from '../network/drawn.ts';
import type { Network } from '../network/network.ts';
import { printed } from '../network/printed.ts';
import type { FigureRequest } from '../network/request.ts';
import { draw } from '../svg/draw.ts';
import { linked } from '../svg/linked.ts';
import { arranged } from './arranged.ts';
import { activationCurves } from './curves.ts';
import { figureNumbers } from './numbers.ts';
import { focuses, only } from './parts.ts';

/**
 * The figure that a request asks for: what the network and its calculus know of it, handed to the diagram as data.
 *
 * @param firstLink the number with which the network's links begin on its page, where it is linked
 */
export function picture(
  network: Network,
  request: FigureRequest,
  firstLink?: number,
): Picture | Diagnostic {
  const seen = seenOf(network, request);
  const numbers = figureNumbers(network, seen.shown, request);
  return 'code' in numbers ? numbers : made(network, request, seen, numbers, firstLink);
}

/** The same of a request that asks for no numbers, so that none can be missing. */
export const plainPicture = (
  network: Network,
  request: FigureRequest,
  firstLink?: number,
): Picture => made(network, request, seenOf(network, request), {}, firstLink);

/** A network as equations write it, and with what is drawn besides its units. */
interface Seen {
  readonly written: Network;
  readonly shown: Drawn;
}

function seenOf(network: Network, { show }: FigureRequest): Seen {
  const written = printed(network);
  return { written, shown: drawn(written, new Set(show)) };
}

function made(
  network: Network,
  request: FigureRequest,
  { written, shown }: Seen,
  numbers: Pick<View, 'numbers' | 'widths'>,
  firstLink: number | undefined,
): Picture {
  const asked = { ...view(written, shown, request), ...numbers };
  const diagram = arranged(network, request, shown.network, asked);
  const { title, description } = diagram;
  const svg = draw(diagram);
  return {
    ...request,
    kind: 'picture',
    diagram,
    svg: firstLink === undefined ? svg : linked(svg, network, firstLink),
    title,
    description,
  };
}

function view(network: Network, shown: Drawn, request: FigureRequest): View {
  const { outline, rest, arrows, direction, captions, show } = request;
  return {
    focus: focuses(network, shown, request),
    ...only(network, shown, request),
    outline,
    rest,
    arrows,
    ...(direction && { direction }),
    ...(captions && { captions }),
    extras: shown.extras,
    ...(show.includes('activations') && { activations: activationCurves(network) }),
  };
}
