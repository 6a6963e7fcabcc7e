import type { RunView, StepView } from '@jacquard/protocol';
import type { RunOrder } from './run-order.ts';
import { frameOwner, placesAround } from './step-path.ts';

/** A stretch of the critical path: one node at the top of the flow, with all that happened inside of it in a row. */
export interface CriticalStretch {
  /** The node, which is the path of its step, too. */
  readonly node: string;
  /** Milliseconds that its steps on the path took. */
  readonly time: number;
  /** Turns of it that lie on the path; 0 for what is no loop. */
  readonly turns: number;
}

/** The chain of steps that determined how long a run took: none of them could have begun earlier. */
export interface CriticalPath {
  /** Paths of steps, in the order in which they ran. */
  readonly steps: readonly string[];
  /** The same with the loops and turns around them. */
  readonly places: ReadonlySet<string>;
  readonly stretches: readonly CriticalStretch[];
  /** Milliseconds that the steps of the chain took, waits before another attempt included. */
  readonly time: number;
  /** Of the whole run, in milliseconds; the rest is what lies between steps. */
  readonly length: number;
}

/**
 * Walks from the step that ended last back to what let it start, and so on to the beginning (the critical path of project
 * planning, Kelley and Walker 1959, on what has happened). A loop is walked through its turns; what was skipped took no time and is
 * left out. Until `now` for a run that goes on. Undefined while no step has begun.
 */
export function findCriticalPath(view: RunView, order: RunOrder, now: number): CriticalPath | undefined {
  const end = lastStep(view, order, now);
  if (end === undefined || view.startedAt === undefined) return undefined;
  const chain: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = end.step; at !== undefined && !seen.has(at); at = order.letBy(at)) {
    seen.add(at);
    if (view.steps.get(at)?.status !== 'skipped') chain.push(at);
  }
  const steps = chain.toReversed();
  const timeOf = (path: string): number => stepTime(view, path, now);
  return {
    steps,
    places: placesOf(steps),
    stretches: stretchesOf(steps, timeOf),
    time: steps.reduce((sum, path) => sum + timeOf(path), 0),
    length: Math.max(0, (view.endedAt ?? now) - view.startedAt),
  };
}

/** The steps and all that stands around them. */
function placesOf(steps: readonly string[]): Set<string> {
  const places = new Set<string>();
  for (const path of steps) {
    places.add(path);
    for (const place of placesAround(path)) {
      if (places.has(place)) break;
      places.add(place);
    }
  }
  return places;
}

/** The step at the end of the chain: the one that failed the run, else the one that ended last, or has run longest of those that run. */
function lastStep(view: RunView, order: RunOrder, now: number): StepView | undefined {
  let found: StepView | undefined;
  for (const step of view.steps.values()) {
    if (order.lastInside(step.step) !== step.step || step.status === 'skipped') continue;
    if (view.status === 'failed' && step.status === 'failed' && found?.status !== 'failed') found = step;
    else if (
      found === undefined ||
      (isLater(step, found, now) && !(view.status === 'failed' && found.status === 'failed'))
    )
      found = step;
  }
  return found;
}

function isLater(step: StepView, than: StepView, now: number): boolean {
  const [end, known] = [step.endedAt ?? now, than.endedAt ?? now];
  if (end !== known) return end > known;
  return step.endedAt === undefined && (step.startedAt ?? 0) < (than.startedAt ?? 0);
}

function stepTime(view: RunView, path: string, now: number): number {
  const step = view.steps.get(path);
  const end = step?.endedAt ?? view.endedAt ?? now;
  return Math.max(0, end - (step?.startedAt ?? end));
}

function stretchesOf(steps: readonly string[], timeOf: (path: string) => number): CriticalStretch[] {
  const stretches: { path: string; time: number; turns: Set<string> }[] = [];
  for (const path of steps) {
    const cut = path.indexOf('/');
    const turn = cut < 0 ? undefined : path.slice(0, cut + 1);
    const top = turn === undefined ? path : (frameOwner(turn)?.scope ?? path);
    const last = stretches.at(-1);
    const stretch = last?.path === top ? last : { path: top, time: 0, turns: new Set<string>() };
    if (stretch !== last) stretches.push(stretch);
    stretch.time += timeOf(path);
    if (turn?.endsWith(']/')) stretch.turns.add(turn);
  }
  return stretches.map(({ path, time, turns }) => ({ node: path, time, turns: turns.size }));
}
