import type { Clause } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { namesIn } from './clauses.ts';
import type { Network } from './network.ts';
import { count, type Report } from './report.ts';
import type { FigureRequest } from './request.ts';

/** `captions i j k`: one letter a layer, no two alike. */
export function captionsIn(
  clause: Clause | undefined,
  network: Network,
  report: Report,
): Pick<FigureRequest, 'captions'> {
  if (clause === undefined) return {};
  const letters = namesIn(clause, report);
  const layers = network.layers.length;
  const odd = letters.find((name) => spell(name) !== name.letter);
  const again = letters.find(({ letter }, place) =>
    letters.slice(0, place).some((before) => before.letter === letter),
  );
  const mistake =
    odd !== undefined
      ? `The caption ${spell(odd)} is more than a letter.`
      : letters.length !== layers
        ? `Here ${letters.length === 1 ? 'is' : 'are'} ${count(letters.length, 'caption')} for ${count(layers, 'layer')}.`
        : again && `The caption ${spell(again)} stands here twice.`;
  if (mistake !== undefined && letters.length > 0) {
    const few = ['i', 'j', 'k', 'm', 'n', 'p', 'q', 'r'].slice(0, layers);
    const hint = `Give each layer a letter of its own: captions ${few.join(' ')}${layers > few.length ? ' …' : ''}.`;
    report({ code: 'odd-captions', message: mistake, hint, span: (odd ?? clause).span });
  }
  return { captions: letters.map(({ letter }) => letter) };
}
