import { describe, expect, it } from 'vitest';
import { compile } from '../src/compile.ts';
import type { Element } from '../src/svg/element.ts';
import { stepClass } from '../src/svg/stepped.ts';

const walkOf = (block: string): Element | undefined =>
  compile(block).parts.flatMap((part) => (part.kind === 'equation' ? (part.walk ?? []) : []))[0];

/** The edges of a figure that are lit at a step. */
function lit(part: Element, step: number): readonly unknown[] {
  const { class: classes = '', 'data-edge': edge } = part.attributes;
  const own = String(classes).split(' ').includes(stepClass(step)) && edge !== undefined;
  const inside = part.children.flatMap((child) =>
    typeof child === 'string' ? [] : lit(child, step),
  );
  return [...new Set([...(own ? [edge] : []), ...inside])];
}

describe('a derivation to walk through', () => {
  it('lights what its lines are about, of a unit as well as of the loss', () => {
    const walk = walkOf('x -> h -> y\nderive y by w^1_{11}, steps');
    // The chain rule ∂y/∂h · ∂h/∂w^1 is about both edges; w^2 x has the weight of the second that it had not.
    expect(walk && [1, 2, 3].map((step) => lit(walk, step))).toEqual([[0, 1], [1], []]);
  });

  it('has a table as its lines, with nothing in focus', () => {
    const walk = walkOf('x[2] -> y\nderive as table, steps');
    expect(walk?.attributes['aria-label']).toBe('A network of 2 inputs and 1 output');
  });

  it('is no longer than its style sheet reaches', () => {
    const block = 'x[40] -> y\nderive as table, steps';
    const [mistake, ...others] = compile(block).diagnostics;
    expect(others).toEqual([]);
    expect(mistake?.message).toBe('These are 41 steps; at most 40 can be walked through.');
    expect(mistake?.hint).toBe('Pick some of them, lines 1-40, or leave out “steps”.');
    expect(compile(block.replace('40', '39')).diagnostics).toEqual([]);
  });
});
