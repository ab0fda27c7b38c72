import { numbers } from '../calculus/field.ts';
import { forward } from '../calculus/forward.ts';
import { pointOf, type State } from '../live/state.ts';
import type { Network } from '../network/network.ts';

const cells = 48;
const margin = 0.5;

/**
 * Paints what a network with two inputs and one output answers everywhere around its examples: the lighter, the higher;
 * a line where it is one half; a ring on each example with a target under one half, a disc on the others.
 */
export function paintSurface(canvas: HTMLCanvasElement, network: Network, state: State): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const [from, to] = [0, 1].map((input) => range(state, input)) as [Range, Range];
  const answers = Array.from({ length: cells * cells }, (_, cell) => {
    const [x, y] = [(cell % cells) / (cells - 1), 1 - Math.floor(cell / cells) / (cells - 1)];
    return answer(network, state, [from.low + x * from.size, to.low + y * to.size]);
  });
  const size = canvas.width / cells;
  for (const [cell, value] of answers.entries()) {
    const isEdge = [cell + 1, cell + cells].some(
      (next) =>
        next % cells !== 0 && answers[next] !== undefined && answers[next] > 0.5 !== value > 0.5,
    );
    const share = Math.min(1, Math.max(0, value));
    context.fillStyle = isEdge ? '#1b1b1f' : colourOf(share);
    context.fillRect((cell % cells) * size, Math.floor(cell / cells) * size, size + 1, size + 1);
  }
  for (const { inputs, targets } of state.examples) {
    const x = (((inputs[0] ?? 0) - from.low) / from.size) * canvas.width;
    const y = (1 - ((inputs[1] ?? 0) - to.low) / to.size) * canvas.height;
    context.beginPath();
    context.arc(x, y, 7, 0, 2 * Math.PI);
    context.fillStyle = (targets[0] ?? 0) > 0.5 ? '#1b1b1f' : '#ffffff';
    context.fill();
    context.lineWidth = 2.5;
    context.strokeStyle = (targets[0] ?? 0) > 0.5 ? '#ffffff' : '#1b1b1f';
    context.stroke();
  }
}

/** Blue below one half, orange above, and white between. */
const colourOf = (share: number): string =>
  share < 0.5 ? `hsl(210 80% ${42 + share * 106}%)` : `hsl(28 90% ${95 - (share - 0.5) * 70}%)`;

interface Range {
  readonly low: number;
  readonly size: number;
}

function range({ examples }: State, input: number): Range {
  const values = examples.map(({ inputs }) => inputs[input] ?? 0);
  const low = Math.min(...values) - margin;
  return { low, size: Math.max(...values) + margin - low };
}

function answer(network: Network, state: State, inputs: readonly number[]): number {
  const example = { inputs, targets: [0] };
  const point = pointOf(network, { ...state, examples: [example] }, 0);
  return forward(network, point, numbers).units[network.outputs[0] ?? 0] ?? 0;
}
