import type { Span } from '../diagnostic.ts';
import { spell } from '../syntax/name.ts';
import type { Network } from './network.ts';
import type { Report } from './report.ts';
import { targetName } from './symbols.ts';

/** Reports every name that would mean two things: unit, weight, bias, target or loss. */
export function checkNames(network: Network, report: Report): void {
  const taken = new Map<string, string>([[network.notation.loss, 'the loss']]);
  const take = (name: string, what: string, span: Span, hint: string): void => {
    const before = taken.get(name);
    if (before === undefined) taken.set(name, what);
    else
      report({
        code: 'double-name',
        message: `${name} would be both ${before} and ${what}.`,
        hint,
        span,
      });
  };
  for (const unit of network.units) {
    take(spell(unit.name), 'a unit', unit.span, 'Choose another letter, or write notation loss C.');
  }
  for (const parameter of network.parameters) {
    take(
      spell(parameter.name),
      `a ${parameter.kind}`,
      parameter.span,
      'Choose another letter for one of them.',
    );
  }
  for (const output of network.outputs) {
    const span = network.units[output]?.span ?? { start: 0, end: 0 };
    take(
      spell(targetName(network, output)),
      'a target',
      span,
      'Write notation target d, for example.',
    );
  }
}
