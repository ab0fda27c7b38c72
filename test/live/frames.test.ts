import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/live/code.ts';
import { compact } from '../../src/live/compact.ts';
import { controls } from '../../src/live/controls.ts';
import {
  type Code,
  formula,
  gradientElement,
  namesOf,
  signElement,
} from '../../src/live/formula.ts';
import type { Model } from '../../src/live/model.ts';
import { brief, shown } from '../../src/live/number.ts';
import { errorCurve, trainingCurve } from '../../src/live/plots.ts';
import { proof } from '../../src/live/proof.ts';
import { everyLine, readout } from '../../src/live/readout.ts';
import { revive } from '../../src/live/revive.ts';
import { frameOf, knobValue, startOf, trained, withValue } from '../../src/live/state.ts';
import type { LiveRequest } from '../../src/network/request.ts';
import { render } from '../../src/render.ts';
import type { Element } from '../../src/svg/element.ts';
import { markup } from '../../src/svg/markup.ts';
import { networkOf } from '../support/network.ts';

const request = (plots: LiveRequest['plots'] = []): LiveRequest => ({
  kind: 'live',
  focus: 0,
  plots,
  span: { start: 0, end: 0 },
});
const modelOf = (block: string, plots?: LiveRequest['plots']): Model =>
  compact(networkOf(block), request(plots));

/** What is read of an element, its fractions and scripts as one types them. */
function read(part: Element | string): string {
  if (typeof part === 'string') return part;
  const [first = '', second = '', third = ''] = part.children.map(read);
  switch (part.name) {
    case 'mfrac':
      return `${first}/${second}`;
    case 'msup':
      return `${first}^${second}`;
    case 'msub':
      return `${first}_${second}`;
    case 'msubsup':
      return `${first}_${second}^${third}`;
    default:
      return part.children.map(read).join('');
  }
}

// y = wx = 6 and E = (y − t)²/2, so that ∂E/∂w = (y − t)x = 15.
const line = 'x -> y\nweights w\nx = 3\nt = 1\nw = 2\nrate 0.1';
const model = modelOf(line, ['training']);
const network = revive(model);
const start = startOf(model);

describe('a live figure', () => {
  it('goes downhill by the rate times the gradient, and remembers each error', () => {
    const once = trained(network, start, 1);
    expect(once.parameters[0]).toBeCloseTo(2 - 0.1 * 15, 12);
    expect(once.history.map(shown)).toEqual(['12.5', '0.125']);
    const twice = trained(network, once, 1);
    expect(twice.steps).toBe(2);
    expect(twice.history.map(shown)).toEqual(['12.5', '0.125', '0.00125']);
  });

  it('forgets every second error of a long history', () => {
    const long = { ...start, history: Array.from({ length: 400 }, (_, place) => place) };
    const { history } = trained(network, long, 1);
    expect(history).toHaveLength(201);
    expect(history.slice(0, 3)).toEqual([0, 2, 4]);
  });

  it('changes one value at a time, and begins its history anew', () => {
    const two = { ...start, examples: [...start.examples, { inputs: [7], targets: [8] }] };
    const late = { ...trained(network, two, 1), example: 1 };
    const knobs = (['input', 'target', 'parameter', 'rate'] as const).map(
      (kind) => ({ kind, place: 0 }) as const,
    );
    expect(knobs.map((knob) => knobValue({ ...two, example: 1 }, knob))).toEqual([7, 8, 2, 0.1]);
    for (const knob of knobs) {
      const set = withValue(late, knob, 5);
      expect(knobs.map((each) => knobValue(set, each) === 5)).toEqual(
        knobs.map((each) => each === knob),
      );
      expect(set.examples[0]).toEqual(two.examples[0]);
      expect(set.history).toHaveLength(knob.kind === 'rate' ? 2 : 0);
    }
  });

  it('draws its errors from the highest to the lowest, in the room that there is', () => {
    const curve = (history: readonly number[]): string =>
      markup(trainingCurve(model, { ...start, steps: history.length - 1, history }));
    expect(curve([1, 0.5, 0])).toContain('d="M8 8L130 65L252 122"');
    expect(curve([1, 0.5, 0])).toContain('</math> after 2 steps: 0.</p>');
    expect(curve([0, 0])).toContain('d="M8 122L252 122"');
  });

  it('leaves a gap where an error is beyond all numbers', () => {
    const { NaN: none, POSITIVE_INFINITY: beyond } = Number;
    const curve = trainingCurve(model, { ...start, steps: 4, history: [1, none, 1, 0, beyond] });
    expect(markup(curve)).toContain('d="M8 8M130 8L191 122"');
    const steep = 'x -> y\nweights w\nactivation sigmoid\nloss binary-cross-entropy';
    const own = modelOf(`${steep}\nx = 2\nt = 0.5\nw = 1e12`, ['error']);
    const state = startOf(own);
    const plotted = markup(errorCurve(own, state, frameOf(revive(own), state)));
    expect(plotted).not.toMatch(/="[^"]*(?:NaN|Infinity)/);
    expect(plotted).not.toContain('network-here');
  });

  it('shows its errors once there are some', () => {
    const plotted = (state: typeof start): boolean =>
      readout(model, state, frameOf(network, state)).map(markup).join().includes('network-plot"');
    expect(plotted(start)).toBe(false);
    expect(plotted(trained(network, start, 1))).toBe(true);
  });

  it('tries its gradient by changing the weight a little', () => {
    const tried = (block: string): string => {
      const own = modelOf(block);
      const state = startOf(own);
      return proof(own, state, frameOf(revive(own), state))
        .map(read)
        .join('');
    };
    expect(tried(line)).toMatch(/^Try it: w ± 0\.0001 makes E .* slope of 15\.00000000; /);
    expect(tried(line)).toMatch(/∂E\/∂w is 15\.00000000 ✓$/);
    // At its corner the function has a slope to one side alone.
    const corner = 'x -> y\nactivation relu\nweights w\nx = 1\nt = 1\nw = 0';
    expect(tried(corner)).toMatch(/∂E\/∂w is −?[01]\.00000000$/);
  });

  it('tells every line in symbols and in numbers', () => {
    const rows = markup(everyLine(model, start, frameOf(network, start))).match(/<mtr>/g) ?? [];
    expect(rows).toHaveLength(2 * (model.lines[0]?.length ?? 0));
    expect(rows.length).toBeGreaterThan(2);
  });

  it('tells the gradient alone where its derivations would be too long', () => {
    const long = modelOf('x[6] -> h[20] -> y[6]\nactivation sigmoid');
    expect(long.lines.every((lines) => lines.length === 0)).toBe(true);
    const state = startOf(long);
    const told = readout(long, state, frameOf(revive(long), state))
      .map(markup)
      .join();
    expect(told.match(/<mtr>/g)).toHaveLength(2);
    expect(controls(long, state).map(markup).join()).not.toContain('Every line');
    expect(controls(model, start).map(markup).join()).toContain('Every line');
  });

  it('has no lines for a weight whose gradient would have too many terms', () => {
    const places = Array.from({ length: 21 }, (_, place) => place + 1);
    const edges = [
      ...places.map((j) => `x -> h_{${j}} : a`),
      ...places.flatMap((j) => places.map((k) => `h_{${j}} -> g_{${k}} : b`)),
      ...places.map((k) => `g_{${k}} -> y : c`),
    ];
    expect(modelOf(edges.join('\n')).lines[0]).toEqual([]);
  });

  it.each([
    [
      'cross-entropy',
      'Cross-entropy takes the logarithm of y, so that y must lie between 0 and 1.',
    ],
    [
      'binary-cross-entropy',
      'Binary cross-entropy takes the logarithms of y and of 1 − y, so that y must lie between 0 and 1.',
    ],
  ])('is refused where %s has no value', (loss, message) => {
    expect(render(`x -> y\nloss ${loss}\nlive`).mistakes).toMatchObject([{ message }]);
  });

  it('has no number at an edge whose weight can’t change', () => {
    const [part] = render('x -> h -> y\nx -> y : 2\nlive').parts;
    const drawn = part?.kind === 'figure' ? part.svg : '';
    const numbers = [...drawn.matchAll(/<text [^>]*data-edge="(\d)"[^>]*>([^<]*)/g)];
    expect(numbers.map(([, edge, text]) => [edge, text])).toEqual([['1', '']]);
  });
});

