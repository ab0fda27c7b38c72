/** What one repaint took of the main thread, in milliseconds of processor time: all of it, and its parts. */
export interface Repaint {
  readonly all: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly paint: number;
}

/** An event of Chromium's trace that lasts; times in microseconds. */
interface Span {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of it, how long the thread had the processor. */
  readonly tdur?: number;
}

const parts: Readonly<Record<string, Exclude<keyof Repaint, 'all'>>> = {
  EventDispatch: 'script',
  FireAnimationFrame: 'script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
};

/** The tasks of a trace in which a frame was made: input, animation callbacks, style, layout and paint follow there. */
export function repaints(events: readonly Span[]): readonly Repaint[] {
  const callbacks = events.filter(({ name }) => name === 'FireAnimationFrame');
  const [{ pid, tid } = {}] = callbacks;
  // A trace has hundreds of thousands of events, and few of them on the page's own thread.
  const lasting = events.filter(
    (event) => event.pid === pid && event.tid === tid && event.dur !== undefined,
  );
  const known = lasting.filter(({ name }) => name in parts);
  const made = lasting.filter(
    (task) => task.name.endsWith('RunTask') && callbacks.some((each) => isWithin(each, task)),
  );
  return made.map((task) => {
    const inside = known.filter((event) => isWithin(event, task));
    // An event may be raised within another: only the outer one counts.
    const outer = inside.filter(
      (event) => !inside.some((other) => other !== event && isWithin(event, other)),
    );
    const sum = (part: string): number =>
      milliseconds(outer.filter(({ name }) => parts[name] === part));
    return {
      all: milliseconds([task]),
      script: sum('script'),
      style: sum('style'),
      layout: sum('layout'),
      paint: sum('paint'),
    };
  });
}

const milliseconds = (events: readonly Span[]): number =>
  events.reduce((sum, { tdur = Number.NaN }) => sum + tdur, 0) / 1000;

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
