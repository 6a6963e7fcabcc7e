import type { JsonValue, Problem, ProblemData } from '@jacquard/flow';
import { readInputs } from '../schedule/read-binding.ts';
import type { Values } from '../schedule/run-state.ts';
import { checkOutputs } from './check-outputs.ts';
import { endOpenCalls } from './record-model-call.ts';
import { mayRetry, retryDelay } from './retry-delay.ts';
import { eventBase, isCurrent, type Run } from './run.ts';
import type { StepRun } from './step-run.ts';
import { forgetWaits } from './step-waits.ts';
import { drawSeed } from './seed.ts';
import { toProblem } from './to-problem.ts';

/** How long code that was aborted may take to come to an end before it is left to itself, in milliseconds. */
export const grace = 1000;

/** The node's code has given its outputs. */
export function endStep(run: Run, step: StepRun, given: unknown): void {
  try {
    storeAndComplete(run, step, checkOutputs(step.node, given), undefined);
  } catch (error) {
    failStep(run, step, error);
  }
}

/** Ends a step with outputs that are known to be right: a scope's, or kept ones. */
export function storeAndComplete(run: Run, step: StepRun, outputs: Values, handled: ProblemData | undefined): void {
  const stored = run.largeValues.store(outputs);
  const notes = pendingNotes(step);
  if (!(stored instanceof Promise) && notes === undefined) {
    complete(run, step, outputs, stored, handled);
    return;
  }
  const { turn } = step;
  const fail = (error: unknown): void => {
    if (isCurrent(step, turn)) failFinally(run, step, toProblem(error, step.node.id));
  };
  void Promise.all([stored, notes]).then(([values]) => {
    if (isCurrent(step, turn)) complete(run, step, outputs, values, handled);
  }, fail);
}

/** What of the step's insides is still being put away: its end comes after. */
export function pendingNotes({ notes }: StepRun): Promise<unknown> | undefined {
  return notes === undefined || notes.size === 0 ? undefined : Promise.all(notes);
}

function complete(run: Run, step: StepRun, live: Values, stored: Values, handled: ProblemData | undefined): void {
  const duration = run.now() - step.startedAt;
  closeStep(run, step);
  const then =
    handled === undefined && step.keyOf !== undefined ? () => run.reuse.keep(step, stored, duration) : undefined;
  run.record(
    {
      type: 'step-end',
      ...eventBase(run, step),
      outputs: stored,
      duration,
      ...(step.usage && { usage: step.usage }),
      ...(handled && { handled }),
    },
    live,
    then,
  );
}

/** The step's code threw, or what it gave was wrong: another attempt, or the node's error policy. */
export function failStep(run: Run, step: StepRun, error: unknown): void {
  if (step.isOver || run.isEnding) return;
  const notes = pendingNotes(step);
  if (notes !== undefined) {
    const { turn } = step;
    void notes.then(() => isCurrent(step, turn) && failStep(run, step, error));
    return;
  }
  const problem = toProblem(error, step.node.id);
  step.failures += 1;
  step.turn += 1;
  clearTimeout(step.timer);
  forgetWaits(step);
  if (mayRetry(step.node.retry, step.failures, problem)) {
    const retryAfter = retryDelay(step.node.retry, step.failures, problem.retryAfter, run.random());
    const duration = run.now() - step.startedAt;
    release(run, step);
    run.record({ type: 'step-error', ...eventBase(run, step), error: problem.toData(), duration, retryAfter });
    step.timer = setTimeout(() => retryStep(run, step), retryAfter);
    return;
  }
  handleFailure(run, step, problem);
}

function handleFailure(run: Run, step: StepRun, problem: Problem): void {
  const { onError } = step.node;
  if (onError === 'fail') {
    failFinally(run, step, problem);
    return;
  }
  const handled = problem.toData();
  if (onError === 'port') {
    storeAndComplete(run, step, { error: { code: problem.code, params: problem.params } }, handled);
    return;
  }
  storeAndComplete(run, step, readInputs(onError.fallback, step.frame, run.state.externals), handled);
}

function failFinally(run: Run, step: StepRun, problem: Problem): void {
  const duration = run.now() - step.startedAt;
  closeStep(run, step);
  run.record({ type: 'step-error', ...eventBase(run, step), error: problem.toData(), duration });
}

/** Begins the next attempt, with a seed of its own unless one was given. */
function retryStep(run: Run, step: StepRun): void {
  if (step.isOver || run.isEnding) return;
  step.attempt += 1;
  step.abort = undefined;
  step.hasReadSession = false;
  step.seed = drawSeed(run, step.node, step.inputs, step.sample, step.attempt);
  recordStart(run, step);
}

/** Writes the `step-start` down; the code runs once it is durable. */
export function recordStart(run: Run, step: StepRun): void {
  const seed: { seed?: number } = step.seed === undefined ? {} : { seed: step.seed };
  const inputs: Readonly<Record<string, JsonValue>> = step.recorded;
  run.record({ type: 'step-start', ...eventBase(run, step), inputs, ...seed }, step.inputs, () => run.attempt(step));
}

/** Ends an attempt from outside: its signal is aborted, and the step fails once its code has ended or a grace is over. */
export function giveUpStep(run: Run, step: StepRun, problem: Problem): void {
  if (step.isOver) return;
  step.turn += 1;
  const { turn } = step;
  step.abort?.abort(problem);
  const fail = (): void => {
    clearTimeout(timer);
    if (isCurrent(step, turn)) failStep(run, step, problem);
  };
  const timer = setTimeout(fail, grace);
  void (step.work ?? Promise.resolve()).then(fail, fail);
}

/** Stops a step whose result is of no more use. */
export function abandonStep(run: Run, step: StepRun, reason: Problem): void {
  if (step.isOver) return;
  closeStep(run, step);
  endOpenCalls(run, step);
  step.abort?.abort(reason);
}

function closeStep(run: Run, step: StepRun): void {
  step.isOver = true;
  if (step.timer !== undefined) clearTimeout(step.timer);
  forgetWaits(step);
  run.active.delete(step.path);
  run.stream.end(step);
  release(run, step);
}

/** Code that doesn't heed its signal is waited for no longer than a grace. */
async function endOrGrace(work: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(() => over.resolve(), grace);
  await Promise.race([work, over.promise]).catch(() => undefined);
  clearTimeout(timer);
}

/** Frees what the node's code opened, once it has ended, the last first. */
export function release(run: Run, step: StepRun): void {
  const { releases, work } = step;
  step.releases = undefined;
  if (step.isOver && work !== undefined) run.awaitEnd(work);
  if (releases === undefined) return;
  const free = async (): Promise<void> => {
    if (work !== undefined) await endOrGrace(work);
    for (const one of releases.reverse()) await Promise.resolve(one()).catch(() => undefined); // a failed release must not keep the others
  };
  run.awaitEnd(free());
}
