import { describe, expect, it } from 'vitest';
import { withinBounds } from '../../src/bounds.ts';
import type { Equation, Frame, Part, Picture } from '../../src/figure.ts';
import type { Row } from '../../src/latex/rows.ts';
import { limits } from '../../src/limits.ts';
import { resolve } from '../../src/network/resolve.ts';
import { element } from '../../src/svg/build.ts';
import { markup } from '../../src/svg/markup.ts';
import { parse } from '../../src/syntax/parse.ts';

function asked(block: string) {
  const { network, requests } = resolve(parse(block).document);
  const [request] = requests;
  if (network === undefined || request === undefined) throw new Error(block);
  return { network, request };
}

const small = 'x[2] -> h[2] -> y[2]'; // 8 edges
const wide = 'x[30] -> h[30] -> y[1]'; // 930 edges, of which 539 at most are drawn
const span = { start: 0, end: 1 };
const nothing: Part = { kind: 'equation', rows: [], reasons: 'none', span };

describe('the work of a block', () => {
  // What one may take in all, over what each takes: edges looked at, for parts in focus, for outlines and for proofs.
  it.each([
    [small, 'figure', 298],
    [small, 'live', 298],
    [small, 'figure focus w^1_{11}', 295],
    [small, 'figure focus w^1_{11} w^1_{12}', 287],
    [small, 'figure focus w^1_{11} w^1_{12}, no outline', 294],
    [small, 'derive w^1_{11}', 111],
    [small, 'forward', 111],
    [small, 'derive w^1_{11}, steps', 110],
    [small, 'derive as table', 98],
    [small, 'figure focus h_1, path 1-2, no outline', 295],
    [small, 'figure focus w^1_{11}, depth 1-2', 74],
    [`${small}\nx = 0 0; 0 1; 1 0; 1 1; 2 2`, 'derive w^1_{11}', 92],
    ['x[20] -> y[20]', 'figure', 250],
    [wide, 'figure', 204],
    [wide, 'figure focus w^1_{11}', 121],
    [wide, 'figure focus w^1_{11} w^1_{12}', 65],
    [wide, 'figure focus w^1_{11} w^1_{12}, no outline', 102],
    [wide, 'figure focus w^1_{11} w^1_{12}, no outline, path 1', 102],
    [wide, 'figure focus h_1, no outline, path 1', 136],
    [wide, 'figure only w^1_{11}', 155],
    [wide, 'derive w^1_{11}', 11],
    [wide, 'derive w^1_{11}, steps', 11],
    [wide, 'derive w^1_{11} w^1_{12} as table', 9],
    [wide, 'derive as table', 0],
    ['x[2] -> y[100]', 'derive w_{11}', 40],
    ['x[2] -> y[100]\nactivation softmax', 'derive w_{11}', 1],
    ['x[2] -> y[120]\nactivation softmax', 'derive w_{11}', 0],
    ['x[2] -> y[120]\nactivation softmax', 'forward', 35],
  ])('lets %s have %s so often: %i', (block, line, most) => {
    const { network, request } = asked(`${block}\n${line}`);
    const made = withinBounds(network, new Array(400).fill(request), () => nothing);
    expect(made.length - 1).toBe(most);
    expect(made.at(-1)).toEqual({
      code: 'too-much-work',
      message: 'With this request the block takes more work than one block may.',
      hint: 'Ask for it in a block below, of a smaller network, or with fewer parts in focus.',
      span: request.span,
    });
  });
});

describe('what a block makes', () => {
  const { network, request } = asked(`${small}\nfigure`);
  const drawing = (length: number) => {
    const empty = markup(element('svg', {}, ['a'])).length - 1;
    return element('svg', {}, ['a'.repeat(length - empty)]);
  };
  const picture = (length: number): Picture => ({
    kind: 'picture',
    svg: drawing(length),
    title: '',
    description: '',
    span,
    diagram: {} as Picture['diagram'],
  });
  const grown = (...lengths: readonly number[]) => ({
    frames: lengths.map((length) => ({ svg: drawing(length) }) as Frame),
    start: 0,
    loss: '',
    delta: '',
  });
  const row = (left: number, right: number, sentence: number) =>
    ({
      left: 'a'.repeat(left),
      relation: '=',
      right: 'a'.repeat(right),
      reason: { name: '', sentence: 'a'.repeat(sentence) },
    }) as unknown as Row;
  const equation = (rows: readonly Row[], reasons: 'none' | 'below'): Equation => ({
    kind: 'equation',
    rows,
    reasons,
    span,
  });
  const most = limits.output;

  it.each<[string, Part, Part]>([
    ['a picture', picture(most), picture(most + 1)],
    [
      'a live figure',
      {
        ...picture(most - 300),
        live: { model: 'm'.repeat(100), readout: [drawing(100)], controls: [drawing(100)] },
      },
      {
        ...picture(most - 300),
        live: { model: 'm'.repeat(101), readout: [drawing(100)], controls: [drawing(100)] },
      },
    ],
    [
      'what stands beside it',
      {
        ...picture(most - 300),
        live: { model: 'm'.repeat(100), readout: [drawing(100), drawing(100)], controls: [] },
      },
      {
        ...picture(most - 300),
        live: { model: 'm'.repeat(100), readout: [drawing(100), drawing(101)], controls: [] },
      },
    ],
    [
      'a figure at several depths',
      { ...picture(most - 300), grown: grown(100, 200) },
      { ...picture(most - 300), grown: grown(100, 201) },
    ],
    [
      'equations',
      equation([row(100, most - 300, 50), row(100, 100, 50)], 'none'),
      equation([row(100, most - 300, 50), row(100, 101, 50)], 'none'),
    ],
    [
      'reasons',
      equation([row(100, most - 200, 100)], 'below'),
      equation([row(100, most - 200, 101)], 'below'),
    ],
    [
      'a figure to walk beside',
      { ...equation([row(100, most - 200, 50)], 'none'), walk: drawing(100) },
      { ...equation([row(100, most - 200, 50)], 'none'), walk: drawing(101) },
    ],
  ])('is bounded: %s', (_, fits, tooLong) => {
    expect(withinBounds(network, [request], () => fits)).toEqual([fits]);
    expect(withinBounds(network, [request, request], () => tooLong)).toEqual([
      tooLong,
      {
        code: 'too-much-output',
        message: 'With this request the block makes more than 500 kB.',
        hint: 'Ask for it in a block below, or for less.',
        span: request.span,
      },
    ]);
  });

  it('is counted over all requests, mistakes apart', () => {
    const half = picture(most / 2);
    const mistake = { code: 'odd', message: '', span };
    const made = [half, mistake, half, picture(100)];
    let at = 0;
    const told = withinBounds(
      network,
      made.map(() => request),
      () => made[at++] ?? mistake,
    );
    expect(told.slice(0, 4)).toEqual(made);
    expect(told[4]).toMatchObject({ code: 'too-much-output' });
  });
});
