import type { JsonValue, Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { KeptOutputs } from '../interfaces.ts';
import type { Binding, NodePlan } from '../plan/plan.ts';
import { stateKey } from '../schedule/open-scope.ts';
import { readBinding, readInputs, setOwn } from '../schedule/read-binding.ts';
import type { Frame, Values } from '../schedule/run-state.ts';
import { failStep, recordStart, storeAndComplete } from './end-step.ts';
import { givenTo, type GivenOutputs } from './given-values.ts';
import { eventBase, type Run } from './run.ts';
import type { Pause } from './pause-step.ts';
import { isNeeded } from './resolve-externals.ts';
import type { StepRun } from './step-run.ts';
import { drawSeed } from './seed.ts';
import type { Consultation } from './reuse-desk.ts';

type StepStart = Extract<RunEvent, { type: 'step-start' }>;
type Identities = Readonly<Record<string, JsonValue>>;

const none: Identities = {};

/**
 * Starts a step whose inputs are there, or again one that goes on from what a person `resumed` it with: takes what is kept, or writes its `step-start` down and runs it. Without
 * components, large values or anything to look up this happens at once, in the batch of what it waited for.
 */
export function startStep(run: Run, frame: Frame, node: NodePlan, resumed?: StepRun['resumed']): void {
  const given = givenTo(run.given, frame, node);
  if (given !== undefined) {
    takeGiven(run, createStep(frame, node, {}), given);
    return;
  }
  const inputs =
    node.scope === undefined ? readInputs(node.inputs, frame, run.state.externals) : scopeInputs(run, frame, node);
  const step = createStep(frame, node, inputs);
  step.resumed = resumed;
  run.active.set(step.path, step);
  const missing = run.missing.size === 0 ? undefined : findMissing(run.missing, node);
  if (missing !== undefined) {
    run.record({ type: 'step-start', ...eventBase(run, step) });
    failStep(run, step, missing);
    return;
  }
  const stored = run.largeValues.store(inputs);
  const isAsked = node.scope === undefined && (run.basis !== undefined || run.reuse.concerns(node, inputs));
  const isPlain = node.components.length === 0 && !isAsked;
  if (isPlain && !(stored instanceof Promise)) begin(run, step, stored, undefined);
  else void prepare(run, step, stored);
}

async function prepare(run: Run, step: StepRun, stored: Values | Promise<Values>): Promise<void> {
  try {
    const recorded = await stored;
    const { frame, node, inputs } = step;
    const identities = node.components.length === 0 ? none : await run.components.identify(node.components, step.path);
    const isAsked = node.scope === undefined && run.reuse.concerns(node, inputs);
    const answer = isAsked ? await run.reuse.consult(frame, node, recorded, identities) : undefined;
    const all = identities === none ? recorded : { ...recorded, ...identities };
    const found = (await takeFromBasis(run, step, all)) ?? answer?.kept;
    const kept = found && (await loadKept(run, found.outputs));
    if (step.isOver || run.isEnding) return;
    if (found === undefined || kept === undefined) begin(run, step, all, answer);
    else takeKept(run, step, all, found, kept);
  } catch (error) {
    if (step.isOver || run.isEnding) return;
    run.record({ type: 'step-start', ...eventBase(run, step) });
    failStep(run, step, error);
  }
}

/** What the run that this one goes on from has for the step, which then is this run's, too. */
async function takeFromBasis(run: Run, { path, node }: StepRun, recorded: Values): Promise<KeptOutputs | undefined> {
  if (run.basis === undefined || node.scope !== undefined) return undefined;
  const outputs = run.basis.find(path, node, recorded);
  if (outputs === undefined) return undefined;
  await run.options.values.share(run.basis.runId, run.request.runId, outputs);
  return { from: run.basis.runId, outputs };
}

/** A kept value of which a part is lost is none. */
async function loadKept(run: Run, kept: Values): Promise<Values | undefined> {
  return run.largeValues.load(kept).catch(() => undefined);
}

function begin(run: Run, step: StepRun, recorded: Values, answer: Consultation | undefined): void {
  step.recorded = recorded;
  step.sample = answer?.sample ?? 0;
  step.keyOf = answer?.keyOf;
  step.seed = drawSeed(run, step.node, step.inputs, step.sample, step.attempt);
  step.startedAt = run.now(); // a loop of which all is kept ends before its attempt begins
  recordStart(run, step);
}

function takeGiven(run: Run, step: StepRun, { live, stored }: GivenOutputs): void {
  step.isOver = true;
  run.record({ type: 'step-start', ...eventBase(run, step), pinned: true });
  run.record({ type: 'step-end', ...eventBase(run, step), outputs: stored, duration: 0, pinned: true }, live);
}

function takeKept(run: Run, step: StepRun, recorded: Values, { from, outputs }: KeptOutputs, live: Values): void {
  step.isOver = true;
  run.active.delete(step.path);
  run.record({ type: 'step-start', ...eventBase(run, step), inputs: recorded });
  const kept = { kept: true, keptFrom: from };
  run.record({ type: 'step-end', ...eventBase(run, step), outputs, duration: 0, ...kept }, live);
}

/** All iterations of a scope have ended. */
export function endScope(run: Run, frame: Frame, node: NodePlan, outputs: Values): void {
  const step = run.active.get(frame.prefix + node.id);
  if (step !== undefined) storeAndComplete(run, step, outputs, undefined);
}

function createStep(frame: Frame, node: NodePlan, inputs: Values): StepRun {
  return {
    frame,
    node,
    path: frame.prefix + node.id,
    inputs,
    recorded: inputs,
    sample: 0,
    keyOf: undefined,
    attempt: (frame.attempts[node.index] ?? 0) + 1,
    turn: 0,
    failures: 0,
    seed: undefined,
    startedAt: 0,
    usage: undefined,
    hasReadSession: false,
    isOver: false,
    abort: undefined,
    timer: undefined,
    releases: undefined,
    calls: undefined,
    questions: undefined,
    waits: undefined,
    notes: undefined,
    paused: undefined,
    resumed: undefined,
    work: undefined,
  };
}

/** Takes up a step that waited for a person when its run left the process: as it was, from its events. */
export function restorePaused(
  run: Run,
  frame: Frame,
  node: NodePlan,
  { start, pause, usage }: { readonly start: StepStart; readonly pause: Pause; readonly usage: StepRun['usage'] },
): void {
  const step = createStep(frame, node, readInputs(node.inputs, frame, run.state.externals));
  step.attempt = frame.attempts[node.index] ?? 1;
  step.recorded = start.inputs ?? {};
  step.seed = start.seed;
  step.usage = usage;
  step.paused = pause;
  run.active.set(step.path, step);
}

/** Takes up a scope that was running when its process died: what is inside goes on by itself. */
export function resumeScope(run: Run, frame: Frame, node: NodePlan, inputs: Values): void {
  const step = createStep(frame, node, inputs);
  step.attempt = frame.attempts[node.index] ?? 1;
  run.active.set(step.path, step);
  run.attempt(step);
}

function scopeInputs(run: Run, frame: Frame, node: NodePlan): Values {
  const inputs = readInputs(node.inputs, frame, run.state.externals);
  const state = node.scope?.loop?.state ?? [];
  if (state.length === 0) return inputs;
  const first: Record<string, JsonValue> = {};
  for (const { name, first: binding } of state) {
    const value = readBinding(binding, frame, run.state.externals);
    if (value !== undefined) setOwn(first, name, value);
  }
  return { ...inputs, [stateKey]: first };
}

function findMissing(missing: ReadonlyMap<number, Problem>, node: NodePlan): Problem | undefined {
  for (const { binding, isRequired } of node.inputs) {
    const problem = missingOf(missing, binding);
    if (problem !== undefined && isNeeded(problem, isRequired)) return problem;
  }
  return undefined;
}

function missingOf(missing: ReadonlyMap<number, Problem>, binding: Binding): Problem | undefined {
  if (binding.how === 'external') return missing.get(binding.external);
  if (binding.how !== 'list') return undefined;
  for (const item of binding.items) {
    const problem = missingOf(missing, item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
