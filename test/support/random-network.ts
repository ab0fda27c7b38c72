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
