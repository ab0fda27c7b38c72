import type { Model } from '../live/model.ts';
import { shown } from '../live/number.ts';
import { proof } from '../live/proof.ts';
import { everyLine } from '../live/readout.ts';
import { type Frame, type Knob, knobValue, type State } from '../live/state.ts';
import { patch } from './patch.ts';

/** Which quantity a part of the controls belongs to. */
export function knobAt(part: Element): Knob | undefined {
  const row = part.closest<HTMLElement>('.network-row');
  if (row === null) return undefined;
  const [kind, place] = row.dataset.knob?.split(':') ?? [];
  return { kind, place: Number(place) } as Knob;
}

/** The controls as they were built, and what makes them those of a state: only what has changed is touched. */
export function panelOf(
  panel: HTMLElement,
  model: Model,
): (state: State, frame: Frame, isRunning: boolean) => void {
  const [near, far] = panel.querySelectorAll('.network-knobs');
  const rows = [...panel.querySelectorAll<HTMLElement>('.network-row')].map((row) => ({
    row,
    knob: knobAt(row) as Knob,
    inputs: row.querySelectorAll('input'),
    value: Number.NaN,
  }));
  const parameters = rows
    .filter(({ knob }) => knob.kind === 'parameter')
    .sort((a, b) => a.knob.place - b.knob.place);
  const [run, steps] = ['[data-act=run]', '.network-buttons span'].map(
    (part) => panel.querySelector(part) as Element,
  );
  let chosen = model.chosen;

  /** The chosen row near at hand, the others in their order, with the rate behind them. */
  const choose = (next: number): void => {
    const focused = document.activeElement;
    chosen = next;
    for (const { row, knob } of parameters) {
      const isChosen = knob.place === chosen;
      row.firstElementChild?.setAttribute('aria-pressed', String(isChosen));
      if (isChosen) near?.prepend(row);
      else far?.append(row);
    }
    far?.append(rows.at(-1)?.row ?? '');
    if (panel.contains(focused)) (focused as HTMLElement).focus();
  };

  return (state, frame, isRunning) => {
    if (state.chosen !== chosen) choose(state.chosen);
    for (const each of rows) {
      const value = knobValue(state, each.knob);
      if (value === each.value) continue;
      each.value = value;
      for (const input of each.inputs)
        if (input !== document.activeElement || input.type === 'range')
          input.value = String(Number(value.toFixed(4)));
    }
    for (const { row, knob } of parameters)
      write(
        row.lastElementChild,
        `slope ${shown(frame.gradients.parameters.get(knob.place) ?? 0)}`,
      );
    write(run, isRunning ? 'Pause' : 'Run');
    write(steps, state.steps > 0 ? `${state.steps} step${state.steps > 1 ? 's' : ''}` : '');
    const lines = panel.querySelector('.network-lines[open] div');
    if (lines) patch(lines, [everyLine(model, state, frame)]);
    patch(panel.querySelector('.network-proof') as Element, proof(model, state, frame));
  };
}

/** Text that is the same is laid out and painted again all the same, unless it is left alone. */
export function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
