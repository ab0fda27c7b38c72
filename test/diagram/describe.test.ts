import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { compile } from '../../src/compile.ts';
import { unitName, weightName } from '../../src/diagram/say.ts';
import { hasWeight } from '../../src/diagram/texts.ts';
import type { View } from '../../src/diagram/view.ts';
import type { Picture } from '../../src/figure.ts';
import { drawn, type Shown } from '../../src/network/drawn.ts';
import type { Network } from '../../src/network/network.ts';
import { printed } from '../../src/network/printed.ts';
import { markup } from '../../src/svg/markup.ts';
import { blocksOf, pages } from '../support/blocks.ts';
import { randomBlock } from '../support/random-network.ts';
import { edgesIn } from './redrawn.ts';
import { plain } from './views.ts';

/** Every edge with its ends and its weight, from the network; of a reduced one, those that have a line. */
function edgesOf(network: Network, svg?: string, shown: readonly Shown[] = []): readonly string[] {
  const { network: whole, extras } = drawn(printed(network), new Set(shown));
  const view: View = { ...plain, extras };
  const lines = new Set(svg?.match(/data-edge="\d+"/g));
  return whole.edges
    .filter(({ id }) => svg === undefined || lines.has(`data-edge="${id}"`))
    .map((edge) => {
      const ends = `${unitName(whole, view, edge.from)} to ${unitName(whole, view, edge.to)}`;
      return hasWeight(view, edge) ? `${ends} by ${weightName(whole, edge)}` : ends;
    });
}

function figuresOf(block: string): { network: Network; pictures: readonly Picture[] } {
  const { network, parts, diagnostics } = compile(block);
  expect(diagnostics).toEqual([]);
  if (network === undefined) throw new Error('no network');
  return { network, pictures: parts.filter((part) => part.kind === 'picture') };
}
const describing = (block: string, request = 'figure'): string =>
  figuresOf(`${block}\n${request}`).pictures[0]?.description ?? '';

describe('a description alone', () => {
  const written = [
    ...pages('content/examples'),
    ...pages('content/posts'),
    ...pages('content/docs'),
  ].flatMap(([name, markdown]) =>
    blocksOf(markdown).flatMap(({ compiled: { network, parts } }) =>
      parts.flatMap((part) =>
        part.kind === 'picture' && network !== undefined ? [{ name, network, part }] : [],
      ),
    ),
  );

  it('lets one draw every edge of every figure that there is again', () => {
    expect(written.length).toBeGreaterThan(40);
    for (const { name, network, part } of written) {
      const { only = [], show = [] } = part as Picture & {
        only?: readonly object[];
        show?: readonly Shown[];
      };
      const svg = only.length > 0 ? markup(part.svg) : undefined;
      expect([...edgesIn(part.description)].sort(), name).toEqual(
        [...edgesOf(network, svg, show)].sort(),
      );
    }
  });

  it('and of random networks, with biases and the loss now and then', () => {
    const random = randomSource(6);
    for (let count = 0; count < 60; count++) {
      const show: Shown[] = random() < 0.5 ? ['biases', 'targets'] : [];
      const request = show.length > 0 ? 'figure show biases targets' : 'figure';
      const { network, pictures } = figuresOf(`${randomBlock(random)}\n${request}`);
      const told = edgesIn(pictures[0]?.description ?? '');
      expect([...told].sort()).toEqual([...edgesOf(network, undefined, show)].sort());
    }
  });

  it.each([
    'x[20] -> h[3] -> y[1]',
    'x[784] -> h[128] -> y[10]\nbias b^l_j',
    'x[12] -> y[12]\nweights w_n',
    'x[30] -> h[2] -> y[2]\nx_1 -> h_1 : u',
  ])('and of %s', (block) => {
    const { network, pictures } = figuresOf(`${block}\nfigure show biases`);
    expect([...edgesIn(pictures[0]?.description ?? '')].sort()).toEqual(
      [...edgesOf(network, undefined, ['biases'])].sort(),
    );
  });
});

