import { certain } from '../certain.ts';
import type { AssignmentStatement } from '../syntax/document.ts';
import type { Example, UnitId } from './network.ts';
import { count, type Report } from './report.ts';

/** The values of one unit, one an example, and where they were given. */
export interface Given {
  readonly column: readonly number[];
  readonly statement: AssignmentStatement;
}

type Columns = ReadonlyMap<UnitId, Given>;

/** The examples with columns replaced by those that were given; all columns must have one length. */
export function withColumns(
  before: readonly Example[],
  given: { readonly inputs: Columns; readonly targets: Columns },
  report: Report,
): readonly Example[] {
  const columns = [...given.inputs.values(), ...given.targets.values()];
  const [first] = columns;
  if (first === undefined) return before;
  const rest = before.some(
    ({ inputs, targets }) =>
      [...inputs.keys()].some((unit) => !given.inputs.has(unit)) ||
      [...targets.keys()].some((unit) => !given.targets.has(unit)),
  );
  const size = rest ? before.length : first.column.length;
  const other = columns.find(({ column }) => column.length !== size);
  if (other !== undefined) {
    const { column, statement } = other;
    const message = `Here ${column.length === 1 ? 'is' : 'are'} ${count(column.length, 'example')}, elsewhere ${size}.`;
    const hint = 'Inputs and targets have one row an example, so give each as many rows.';
    report({ code: 'unequal-examples', message, hint, span: statement.span });
    return before;
  }
  return Array.from({ length: size }, (_, place) => ({
    inputs: row(before[place]?.inputs, given.inputs, place),
    targets: row(before[place]?.targets, given.targets, place),
  }));
}

function row(
  before: ReadonlyMap<UnitId, number> | undefined,
  columns: Columns,
  place: number,
): ReadonlyMap<UnitId, number> {
  const values = [...columns].map(([unit, { column }]) => [unit, certain(column[place])] as const);
  return new Map([...(before ?? []), ...values]);
}
