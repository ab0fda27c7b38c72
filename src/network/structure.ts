import type { Span } from '../diagnostic.ts';
import type {
  ChainStatement,
  LayerNode,
  Name,
  NameNode,
  NumberNode,
  Stop,
} from '../syntax/document.ts';
import { sameName, spell } from '../syntax/name.ts';
import { limits } from './limits.ts';
import { count, type Report } from './report.ts';

/** A unit before the network has its order; `group` tells which units were declared together. */
export interface Node {
  readonly name: Name;
  readonly group: number;
  readonly span: Span;
}
/** Units declared together, `x[2]`, or one declared alone by an arrow. */
export interface Group {
  readonly name: Name;
  readonly nodes: readonly number[];
  readonly alone: boolean;
}
/** An edge between two nodes by their numbers; the weight as its statement named it, if it did. */
export interface Wire {
  readonly from: number;
  readonly to: number;
  readonly weight?: NameNode | NumberNode;
  readonly span: Span;
}
export interface Structure {
  readonly nodes: readonly Node[];
  readonly groups: readonly Group[];
  readonly wires: readonly Wire[];
}

/** The units and edges that the chains of a block declare, in the author's order. */
export function structure(chains: readonly ChainStatement[], report: Report): Structure {
  const expanded = chains.map((chain) => ({ chain, stops: expand(chain.stops, report) }));
  const { nodes, groups } = declare(
    expanded.flatMap((entry) => entry.stops),
    report,
  );
  const byName = new Map<string, readonly number[]>();
  for (const group of groups) byName.set(spell(group.name), group.nodes);
  for (const [number, node] of nodes.entries()) byName.set(spell(node.name), [number]);
  const wires = new Map<string, Wire>();
  for (const { chain, stops } of expanded) {
    for (const [place, stop] of stops.entries()) {
      const next = stops[place + 1];
      const from = byName.get(spell(stop.name)) ?? [];
      const to = next === undefined ? [] : (byName.get(spell(next.name)) ?? []);
      if (wires.size + from.length * to.length > limits.edges) {
        report(tooMany(chain.span, 'edges', limits.edges));
        return { nodes, groups, wires: [] };
      }
      connect(wires, chain, from, to, nodes, report);
    }
  }
  return { nodes, groups, wires: [...wires.values()] };
}

function connect(
  wires: Map<string, Wire>,
  chain: ChainStatement,
  from: readonly number[],
  to: readonly number[],
  nodes: readonly Node[],
  report: Report,
): void {
  for (const head of to) {
    for (const tail of from) {
      const key = `${tail} ${head}`;
      const before = wires.get(key);
      // A statement with a weight names an edge that a chain drew already; any other repetition is a slip.
      if (before !== undefined && (chain.weight === undefined || before.weight !== undefined)) {
        const edge = `${spell(nodes[tail]?.name ?? noName)} -> ${spell(nodes[head]?.name ?? noName)}`;
        const message = `The edge ${edge} is there already.`;
        const hint = 'Two units have one edge at most; add a weight after a colon to name it.';
        report({ code: 'double-edge', message, hint, span: chain.span });
        return;
      }
      const weight = chain.weight === undefined ? {} : { weight: chain.weight };
      wires.set(key, { from: tail, to: head, span: chain.span, ...weight });
    }
  }
}

const noName: Name = { letter: '', superscript: '', subscript: '' };

