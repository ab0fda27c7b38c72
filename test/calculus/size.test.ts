import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

const large = 'x[64] -> h^1[64] -> h^2[64] -> y[10]';

/** What a block shows of its equations, one text a line, and what is said beside them. */
function shown(block: string): { lines: readonly string[]; notes: readonly string[] } {
  const { parts, diagnostics } = compile(block);
  expect(diagnostics).toEqual([]);
  const equations = parts.flatMap((part) => (part.kind === 'equation' ? [part] : []));
  return {
    lines: equations.flatMap(({ rows }) =>
      rows.map(({ left, relation, right }) => `${left} ${relation} ${right}`),
    ),
    notes: equations.flatMap(({ note }) => note ?? []),
  };
}

describe('what a large network is asked for', () => {
  it('is a forward pass of one equation a layer, softmax and biases included', () => {
    const block = `${large}\nactivation h^1: tanh, y: softmax\nbias b^l_j\nforward`;
    expect(shown(block)).toEqual({
      lines: [
        'z_{h_j^1} = \\sum_{i} w_{ji}^1 x_i + b_j^1',
        'h_j^1 = \\tanh(z_{h_j^1})',
        'h_m^2 = \\sum_{j} w_{mj}^2 h_j^1 + b_m^2',
        'z_{y_k} = \\sum_{m} w_{km}^3 h_m^2 + b_k^3',
        'y_k = \\frac{e^{z_{y_k}}}{\\sum_{n} e^{z_{y_n}}}',
      ],
      notes: [
        'Unit by unit there would be 212 equations; so there is one for all units of a layer.',
      ],
    });
  });

  it('is in matrices where its weights are counted', () => {
    const { lines, notes } = shown(`${large}\nweights w_N\nderive w_1`);
    expect(lines.at(-1)).toBe('\\frac{\\partial E}{\\partial W^1} = \\delta_{h^1} x^{\\top}');
    expect(notes).toEqual([
      'Unit by unit there would be 704 terms; so there is one equation for all units of a layer.',
    ]);
  });

  it('is refused where nothing says it shortly', () => {
    const [mistake] = compile(`${large}\nweights w_N\nforward`).diagnostics;
    expect(mistake).toMatchObject({
      code: 'too-many-equations',
      message: 'These would be 138 equations, too many to be read.',
      hint: 'Name units or layers of 64 equations at most, as in forward y.',
    });
  });
});
