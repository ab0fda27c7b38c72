import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import { spell } from '../syntax/name.ts';
import { checkConstants } from './constants.ts';
import { type Lookup, lookup } from './lookup.ts';
import type { Network } from './network.ts';
import { printed } from './printed.ts';
import type { Report } from './report.ts';
import { targetNames } from './symbols.ts';

/** Reports every name that would mean two things, typed or printed: unit, weight, bias, target or loss. */
export function checkNames(network: Network, typed: Lookup, report: Report): void {
  const shown = printed(network);
  checkConstants(shown, report);
  const { units, parameters, notation } = shown;
  const names = shown === network ? typed : lookup(units, parameters);
  const clash = (name: string, before: string, what: string, hint: string, span: Span): void => {
    const message = `${name} would be both ${before} and ${what}.`;
    report({ code: 'double-name', message, hint, span });
  };
  const otherLoss = 'Choose another letter, or write notation loss C.';
  const otherTarget = 'Choose another letter, or write notation target d.';
  const otherName = 'Choose another letter for one of them.';

  for (const { id, name, span } of units) {
    const key = spell(name);
    if (certain(names.units.get(key)).id !== id)
      clash(key, 'a unit', 'another unit', otherName, span);
    const own = spell(certain(network.units[id]).name);
    const namesake = own === key ? undefined : typed.parameters.get(own);
    if (namesake) clash(own, 'a unit', `a ${namesake.kind}`, otherName, namesake.span);
    if (key === notation.loss) clash(key, 'the loss', 'a unit', otherLoss, span);
    const parameter = names.parameters.get(key);
    if (parameter) clash(key, 'a unit', `a ${parameter.kind}`, otherName, parameter.span);
  }
  const loss = names.parameters.get(notation.loss);
  if (loss) clash(notation.loss, 'the loss', `a ${loss.kind}`, otherLoss, loss.span);
  // The lookup keeps one of each name: where it is smaller, a bias has a weight's name.
  if (names.parameters.size < parameters.length) {
    const biases = new Map(
      parameters.filter(({ kind }) => kind === 'bias').map((bias) => [spell(bias.name), bias]),
    );
    for (const { kind, name } of parameters) {
      const bias = kind === 'weight' ? biases.get(spell(name)) : undefined;
      if (bias) clash(spell(name), 'a weight', 'a bias', otherName, bias.span);
    }
  }
  for (const [output, name] of targetNames(shown)) {
    const key = spell(name);
    const parameter = names.parameters.get(key);
    const holder = names.units.get(key) ?? parameter ?? units[output];
    const before =
      key === notation.loss
        ? 'the loss'
        : names.units.has(key)
          ? 'a unit'
          : parameter && `a ${parameter.kind}`;
    if (before && holder) clash(key, before, 'a target', otherTarget, holder.span);
  }
}
