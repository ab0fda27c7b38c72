import { describe, expect, it } from 'vitest';
import { type Context, compile } from '../../src/compile.ts';
import type { Equation } from '../../src/figure.ts';
import { linkCount } from '../../src/network/links.ts';
import type { Network } from '../../src/network/network.ts';
import { plainTex } from '../../src/site/markdown/plain-tex.ts';
import { spell } from '../../src/syntax/name.ts';

const first = 7;

/** What a figure can be lit at, in the order of its links: weights (a fixed one as `fixed`), then units. */
function partsOf(network: Network): readonly string[] {
  const names = network.edges.map(({ weight }) => {
    const parameter = 'parameter' in weight ? network.parameters[weight.parameter] : undefined;
    return parameter === undefined ? 'fixed' : spell(parameter.name);
  });
  return [...names, ...network.units.map(({ name }) => spell(name))];
}

function made(block: string) {
  const { network, parts, diagnostics } = compile(block, { networks: new Map(), firstLink: first });
  expect(diagnostics).toEqual([]);
  if (network === undefined) throw new Error('no network');
  const names = partsOf(network);
  expect(names).toHaveLength(linkCount(network));
  const rows = parts
    .filter((part): part is Equation => part.kind === 'equation')
    .flatMap((part) => part.rows);
  return { names, rows, edges: network.edges.length };
}

/** The terms of a block's last line by a rule, each with the parts that light up with it. */
function terms(block: string, rule: string): readonly string[] {
  const { names, rows } = made(block);
  const row = rows.findLast((each) => each.rule === rule);
  return (row?.terms ?? []).map(
    ({ text, links }) => `${text}: ${links.map((link) => names[link - first]).join(' ')}`,
  );
}

/** What lights up with the left side of a block's last chain. */
function left(block: string): string {
  const { names, rows } = made(block);
  const tex = rows.findLast((row) => row.left !== '')?.left ?? '';
  const [, links = ''] = /\\htmlClass\{network-term((?: network-p\d+)*)\}/.exec(tex) ?? [];
  return [...links.matchAll(/\d+/g)].map(([link]) => names[Number(link) - first]).join(' ');
}

/** What each line of a derivation with steps is about, in the order of the figure's parts. */
function steps(block: string): readonly string[] {
  const { names, rows, edges } = made(block);
  return rows.map(({ rule, about }) => {
    const lit = [...(about?.edges ?? []), ...(about?.units ?? []).map((id) => edges + id)];
    return `${rule}: ${lit
      .sort((a, b) => a - b)
      .map((place) => names[place])
      .join(' ')}`;
  });
}

const path = 'x -> h : u\nh -> y : v';
const fork = 'x -> a : p\nx -> b : q\na -> y : r\nb -> y : s';
const two = 'x[2] -> h[2] -> y[2]\nweights w_N';
const layers = 'x[2] -> h[2] -> y[2]';
const classes = 'x[1] -> y[2]\nactivation softmax\nloss cross-entropy';

