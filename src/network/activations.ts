import type { ActivationStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Lookup } from './lookup.ts';
import type { Activation, ActivationName, Unit, UnitId } from './network.ts';
import { listed, type Report } from './report.ts';
import { settled } from './setting.ts';

/** The words for an activation, and what each names. */
export const activationWords: ReadonlyMap<string, ActivationName> = new Map([
  ['identity', 'identity'],
  ['linear', 'identity'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['relu', 'relu'],
  ['leaky-relu', 'leaky-relu'],
  ['softplus', 'softplus'],
  ['gelu', 'gelu'],
  ['gelu-tanh', 'gelu-tanh'],
  ['softmax', 'softmax'],
]);

type Entry = ActivationStatement['entries'][number];

/** An activation as its entry names it. */
export interface NamedActivation {
  readonly entry: Entry;
  readonly activation: Activation | undefined;
}

/** What the entries name, whatever the network; nothing, and a report, for an unknown word. */
export function namedActivations(
  statements: readonly ActivationStatement[],
  report: Report,
): readonly NamedActivation[] {
  return statements
    .flatMap((statement) => statement.entries)
    .map((entry) => ({ entry, activation: activationOf(entry, report) }));
}

/** The activation of every unit that the entries speak of. */
export function activations(
  named: readonly NamedActivation[],
  units: readonly Unit[],
  names: Lookup,
  report: Report,
): ReadonlyMap<UnitId, Activation> {
  const settings = named.map((value) => ({
    target: value.entry.target,
    value,
    span: value.entry.activation.span,
  }));
  const chosen = settled('activation', settings, units, names, report);
  checkSoftmax(chosen, units, report);
  return new Map(
    [...chosen].flatMap(([id, { activation }]) => (activation ? [[id, activation] as const] : [])),
  );
}

/** Softmax shares 1 among the units of a layer, so that one unit or half a layer is a slip. */
function checkSoftmax(
  chosen: ReadonlyMap<UnitId, NamedActivation>,
  units: readonly Unit[],
  report: Report,
): void {
  const layers = new Map<number, { readonly unit: Unit; readonly entry: Entry | undefined }[]>();
  for (const unit of units) {
    const named = chosen.get(unit.id);
    const entry = named?.activation?.name === 'softmax' ? named.entry : undefined;
    const layer = layers.get(unit.layer) ?? [];
    layer.push({ unit, entry });
    layers.set(unit.layer, layer);
  }
  for (const layer of layers.values()) {
    const first = layer.find(({ entry }) => entry !== undefined);
    if (first?.entry === undefined) continue;
    const isOne = layer.length === 1;
    if (!isOne && layer.every(({ entry }) => entry !== undefined)) continue;
    const message = isOne
      ? `Softmax of the one unit ${spell(first.unit.name)} is always 1.`
      : 'Softmax is taken over a whole layer, not over a part of it.';
    const hint = isOne ? 'Write sigmoid, or give the layer more units.' : 'Name the layer.';
    report({ code: 'odd-softmax', message, hint, span: first.entry.activation.span });
  }
}

function activationOf({ activation, parameter }: Entry, report: Report): Activation | undefined {
  const { word, span } = activation;
  const name = activationWords.get(word);
  if (name === undefined) {
    report({
      code: 'unknown-word',
      message: `There is no activation “${word}”.`,
      hint: `There are ${listed([...activationWords.keys()])}.`,
      expected: nearest(word, activationWords.keys()),
      span,
    });
    return undefined;
  }
  if (parameter === undefined) return name === 'leaky-relu' ? { name, slope: 0.01 } : { name };
  if (name === 'leaky-relu') return { name, slope: parameter.value };
  report({
    code: 'odd-number',
    message: `${word} takes no number.`,
    hint: 'Only leaky-relu does: its slope below 0.',
    span: parameter.span,
  });
  return undefined;
}
