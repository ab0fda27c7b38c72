/** Everything that is bounded, in one place; `content/docs/limits.md` says the same to authors, and a test compares. */
export const limits = {
  /** Characters (UTF-16 code units) of a block, of a text in quotes, of a word or number, of a super- or subscript. */
  block: 20_000,
  text: 300,
  word: 64,
  script: 24,
  /** Units in one layer, in a network; refused on the parsed numbers, before anything is made. */
  layerSize: 1024,
  units: 4096,
  edges: 120_000,
  /** Layers in a row: the longest path, in units. */
  layers: 128,
  examples: 64,
  /** Requests in one block, names in one request's list, parts in focus in one figure. */
  requests: 64,
  names: 64,
  focus: 12,
  /** The highest number of a path that can be asked for: it has to be walked to be found. */
  pathNumber: 1000,
  /** Hidden layers that a reader can give a network, and units in each: all of them are drawn. */
  depth: 8,
  depthUnits: 6,
  /** Weights and biases of a live figure: with more, nobody would find the number that they look for. */
  liveParameters: 256,
  /** Gradients in one table. */
  tableRows: 64,
  /** Lines of a derivation that is walked through: without JavaScript, the style sheet has a rule for each. */
  steps: 40,
  /** What all requests of a block take together, in edges looked at; see `bounds.ts`. */
  effort: 600_000,
  /** Characters of markup and LaTeX that one block makes. */
  output: 500_000,
  /** A formula that is checked: characters, depth of brackets, terms of its sums written out, exponents. */
  formula: 5000,
  formulaDepth: 40,
  formulaTerms: 50_000,
  exponent: 64,
} as const;
