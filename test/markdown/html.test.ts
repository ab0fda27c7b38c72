import { describe, expect, it } from 'vitest';
import { hast } from '../../src/markdown/hast.ts';
import { html, htmlStart } from '../../src/markdown/html.ts';
import { element } from '../../src/svg/build.ts';

const tree = element('figure', { class: 'a b', 'data-x': '{1}' }, [
  element('svg', {}, [element('path', { d: 'M0' })]),
  element('p', {}, []),
  'a < {b}',
]);

describe('an element in HTML', () => {
  it('has an end tag even where it is empty, unless it is of SVG, and no braces', () => {
    expect(html(tree)).toBe(
      '<figure class="a b" data-x="&#123;1&#125;"><svg><path d="M0"/></svg><p></p>a &lt; &#123;b&#125;</figure>',
    );
    expect(htmlStart(element('a', { title: '{"x"}' }))).toBe(
      '<a title="&#123;&quot;x&quot;&#125;">',
    );
  });
});

describe('an element in hast', () => {
  it('has attributes by the names that hast gives them', () => {
    const attributes = {
      class: 'a b',
      tabindex: 0,
      'stroke-opacity': 0,
      'stroke-width': 1,
      'stroke-dasharray': '1 2',
      'stroke-dashoffset': 2,
      'aria-label': 'c',
      'data-edge-id': 3,
      viewBox: '0 0 1 1',
      'marker-x': 4,
      'x-aria-y': 5,
    };
    expect(hast(element('g', attributes, ['d', element('p', {})]))).toEqual({
      type: 'element',
      tagName: 'g',
      properties: {
        className: ['a', 'b'],
        tabIndex: 0,
        strokeOpacity: 0,
        strokeWidth: 1,
        strokeDashArray: '1 2',
        strokeDashOffset: 2,
        ariaLabel: 'c',
        dataEdgeId: 3,
        viewBox: '0 0 1 1',
        'marker-x': 4,
        'x-aria-y': 5,
      },
      children: [
        { type: 'text', value: 'd' },
        { type: 'element', tagName: 'p', properties: {}, children: [] },
      ],
    });
  });
});
