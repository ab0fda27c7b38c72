/**
 * A page of many small blocks, each with a figure and a derivation of its own: forms, activations and widths take
 * turns, and no block can lean on another's work.
 */
export function page(blocks: number): string {
  const texts = Array.from({ length: blocks }, (_, place) => {
    const widths = [1 + (place % 3), 1 + (Math.floor(place / 3) % 4), 1 + (place % 2)];
    return [
      `x[${widths[0]}] -> h[${widths[1]}] -> y[${widths[2]}]`,
      `activation h: ${['sigmoid', 'tanh', 'relu'][place % 3]}`,
      `figure focus w^1_{11}, caption "Network ${place}."`,
      `derive w^1_{11} as ${['chain', 'delta', 'paths', 'index'][place % 4]}`,
    ].join('\n');
  });
  return texts.map((text) => `\`\`\`network\n${text}\n\`\`\`\n`).join('\nWords.\n\n');
}