describe('a formula in the browser', () => {
  const names = namesOf(modelOf('x -> h^1 -> y\nactivation sigmoid\nweights w_N'));
  it.each([
    [['-', ['+', 'u0', 'p0']], '−(x+w_1)'],
    [['+', 'u0', ['-', ['+', 'u1', 1]]], 'x−(h^1+1)'],
    [['^', ['+', 'u0', -1], 2], '(x+−1)^2'],
    [['^', 'u2', 2], 'y^2'],
    [['∂', ['+', 'u0', 'p1'], 'p1'], '∂/∂w_2(x+w_2)'],
    [['D', 'E', 'd2'], '∂E/∂δ_y'],
    [['*', ['σ′', 'z1'], 't2'], 'σ′(z_h^1)\u2062t'],
  ] satisfies readonly (readonly [Code, string])[])('%j is read %s', (code, text) => {
    expect(read(formula(code, names))).toBe(text);
  });

  it('is made of an expression, a function by its name', () => {
    const argument = { kind: 'preactivation', unit: 1 } as const;
    const activation = { name: 'sigmoid' } as const;
    expect(codeOf({ kind: 'apply', activation, prime: false, argument })).toEqual(['σ', 'z1']);
    expect(codeOf({ kind: 'apply', activation, prime: true, argument })).toEqual(['σ′', 'z1']);
    expect(codeOf({ kind: 'loss' })).toBe('E');
    expect(codeOf({ kind: 'rate' })).toBeUndefined();
  });

  it.each([
    ['', '∂E/∂w'],
    ['notation derivative d', 'dE/dw'],
    ['notation gradient delta', 'Δw'],
    ['notation gradient differential', 'dw'],
  ])('writes a gradient with “%s” as %s', (notation, text) => {
    const own = modelOf(`x -> y\nweights w\n${notation}`);
    expect(read(gradientElement(own, own.parameters[0]?.sign ?? ['', '', '']))).toBe(text);
  });

  it.each([
    [['h', '', ''], 'h'],
    [['h', '1', ''], 'h^1'],
    [['h', '', 'a'], 'h_a'],
    [['h', '1', '2'], 'h_2^1'],
  ] as const)('writes the name %j as %s', (sign, text) => {
    expect(read(signElement(sign))).toBe(text);
  });
});

describe('a number at a glance', () => {
  it.each([
    [-1.23456, '−1.235', '−1.235'],
    [0.00001234, '1.2·10⁻⁵', '≈0'],
    [123456, '1.2·10⁵', '1.2·10⁵'],
    [Number.POSITIVE_INFINITY, '∞', '∞'],
    [Number.NEGATIVE_INFINITY, '−∞', '−∞'],
    [Number.NaN, '?', '?'],
  ])('%d is %s, and %s in a figure', (value, text, short) => {
    expect([shown(value), brief(value)]).toEqual([text, short]);
  });
});
