import type { Explanation } from '../explained.ts';

/** Of networks. */
export const network: readonly Explanation[] = [
  {
    reason: 'a list that is filled by place: what it begins with is written over, or it grows',
    fits: ({ file, original }) =>
      /network\/(?:assemble|by-name)\.ts$/.test(file) && original === '[]',
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
