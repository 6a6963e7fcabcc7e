import type { RunView, StepView } from '@jacquard/protocol';
import { frameOwner, parseStepPath, placesAround } from './step-path.ts';

/** One row of the timeline. Times in milliseconds since the run began. */
export interface TimelineRow {
  /** The step's path, or the frame of a turn. */
  readonly path: string;
  /** Undefined for a turn of a loop that holds several steps. */
  readonly step: StepView | undefined;
  /** The turn, from 0: of the row itself, or of the only step in it. */
  readonly turn: number | undefined;
  /** How many loops and sub-flows stand around it, turns counted. */
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  /** What lies inside: turns of a loop, else steps; 0 for a step that holds nothing. */
  readonly inside: number;
  /** Whether what lies inside is listed below. */
  readonly isOpen: boolean;
}

/** Loops with more turns than this are folded until a person unfolds them. */
const mostOpenTurns = 20;
/** Turns of several steps are listed open up to this many. */
const mostOpenFrames = 3;

/**
 * A run as rows, in the order in which steps began, loops with their turns below them. A turn that holds one step is that
 * step's row. `toggled` names the rows that a person folded or unfolded against the rule; `now` is the end of what runs.
 */
export function timelineRows(view: RunView, toggled: ReadonlySet<string>, now: number): readonly TimelineRow[] {
  const frames = stepsByFrame(view);
  const start = view.startedAt ?? now;
  const endOf = (step: StepView): number => step.endedAt ?? view.endedAt ?? now;
  const rows: TimelineRow[] = [];
  const times = (steps: readonly StepView[]): { from: number; to: number } => {
    const from = Math.min(...steps.map((step) => step.startedAt ?? endOf(step))) - start;
    return { from: Math.max(0, from), to: Math.max(0, from, Math.max(...steps.map(endOf)) - start) };
  };
  const addStep = (step: StepView, depth: number, turn: number | undefined): void => {
    const inner = frames.turns.get(step.step) ?? [];
    const isOpen = inner.length > 0 && toggled.has(step.step) === inner.length > mostOpenTurns;
    rows.push({ path: step.step, step, turn, depth, ...times([step]), inside: inner.length, isOpen });
    if (!isOpen) return;
    for (const frame of inner) addTurn(frame, depth + 1, inner.length);
  };
  const addTurn = (frame: string, depth: number, turns: number): void => {
    const steps = frames.steps.get(frame) ?? [];
    const turn = frameOwner(frame)?.turn;
    const [only] = steps;
    if (turn === undefined) return steps.forEach((step) => addStep(step, depth, undefined));
    if (steps.length === 1 && only) return addStep(only, depth, turn);
    const isOpen = toggled.has(frame) === turns > mostOpenFrames;
    rows.push({ path: frame, step: undefined, turn, depth, ...times(steps), inside: steps.length, isOpen });
    if (isOpen) for (const step of steps) addStep(step, depth + 1, undefined);
  };
  for (const step of frames.steps.get('') ?? []) addStep(step, 0, undefined);
  return rows;
}

/** The row that stands for a step: its own, or the folded one around it. `rows`: row numbers by path. */
export function rowOfStep(rows: ReadonlyMap<string, number>, path: string): number | undefined {
  const own = rows.get(path);
  if (own !== undefined) return own;
  for (const place of placesAround(path)) {
    const found = rows.get(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepsByFrame(view: RunView): {
  readonly steps: ReadonlyMap<string, readonly StepView[]>;
  readonly turns: ReadonlyMap<string, readonly string[]>;
} {
  const steps = new Map<string, StepView[]>();
  const turns = new Map<string, string[]>();
  for (const step of view.steps.values()) {
    const { frame } = parseStepPath(step.step);
    const known = steps.get(frame);
    if (known) {
      known.push(step);
      continue;
    }
    steps.set(frame, [step]);
    const owner = frameOwner(frame);
    if (owner === undefined) continue;
    const frames = turns.get(owner.scope);
    if (frames) frames.push(frame);
    else turns.set(owner.scope, [frame]);
  }
  for (const frames of turns.values()) frames.sort((a, b) => (frameOwner(a)?.turn ?? 0) - (frameOwner(b)?.turn ?? 0));
  return { steps, turns };
}