/** Every stop's layer or unit, declared once. Layers with a size come first: they settle what `x_1` means. */
function declare(stops: readonly LayerNode[], report: Report): Pick<Structure, 'nodes' | 'groups'> {
  const nodes: Node[] = [];
  const groups: Group[] = [];
  const known = new Map<string, number>();
  for (const stop of stops) if (stop.size !== undefined) declareLayer(stop, stop.size);
  for (const stop of stops) if (stop.size === undefined) declareAlone(stop);
  return { nodes, groups };

  function declareLayer(stop: LayerNode, size: NumberNode): void {
    const key = spell(stop.name);
    const before = known.get(key);
    if (before !== undefined) {
      const had = groups[before]?.nodes.length ?? 0;
      if (had === size.value) return;
      const message = `Layer ${key} has two sizes, ${had} and ${size.text}.`;
      report({
        code: 'double-layer',
        message,
        hint: `Give the size once, and write ${key} elsewhere.`,
        span: stop.span,
      });
      return;
    }
    if (!validSize(stop, size, nodes.length, report)) return;
    const first = nodes.length;
    const group = groups.length;
    for (let index = 1; index <= size.value; index++) {
      nodes.push({
        name: { ...bare(stop.name), subscript: String(index) },
        group,
        span: stop.span,
      });
    }
    known.set(key, group);
    groups.push({ name: bare(stop.name), nodes: numbers(first, nodes.length), alone: false });
  }

  function declareAlone(stop: LayerNode): void {
    const key = spell(stop.name);
    const layer = known.get(spell({ ...stop.name, subscript: '' }));
    const declared = layer === undefined || stop.name.subscript === '' ? undefined : groups[layer];
    if (declared !== undefined && !declared.alone) {
      if (declared.nodes.some((node) => sameName(nodes[node]?.name ?? noName, stop.name))) return;
      const size = declared.nodes.length;
      const message = `There is no unit ${key}: layer ${spell(declared.name)} has ${count(size, 'unit')}.`;
      const hint = `Its units are ${spell({ ...declared.name, subscript: '1' })} to ${spell({ ...declared.name, subscript: String(size) })}.`;
      report({ code: 'unknown-unit', message, hint, span: stop.span });
      return;
    }
    if (known.has(key)) return;
    known.set(key, groups.length);
    groups.push({ name: bare(stop.name), nodes: [nodes.length], alone: true });
    nodes.push({ name: bare(stop.name), group: groups.length - 1, span: stop.span });
  }
}

function validSize(stop: LayerNode, size: NumberNode, sofar: number, report: Report): boolean {
  const name = spell(stop.name);
  if (!Number.isInteger(size.value) || size.value < 1 || size.value > limits.layerSize) {
    const message = `A layer can't have ${size.text} units.`;
    const hint = `Give a whole number from 1 to ${limits.layerSize}: ${name}[2].`;
    report({ code: 'layer-size', message, hint, span: size.span });
    return false;
  }
  if (stop.name.subscript !== '') {
    const message = `The layer ${name} has a subscript, but its units get theirs by counting.`;
    const hint = `Number layers above: ${spell({ ...stop.name, superscript: stop.name.subscript, subscript: '' })}[${size.text}].`;
    report({ code: 'layer-subscript', message, hint, span: stop.name.span });
    return false;
  }
  if (sofar + size.value > limits.units) {
    report(tooMany(stop.span, 'units', limits.units));
    return false;
  }
  return true;
}

/** `h^1[2] -> ... -> h^4[2]` with the layers between: the superscript counts on, letter and size stay. */
function expand(stops: readonly Stop[], report: Report): LayerNode[] {
  return stops.flatMap((stop, place) => {
    if (stop.kind === 'layer') return [stop];
    const [before, after] = [stops[place - 1], stops[place + 1]];
    const first =
      before?.kind === 'layer' ? Number(before.name.superscript || Number.NaN) : Number.NaN;
    const last =
      after?.kind === 'layer' ? Number(after.name.superscript || Number.NaN) : Number.NaN;
    if (
      before?.kind !== 'layer' ||
      after?.kind !== 'layer' ||
      before.size === undefined ||
      before.name.letter !== after.name.letter ||
      before.size.value !== after.size?.value ||
      !(Number.isInteger(first) && Number.isInteger(last) && first < last)
    ) {
      const message = 'These dots do not say which layers they stand for.';
      const hint =
        'Put them between two layers of one letter and size that are counted above: h^1[2] -> ... -> h^5[2].';
      report({ code: 'unclear-ellipsis', message, hint, span: stop.span });
      return [];
    }
    if (last - first > limits.units) {
      report(tooMany(stop.span, 'units', limits.units));
      return [];
    }
    return numbers(first + 1, last).map((superscript) => ({
      ...before,
      name: { ...before.name, superscript: String(superscript), span: stop.span },
      span: stop.span,
    }));
  });
}

function tooMany(span: Span, what: 'units' | 'edges', most: number) {
  return {
    code: 'network-too-large',
    message: `This network has more than ${most} ${what}.`,
    hint: 'A network on a page is there to be understood: describe a smaller one.',
    span,
  };
}

const bare = ({ letter, superscript, subscript }: Name): Name => ({
  letter,
  superscript,
  subscript,
});
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
