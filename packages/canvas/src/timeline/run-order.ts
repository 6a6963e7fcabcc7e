import type { RunView, StepView } from '@jacquard/protocol';
import { createSourcesOfSteps } from './sources-of-steps.ts';
import { frameOwner, parseStepPath } from './step-path.ts';
import { turnBefore, turnsOfScopes } from './turns-of-scopes.ts';

/** What waited for what in a run, by the paths of steps. */
export interface RunOrder {
  /** The step whose end let this one start; undefined where nothing but the run's beginning did. */
  letBy(path: string): string | undefined;
  /** All steps that it read, the one that ended last first. */
  waitedFor(path: string): readonly string[];
  /** The steps that its end let start. */
  letStart(path: string): readonly string[];
  /** The step inside that ended last; itself where it holds none. */
  lastInside(path: string): string;
}

/**
 * Finds out from a run's times and its flow what each step waited for. A step starts the moment its last source has ended;
 * the first ones of a loop's turn start with the loop, or, beyond its concurrency, when an earlier turn has ended. `now` is the
 * end of what still runs. Linear in the steps, but for a sort of each loop's turns.
 */
export function findRunOrder(view: RunView, now: number): RunOrder {
  const sourcesOf = createSourcesOfSteps(view);
  const endOf = (step: StepView | undefined): number => step?.endedAt ?? view.endedAt ?? now;
  const scopes = turnsOfScopes(view, endOf);
  const entries = new Map<string, string | undefined>();
  const lastInside = (path: string): string => {
    const last = scopes.get(path)?.byEnd.at(-1)?.last;
    return last === undefined ? path : lastInside(last.step);
  };
  const waitedFor = (path: string): readonly string[] => {
    const sources = sourcesOf(path);
    if (sources.length < 2) return sources;
    return sources.sort((a, b) => endOf(view.steps.get(b)) - endOf(view.steps.get(a)));
  };
  const causes = new Map<string, string | undefined>();
  const letBy = (path: string): string | undefined => {
    if (!causes.has(path)) causes.set(path, findCause(path));
    return causes.get(path);
  };
  const findCause = (path: string): string | undefined => {
    const [last] = waitedFor(path);
    if (last !== undefined) return lastInside(last);
    const { frame } = parseStepPath(path);
    if (!entries.has(frame)) entries.set(frame, entryOf(frame));
    return entries.get(frame);
  };
  const entryOf = (frame: string): string | undefined => {
    const owner = frameOwner(frame);
    const turns = owner && scopes.get(owner.scope);
    if (owner === undefined || turns === undefined) return undefined;
    const freedBy = turnBefore(turns, frame, concurrencyOf(view.steps.get(owner.scope)));
    return freedBy ? lastInside(freedBy.last.step) : letBy(owner.scope);
  };
  let dependants: ReturnType<typeof groupByCause> | undefined;
  const letStart = (path: string): readonly string[] => {
    dependants ??= groupByCause(view.steps.keys(), letBy);
    return dependants.get(path) ?? [];
  };
  return { letBy, waitedFor, letStart, lastInside };
}

function groupByCause(
  paths: Iterable<string>,
  letBy: (path: string) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const cause = letBy(path);
    if (cause === undefined) continue;
    const group = groups.get(cause);
    if (group) group.push(path);
    else groups.set(cause, [path]);
  }
  return groups;
}

/** Turns at once: what the loop was given; one where it says nothing, as in `repeat-until`. */
function concurrencyOf(scope: StepView | undefined): number {
  const given = scope?.inputs?.['concurrency'];
  return typeof given === 'number' && given >= 1 ? Math.floor(given) : 1;
}
