/** A graph in the words of each tool: units by name, edges with the name of their weight. */
export interface Graph {
  readonly title: string;
  /** Whether there is room for the names of weights. */
  readonly isLabelled: boolean;
  readonly network: string;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly weight: string;
  }[];
}

const pairs = (from: string, to: string, size: number, tails = size) =>
  Array.from({ length: tails * size }, (_, place) => ({
    from: `${from}_${(place % tails) + 1}`,
    to: `${to}_${Math.floor(place / tails) + 1}`,
    weight: `w_${from}${to}_${place + 1}`,
  }));

/** The figure of a first course in backpropagation: four layers of two, each of twelve weights with its name. */
const small: Graph = {
  title: '2-2-2-2, 12 labels',
  isLabelled: true,
  network: 'x[2] -> h^1[2] -> h^2[2] -> y[2]',
  edges: [...pairs('x', 'h', 2), ...pairs('h', 'g', 2), ...pairs('g', 'y', 2)],
};

const letters = [...'xabcdefghijk'];
const skips = letters.slice(0, 9).map((from, place) => [from, letters[place + 2] ?? ''] as const);

/** Twelve layers of seven with skip connections, every unit and every edge of which is drawn. */
const large: Graph = {
  title: '1,001 edges',
  isLabelled: false,
  network: [
    'weights w_N',
    letters.map((letter) => `${letter}[7]`).join(' -> '),
    ...skips.map(([from, to]) => `${from} -> ${to}`),
    'x_1 -> c',
    'x_2 -> c',
    'x_3 -> c',
  ].join('\n'),
  edges: [
    ...letters.slice(1).flatMap((to, place) => pairs(letters[place] ?? '', to, 7)),
    ...skips.flatMap(([from, to]) => pairs(from, to, 7)),
    ...pairs('x', 'c', 7, 3),
  ],
};

export const graphs = { small, large } as const;
