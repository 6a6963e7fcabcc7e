import type { ModelWait } from '@jacquard/flow';
import type { StepProgress } from '@jacquard/protocol';
import type { OpenModelCall } from './open-model-call.ts';
import type { Run } from './run.ts';
import type { StepRun } from './step-run.ts';

/** What the calls of a step wait for. */
export interface StepWaits {
  readonly ofCalls: Map<OpenModelCall, ModelWait>;
  /** What was told last; undefined for nothing. */
  told: ModelWait | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** A wait is told so long after it began, in milliseconds, and no more often: most are over before. */
const pause = 400;

/** The further a call has come, the more it says of the step: one that writes counts before one that waits for its turn. */
const ranks = { answer: 0, model: 1, turn: 2, prompt: 3, end: 4 } as const;

/** What a call waits for has changed; undefined once it has ended. */
export function noteWait(run: Run, step: StepRun, call: OpenModelCall, wait: ModelWait | undefined): void {
  if (step.isOver || call.attempt !== step.attempt || call.hasEnded) return;
  const waits = (step.waits ??= { ofCalls: new Map(), told: undefined, timer: undefined });
  if (wait === undefined) waits.ofCalls.delete(call);
  else waits.ofCalls.set(call, wait);
  const isNothing = waits.ofCalls.size === 0 && waits.told === undefined;
  if (isNothing) {
    clearTimeout(waits.timer);
    waits.timer = undefined;
  } else waits.timer ??= setTimeout(() => tell(run, step, waits), pause);
}

/** The attempt has ended: nothing of it waits any more. */
export function forgetWaits(step: StepRun): void {
  clearTimeout(step.waits?.timer);
  step.waits = undefined;
}

/** What a watcher who joins must be told of those who wait. */
export function waitsOf(run: Run): readonly StepProgress[] {
  return [...run.active.values()].flatMap((step) =>
    step.waits?.told === undefined ? [] : [eventOf(run, step, step.waits.told)],
  );
}

function tell(run: Run, step: StepRun, waits: StepWaits): void {
  waits.timer = undefined;
  if (step.isOver || run.isEnding || step.waits !== waits) return;
  const wait = furthest(waits.ofCalls.values());
  if (JSON.stringify(wait) === JSON.stringify(waits.told)) return;
  waits.told = wait;
  run.options.listener?.transient(run.request.runId, eventOf(run, step, wait));
}

function eventOf(run: Run, { path, node, attempt }: StepRun, wait: ModelWait | undefined): StepProgress {
  const { runId } = run.request;
  return { type: 'step-progress', runId, step: path, node: node.id, attempt, wait: wait ?? null };
}

function furthest(all: Iterable<ModelWait>): ModelWait | undefined {
  let found: ModelWait | undefined;
  for (const wait of all) if (found === undefined || ranks[wait.for] > ranks[found.for]) found = wait;
  return found;
}
