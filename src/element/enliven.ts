import { dressing } from '../live/dress.ts';
import { spoken } from '../live/formula.ts';
import { shown } from '../live/number.ts';
import { unpacked } from '../live/packed.ts';
import { readout } from '../live/readout.ts';
import { revive } from '../live/revive.ts';
import { frameOf, type State, startOf, trained, withValue } from '../live/state.ts';
import { knobAt, panelOf, write } from './panel.ts';
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
  const beside = host.querySelector('.network-readout');
  const panel = host.querySelector<HTMLElement>('.network-controls');
  if (!beside || !panel?.hidden) return;
  panel.hidden = false;
  const marks = [...host.querySelectorAll<SVGElement>('svg [data-edge], svg [data-unit]')].map(
    (mark) => {
      const { edge, unit } = mark.dataset;
      return { mark, edge: edge === undefined ? edge : Number(edge), unit: Number(unit) };
    },
  );
  const update = panelOf(panel, model);
  const appended = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties: Partial<HTMLElementTagNameMap[Name]>,
  ): HTMLElementTagNameMap[Name] =>
    host.appendChild(Object.assign(document.createElement(name), properties));
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
    for (const { mark, edge, unit } of marks) {
      const { isOff, isChosen, text } = dressOf({
        edge,
        unit,
        isNumber: mark.localName === 'text',
      });
      mark.toggleAttribute('data-off', isOff);
      mark.toggleAttribute('data-chosen', isChosen);
      if (text !== undefined) write(mark, text);
    }
    patch(beside as Element, readout(model, state, frame));
    update(state, frame, running !== undefined);
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
    const button = target.closest('button');
    acts[button?.dataset.act ?? '']?.();
    const knob = button && knobAt(button);
    if (knob) change({ ...state, chosen: knob.place });
    const edge = target.closest<SVGElement>('svg [data-edge]')?.dataset.edge;
    const weight = network.edges[Number(edge)]?.weight;
    if (weight !== undefined && 'parameter' in weight)
      change({ ...state, chosen: weight.parameter });
  });

  host.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLSelectElement) change({ ...state, example: Number(target.value) });
    if (!(target instanceof HTMLInputElement) || target.value === '') return;
    const knob = knobAt(target);
    const value = Number(target.value);
    if (knob && Number.isFinite(value)) change(withValue(state, knob, value));
  });

  // A fold that is opened has to be filled; the event doesn't bubble.
  host.addEventListener('toggle', () => change(state), true);
  show();
  // Few figures have a surface: what paints it is asked for by those.
  if (surface !== undefined)
    void import('./surface.ts').then((surface) => {
      paint = surface.paintSurface;
      change(state);
    });
}
