import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { instantiate } from '../network/template.ts';
import { type Column, hiddenUnits } from './columns.ts';
import type { LabelText, View } from './view.ts';

/** What stands beside the figure, and at which place from layer to layer. */
export interface CaptionText {
  readonly x: number;
  readonly text: LabelText;
}

/** “layer i” over each column, and over each gap the weights in the letters of its two layers. */
export function captions(
  network: Network,
  columns: readonly Column[],
  letters: View['captions'],
): readonly CaptionText[] {
  if (letters === undefined) return [];
  const layers = columns.flatMap(({ x, layer }): readonly CaptionText[] => {
    if (layer.units.length === 0) return [];
    const letter = {
      kind: 'name',
      name: { letter: certain(letters[layer.index]), superscript: '', subscript: '' },
    } as const;
    return [{ x, text: [{ kind: 'text', text: 'layer ' }, letter] }];
  });
  const gaps = columns.flatMap(({ x, layer, skipped }, place): readonly CaptionText[] => {
    const template = network.templates[layer.index];
    const before = columns[place - 1];
    if (template === undefined || before === undefined || skipped > 0) return [];
    const j = certain(letters[layer.index]);
    const i = certain(letters[layer.index - 1]);
    return [
      {
        x: (before.x + x) / 2,
        text: [{ kind: 'name', name: instantiate(template, { l: layer.index, j, i }) }],
      },
    ];
  });
  return [...layers, ...gaps];
}

/** Over each gap the matrix of its weights, W^l, where there are too many for labels of their own. */
export function matrices(network: Network, columns: readonly Column[]): readonly CaptionText[] {
  return columns.flatMap(({ x, layer, skipped }, place): readonly CaptionText[] => {
    const template = network.templates[layer.index];
    const before = columns[place - 1];
    if (template === undefined || before === undefined || skipped > 0) return [];
    const { superscript } = instantiate(template, { l: layer.index });
    const letter = /^[a-z]$/.test(template.letter)
      ? template.letter.toUpperCase()
      : template.letter;
    return [
      {
        x: (before.x + x) / 2,
        text: [{ kind: 'name', name: { letter, superscript, subscript: '' } }],
      },
    ];
  });
}

/** For what only dots stand for: how many units a layer has, and how many layers are left out. */
export function counts(columns: readonly Column[]): readonly CaptionText[] {
  const text = (count: number, noun: string): LabelText => [
    { kind: 'text', text: `${count} ${noun}${count === 1 ? '' : 's'}` },
  ];
  return columns.flatMap((column, place): readonly CaptionText[] => {
    const { x, layer, skipped } = column;
    const before = columns[place - 1];
    return [
      ...(skipped > 0 && before ? [{ x: (before.x + x) / 2, text: text(skipped, 'layer') }] : []),
      ...(hiddenUnits(column) > 0 ? [{ x, text: text(layer.units.length, 'unit') }] : []),
    ];
  });
}
