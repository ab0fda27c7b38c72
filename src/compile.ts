import { withinBounds } from './bounds.ts';
import { depthOf } from './depth/depth.ts';
import type { Diagnostic } from './diagnostic.ts';
import { equation } from './equation.ts';
import type { Part } from './figure.ts';
import { liveFigure } from './live/figure.ts';
import { roomFor } from './network/links.ts';
import type { Network } from './network/network.ts';
import type { Notation } from './network/notation.ts';
import { pageNotation } from './network/page-notation.ts';
import type { Request } from './network/request.ts';
import { resolve } from './network/resolve.ts';
import { picture } from './picture/picture.ts';
import { parse } from './syntax/parse.ts';
import { walked } from './walk.ts';

/** What a block's surroundings know: the name it bears, and what the page has said so far. */
export interface Context {
  readonly name?: string;
  readonly networks: ReadonlyMap<string, Network>;
  /** How networks that begin here are written; absent: in the standard notation. */
  readonly notation?: Notation;
  /** Where terms and figures are to be linked: the number with which the network's links begin on its page. */
  readonly firstLink?: number | undefined;
}

/** What one block makes. Where there is a diagnostic there are no parts: a wrong block shows nothing half. */
export interface Compiled {
  /** The network, for later blocks of the same name. */
  readonly network?: Network;
  /** For the networks that begin below: set by a block that says nothing else. */
  readonly notation?: Notation;
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of a `network` block into pictures and equations. Pure: equal text and context, equal result.
 *
 * @param text the block without its fences
 * @throws {Error} when a derivation fails its proof: a mistake of ours, never of the author
 */
export function compile(text: string, context: Context = { networks: new Map() }): Compiled {
  const base = context.name === undefined ? undefined : context.networks.get(context.name);
  const parsed = parse(text);
  const page =
    context.name === undefined ? pageNotation(parsed.document, context.notation) : undefined;
  if (page !== undefined)
    return { ...page, parts: [], diagnostics: [...parsed.diagnostics, ...page.diagnostics] };
  const resolved = resolve(parsed.document, base, context.notation);
  // A chain that could not be read leaves no network: that is no second mistake.
  const meant = resolved.diagnostics.filter(
    ({ code }) => code !== 'no-network' || parsed.diagnostics.length === 0,
  );
  const mistakes = [...parsed.diagnostics, ...meant];
  const network = resolved.network;
  if (network === undefined || mistakes.length > 0) return { parts: [], diagnostics: mistakes };

  const firstLink = roomFor(network, context.firstLink);
  const made = reported(text, context.name, () =>
    withinBounds(network, resolved.requests, (request) => perform(network, request, firstLink)),
  );
  const diagnostics = made.filter((result) => 'code' in result);
  const parts = diagnostics.length > 0 ? [] : made.filter((result) => 'kind' in result);
  return { network: base ?? network, parts, diagnostics };
}

/** Lets a mistake of ours tell what it takes to see it again. */
function reported<T>(text: string, name: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { message } = error as Error;
    const block = `\`\`\`network ${name ?? ''}`.trimEnd();
    throw new Error(`${message}\n\n${block}\n${text.trimEnd()}\n\`\`\``, { cause: error });
  }
}

function perform(network: Network, request: Request, firstLink?: number): Part | Diagnostic {
  switch (request.kind) {
    case 'figure': {
      const made = picture(network, request, firstLink);
      const grown = depthOf(network, request);
      return 'kind' in made && grown !== undefined ? { ...made, grown } : made;
    }
    case 'live':
      return liveFigure(network, request, firstLink);
    default: {
      const made = equation(network, request, firstLink);
      const walks = request.kind !== 'forward' && request.steps === true && 'kind' in made;
      return walks ? walked(network, request, made, firstLink) : made;
    }
  }
}
