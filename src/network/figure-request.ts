import type { RequestStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import {
  clausesOf,
  namesIn,
  quantitiesIn,
  referenceIn,
  textIn,
  wordIn,
  wordsIn,
} from './clauses.ts';
import type { Lookup } from './lookup.ts';
import type { Network } from './network.ts';
import { count, type Report } from './report.ts';
import type { FigureRequest } from './request.ts';

/** The figure of a block that asks for nothing. */
export function plainFigure(span: FigureRequest['span']): FigureRequest {
  return {
    kind: 'figure',
    focus: [],
    only: [],
    outline: true,
    rest: 'dim',
    arrows: 'forward',
    show: [],
    span,
  };
}

export function figureRequest(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): FigureRequest {
  const clauses = clausesOf(statement, report);
  const caption = textIn(clauses.get('caption'), report);
  const direction = wordIn(clauses.get('direction'), ['right', 'down', 'up'], report);
  return {
    ...plainFigure(statement.span),
    focus: quantitiesIn(clauses.get('focus'), names, report),
    only: quantitiesIn(clauses.get('only'), names, report),
    outline: !clauses.has('no'),
    rest: wordIn(clauses.get('rest'), ['dim', 'red', 'plain'], report) ?? 'dim',
    arrows: wordIn(clauses.get('arrows'), ['forward', 'backward', 'none'], report) ?? 'forward',
    show: wordsIn(clauses.get('show'), ['biases', 'targets', 'loss', 'activations'], report),
    ...captionsOf(clauses.get('captions'), network, report),
    ...(direction !== undefined && { direction }),
    ...(caption !== undefined && { caption }),
    ...referenceIn(clauses),
  };
}

/** `captions i j k`: one letter a layer, no two alike. */
function captionsOf(
  clause: Parameters<typeof namesIn>[0],
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
