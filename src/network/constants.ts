import { spell } from '../syntax/name.ts';
import type { ActivationName, Network } from './network.ts';
import type { Report } from './report.ts';

/** The letters that equations write for something of their own, where the network gives them cause to. */
function constants({ rate, loss, units }: Network): ReadonlyMap<string, string> {
  const has = (name: ActivationName): boolean =>
    units.some(({ activation }) => activation.name === name);
  return new Map([
    ...(rate === undefined ? [] : [['eta', 'the learning rate'] as const]),
    ...(loss.decay === undefined ? [] : [['lambda', 'the strength of the weight decay'] as const]),
    ...(has('softmax') ? [['e', 'the base of the exponentials'] as const] : []),
    ...(has('sigmoid') ? [['sigma', 'the sigmoid'] as const] : []),
  ]);
}

/** Reports every unit, weight or bias that would be printed like a constant of the equations. */
export function checkConstants(network: Network, report: Report): void {
  const taken = constants(network);
  if (taken.size === 0) return;
  const named = [
    ...network.units.map(({ name, span }) => ({ name, span, kind: 'unit' })),
    ...network.parameters,
  ];
  for (const { name, span, kind } of named) {
    const meaning = taken.get(spell(name));
    if (meaning === undefined) continue;
    report({
      code: 'double-name',
      message: `${spell(name)} would be both ${meaning} and a ${kind}.`,
      hint: `Choose another letter for the ${kind}, or give it an index.`,
      span,
    });
  }
}