describe('a description', () => {
  it('names all edges between two layers at once where there are many', () => {
    expect(describing('x[20] -> h[3] -> y[1]')).toContain(
      'Each of x subscript 1 to x subscript 20 leads to each of h subscript 1, h subscript 2 and h subscript 3, by w superscript 1 subscript 11 to w superscript 1 subscript 3,20.',
    );
  });

  it('never says that all edges are there where some are not', () => {
    const fan = Array.from(
      { length: 45 },
      (_, place) => `x_{${place + 1}} -> y_1 : w_{${place + 1}}`,
    );
    expect(describing([...fan, 'x_1 -> y_2 : u'].join('\n'))).not.toContain('each of');
  });

  it('stays short where a network is large', () => {
    expect(describing('x[784] -> h^1[128] -> h^2[64] -> y[10]').length).toBeLessThan(1500);
    const sparse = Array.from(
      { length: 600 },
      (_, place) => `x_{${place + 1}} -> y_{${(place % 40) + 1}} : w_{${place + 1}}`,
    );
    const description = describing(sparse.join('\n'));
    expect(description).toContain('; and 480 more.');
    expect(description.length).toBeLessThan(10_000);
  });

  it('says which units stand for a large layer, and which weights are not named', () => {
    expect(describing('x[9] -> y[1]')).toContain(
      'Of x subscript 1 to x subscript 9 the figure shows x subscript 1, x subscript 2, x subscript 3 and x subscript 9.',
    );
    expect(describing('x[6] -> y[6]')).toContain('The figure does not name the single weights.');
    expect(describing('x[6] -> y[6]', 'figure focus w_{11}')).toContain(
      'names the weights in focus only.',
    );
  });

  it('tells the paths of a weight, or counts them, of all edges that share one, and of a bias', () => {
    expect(describing('x[2] -> h^1[2] -> h^2[3] -> y[2]', 'figure focus w^1_{11}')).toContain(
      'It reaches y subscript 1 by 3 paths and y subscript 2 by 3 paths.',
    );
    const shared = 'x[2] -> h[2] -> y[1]\nx_1 -> h_1 : s\nx_2 -> h_2 : s';
    expect(describing(shared, 'figure focus s')).toContain(
      'In focus is s. Its two paths to the loss E run through x subscript 1, h subscript 1 and y subscript 1; through x subscript 2, h subscript 2 and y subscript 1.',
    );
    expect(describing('x[2] -> h[2] -> y[1]\nbias b^l_j', 'figure focus b^1_1')).toContain(
      'In focus is b superscript 1 subscript 1. Its one path to the loss E runs through h subscript 1 and y subscript 1.',
    );
  });

  it('tells which path is in focus, and of an output what it comes from', () => {
    expect(describing('x[2] -> h[2] -> y[2]', 'figure focus w^1_{11} path 2')).toContain(
      'In focus is path 2 of 2 from w superscript 1 subscript 11: through x subscript 1, h subscript 1 and y subscript 2.',
    );
    expect(describing('x[2] -> h[2] -> y[2]', 'figure focus y_1')).toContain(
      'In focus is y subscript 1, with all that it is computed from.',
    );
    expect(describing('x[2] -> h[2] -> y[2]', 'figure focus h_1')).toContain(
      'In focus is h subscript 1. Its two paths to the loss E run through h subscript 1 and y subscript 1; through h subscript 1 and y subscript 2.',
    );
  });

  it('says what an outline holds', () => {
    expect(describing('x[1] -> y[2]', 'notation gradient delta\nfigure focus w_{21}')).toContain(
      'An outline labelled Δ w subscript 21 holds x subscript 1 and y subscript 2.',
    );
  });

  it('says what stands beside the units, and what they compute', () => {
    const block = 'x[2] -> h[2] -> y[1]\nbias b^l_j\nactivation h: relu, y: sigmoid';
    const description = describing(block, 'figure show biases targets activations');
    expect(description).toContain(
      'Beside them stand bias unit 1 and bias unit 2, each a 1; the target t subscript 1; the loss E.',
    );
    expect(description).toContain(
      'Activations: h subscript 1 and h subscript 2: relu; y subscript 1: sigmoid.',
    );
  });

  it('says the numbers', () => {
    const block = 'x[1] -> y[1]\nx = 3\nt = 5\nw = 2';
    expect(describing(block, 'figure values')).toContain('by w subscript 11, weight 2.');
    expect(describing(block, 'figure values')).toContain(
      'Values: x subscript 1 3; y subscript 1 6.',
    );
    expect(describing(block, 'figure gradients')).toContain('by w subscript 11, gradient 3.');
    expect(describing(block, 'figure widths weights')).toContain(
      'The wider an edge, the larger its weight',
    );
  });
});
