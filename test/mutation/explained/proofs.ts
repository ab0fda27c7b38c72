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
      (file.endsWith('calculus/backward.ts') && original === '[]') ||
      (file.endsWith('calculus/tape.ts') &&
        ['[]', 'of.place + 1', '{ length: of.place + 1 }'].includes(original)),
  },
  {
    reason: 'a sign of 0, which has none',
    fits: ({ file, original }) =>
      file.endsWith('calculus/field.ts') && original === 'numerator < 0n',
  },
  {
    reason: 'targets that need not be given: absent is as good as false',
    fits: ({ file, original }) =>
      file.endsWith('calculus/prove.ts') && original === '{ targets: false }',
  },
  {
    reason: 'a bound that a number which was computed never meets exactly',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:normal|rounded|softmax|difference|error-terms)\.ts$/.test(file) &&
      /^(?:z < -tailFrom|error < 1|Math\.abs\(total - 1\) < tolerance|distance\(far\) <= farthest|sum\.error \+ moved\.error <= mostHidden)$/.test(
        original,
      ) &&
      original.replace(/ <=? /, '') === replacement.replace(/ <=? /, ''),
  },
  {
    reason: 'other random numbers, as good as these',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:error-terms|proving-points|proving-worlds)\.ts$/.test(file) &&
      original.includes('random() < 0.5') &&
      /random\(\) >= 0\.5|\) \/ /.test(replacement),
  },
  {
    reason: 'a point that is never looked at: only constants are left to be evaluated',
    fits: ({ file, original }) =>
      file.endsWith('calculus/in-numbers.ts') && original.startsWith('{ inputs: new Map()'),
  },
  {
    reason: 'what is found again where it is not kept',
    fits: ({ file, original }) =>
      file.endsWith('calculus/world.ts') && original === 'known.set(key, value);',
  },
];
