// Writes the rules by which terms and figures light each other, one selector for every link: `npm run links`.
import { writeFileSync } from 'node:fs';
import { limits } from '../src/limits.ts';
import { linkClass, mostLinks } from '../src/network/links.ts';
import { stepClass } from '../src/svg/stepped.ts';

const pointed = ':is(:hover, :focus)';

/**
 * Terms and figures find each other within an article, or on the whole page where it has none. What is cheap to ask
 * comes first, since a browser stops at the first no: a page that nobody points at is never searched, and one on which
 * nothing that has links is pointed at is searched once, not for each of the links.
 */
const page = `:is(:hover, :focus-within):is(article, :root:not(:has(article))):has(${pointed}:is(.network-term, .network-figure *))`;
const links = Array.from({ length: mostLinks }, (_, link) => `.${linkClass(link)}`);
const figure = '.network-figure';

const path = (link: string): string =>
  `${page}:has(:is(.network-term${link}${pointed}, ${figure} ${link}:hover)) ${figure} ${link}`;
const terms = (link: string): string => `${page}:has(${figure} ${link}:hover) .network-term${link}`;

/** A step of a walk, chosen by the page's address, lights what it is about. */
const step = (_: unknown, place: number): string =>
  `.network-walk:has(.network-line:nth-child(${place + 1}):target) .${stepClass(place + 1)}`;

/** The chosen one of the frames with more and more hidden layers, and its column of the table. */
const frame = (_: unknown, place: number): string =>
  `${chosen(place)} .network-frame:nth-child(${place + 1})`;
const column = (_: unknown, place: number): string =>
  `${chosen(place)} .network-choices td:nth-child(${place + 2})`;
const chosen = (place: number): string => `.network-depth:has(td:nth-child(${place + 2}) :checked)`;
const frames = { length: limits.depth };

export const sheet = `/* Written by scripts/links.ts: one selector for each of the ${mostLinks} parts of figures that a page can link. */
${links.map(path).join(',\n')} {
  --network-lit-stroke: var(--network-lit);
  --network-lit-width: 4px;
}

${links.map(terms).join(',\n')} {
  background: var(--network-lit-ground);
}

${Array.from({ length: limits.steps }, step).join(',\n')} {
  --network-lit-stroke: var(--network-lit);
  --network-lit-width: 4px;
}

/* All frames in one place, so that nothing moves when another is chosen. */
@supports selector(:has(a)) {
  .network-frame {
    grid-area: 1 / 1;
    visibility: hidden;
  }
}

${Array.from(frames, frame).join(',\n')} {
  visibility: visible;
}

${Array.from(frames, column).join(',\n')} {
  font-weight: bold;
}
`;

if (import.meta.main) writeFileSync('src/links.css', sheet);
