import { expect, it } from 'vitest';
import { properties } from '../../src/markdown/hast.ts';

it('attributes have the names that hast has for them', () => {
  const attributes = {
    ...{ class: 'a b', 'aria-hidden': 'true', 'aria-label': 'c', 'data-edge': 1, 'data-unit': 2 },
    ...{ 'data-network': '{}', tabindex: 0, 'stroke-width': 3, viewBox: '0 0 1 1' },
  };
  expect(properties(attributes)).toEqual({
    ...{ className: ['a', 'b'], ariaHidden: 'true', ariaLabel: 'c', dataEdge: 1, dataUnit: 2 },
    ...{ dataNetwork: '{}', tabIndex: 0, strokeWidth: 3, viewBox: '0 0 1 1' },
  });
});
