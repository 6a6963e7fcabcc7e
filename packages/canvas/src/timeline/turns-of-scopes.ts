import type { RunView, StepView } from '@jacquard/protocol';
import { frameOwner, parseStepPath } from './step-path.ts';

/** When a turn of a loop began and ended, and the step in it that ended last. A sub-flow has one turn, without a number. */
export interface TurnTimes {
  readonly frame: string;
  readonly turn: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly last: StepView;
}

/** The turns of one scope. */
export interface ScopeTurns {
  readonly byFrame: ReadonlyMap<string, TurnTimes>;
  /** In the order in which they ended; of one moment, by number. */
  readonly byEnd: readonly TurnTimes[];
}

/** The turns of each scope of a run, by the scope's path. `endOf` gives the end of a step, now for one that runs. */
export function turnsOfScopes(
  view: Pick<RunView, 'steps'>,
  endOf: (step: StepView) => number,
): ReadonlyMap<string, ScopeTurns> {
  const scopes = new Map<string, Map<string, TurnTimes>>();
  for (const step of view.steps.values()) {
    const { frame } = parseStepPath(step.step);
    const owner = frameOwner(frame);
    if (owner === undefined) continue;
    const frames = scopes.get(owner.scope) ?? new Map<string, TurnTimes>();
    scopes.set(owner.scope, frames);
    const end = endOf(step);
    const start = step.startedAt ?? end;
    const known = frames.get(frame);
    frames.set(frame, {
      frame,
      turn: owner.turn,
      start: Math.min(start, known?.start ?? start),
      end: Math.max(end, known?.end ?? end),
      last: known && known.end > end ? known.last : step,
    });
  }
  return new Map(
    [...scopes].map(([scope, byFrame]) => [
      scope,
      { byFrame, byEnd: [...byFrame.values()].toSorted((a, b) => a.end - b.end || (a.turn ?? 0) - (b.turn ?? 0)) },
    ]),
  );
}

/** The turn whose end made room for this one; undefined for those that began with the loop. */
export function turnBefore({ byFrame, byEnd }: ScopeTurns, frame: string, concurrency: number): TurnTimes | undefined {
  const here = byFrame.get(frame);
  if (here?.turn === undefined || here.turn < concurrency) return undefined;
  let [low, high] = [0, byEnd.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = byEnd[middle];
    const isBefore = other && (other.end < here.start || (other.end === here.start && (other.turn ?? 0) < here.turn));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return byEnd[low - 1];
}
