import { below, pick, type Random } from '../support/luck.ts';
import { composedBlock } from './compose.ts';
import { nasty, type Seed } from './seeds.ts';

/** Words of the language and of TeX, and what stands between them. */
const tokens = /\\?[A-Za-z]+|\d+(?:\.\d+)?|\s+|./gsu;

type Change = (text: string, random: Random, seeds: readonly Seed[]) => string;

/** Cuts a list open at two places and puts something between them. */
const spliced = <T>(list: readonly T[], random: Random, put: readonly T[]): readonly T[] => {
  const at = below(random, list.length + 1);
  return [...list.slice(0, at), ...put, ...list.slice(at + below(random, 3))];
};

const changes: readonly Change[] = [
  // A token goes, comes twice, or becomes a nasty one.
  (text, random) => {
    const list = text.match(tokens) ?? [];
    const put =
      random() < 0.2 ? [] : random() < 0.4 ? [pick(random, list) ?? ''] : [pick(random, nasty)];
    return spliced(list, random, put).join('');
  },
  // The same of a line, from this text or from another.
  (text, random, seeds) => {
    const list = text.split('\n');
    const other = pick(random, seeds).text.split('\n');
    const put = random() < 0.3 ? [] : [pick(random, random() < 0.5 ? list : other)];
    return spliced(list, random, put).join('\n');
  },
  // A number becomes another.
  (text, random) => {
    const list = text.match(tokens) ?? [];
    const places = list.flatMap((token, place) => (/^\d/.test(token) ? [place] : []));
    const place = pick(random, places) ?? 0;
    const number = random() < 0.5 ? String(below(random, 12)) : pick(random, nasty.slice(0, 22));
    return list.map((token, at) => (at === place ? number : token)).join('');
  },
  // A character becomes another, of any script.
  (text, random) => {
    const at = below(random, text.length + 1);
    const unit = random() < 0.5 ? 32 + below(random, 95) : below(random, 0x10000);
    return text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + below(random, 2));
  },
  // A piece is said again and again.
  (text, random) => {
    const at = below(random, text.length);
    const piece = text.slice(at, at + 1 + below(random, 12));
    return text.slice(0, at) + piece.repeat(1 + below(random, 30)) + text.slice(at);
  },
];

/**
 * A page made from one or a few seeds, each changed in one way or several; now and then one that is left whole. One
 * block of five is none that anyone published, and most of these stay as they are.
 */
export function mutatedPage(random: Random, seeds: readonly Seed[]): string {
  const count = random() < 0.7 ? 1 : 1 + below(random, 4);
  const pieces = Array.from({ length: count }, () => {
    const isComposed = random() < 0.2;
    const seed: Seed = isComposed
      ? { kind: 'block', info: '', text: composedBlock(random) }
      : pick(random, seeds);
    // Large layers and many of them take long: they stay in one of ten.
    let text = random() < 0.1 ? seed.text : seed.text.replace(/(\[|\^\{)\d{2,}(?=[\]}])/g, '$14');
    for (let left = isComposed && random() < 0.7 ? 0 : below(random, 6); left > 0; left--)
      text = pick(random, changes)(text, random, seeds);
    return framed({ ...seed, text: text.slice(0, 4000), info: infoOf(seed, random) });
  });
  return pieces.join('\n\nSome words, $\\ref{f}$.\n\n');
}

const infoOf = ({ kind, info }: Seed, random: Random): string => {
  if (random() < 0.1) return pick(random, nasty).replace(/[\r\n`]/g, '');
  return kind === 'formula' && random() < 0.7 ? 'check' : info;
};

const framed = ({ kind, info, text }: Seed): string =>
  kind === 'block' ? `\`\`\`network ${info}\n${text}\n\`\`\`` : `$$ ${info}\n${text}\n$$`;