describe('a term lights the path that it walks', () => {
  const lit: readonly (readonly [block: string, rule: string, expected: readonly string[]])[] = [
    // Factors along a path, and the weight that the gradient is taken by; a 0 lights nothing.
    [`${path}\nderive u`, 'insert-loss', ['∂/∂u 1/2 (t − y)²: u v x h y']],
    [`${path}\nderive u`, 'chain-rule', ['(t − y): y', '∂y/∂h ∂h/∂u: u v x h y']],
    [`${path}\nderive u`, 'local-factor', ['(t − y): y', 'v x: u v x h y']],
    [`${path}\nderive u`, 'sign', ['(y − t) v x: u v x h y']],
    // The weight is not on a path that begins behind it.
    [`${path}\nderive h`, 'sign', ['(y − t) v: v h y']],
    [`${path}\nderive v`, 'sign', ['(y − t) h: v h y']],
    [`${path}\nderive y by u`, 'local-factor', ['v x: u v x h y']],
    // A weight in two places is whole on each path that begins at one of them.
    [
      'x_1 -> a : u\nx_2 -> b : u\na -> y : v\nb -> y : w\nderive y by u',
      'local-factor',
      ['v x₁: u u v x_1 x_2 a b y', 'w x₂: u u w x_1 x_2 a b y'],
    ],
    // A fixed weight is a number: its unit's place is known by the factors beside it.
    ['x -> h : 2\nh -> y : v\nderive x', 'local-factor', ['(t − y): y', 'v (2): v h y']],
    // Terms of a sum, one path each; within brackets with what stands before them.
    [`${fork}\nderive y by x`, 'local-factor', ['r p: p r x a y', 's q: q s x b y']],
    [`${fork}\nderive x as delta`, 'error-term', ['p δₐ: p x a', 'q δ_b: q x b']],
    [
      `${two}\nderive w_1`,
      'factor-out',
      ['x₁: w_1 x_1 h_1', '(y₁ − t₁) w₅: w_1 w_5 x_1 h_1 y_1', '(y₂ − t₂) w₇: w_1 w_7 x_1 h_1 y_2'],
    ],
    // The paths to a layer's outputs, and to a single one.
    [
      `${layers}\nderive w^1_{11} as paths`,
      'sum-over-paths',
      [
        'x₁: w^1_{11} x_1 h_1',
        'δₖ Σ_p: h₁ ⇝yₖ Π_e ∈p wₑ: w^1_{11} w^2_{11} w^2_{21} x_1 h_1 y_1 y_2',
      ],
    ],
    [`${path}\nderive u as paths`, 'sum-over-paths', ['x δΣ_p: h ⇝y Π_e ∈p wₑ: u v x h y']],
    // Letters for all units of a layer; a number for one of them.
    [`${layers}\nderive w^1_{11} as index`, 'rename', ['δ_hⱼ xᵢ: x_1 x_2 h_1 h_2']],
    [
      `${layers}\nderive w^1_{11}`,
      'collapse',
      ['x₁: w^1_{11} x_1 h_1', '(yₖ − tₖ) w²ₖ₁: w^1_{11} w^2_{11} w^2_{21} x_1 h_1 y_1 y_2'],
    ],
    // A number before brackets lights nothing, and every term in them what stands before.
    [
      `${path}\nx -> y : s\nloss mean-squared\nderive x`,
      'sign',
      ['(y − t): y', 'v u: u v x h y', 's: s x y'],
    ],
    // Nor does a fraction.
    [
      'x[1] -> y[3]\nweights w_N\nloss mean-squared\nderive w_1',
      'power-rule',
      [
        '(t₁ − y₁) ∂/∂w₁ (t₁ − y₁): w_1 x_1 y_1',
        '(t₂ − y₂) ∂/∂w₁ (t₂ − y₂): w_1 x_1 y_1 y_2',
        '(t₃ − y₃) ∂/∂w₁ (t₃ − y₃): w_1 x_1 y_1 y_3',
      ],
    ],
    // What is taken away may be a sum, too.
    [
      'x[2] -> y[2]\nactivation softmax\nderive w_{11} as index',
      'softmax',
      ['yₖ: y_1 y_2', 'yₖ: y_1 y_2', 'tₖ: y_1 y_2', '(yₘ − tₘ) yₘ: y_1 y_2'],
    ],
    // Behind a bracket.
    [
      `${classes}\nderive w_{11}`,
      'collect',
      [
        'y₁ (t₁ + t₂): w_{11} x_1 y_1 y_2',
        't₁: w_{11} x_1 y_1',
        '∂z_y₁/∂w₁₁: w_{11} x_1 y_1',
        'y₂ (t₁ + t₂): w_{11} x_1 y_1 y_2',
        't₂: w_{11} x_1 y_1 y_2',
        '∂z_y₂/∂w₁₁: w_{11} x_1 y_1',
      ],
    ],
    // Letters of derivatives, too.
    [
      'x[2] -> y[2]\nactivation softmax\nderive w_{11} as index',
      'chain-rule',
      ['∂E/∂yₘ ∂yₘ/∂z_yₖ: y_1 y_2'],
    ],
    // Vectors and matrices.
    [
      `${layers}\nderive w^1_{11} as matrix`,
      'error-term',
      ['(W²)^top δ_y: w^2_{11} w^2_{12} w^2_{21} w^2_{22} h_1 h_2 y_1 y_2'],
    ],
    [`${layers}\nderive w^1_{11} as matrix`, 'rename', ['δₕ x^top: x_1 x_2 h_1 h_2']],
    [
      `${layers}\nactivation tanh\nderive w^2_{11} as matrix`,
      'error-term',
      ["(y − t) odot tanh '(z_y): y_1 y_2"],
    ],
    // Equations of the forward pass.
    [`${path}\nactivation tanh\nbias h: b\nforward h`, 'forward', ['tanh (zₕ): h']],
    [
      'x[2] -> y[2]\nactivation softmax\nforward y_2',
      'forward',
      ['e^z_y₂/(e^z_y₁ + e^z_y₂): y_1 y_2'],
    ],
    [`${path}\nforward E`, 'forward', ['1/2 (t − y)²: y']],
    // A bias lights the units that it is added to.
    ['x -> y : w\nbias y: b\nforward y', 'forward', ['x w: w x y', 'b: y']],
    // A logarithm takes all that stands behind it.
    [`${classes}\nforward E`, 'forward', ['t₁ ln y₁: y_1', 't₂ ln y₂: y_2']],
    // The mean over examples, weight decay, a step downhill, and numbers that stand for what they came from.
    ['x -> y : w\nx = 1; 2\nderive w', 'mean', ['1/2 Σ_e=1² ∂Eₑ/∂w: w x y']],
    ['x -> y : w\nloss squared, decay 1\nderive w', 'decay', ['∂E₀/∂w: w x y', 'lambda w: w x y']],
    [
      'x -> y : w\nx = 2\nt = 1\nw = 3\nrate 0.5\nderive w as numbers',
      'update',
      ['w: w x y', 'eta ∂E/∂w: w x y'],
    ],
    [
      'x -> h : u\nh -> y : v\nx = 2\nt = 1\nu = 3\nv = 4\nderive u as numbers',
      'insert-values',
      ['92 ·2: u x h'],
    ],
  ];

  it.each(lit)('%j, %s', (block, rule, expected) => {
    expect(terms(block, rule)).toEqual(expected);
  });

  it.each(lit)('and reads as it does where nothing is linked: %j', (block) => {
    const lines = (context?: Context) =>
      compile(block, context).parts.flatMap((part) =>
        part.kind === 'equation' ? part.rows.map(({ left, right }) => [left, right]) : [],
      );
    const linked = lines({ networks: new Map(), firstLink: first });
    expect(linked.map((sides) => sides.map(plainTex))).toEqual(lines());
  });

  it.each([
    [`${path}\nderive u`, 'u v x h y'],
    [`${path}\nderive v`, 'v h y'],
    [`${path}\nderive h`, 'v h y'],
    [`${path}\nderive h by u`, 'u x h'],
    [`${layers}\nderive w^1_{11} as matrix`, 'w^1_{11} w^1_{12} w^1_{21} w^1_{22} x_1 x_2 h_1 h_2'],
    [`${layers}\nforward h_2`, 'h_2'],
  ])('and a left side all that it reaches: %j', (block, expected) => {
    expect(left(block)).toBe(expected);
  });
});

