import { canonicalJson, jsonFits, pauseFormSchema, Problem, type JsonValue, type PauseForm } from '@jacquard/flow';
import type { StepPause } from '@jacquard/node-kit';
import type { RunAnswer, WaitingStep } from '../interfaces.ts';
import { failStep, pendingNotes, release } from './end-step.ts';
import type { Values } from '../schedule/run-state.ts';
import { eventBase, isCurrent, type Run } from './run.ts';
import type { StepRun } from './step-run.ts';
import { forgetWaits } from './step-waits.ts';

/** Of a question without the value that it is about, in characters of JSON: it stands in an event that every watcher gets. */
const longestQuestion = 128 * 1024;

/** What a paused step asks, and what it goes on from. */
export interface Pause {
  readonly form: PauseForm;
  readonly state: JsonValue | undefined;
}

/**
 * The node's code asks a person. It has ended for now: what it goes on from is written down, and nothing of it is held, so that the run
 * may leave this process. What such a step gives is never kept for other runs: each asks anew.
 */
export function pauseStep(run: Run, step: StepRun, pause: StepPause): void {
  const { turn } = step;
  const notes = pendingNotes(step);
  if (notes !== undefined) {
    void notes.then(() => isCurrent(step, turn) && pauseStep(run, step, pause));
    return;
  }
  const form = pauseFormSchema.safeParse(pause.pause).data;
  if (form === undefined) {
    failStep(run, step, new Problem('pause-form-not-valid', {}, { kind: 'bug', node: step.node.id }));
    return;
  }
  const size = canonicalJson({ message: form.message, options: form.options ?? [], schema: form.schema }).length;
  if (size > longestQuestion) {
    failStep(run, step, new Problem('question-too-long', { size, limit: longestQuestion }, { node: step.node.id }));
    return;
  }
  step.turn += 1;
  step.keyOf = undefined;
  clearTimeout(step.timer);
  forgetWaits(step);
  release(run, step);
  void recordPause(run, step, { form, state: pause.state });
}

async function recordPause(run: Run, step: StepRun, pause: Pause): Promise<void> {
  const { turn } = step;
  const { form, state } = pause;
  const parts = { ...(state !== undefined && { state }), ...(form.value !== undefined && { value: form.value }) };
  try {
    const stored = await run.largeValues.store(parts);
    if (!isCurrent(step, turn) || run.isEnding) return;
    step.paused = pause;
    const { value, state: kept } = stored;
    run.record(
      {
        type: 'run-pause',
        ...eventBase(run, step),
        form: { ...form, ...(value !== undefined && { value }) },
        ...(kept !== undefined && { state: kept }),
        ...(step.usage && { usage: { ...step.usage } }),
      },
      undefined,
      () => run.considerParking(),
    );
  } catch (error) {
    if (isCurrent(step, turn)) failStep(run, step, error);
  }
}

/**
 * Goes on with a paused step. Without a path, the one step that waits is meant. Throws `run-not-waiting` where no such step waits,
 * `answer-not-valid` for an answer that doesn't fit what was asked.
 */
export function answerStep(run: Run, { step: path, answer, by }: RunAnswer): void {
  const waiting = [...run.active.values()].filter(({ paused }) => paused !== undefined);
  const step = path === undefined && waiting.length === 1 ? waiting[0] : waiting.find((one) => one.path === path);
  const pause = step?.paused;
  if (step === undefined || pause === undefined) throw notWaiting(run.request.runId, path);
  const mismatch = jsonFits(answer, pause.form.schema);
  if (mismatch !== undefined) throw new Problem('answer-not-valid', { ...mismatch, step: step.path });
  step.paused = undefined;
  step.resumed = { answer, state: pause.state };
  const record = ({ answer: stored = answer }: Values): void =>
    run.record(
      { type: 'run-answer', ...eventBase(run, step), answer: stored, ...(by !== undefined && { by }) },
      undefined,
      () => run.attempt(step),
    );
  const stored = run.largeValues.store({ answer });
  if (stored instanceof Promise) void recordOnceStored(run, step, stored, record);
  else record(stored);
}

async function recordOnceStored(
  run: Run,
  step: StepRun,
  stored: Promise<Values>,
  record: (stored: Values) => void,
): Promise<void> {
  const { turn } = step;
  try {
    const values = await stored;
    if (isCurrent(step, turn) && !run.isEnding) record(values);
  } catch (error) {
    if (isCurrent(step, turn)) failStep(run, step, error);
  }
}

/** The refusal of an answer that nobody waits for. */
export function notWaiting(runId: string, step: string | undefined): Problem {
  return new Problem('run-not-waiting', { run: runId, ...(step !== undefined && { step }) });
}

/** Whether all steps that run wait for a person; the scopes that hold them aside. */
export function isAllWaiting(steps: Iterable<StepRun>): boolean {
  let waiting = 0;
  for (const { node, paused } of steps) {
    if (node.scope !== undefined) continue;
    if (paused === undefined) return false;
    waiting += 1;
  }
  return waiting > 0;
}

/** What is asked, by those steps that wait. */
export function waitingSteps(steps: Iterable<StepRun>): readonly WaitingStep[] {
  return [...steps].flatMap(({ path, node, paused }) =>
    paused === undefined ? [] : [{ step: path, node: node.id, form: paused.form }],
  );
}
