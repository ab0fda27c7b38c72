import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Document, LossStatement, Statement } from '../syntax/document.ts';
import { nearest } from '../syntax/nearest.ts';
import { activations } from './activations.ts';
import { connect, skeleton } from './assemble.ts';
import { biases } from './biases.ts';
import { checkNames } from './clashes.ts';
import { lookup } from './lookup.ts';
import type { LossName, Network } from './network.ts';
import { notation, standardNotation } from './notation.ts';
import { layersOf } from './order.ts';
import { listed, type Report } from './report.ts';
import type { Request } from './request.ts';
import { plainFigure, request } from './requests.ts';
import { structure } from './structure.ts';
import { withValues } from './values.ts';
import { weightTemplates } from './weights.ts';

export interface Resolved {
  /** Absent where the block describes none that can be understood. */
  readonly network?: Network;
  readonly requests: readonly Request[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the statements of a block mean: the network, and what is asked of it.
 *
 * @param base the network that the block continues; the block may then set values, rate and notation for
 *   itself and ask, but not define
 */
export function resolve(document: Document, base?: Network): Resolved {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const statements = document.statements;
  const defined = base === undefined ? define(statements, report) : keep(base, statements, report);
  if (defined === undefined) return { requests: [], diagnostics };
  const names = lookup(defined);
  const network = withValues(defined, of(statements, 'assignment'), names, report);
  const asked = ['figure', 'forward', 'derive', 'live'] as const;
  const requests = statements
    .filter((statement) => asked.some((kind) => kind === statement.kind))
    .flatMap((statement) =>
      isRequest(statement) ? [request(statement, network, names, report)] : [],
    )
    .filter((made) => made !== undefined);
  const silent = base === undefined && !statements.some(isRequest);
  return { network, requests: silent ? [plainFigure(whole(statements))] : requests, diagnostics };
}

/** A network from its definitions, as a recipe. */
function define(statements: readonly Statement[], report: Report): Network | undefined {
  const chains = of(statements, 'chain');
  if (chains.length === 0) {
    const message = 'This block describes no network.';
    const hint =
      'Begin with a chain such as x[2] -> h[2] -> y[2], or give the block the name of a network above.';
    report({ code: 'no-network', message, hint, span: whole(statements) });
    return undefined;
  }
  const drawn = structure(chains, report);
  if (drawn.wires.length === 0) return undefined;
  const layerOf = layersOf(drawn, report);
  if (layerOf === undefined) return undefined;
  const bones = skeleton(drawn, layerOf);
  const names = lookup({ ...bones, parameters: [] });
  const layerByName = new Map([...names.layers].map(([name, layer]) => [name, layer.index]));
  const wanted = weightTemplates(
    of(statements, 'weights'),
    bones.layers.length,
    layerByName,
    report,
  );
  const { edges, weights, templated } = connect(bones, wanted, report);
  const offsets = biases(of(statements, 'bias'), bones.units, names, weights.length, report);
  const active = activations(of(statements, 'activation'), bones.units, names, report);
  const biasOf = new Map(
    offsets.flatMap((bias) => bias.units.map((unit) => [unit, bias.id] as const)),
  );
  const units = bones.units.map((unit) => {
    const bias = biasOf.get(unit.id);
    return {
      ...unit,
      activation: active.get(unit.id) ?? unit.activation,
      ...(bias !== undefined && { bias }),
    };
  });
  const rate = of(statements, 'rate').at(-1)?.rate.value;
  const network: Network = {
    layers: bones.layers,
    units,
    edges,
    parameters: [...weights, ...offsets],
    inputs: units.filter((unit) => unit.incoming.length === 0).map((unit) => unit.id),
    outputs: units.filter((unit) => unit.outgoing.length === 0).map((unit) => unit.id),
    loss: loss(of(statements, 'loss'), report),
    templates: templated,
    examples: [],
    notation: notation(of(statements, 'notation'), standardNotation, report),
    ...(rate !== undefined && { rate }),
  };
  checkNames(network, report);
  return network;
}

/** A network that was defined above, with what a later block may set for itself. */
function keep(base: Network, statements: readonly Statement[], report: Report): Network {
  const definitions = ['chain', 'weights', 'bias', 'activation', 'loss'];
  for (const statement of statements.filter((each) => definitions.includes(each.kind))) {
    const message = 'This network was defined in a block above.';
    const hint =
      'Move the line there, or give this block another name. Here can stand requests, values, rate and notation.';
    report({ code: 'already-defined', message, hint, span: statement.span });
  }
  const rate = of(statements, 'rate').at(-1)?.rate.value ?? base.rate;
  const written = notation(of(statements, 'notation'), base.notation, report);
  return { ...base, notation: written, ...(rate !== undefined && { rate }) };
}

const losses: ReadonlyMap<string, LossName> = new Map([
  ['squared', 'squared'],
  ['mean-squared', 'mean-squared'],
  ['binary-cross-entropy', 'binary-cross-entropy'],
  ['cross-entropy', 'cross-entropy'],
]);

function loss(statements: readonly LossStatement[], report: Report): Network['loss'] {
  const last = statements.at(-1);
  if (last === undefined) return { name: 'squared' };
  const name = losses.get(last.loss.word);
  if (name === undefined) {
    const message = `There is no loss “${last.loss.word}”.`;
    const expected = nearest(last.loss.word, losses.keys());
    report({
      code: 'unknown-word',
      message,
      hint: `There are ${listed([...losses.keys()])}.`,
      expected,
      span: last.loss.span,
    });
  }
  return { name: name ?? 'squared', ...(last.decay && { decay: last.decay.value }) };
}

function of<Kind extends Statement['kind']>(statements: readonly Statement[], kind: Kind) {
  return statements.filter(
    (statement): statement is Extract<Statement, { kind: Kind }> => statement.kind === kind,
  );
}

const isRequest = (
  statement: Statement,
): statement is Extract<Statement, { clauses: unknown; keyword: unknown }> =>
  'clauses' in statement && 'keyword' in statement;

function whole(statements: readonly Statement[]): Span {
  return { start: statements[0]?.span.start ?? 0, end: statements.at(-1)?.span.end ?? 0 };
}
