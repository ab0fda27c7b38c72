import { defaultSchema } from 'rehype-sanitize';

const paint = ['fill', 'stroke', 'strokeWidth', 'strokeOpacity', 'strokeDashArray', 'strokeDashOffset'];
const type = ['fontFamily', 'fontSize', 'textAnchor', 'dominantBaseline', 'paintOrder'];
const hyphened = type.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
// Colours and widths of strokes, and nothing else that a style could say.
const style = ['style', /^(?:[a-z]+(?:-[a-z]+)?:(?:var\(--network-[a-z\d-]+,#\w+\)|[\d. -]+|stroke);?)+$/];
const inside = ['className', 'data*', 'transform', style, ...paint, ...type, ...hyphened];

/** What rehype-sanitize allows by default, and what remark-network and remark-math make. */
export const schema = {
  ...defaultSchema,
  // References lead to ids: a prefix would part the two.
  clobber: defaultSchema.clobber.filter((name) => name !== 'id'),
  required: {},
  tagNames: [
    ...defaultSchema.tagNames,
    ...['figure', 'figcaption', 'network-figure', 'svg', 'desc', 'g', 'path', 'circle', 'text'],
    ...['fieldset', 'legend', 'label', 'button', 'math', 'mrow', 'mi', 'mn', 'mo', 'mfrac', 'mstyle'],
    ...['msub', 'msup', 'msubsup', 'mtable', 'mtr', 'mtd'],
  ],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'className', 'ariaLabel', ['target', '_self']],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    ...Object.fromEntries(
      ['figure', 'div', 'span', 'p', 'b', 'table'].map((name) => [
        name,
        ['className', 'id', 'role', 'tabIndex', 'ariaLabel', 'hidden', 'dataKnob'],
      ]),
    ),
    ...Object.fromEntries(['details', 'label'].map((name) => [name, ['className']])),
    button: [['type', 'button'], 'className', 'ariaPressed', 'dataAct'],
    svg: ['className', 'viewBox', 'width', 'height', 'xmlns', 'role', 'ariaLabel'],
    g: inside,
    path: ['d', ...inside],
    circle: ['cx', 'cy', 'r', ...inside],
    text: ['x', 'y', ...inside],
    'network-figure': ['dataNetwork'],
    input: [
      ['type', 'radio', 'checkbox', 'range', 'number'],
      ...['name', 'className', 'checked', 'disabled', 'value', 'min', 'max', 'step', 'ariaLabel'],
    ],
    math: ['display', 'ariaHidden'],
    mn: ['className'],
    mo: ['stretchy'],
    mstyle: ['displaystyle'],
  },
};
