import type { RunView, StepView } from '@jacquard/protocol';
import { create } from 'zustand';

/** The turns of loops that a person has chosen to look at, of one run: by the loop's id, from 0. Without one: the last. */
export interface ShownTurns {
  readonly runId: string | undefined;
  readonly turns: Readonly<Record<string, number>>;
}

export const useShownTurns = create<ShownTurns>()(() => ({ runId: undefined, turns: {} }));

/** Shows a turn of a loop, from 0; undefined follows the run to the last one. */
export function showTurn(runId: string, scope: string, turn: number | undefined): void {
  useShownTurns.setState((shown) => {
    const { [scope]: _before, ...others } = shown.runId === runId ? shown.turns : {};
    return { runId, turns: turn === undefined ? others : { ...others, [scope]: turn } };
  });
}

/** The turn that was chosen of a loop in this run. */
export function chosenTurn({ runId, turns }: ShownTurns, run: string | undefined, scope: string): number | undefined {
  return run !== undefined && runId === run && Object.hasOwn(turns, scope) ? turns[scope] : undefined;
}

/**
 * The path of a node's step to show: its last one, or in loops of which a turn was chosen the one of that turn. Inside of
 * such a turn an inner loop shows its own chosen turn, as far as it got there, or its last.
 */
export function shownPath(view: RunView | undefined, node: string, shown: ShownTurns): string | undefined {
  const latest = view?.latest.get(node);
  if (!view || latest === undefined || shown.runId !== view.runId || !latest.includes('[')) return latest;
  let path = '';
  let isElsewhere = false;
  for (const [, before = '', name = '', index] of latest.matchAll(turnPattern)) {
    path += before + name;
    if (index === undefined) continue;
    const chosen = chosenTurn(shown, view.runId, name);
    const count = turnsAt(view, path);
    const turn = Math.min(chosen ?? (isElsewhere ? count - 1 : Number(index)), count - 1);
    isElsewhere ||= turn !== Number(index);
    path += `[${turn}]`;
  }
  return path;
}

/** `each[3]/again[0]/write`: the slash before a name, the name, and the turn in it. */
const turnPattern = /(^|\/)([^/[]+)(?:\[(\d+)\])?/g;

/** The step of a node that is shown at the moment. */
export function shownStep(view: RunView | undefined, node: string): StepView | undefined {
  const path = shownPath(view, node, useShownTurns.getState());
  return path === undefined ? undefined : view?.steps.get(path);
}

/** How many turns of a loop have begun, where its step stands at `path`: `each`, or `each[2]/again`. */
export function turnsAt({ steps }: RunView, path: string): number {
  const known = turnCounts.get(steps) ?? { counts: new Map<string, number>(), paths: steps.keys(), seen: 0 };
  turnCounts.set(steps, known);
  for (; known.seen < steps.size; known.seen += 1) countTurns(known.counts, known.paths.next().value ?? '');
  return known.counts.get(path) ?? 0;
}

interface TurnCounts {
  readonly counts: Map<string, number>;
  /** Goes on where it stopped: it is never asked for more than there is, and the steps of a run only become more. */
  readonly paths: MapIterator<string>;
  seen: number;
}

const turnCounts = new WeakMap<RunView['steps'], TurnCounts>();

function countTurns(counts: Map<string, number>, path: string): void {
  for (const { index, 1: turn } of path.matchAll(/\[(\d+)\]/g)) {
    const loop = path.slice(0, index);
    counts.set(loop, Math.max(counts.get(loop) ?? 0, Number(turn) + 1));
  }
}
