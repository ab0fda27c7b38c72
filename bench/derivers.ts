/** A network of layers in a row, and what to derive of it: the gradient of the half squared error by its first weight. */
export interface Task {
  readonly title: string;
  readonly widths: readonly number[];
}

/** Makes the derivative and writes it out; gives the text. */
export type Derive = (task: Task) => string;

/** Peers live in a folder of their own, and are looked for only when they run. */
// biome-ignore lint/suspicious/noExplicitAny: their types are not installed here
const peer = (name: string): Promise<any> => import(import.meta.resolve(name));

/** The first weight, as tools for formulas are told it. */
export const weight = 'w1s1s1';

/** Output j as one formula of inputs and weights: all that a tool for formulas can be told of a network. */
function outputs({ widths }: Task): readonly string[] {
  const [inputs = 0, ...rest] = widths;
  return rest.reduce<readonly string[]>(
    (tails, width, layer) =>
      Array.from({ length: width }, (_, head) => {
        const terms = tails.map((tail, from) => `w${layer + 1}s${head + 1}s${from + 1}*${tail}`);
        return `(${terms.join('+')})`;
      }),
    Array.from({ length: inputs }, (_, place) => `x${place + 1}`),
  );
}

/** The half squared error as one formula. */
export const loss = (task: Task): string =>
  outputs(task)
    .map((output, place) => `(${output}-t${place + 1})^2/2`)
    .join('+');

/** The same as MathJSON, which spares its tool the reading. */
type MathJson = string | number | readonly MathJson[];

function lossJson({ widths }: Task): MathJson {
  const [inputs = 0, ...rest] = widths;
  const made = rest.reduce<readonly MathJson[]>(
    (tails, width, layer) =>
      Array.from({ length: width }, (_, head) => [
        'Add',
        ...tails.map((tail, from) => ['Multiply', `w${layer + 1}s${head + 1}s${from + 1}`, tail]),
      ]),
    Array.from({ length: inputs }, (_, place) => `x${place + 1}`),
  );
  return [
    'Add',
    ...made.map((output, place) => [
      'Divide',
      ['Power', ['Subtract', output, `t${place + 1}`], 2],
      2,
    ]),
  ];
}

/** The network in our words: hidden layers counted by a superscript. */
function block({ widths }: Task): string {
  const names = widths.map((width, place) => {
    if (place === 0) return `x[${width}]`;
    return place === widths.length - 1 ? `y[${width}]` : `h^{${place}}[${width}]`;
  });
  return `${names.join(' -> ')}\nderive w^1_{11}`;
}

/** Each loads what it needs and no more. The second is the derivation inside the first, before it is proved and written: it tells what those two take. */
export const tools: Readonly<Record<string, () => Promise<Derive>>> = {
  'remark-network': async () => {
    const { compile } = await peer('../lib/core.js');
    return (task) => {
      const [part] = compile(block(task)).parts;
      return part.rows
        .map(({ left, right }: { left: string; right: string }) => left + right)
        .join('\n');
    };
  },
  'of it, no proof': async () => {
    const { parse } = await peer('../src/syntax/parse.ts');
    const { resolve } = await peer('../src/network/resolve.ts');
    const { derive } = await peer('../src/calculus/derive.ts');
    return (task) => {
      const { network, requests } = resolve(parse(block(task)).document);
      const { by, form } = requests[0];
      return JSON.stringify(derive(network, { by, form }).chains.at(-1));
    };
  },
  mathjs: async () => {
    const { derivative } = await peer('mathjs');
    return (task) => derivative(loss(task), weight).toString();
  },
  'mathjs, raw': async () => {
    const { derivative } = await peer('mathjs');
    return (task) => derivative(loss(task), weight, { simplify: false }).toString();
  },
  algebrite: async () => {
    const { default: algebrite } = await peer('algebrite');
    return (task) => algebrite.run(`d(${loss(task)},${weight})`);
  },
  nerdamer: async () => {
    const { default: nerdamer } = await peer('nerdamer/all.min.js');
    return (task) => nerdamer.diff(loss(task), weight).toString();
  },
  'compute-engine': async () => {
    const { ComputeEngine } = await peer('@cortex-js/compute-engine');
    const engine = new ComputeEngine();
    return (task) =>
      engine
        .expr(['D', lossJson(task), weight])
        .evaluate()
        .toString();
  },
};
