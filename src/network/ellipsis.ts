import { limits } from '../limits.ts';
import type { LayerNode, NumberNode, Stop } from '../syntax/document.ts';
import { type Report, tooLarge } from './report.ts';

/** The stops of a chain with those that its dots stand for: `h^1[2] -> ... -> h^4[2]` counts the superscript on. */
export function expand(stops: readonly Stop[], report: Report): readonly LayerNode[] {
  return stops.flatMap((stop, place) => {
    if (stop.kind === 'layer') return [stop];
    const pattern = patternAround(stops[place - 1], stops[place + 1]);
    if (pattern === undefined) {
      report({
        code: 'unclear-ellipsis',
        message: 'These dots do not say which layers they stand for.',
        hint: 'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].',
        span: stop.span,
      });
      return [];
    }
    const { model, first, last } = pattern;
    if (last - first >= limits.layers) {
      report(tooLarge('layers', limits.layers, stop.span));
      return [];
    }
    return Array.from({ length: last - first - 1 }, (_, step) => ({
      ...model,
      name: { ...model.name, superscript: String(first + 1 + step), span: stop.span },
      span: stop.span,
    }));
  });
}

interface Pattern {
  readonly model: LayerNode & { readonly size: NumberNode };
  readonly first: number;
  readonly last: number;
}

function patternAround(before: Stop | undefined, after: Stop | undefined): Pattern | undefined {
  if (before?.kind !== 'layer' || after?.kind !== 'layer' || before.size === undefined) {
    return undefined;
  }
  const [first, last] = [counted(before), counted(after)];
  const fits =
    before.name.letter === after.name.letter &&
    before.size.value === after.size?.value &&
    first < last;
  return fits ? { model: { ...before, size: before.size }, first, last } : undefined;
}

/** The number of a layer; none is below or above what is no number. */
function counted({ name }: LayerNode): number {
  return /^\d{1,9}$/.test(name.superscript) ? Number(name.superscript) : Number.NaN;
}
