import { controls, spoken } from '../live/controls.ts';
import { dressing } from '../live/dress.ts';
import { shown } from '../live/number.ts';
import { unpacked } from '../live/packed.ts';
import { proof } from '../live/proof.ts';
import { readout } from '../live/readout.ts';
import { revive } from '../live/revive.ts';
import { frameOf, type Knob, type State, startOf, trained, withValue } from '../live/state.ts';
import { patch } from './patch.ts';

type Painter = typeof import('./surface.ts').paintSurface;

const stepsPerFrame = 4;
/** Who wants less motion sees a frame in half a second. */
const calm = 500;
/** How long nothing must change before a screen reader is told of it. */
const quiet = 700;

/** Makes a built figure one that can be touched. Until it is, what was built stays as it is, node for node. */
export function enliven(host: HTMLElement): void {
  const model = unpacked(host.dataset.network ?? '');
  const network = revive(model);
  const marks = [...host.querySelectorAll<SVGElement>('svg [data-edge], svg [data-unit]')];
  const beside = host.querySelector('.network-readout');
  if (beside === null || host.querySelector('.network-controls') !== null) return;
  const appended = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties: Partial<HTMLElementTagNameMap[Name]>,
  ): HTMLElementTagNameMap[Name] =>
    host.appendChild(Object.assign(document.createElement(name), properties));
  const panel = appended('div', { className: 'network-controls' });
  const surface = model.plots.includes('decision')
    ? appended('canvas', {
        className: 'network-surface',
        width: 240,
        height: 240,
        role: 'img',
        ariaLabel: 'The answers to all inputs',
      })
    : undefined;
  const status = appended('p', { className: 'network-status', role: 'status' });

  let state = startOf(model);
  let running: number | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  let paint: Painter | undefined;

  /** Changes follow each other faster than a screen shows them: one frame shows them all. */
  const change = (next: State): void => {
    state = next;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show();
      clearTimeout(telling);
      if (running === undefined) telling = setTimeout(tell, quiet);
    });
  };

  function show(): void {
    const frame = frameOf(network, state);
    const dressOf = dressing(frame, state);
    for (const mark of marks) {
      const { edge, unit } = mark.dataset;
      const { isOff, isChosen, text } = dressOf({
        edge: edge === undefined ? undefined : Number(edge),
        unit: unit === undefined ? undefined : Number(unit),
        isNumber: mark.localName === 'text',
      });
      mark.toggleAttribute('data-off', isOff);
      mark.toggleAttribute('data-chosen', isChosen);
      if (text !== undefined && mark.textContent !== text) mark.textContent = text;
    }
    patch(beside as Element, readout(model, state, frame));
    patch(panel, [
      ...controls(model, state, frame, running !== undefined),
      proof(model, state, frame),
    ]);
    if (surface !== undefined) paint?.(surface, network, state);
  }

  function tell(): void {
    const { pass, gradients } = frameOf(network, state);
    const name = spoken(model.parameters[state.chosen]?.sign ?? model.error);
    const gradient = shown(gradients.parameters.get(state.chosen) ?? 0);
    status.textContent = `The error is ${shown(pass.loss)}; its slope by ${name} is ${gradient}.`;
  }

  function run(): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = (): void => {
      change(trained(network, state, still ? 30 * stepsPerFrame : stepsPerFrame));
      running = still ? window.setTimeout(next, calm) : requestAnimationFrame(next);
    };
    next();
  }

  function pause(): void {
    if (running === undefined) return;
    cancelAnimationFrame(running);
    clearTimeout(running);
    running = undefined;
  }

  const acts: Readonly<Record<string, () => void>> = {
    step: () => change(trained(network, state, 1)),
    run: () => {
      if (running === undefined) run();
      else pause();
      change(state);
    },
    reset: () => {
      pause();
      change({ ...startOf(model), chosen: state.chosen });
    },
  };

  host.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-act], [data-choose]');
    if (button?.dataset.act !== undefined) acts[button.dataset.act]?.();
    if (button?.dataset.choose !== undefined)
      change({ ...state, chosen: Number(button.dataset.choose) });
    const edge = target.closest<SVGElement>('svg [data-edge]')?.dataset.edge;
    const weight = network.edges[Number(edge)]?.weight;
    if (weight !== undefined && 'parameter' in weight)
      change({ ...state, chosen: weight.parameter });
  });

  host.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLSelectElement) change({ ...state, example: Number(target.value) });
    if (!(target instanceof HTMLInputElement) || target.value === '') return;
    const [kind, place] = (target.dataset.knob ?? '').split(':');
    const value = Number(target.value);
    if (kind !== undefined && Number.isFinite(value))
      change(withValue(state, { kind, place: Number(place) } as Knob, value));
  });

  show();
  // Few figures have a surface: what paints it is asked for by those.
  if (surface !== undefined)
    void import('./surface.ts').then(({ paintSurface }) => {
      paint = paintSurface;
      change(state);
    });
}
