import type { Diagnostic } from './diagnostic.ts';
import { mostDrawn } from './diagram/shown.ts';
import type { Part } from './figure.ts';
import { limits } from './limits.ts';
import type { Network } from './network/network.ts';
import { joined } from './network/reach.ts';
import type { Request } from './network/request.ts';
import { markupLength } from './svg/markup.ts';

/**
 * What the requests of a block make, as long as that stays within bounds: what they take is reckoned before anything
 * is made, what they give is counted as it comes. No clock is asked, so that equal texts have equal answers.
 */
export function withinBounds(
  network: Network,
  requests: readonly Request[],
  perform: (request: Request) => Part | Diagnostic,
): readonly (Part | Diagnostic)[] {
  const made: (Part | Diagnostic)[] = [];
  let [effort, output] = [0, 0];
  for (const request of requests) {
    effort += effortOf(request, network);
    if (effort > limits.effort) return [...made, tooMuchEffort(request)];
    const result = perform(request);
    made.push(result);
    output += 'kind' in result ? length(result) : 0;
    if (output > limits.output) return [...made, tooMuchOutput(request)];
  }
  return made;
}

/** How often the proof of a derivation looks at each edge: at three points, in several kinds of numbers. */
const proof = 36;
/** And for each gradient more of a table, and for each example with numbers. */
const more = 12;

/**
 * How much a request takes, in edges looked at. A derivation is proved by passes through all edges, and has more lines
 * the more layers there are; outlines of parts in focus keep clear of each other and of every edge that is drawn.
 */
function effortOf(request: Request, network: Network): number {
  const { edges, layers, examples } = network;
  const about = 2000 + edges.length;
  const drawn = Math.min(edges.length, mostDrawn);
  if (request.kind === 'live') return about;
  if (request.kind !== 'figure') {
    const gradients = request.kind === 'table' ? request.by.length : 1;
    const figure = 'steps' in request ? 2 * drawn : 0;
    const passes =
      proof * Math.max(1, Math.min(3, examples.length)) +
      layers.length / 2 +
      more * (gradients + examples.length);
    const pairs = request.kind === 'forward' ? 0 : softmaxPairs(network);
    return 5000 + (edges.length + pairs) * passes + figure;
  }
  if (request.depth !== undefined) return 4 * about;
  const parts = request.focus.length * Math.max(1, request.paths.length);
  const reached = edges.length * (request.focus.length + request.only.length);
  return about + reached + drawn * (request.outline ? 2 * parts ** 2 : parts);
}

/** How many units under a softmax change with how many: in a derivation each of them has a line's term, as an edge has. */
const softmaxPairs = (network: Network): number =>
  network.units
    .filter(({ activation }) => activation.name === 'softmax')
    .reduce((sum, { id }) => sum + joined(network, id).length, 0);

/** Characters of markup and LaTeX; HTML and typeset formulas grow in proportion. */
function length(part: Part): number {
  if (part.kind === 'picture') {
    const own = markupLength(part.svg) + (part.live === undefined ? 0 : liveLength(part.live));
    const frames = part.grown?.frames.map(({ svg }) => markupLength(svg)) ?? [];
    return frames.reduce((sum, each) => sum + each, own);
  }
  const figure = part.walk === undefined ? 0 : markupLength(part.walk);
  return part.rows.reduce(
    (sum, { left, right, reason }) =>
      sum + left.length + right.length + (part.reasons === 'none' ? 0 : reason.sentence.length),
    figure,
  );
}

const liveLength = ({
  model,
  readout,
  controls,
}: NonNullable<(Part & { kind: 'picture' })['live']>) =>
  model.length + [...readout, ...controls].reduce((sum, each) => sum + markupLength(each), 0);

function tooMuchEffort({ span }: Request): Diagnostic {
  const message = 'With this request the block takes more work than one block may.';
  const hint = 'Ask for it in a block below, of a smaller network, or with fewer parts in focus.';
  return { code: 'too-much-work', message, hint, span };
}

function tooMuchOutput({ span }: Request): Diagnostic {
  const message = `With this request the block makes more than ${limits.output / 1000} kB.`;
  const hint = 'Ask for it in a block below, or for less.';
  return { code: 'too-much-output', message, hint, span };
}
