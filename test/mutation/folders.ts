/** A part of the program whose mutants are made, and the tests that have to notice them. */
export interface Folder {
  readonly name: string;
  /** Per cent of the mutants that the tests must notice. */
  readonly goal: number;
  readonly mutate: readonly string[];
  /** Only what is fast enough to be run for every mutant: no browser, no other program, nothing that is timed. */
  readonly tests: readonly string[];
}

export const folders: readonly Folder[] = [
  {
    name: 'syntax',
    goal: 90,
    mutate: ['src/syntax/**/*.ts'],
    tests: [
      'test/syntax/{said,mistakes,name,nearest,parse}.test.ts',
      'test/network/{said,mistakes,network,requests}.test.ts',
    ],
  },
  {
    name: 'network',
    goal: 90,
    mutate: ['src/network/**/*.ts'],
    tests: [
      'test/syntax/{said,mistakes}.test.ts',
      'test/network/*.test.ts',
      'test/calculus/{derive,numbers}.test.ts',
      'test/picture/*.test.ts',
      'test/{live/links,complete}.test.ts',
    ],
  },
  {
    name: 'limits',
    goal: 90,
    mutate: ['src/{limits,bounds}.ts'],
    tests: [
      'test/limits/{documented,effort}.test.ts',
      'test/{syntax,network}/{said,mistakes}.test.ts',
      'test/check/sentences.test.ts',
      'test/calculus/numbers.test.ts',
    ],
  },
  {
    name: 'calculus',
    goal: 85,
    mutate: ['src/calculus/**/*.ts'],
    tests: [
      'test/calculus/{cases,terms,evaluate,rounded,moved,proving-points,said,part,parts,derive,difference,error-terms,field,losses,numbers,prove,size,softmax,tape}.test.ts',
      'test/network/reach.test.ts',
      'test/check/{sentences,true,slip}.test.ts',
      'test/latex/reasons.test.ts',
      'test/examples.test.ts',
      'test/picture/*.test.ts',
    ],
  },
  {
    name: 'escaping',
    goal: 90,
    mutate: [
      'src/svg/{markup,parse,file}.ts',
      'src/markdown/{html,hast,typeset,latex-text,elements,tree}.ts',
      'src/latex/{plain,name}.ts',
      'src/tikz/mathematics.ts',
      'src/live/packed.ts',
      'src/diagram/texts.ts',
      'src/page/{problem,formula,tex}.ts',
    ],
    tests: [
      'test/svg/{markup,draw,paint}.test.ts',
      'test/markdown/{html,hast,typeset,contents,latex-text,tree,made-elsewhere}.test.ts',
      'test/{tikz,page}/*.test.ts',
      'test/{latex/plain,latex/name,diagram/texts,live/packed}.test.ts',
      'test/markdown/{remark,checks}.test.ts',
      'test/adapters/contract.test.ts',
      'test/render-elements.test.ts',
    ],
  },
];

/** Files that are slow, or ask a browser, where a pattern above takes in more. */
export const slowFiles: readonly string[] = [
  'test/svg/{at-home,rendered}.test.ts',
  'test/markdown/order.test.ts',
];

/** Words in the names of tests that would take most of the time. */
export const slowTests: readonly string[] = [
  'random networks',
  'examples.test.ts > language',
  'examples.test.ts > large-layers',
  'examples.test.ts > deep-network',
  '^{20}[2]',
  '^{50}[2]',
  'ids of a page > are unique',
  'our own pages > large-layers',
  'our own pages > language',
  'with a large network stays',
  'with many figures of a large network',
  'typesets every formula',
  'in every block of ours',
  'can’t be had > "x[784]',
  'wrong by a millionth: wide',
  'wrong by a millionth: deep',
  'in matrices where its weights are counted',
];
