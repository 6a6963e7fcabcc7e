import { Problem } from '@jacquard/flow';
import { applyRunEvents, type RunEvent, type RunView, type StepView, type TransientEvent } from '@jacquard/protocol';
import { create } from 'zustand';
import { watchRun } from '../live/socket.ts';
import { endPeek } from './editor-store.ts';
import { peekAtPastRun } from './peek-at-past-run.ts';
import { shownPath, useShownTurns } from './shown-turns.ts';

export interface RunState {
  /** The run that the canvas shows. Its maps are updated in place: select steps, never the maps. */
  readonly view: RunView | undefined;
  /** A past run that a person opened; the canvas says so. */
  readonly isPast: boolean;
  /** The file that the run was read from; undefined for a run of this server. */
  readonly file: string | undefined;
  /** Between the click and the first event. */
  readonly isStarting: boolean;
  /** Why the last run could not be started, or stands still. */
  readonly problem: unknown;
}

/** The slice of the page that is the run, fed by the one reducer. */
export const useRun = create<RunState>()(() => ({
  view: undefined,
  isPast: false,
  file: undefined,
  isStarting: false,
  problem: undefined,
}));

let stopWatching: (() => void) | undefined;
let waiting: (RunEvent | TransientEvent)[] = [];
let frame: number | undefined;

/** Milliseconds of a frame that applying events may take: the rest is the next frame's, so that the page stays fluent. */
const frameBudget = 8;
/** Events between two looks at the clock. */
const eventsAtOnce = 50;

/** Shows a run from its first event and follows it to its end. */
export function showRun(runId: string, isPast = false): void {
  leaveRun();
  useRun.setState({ view: undefined, isPast, problem: undefined });
  let seq = 0;
  stopWatching = watchRun(runId, {
    lastSeq: () => seq,
    events: (events) => {
      const fresh = events.filter((event) => event.seq > seq);
      seq = fresh.at(-1)?.seq ?? seq;
      if (fresh.some(({ type }) => type === 'run-resume')) useRun.setState({ problem: undefined });
      take(fresh);
      if (fresh.some(({ type }) => type === 'run-end')) stopWatching?.();
    },
    transient: take,
    refused: (problem) => useRun.setState({ isStarting: false, problem }),
    stalled: (problem) => useRun.setState({ problem }),
  });
}

/** Shows no run. */
export function leaveRun(): void {
  stopWatching?.();
  stopWatching = undefined;
  waiting = [];
  endPeek('run');
  useRun.setState({ view: undefined, isPast: false, file: undefined, isStarting: false, problem: undefined });
}

/** Shows a run that was read from a file, under an id that no run of this server has. */
export function showRunOfFile(view: RunView, file: string): void {
  leaveRun();
  useRun.setState({ view, isPast: true, file });
  peekAtPastRun(view);
}

/** The server is back: that a run could not be started without it needs no telling any more. */
export function forgetOutage(): void {
  useRun.setState(({ problem }) =>
    Problem.is(problem) && problem.code === 'server-unreachable' ? { problem: undefined } : {},
  );
}

/** Text comes faster than a screen draws: what came is applied once a frame, or soon where no frame is drawn. */
function take(events: readonly (RunEvent | TransientEvent)[]): void {
  for (const event of events) waiting.push(event);
  scheduleDraw();
}

function scheduleDraw(): void {
  if (frame !== undefined) return;
  const draw = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(fallback);
    frame = undefined;
    drawWaiting();
  };
  frame = requestAnimationFrame(draw);
  const fallback = setTimeout(draw, 250);
}

/** Applies what waits as far as a frame's time goes, as one change of the state. */
function drawWaiting(): void {
  const until = performance.now() + frameBudget;
  const before = useRun.getState().view;
  let view = before;
  let at = 0;
  do {
    const events = waiting.slice(at, at + eventsAtOnce);
    view = applyRunEvents(view, events);
    at += events.length;
  } while (at < waiting.length && performance.now() < until);
  waiting = waiting.slice(at);
  useRun.setState({ view, isStarting: false });
  if (useRun.getState().isPast && before?.flow === undefined && view?.flow) peekAtPastRun(view);
  if (waiting.length > 0) scheduleDraw();
}

/** The step of a node that is shown (its last, or that of a chosen turn), for the component that draws it alone. */
export function useNodeStep(node: string): StepView | undefined {
  const path = useShownTurns((shown) => shownPath(useRun.getState().view, node, shown));
  return useRun(({ view }) => view?.steps.get(shownPath(view, node, useShownTurns.getState()) ?? path ?? ''));
}

/** Whether a run is going on. */
export function useIsRunning(): boolean {
  return useRun(({ view, isStarting }) => isStarting || view?.status === 'running');
}
