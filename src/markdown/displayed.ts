import { leadingWords } from '../page/check-words.ts';
import type { Formula } from '../page/piece.ts';
import { runningText, type Source } from '../page/place.ts';

/**
 * A displayed formula of a host that takes all between the dollars for mathematics: words on the first line are for us.
 *
 * @param start offset of the file behind the opening dollars
 */
export function displayed(content: string, source: Source, start: number): Formula {
  const [line = '', text] = leadingWords.exec(content) ?? [];
  const tex = content.slice(line.length).trim();
  const behind = text === undefined ? start : source.text.indexOf('\n', start) + 1;
  const marking = text !== undefined && {
    text,
    locate: runningText(source, text, start),
    inside: true,
  };
  const locate = runningText(source, tex, behind);
  return { kind: 'display', tex, locate, linked: false, ...(marking && { marking }) };
}
