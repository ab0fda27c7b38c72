import type { Explanation } from '../explained.ts';

/** Of the calculus: numbers, and how derivations are proved with them. */
export const proofs: readonly Explanation[] = [
  {
    reason: 'a chance of one half, which a random number never is exactly',
    fits: ({ original, replacement }) =>
      original === 'random() < 0.5' && replacement === 'random() <= 0.5',
  },
  {
    reason: 'a list that is filled by place: what it begins with is written over, or it grows',
    fits: ({ file, original }) =>
      (/calculus\/(?:backward|forward)\.ts$/.test(file) && original === '[]') ||
      (file.endsWith('calculus/tape.ts') &&
        ['[]', 'of.place + 1', '{ length: of.place + 1 }'].includes(original)),
  },
  {
    reason: 'a sign of 0, which has none, or is below no fraction line',
    fits: ({ file, original }) =>
      file.endsWith('calculus/field.ts') && /^(?:numer|denomin)ator < 0n$/.test(original),
  },
  {
    reason: 'the error of a number that has none',
    fits: ({ file, original }) =>
      file.endsWith('calculus/evaluate.ts') &&
      original.startsWith("case 'number':") &&
      original.endsWith('field.from(expression.value);'),
  },
  {
    reason: 'a whole number, whose digits would say the same',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/field.ts') &&
      original === 'Number.isSafeInteger(value)' &&
      replacement === 'false',
  },
  {
    reason: 'what is known already, worked out again',
    fits: ({ file, original, replacement }) =>
      (/calculus\/(?:difference|forward|proving-points)\.ts$/.test(file) &&
        original.includes('=>') &&
        original.includes('ettled') &&
        replacement === '() => undefined') ||
      (file.endsWith('calculus/forward.ts') &&
        original.startsWith('<T>({ preactivations, units }') &&
        replacement === '() => undefined') ||
      (file.endsWith('calculus/in-numbers.ts') && ['[point]', '[pass]'].includes(original)) ||
      (file.endsWith('calculus/world.ts') &&
        (original === 'known.set(key, value);' ||
          (original === 'before !== undefined' && replacement === 'false'))),
  },
  {
    reason: 'which of two proofs is made, where each proves the same and one costs more',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/prove.ts') &&
      (/^(?:lefts\.filter|\(\{ unit \}\) =>|unit !== undefined$)/.test(original) ||
        original.startsWith('network.edges.length <= mostExactEdges') ||
        (original === 'unit !== undefined && areProved' && replacement === 'false')),
  },
  {
    reason: 'chains of numbers alone, which hold elsewhere too: trying them there costs time',
    fits: ({ file, original }) =>
      file.endsWith('calculus/prove.ts') &&
      (original === 'steps.length > 0' || original.includes('.filter(({ steps })')),
  },
  {
    reason:
      'a line under a condition, tried again where no derivation has one or the values meet it',
    fits: ({ file, original, replacement, mutator }) =>
      file.endsWith('calculus/prove.ts') &&
      mutator === 'BooleanLiteral' &&
      original === 'false' &&
      replacement === 'true',
  },
  {
    reason: 'how often random points are drawn: once more finds none that twelve draws do not',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/proving-points.ts') &&
      original === 'tries < mostTries' &&
      replacement === 'tries <= mostTries',
  },
  {
    reason: 'nothing moves, so that no parameter and no sum is asked for',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/moved.ts') && original === 'by?.kind' && replacement === 'by.kind',
  },
  {
    reason: 'what a type asks for: nothing of another kind has what is looked for',
    fits: ({ file, original, replacement }) =>
      (file.endsWith('calculus/moved.ts') &&
        original === "by?.kind === 'parameter'" &&
        replacement === 'true') ||
      (file.endsWith('calculus/table-form.ts') && original === "'code'") ||
      (file.endsWith('calculus/error-terms.ts') &&
        original.startsWith("left.kind !== 'delta' &&") &&
        replacement === 'false'),
  },
  {
    reason: 'the first number on a tape, which was made of none',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/tape.ts') && original === 'place >= 0' && replacement === 'place > 0',
  },
  {
    reason: 'targets that need not be given: absent is as good as false',
    fits: ({ file, original }) =>
      /calculus\/(?:derive|proving-worlds)\.ts$/.test(file) && original === '{ targets: false }',
  },
  {
    reason: 'a bound that a number which was computed never meets exactly',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:normal|rounded|softmax|difference|error-terms|in-numbers|lost-digits|prove|proving-points)\.ts$/.test(
        file,
      ) &&
      /^(?:z (?:< -|> )tailFrom|error < 1|Math\.abs\(total - 1\) < tolerance|distance\(far\) <= farthest|sum\.error \+ moved\.error <= mostHidden|Math\.abs\(a\.value - b\.value\) <= 1e-11 .*|Math\.abs\(other\.value - told\.value\) > visible .*|1 - Math\.abs\(value\(unit\(id\)\)\.value\) < near|Math\.abs\(certain\(preactivations\[id\]\)\.value\) > nearKink)$/.test(
        original,
      ) &&
      original.replace(/ [<>]=? /, '') === replacement.replace(/ [<>]=? /, ''),
  },
  {
    reason: 'other random numbers, as good as these',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:error-terms|proving-points|proving-worlds)\.ts$/.test(file) &&
      ((original.includes('random() < 0.5') && /random\(\) >= 0\.5|\) \/ /.test(replacement)) ||
        original === '1 + Math.floor(random() * 9)'),
  },
  {
    reason: 'a point that is never looked at: only constants are left to be evaluated',
    fits: ({ file, original }) =>
      file.endsWith('calculus/in-numbers.ts') && original.startsWith('{ inputs: new Map()'),
  },
  {
    reason: 'the value of no symbol at all, which no line asks for',
    fits: ({ file, original }) => file.endsWith('calculus/in-numbers.ts') && original === '[]',
  },
];