describe('a line is about what is new in it', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      `${path}\nderive u, steps`,
      [
        'insert-loss: u v x h y',
        'power-rule: u v x h y',
        'constant: u v x h y',
        'chain-rule: u v x h y',
        'local-factor: v x h y',
        'sign: v x h y',
      ],
    ],
    [
      `${fork}\nderive x as delta, steps`,
      ['error-term: y', 'error-term: r a y', 'error-term: s b y', 'error-term: p q x a b'],
    ],
    // A derivative of a unit by itself is a number, and no step of a path.
    ['x -> y\nderive y, steps, lines chain-rule..local-factor', ['local-factor: y']],
    // Many classes are one sum, over the whole layer.
    [
      'x[1] -> y[4]\nactivation softmax\nloss cross-entropy\nderive w_{11} as delta, steps',
      [
        'softmax: y_1 y_2 y_3 y_4',
        'cancel: y_1 y_2 y_3 y_4',
        'targets-sum-to-one: y_1',
        'error-term: w_{11} x_1 y_1',
      ],
    ],
    [
      'x[1] -> h[4] -> y\nactivation h: softmax\nderive w^1_{11} as delta, steps, lines 6',
      ['softmax: h_1 h_2 h_3 h_4'],
    ],
    // A slope is written by the unit's value, which alone is new.
    [`${path}\nactivation h: sigmoid\nderive u, steps, lines slope`, ['slope: h']],
    ['x_1 -> y_1\nx_2 -> y_2\nderive y_1 by x_2, steps', ['no-path: x_2 y_1']],
  ])('%j', (block, expected) => {
    expect(steps(block)).toEqual(expected);
  });
});
