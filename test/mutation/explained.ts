import type { Survivor } from './report.ts';

/** Why some survivors change nothing that anyone could see. */
export const explanations: readonly {
  readonly reason: string;
  readonly fits: (survivor: Survivor) => boolean;
}[] = [
  {
    reason: 'what only spares a pattern that finds no scripts',
    fits: ({ file, original }) =>
      file.endsWith('syntax/name.ts') && original.startsWith("text[behind] !== '^'"),
  },
  {
    reason: 'one more look at a formula in which nothing is left to be read',
    fits: ({ file, line, original }) =>
      file.endsWith('latex/plain.ts') &&
      (original.startsWith('before !== text') ||
        original === '/[_^\\\\]/' ||
        (original === "''" && line.startsWith('28:'))),
  },
  {
    reason:
      'what only spares work: escaping path data, reading attributes twice, commands that stand before, names made anew',
    fits: ({ file, original, replacement }) =>
      (file.endsWith('svg/markup.ts') && /^(?:key === )?'d'$/.test(original)) ||
      (file.endsWith('svg/parse.ts') && ['known.set(written, tag);', "'&'"].includes(original)) ||
      (file.endsWith('markdown/hast.ts') &&
        /^\[?'(?:data-edge|data-unit|aria-hidden)'/.test(original)) ||
      (file.endsWith('page/formula.ts') &&
        original === 'takesTag(open)' &&
        replacement === 'false'),
  },
  {
    reason:
      'a place within markup, which is never 0 where it is asked; text behind the outermost element',
    fits: ({ file, original, replacement }) =>
      file.endsWith('svg/parse.ts') &&
      ((/^(?:start|end) (?:<|>=) 0$/.test(original) && /(?:<=|>) 0$/.test(replacement)) ||
        original === 'markup.slice(at)'),
  },
  {
    reason: 'the name of what holds the outermost element: any that no end tag has',
    fits: ({ file, original }) => file.endsWith('svg/parse.ts') && original === "''",
  },
  {
    reason: 'a row of distances before the first one, which nothing reads',
    fits: ({ file, original }) => file.endsWith('nearest.ts') && original === '[]',
  },
  {
    reason: 'words of other lengths left out before their distance would leave them out',
    fits: ({ file, original }) =>
      file.endsWith('nearest.ts') && /Math\.abs|filter\(\(candidate\)/.test(original),
  },
  {
    reason: 'a chance of one half, which a random number never is exactly',
    fits: ({ original, replacement }) =>
      original === 'random() < 0.5' && replacement === 'random() <= 0.5',
  },
  {
    reason: 'whether a quantity is a unit, asked before which one: a parameter has none',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:chain-form|count-ways|paths-form|ways)\.ts$/.test(file) &&
      original === "by.kind === 'unit'" &&
      replacement === 'true',
  },
  {
    reason: 'what only saves a walk that finds nothing',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/ways.ts') &&
      ((original === 'useful.values.has(by.unit)' && replacement === 'true') ||
        (original === "goal.at === 'value'" && replacement === 'true') ||
        original.startsWith('!outgoing.some')),
  },
  {
    reason: 'a list that is filled by place: what it begins with is written over, or it grows',
    fits: ({ file, original }) =>
      (/(?:calculus\/backward|network\/(?:assemble|by-name))\.ts$/.test(file) &&
        original === '[]') ||
      (file.endsWith('calculus/tape.ts') &&
        ['[]', 'of.place + 1', '{ length: of.place + 1 }'].includes(original)),
  },
  {
    reason: 'a sign of 0, which has none',
    fits: ({ file, original }) =>
      file.endsWith('calculus/field.ts') && original === 'numerator < 0n',
  },
  {
    reason: 'a short cut before the comparison of all parts, which says the same',
    fits: ({ file, original }) =>
      file.endsWith('calculus/build.ts') &&
      /^(?:a\.kind === b\.kind|Array\.isArray|typeof [ab] !== 'object'|[ab] === null)/.test(
        original,
      ),
  },
  {
    reason: 'targets that need not be given: absent is as good as false',
    fits: ({ file, original }) =>
      file.endsWith('calculus/prove.ts') && original === '{ targets: false }',
  },
  {
    reason:
      'what a type asks for: nothing of another kind has the word or the name that is looked for',
    fits: ({ file, original, replacement }) =>
      /network\/(?:figure-numbers|typed-names)\.ts$/.test(file) &&
      /^argument\.kind === '(?:word|name)'$/.test(original) &&
      replacement === 'true',
  },
  {
    reason: 'the edges of a lookup that no weight is looked up in',
    fits: ({ file, original }) => file.endsWith('network/lookup.ts') && original === '[]',
  },
  {
    reason: 'the unit of a group of one, which is found by its own name',
    fits: ({ file, original }) =>
      file.endsWith('network/declare.ts') && original === '[nodes.length]',
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
    reason: 'what there is none of, which nobody asks for: a bias, the beginning of a path',
    fits: ({ file, line, original, replacement }) =>
      (file.endsWith('calculus/backward.ts') &&
        original === 'bias !== undefined' &&
        replacement === 'true') ||
      (file.endsWith('calculus/terms.ts') && line.startsWith('96:')),
  },
  {
    reason: 'what is found again where it is not kept',
    fits: ({ file, original }) =>
      file.endsWith('calculus/world.ts') && original === 'known.set(key, value);',
  },
  {
    reason: 'shortcuts through the network: the way around comes to the same',
    fits: ({ file, original, replacement }) =>
      Object.entries(shortcuts).some(
        ([name, parts]) => file.endsWith(`network/${name}.ts`) && parts.includes(original),
      ) ||
      // Where it is not sure that names are told apart, they are compared.
      (file.endsWith('network/told-apart.ts') &&
        /^(?:before === template|new Set|\(*su(?:b|per)script)/.test(original) &&
        replacement === 'false'),
  },
  {
    reason: 'what stands in the place of what was reported as a mistake, of which nothing is made',
    fits: ({ file, original }) =>
      (/network\/(?:forward-request|figure-parts|clauses|resolve)\.ts$/.test(file) &&
        original === '[]') ||
      (file.endsWith('network/loss.ts') && original === "'squared'") ||
      (file.endsWith('network/requests.ts') &&
        /^(?:made === undefined|statements\.slice)/.test(original)),
  },
  {
    reason: 'clauses and values that are absent, as such that are undefined',
    fits: ({ file, original, replacement }) =>
      (/network\/(?:figure|live)-request\.ts$/.test(file) &&
        /^(?:direction|caption) !== undefined$/.test(original) &&
        replacement === 'true') ||
      (file.endsWith('network/values.ts') &&
        original === 'value === undefined' &&
        replacement === 'false'),
  },
];

/** By file: what only spares work. */
const shortcuts: Readonly<Record<string, readonly string[]>> = {
  assemble: ['edges.length > 1'],
  'by-name': [
    'name.letter !== last?.letter || name.superscript !== last.superscript',
    'spelled.set(begin, known);',
  ],
  clashes: ['shown === network', 'names.parameters.size < parameters.length'],
  constants: ['taken.size === 0'],
  lookup: ['parameters.slice(distinct)', 'others.size === 0'],
  'paths-of': ['outputs.filter((each) => counts.has(each))'],
  reach: [
    'network.units.slice(Math.min(...starts) + 1)',
    '(id) => certain(network.units[id]).layer',
    'Math.min(...starts) + 1',
    'layer < first',
  ],
  resolve: ['defined === base', '!isKnown'],
  structure: ['!fed.has(to)'],
  'typed-names': ['shown === network'],
  values: ['statements.length === 0'],
  weights: ['makers.set(template, nameOf);'],
};
