import type { Diagnostic } from '../diagnostic.ts';

/**
 * How deep in the reading each mistake is found, where one mistake may be but the echo of another: a layer that
 * could not be declared takes its weights with it, and so every name that speaks of them.
 */
const depths: ReadonlyMap<string, number> = new Map([
  ['layer-size', 1],
  ['layer-subscript', 1],
  ['double-layer', 1],
  ['unclear-ellipsis', 1],
  ['network-too-large', 1],
  ['unknown-unit', 1],
  ['no-network', 2],
  ['circle', 2],
  ['unnamed-skip', 2],
  ['name-shared-by-accident', 2],
  ['double-name', 3],
  ['unknown-name', 3],
  ['odd-shape', 3],
  ['odd-captions', 3],
  ['value-of-computed', 3],
]);

/**
 * The mistakes without those that an earlier one may have caused, in the order of the text.
 *
 * @param damaged whether a definition could not even be read
 */
export function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  damaged: boolean,
): readonly Diagnostic[] {
  const depth = ({ code }: Diagnostic): number => depths.get(code) ?? 0;
  const found = diagnostics.map(depth).filter((level) => level > 0);
  const first = damaged ? 0 : Math.min(...found);
  return diagnostics
    .filter((diagnostic) => depth(diagnostic) <= first)
    .toSorted((a, b) => a.span.start - b.span.start);
}
