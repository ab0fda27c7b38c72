import { limits } from '../limits.ts';
import type { RequestStatement } from '../syntax/document.ts';
import { clauseValues } from '../syntax/keywords.ts';
import { captionsIn } from './captions.ts';
import {
  type Clauses,
  clausesOf,
  quantitiesIn,
  referenceIn,
  textIn,
  wordIn,
  wordsIn,
} from './clauses.ts';
import { depthIn } from './depth.ts';
import { exampleIn, numbersShown } from './figure-numbers.ts';
import { confined } from './figure-parts.ts';
import type { Lookup } from './lookup.ts';
import type { Network } from './network.ts';
import type { Report } from './report.ts';
import type { FigureRequest } from './request.ts';

const words = clauseValues.figure;

/** The figure of a block that asks for nothing. */
export function plainFigure(span: FigureRequest['span']): FigureRequest {
  return {
    kind: 'figure',
    focus: [],
    only: [],
    to: [],
    paths: [],
    outline: true,
    rest: 'dim',
    arrows: 'forward',
    show: [],
    numbers: { units: false },
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
  const direction = wordIn(clauses.get('direction'), words.direction, report);
  const focus = quantitiesIn(clauses.get('focus'), names, report, limits.focus);
  const only = quantitiesIn(clauses.get('only'), names, report);
  return {
    ...plainFigure(statement.span),
    focus,
    only,
    ...confined(clauses, [...focus, ...only], network, names, report),
    outline: isOutlined(clauses),
    rest: wordIn(clauses.get('rest'), words.rest, report) ?? 'dim',
    arrows: wordIn(clauses.get('arrows'), words.arrows, report) ?? 'forward',
    show: wordsIn(clauses.get('show'), words.show, report),
    ...(direction !== undefined && { direction }),
    ...numbersShown(clauses, report),
    ...exampleIn(clauses, network, report),
    ...depthIn(clauses.get('depth'), focus, network, report),
    ...captionsIn(clauses.get('captions'), network, report),
    ...(caption !== undefined && { caption }),
    ...referenceIn(clauses),
  };
}

/** A part of the network has an outline; single paths, which would lie on each other, have colours instead. */
const isOutlined = (clauses: Clauses): boolean =>
  clauses.has('outline') || !(clauses.has('no') || clauses.has('path'));
