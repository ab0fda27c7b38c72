/** Between `low` and `high`, both included. */
const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/**
 * The text of a random linear network: 2 to 5 layers of 1 to 5 units, dense or sparse, with skip connections, and now
 * and then a shared weight, a fixed weight or a bias. Every unit has a way in and a way out.
 */
export function randomBlock(random: () => number): string {
  const sizes = Array.from({ length: between(random, 2, 5) }, () => between(random, 1, 5));
  return random() < 0.3 ? dense(sizes, random) : sparse(sizes, random);
}

/** What a random network may have beyond edges. */
export interface Choices {
  /** As a block names them, with their parameter. */
  readonly activations: readonly string[];
  readonly losses: readonly string[];
  /** How many training examples at most. */
  readonly examples: number;
}

/**
 * The same with an activation on every layer that is not the inputs' and now and then on a single unit, with biases of
 * units or of layers, a loss, and one example or several.
 */
export function randomTraining(
  random: () => number,
  { activations, losses, examples }: Choices,
): string {
  const pick = (from: readonly string[]): string => from[between(random, 0, from.length - 1)] ?? '';
  const sizes = Array.from({ length: between(random, 2, 4) }, () => between(random, 1, 4));
  const edges = random() < 0.4 ? dense(sizes, random) : sparse(sizes, random);
  const loss = pick(losses);
  const [last = 0] = sizes.slice(-1);
  const forLast = loss.startsWith('binary')
    ? 'sigmoid'
    : loss.startsWith('cross') && (last === 1 || random() < 0.2)
      ? 'sigmoid'
      : loss.startsWith('cross')
        ? 'softmax'
        : pick(activations.filter((each) => each !== 'softmax' || last > 1));
  const layers = sizes.flatMap((size, layer) => {
    if (layer === 0) return [];
    const name = layerName(layer, sizes.length);
    const isLast = layer === sizes.length - 1;
    const chosen = isLast
      ? forLast
      : pick(activations.filter((each) => each !== 'softmax' || size > 1));
    const free = activations.filter((each) => each !== 'softmax');
    const single =
      !isLast && chosen !== 'softmax' && random() < 0.3 ? [`${name}_1: ${pick(free)}`] : [];
    return [`${name}: ${chosen}`, ...single];
  });
  const shared = sizes.flatMap((_, layer) =>
    layer > 0 && random() < 0.4 ? [`${layerName(layer, sizes.length)}: b^${layer}`] : [],
  );
  const biases = random() < 0.5 ? ['b^l_j', ...shared] : shared;
  const count = random() < 0.3 ? between(random, 1, examples) : 1;
  const rows = (size: number): string =>
    Array.from({ length: count }, () =>
      Array.from({ length: size }, () => (0.05 + 0.9 * random()).toFixed(3)).join(' '),
    ).join('; ');
  return [
    edges.replace(/\nbias .*/, ''),
    `activation ${layers.join(', ')}`,
    ...(biases.length > 0 ? [`bias ${biases.join(', ')}`] : []),
    `loss ${loss}`,
    `x = ${rows(sizes[0] ?? 1)}`,
    `t = ${rows(last)}`,
  ].join('\n');
}

const layerName = (layer: number, layers: number): string =>
  layer === 0 ? 'x' : layer === layers - 1 ? 'y' : `h^${layer}`;

function dense(sizes: readonly number[], random: () => number): string {
  const chain = sizes
    .map((size, layer) => `${layerName(layer, sizes.length)}[${size}]`)
    .join(' -> ');
  const bias = random() < 0.3 ? '\nbias b^l_j' : '';
  return chain + bias;
}

function sparse(sizes: readonly number[], random: () => number): string {
  const unit = (layer: number, index: number): string =>
    `${layerName(layer, sizes.length)}_${index + 1}`;
  const wires = new Map<string, readonly [string, string]>();
  const wire = (from: string, to: string): unknown => wires.set(`${from} ${to}`, [from, to]);
  for (const [layer, size] of sizes.entries()) {
    const before = sizes[layer - 1] ?? 0;
    for (let to = 0; layer > 0 && to < size; to++) {
      wire(unit(layer - 1, between(random, 0, before - 1)), unit(layer, to));
      for (let from = 0; from < before; from++)
        if (random() < 0.5) wire(unit(layer - 1, from), unit(layer, to));
      if (layer > 1 && random() < 0.3) {
        const skipped = between(random, 0, layer - 2);
        wire(unit(skipped, between(random, 0, (sizes[skipped] ?? 1) - 1)), unit(layer, to));
      }
    }
    const next = sizes[layer + 1];
    for (let from = 0; next !== undefined && from < size; from++) {
      wire(unit(layer, from), unit(layer + 1, between(random, 0, next - 1)));
    }
  }
  const names = [...wires.values()].map(([from, to], place) => {
    const weight =
      random() < 0.05 ? '1' : random() < 0.05 ? '-0.5' : random() < 0.1 ? 'u' : `w_{${place + 1}}`;
    return `${from} -> ${to} : ${weight}`;
  });
  return names.join('\n');
}
