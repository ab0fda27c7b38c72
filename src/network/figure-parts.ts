import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import { spell } from '../syntax/name.ts';
import { type Clauses, namesIn, numbersIn } from './clauses.ts';
import { isDiagnostic, type Lookup, unitsNamed } from './lookup.ts';
import type { Network, UnitId } from './network.ts';
import { countPathsOf } from './paths-of.ts';
import { count, listed, type Report } from './report.ts';
import type { FigureRequest, Quantity } from './request.ts';

/** `to y_1` and `path 2`: what confines the parts that `focus` and `only` name. */
export function confined(
  clauses: Clauses,
  quantities: readonly Quantity[],
  network: Network,
  names: Lookup,
  report: Report,
): Pick<FigureRequest, 'to' | 'paths'> {
  for (const keyword of ['to', 'path']) {
    const clause = clauses.get(keyword);
    if (clause === undefined || clauses.has('focus') || clauses.has('only')) continue;
    const message = `“${keyword}” stands here without a focus.`;
    const hint = 'Write figure focus w_1, and behind it “to y_1” or “path 2”.';
    report({ code: 'no-focus', message, hint, span: clause.span });
  }
  const to = outputsIn(clauses, network, names, report);
  const paths = numbersIn(clauses.get('path'), limits.pathNumber, report);
  for (const quantity of quantities) {
    const total = countPathsOf(network, quantity, to.length > 0 ? to : network.outputs);
    const missing = paths.find((number) => BigInt(number) > total);
    if (missing === undefined) continue;
    const message = `There is no path ${missing}: ${total === 1n ? 'one leads' : `${total} lead`} there.`;
    const hint = total === 0n ? 'Name a weight from which one leads.' : pathHint(total);
    report({ code: 'no-such-path', message, hint, span: certain(clauses.get('path')).span });
    break;
  }
  return { to, paths };
}

const pathHint = (total: bigint): string =>
  total === 1n ? 'Write path 1.' : `Paths are numbered 1 to ${total}.`;

function outputsIn(
  clauses: Clauses,
  network: Network,
  names: Lookup,
  report: Report,
): readonly UnitId[] {
  return namesIn(clauses.get('to'), report).flatMap((node) => {
    const units = unitsNamed(names, node);
    if (isDiagnostic(units)) {
      report(units);
      return [];
    }
    if (units.every((unit) => network.outputs.includes(unit))) return units;
    const outputs = network.outputs.map((id) => certain(network.units[id]));
    const message = `${spell(node)} is no output.`;
    const hint = `The network has ${count(outputs.length, 'output')}: ${listed(outputs.map(({ name }) => spell(name)))}.`;
    report({ code: 'no-output', message, hint, span: node.span });
    return [];
  });
}
