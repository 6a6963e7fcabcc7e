import { Problem, type FlowDocument, type JsonValue } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { NodeRegistry, RunHandle, RunRequest } from '../interfaces.ts';
import type { Plan } from '../plan/plan.ts';
import { findOutstanding, type Outstanding } from '../schedule/find-outstanding.ts';
import { nodeStatus, type Command, type Values } from '../schedule/run-state.ts';
import { schedule } from '../schedule/schedule.ts';
import { givenTo, loadGiven } from './given-values.ts';
import type { LiveRun } from './live-run.ts';
import { answerStep } from './pause-step.ts';
import { answeredWith, readPauses, restorePauses } from './restore-pauses.ts';
import { resumeScope, startStep } from './start-step.ts';

const mostResumes = 3;

type Resume = NonNullable<RunRequest['resume']>;
/** How a run began. */
export type RunStart = Extract<RunEvent, { type: 'run-start' }>;

/**
 * Takes up a run whose process died: replays its events, so that finished steps keep their own outputs, and goes on.
 * What was running begins another attempt with the same idempotency key, unless it must never be repeated. The run
 * stops as *interrupted* when that is so, when a node type has another version than it began with, or the fourth time.
 */
export async function resumeRun(
  request: RunRequest,
  resume: Resume,
  registry: NodeRegistry,
  planOf: (begin: RunStart) => Promise<Plan>,
  prepare: (request: RunRequest, plan: Plan, lastSeq: number) => Promise<LiveRun>,
): Promise<RunHandle> {
  const begin = resume.events.find((event) => event.type === 'run-start');
  if (begin === undefined) throw new Problem('run-without-start', { id: request.runId }, { kind: 'bug' });
  const lastSeq = resume.events.at(-1)?.seq ?? 0;
  const obstacle = findObstacle(begin, resume, registry);
  let plan: Plan;
  try {
    plan = obstacle === undefined ? await planOf(begin) : emptyPlan(begin.flow);
  } catch (error) {
    return interrupt(await prepare(request, emptyPlan(begin.flow), lastSeq), resume, asProblem(error));
  }
  const run = await prepare({ ...request, document: begin.flow, inputs: begin.inputs }, plan, lastSeq);
  if (obstacle !== undefined) return interrupt(run, resume, obstacle);
  return goOn(run, begin, resume);
}

async function goOn(run: LiveRun, begin: RunStart, resume: Resume): Promise<RunHandle> {
  const commands: Command[] = [];
  try {
    for (const [key, outputs] of await loadGiven(begin.given ?? {}, run.largeValues)) run.given.set(key, outputs);
    for (const event of resume.events) schedule(run.state, event, commands, await liveValues(run, event));
  } catch (error) {
    return interrupt(run, resume, asProblem(error));
  }
  if (resume.parked === undefined) recordResume(run, resume);
  if (resume.events.some(({ type }) => type === 'run-cancel')) {
    run.end({ status: 'cancelled' });
    return run;
  }
  const { outstanding, running } = findOutstanding(run.state, commands);
  const once = running.find(({ frame, node }) => {
    return node.scope === undefined && node.descriptor.effects === 'once' && !givenTo(run.given, frame, node);
  });
  if (once !== undefined) {
    const problem = new Problem(
      'step-interrupted',
      { step: once.frame.prefix + once.node.id },
      { kind: 'user', node: once.node.id },
    );
    run.end({ status: 'interrupted', error: problem.toData() });
    return run;
  }
  try {
    await takeUpSteps(run, running, resume.events);
  } catch (error) {
    run.end({ status: 'interrupted', error: asProblem(error).toData() });
    return run;
  }
  run.resume(outstanding);
  const { answer } = resume.parked ?? {};
  try {
    if (answer !== undefined) answerStep(run, answer);
  } finally {
    if (resume.parked === undefined || answer !== undefined) run.considerParking();
  }
  return run;
}

/** Steps that wait for a person wait on; those that ran begin again, or go on from what a person answered. */
async function takeUpSteps(run: LiveRun, running: Outstanding['running'], events: readonly RunEvent[]): Promise<void> {
  const pauses = readPauses(events);
  await restorePauses(run, pauses);
  for (const { frame, node } of running) {
    const scope = run.state.scopes.get(frame.prefix + node.id);
    const isOpen = scope !== undefined && frame.status[node.index] === nodeStatus.running;
    if (isOpen) resumeScope(run, frame, node, scope.inputs);
    else startStep(run, frame, node, await answeredWith(run, frame.prefix + node.id, pauses));
  }
}

function recordResume(run: LiveRun, { owner, count }: Resume): void {
  run.record({ type: 'run-resume', seq: run.next(), at: run.now(), owner, count });
}

function interrupt(run: LiveRun, resume: Resume, problem: Problem): RunHandle {
  recordResume(run, resume);
  run.end({ status: 'interrupted', error: problem.toData() });
  return run;
}

/** The values that the scheduler works with, where the event holds references. */
async function liveValues(run: LiveRun, event: RunEvent): Promise<Values | undefined> {
  if (event.type === 'step-end') return run.largeValues.load(event.outputs);
  if (event.type === 'run-start') return run.largeValues.load(event.inputs);
  return event.type === 'step-start' && event.inputs !== undefined ? run.largeValues.load(event.inputs) : undefined;
}

function findObstacle(begin: RunStart, resume: Resume, registry: NodeRegistry): Problem | undefined {
  if (resume.count > mostResumes)
    return new Problem('resume-too-often', { count: mostResumes }, { kind: 'operational' });
  const types: Readonly<Record<string, JsonValue>> = begin.flow.types ?? {};
  for (const [type, version] of Object.entries(types)) {
    const now = registry.descriptors.get(type)?.version;
    if (now !== version) return new Problem('resume-type-changed', { type, version, now: now ?? null });
  }
  return undefined;
}

function asProblem(error: unknown): Problem {
  return Problem.is(error) ? error : new Problem('resume-failed', {}, { kind: 'bug', cause: error });
}

/** Stands for a plan that can't be made any more, so that the run can be ended in order. */
function emptyPlan(flow: FlowDocument): Plan {
  return {
    flow,
    flows: {},
    root: { kind: 'flow', nodes: [], byId: new Map(), first: [], outputs: [], loop: undefined },
    inputs: [],
    outputs: [],
    externals: [],
    conversation: { question: undefined, answer: undefined },
    isPartial: false,
    hasLoops: false,
  };
}
