import { asJson } from '@jacquard/node-kit';
import { jsonEquals, Problem, type FlowTestDocument, type JsonValue } from '@jacquard/flow';
import type { RecordedCase, RecordedFlowTest, RunEvent, RunFlowTest } from '@jacquard/protocol';
import { acceptOutputs } from './accept-outputs.ts';
import { caseRunnerOf } from './case-runner.ts';
import type { FlowTestSources } from './flow-test-sources.ts';
import { withFiles, type RunnableCase } from './list-cases.ts';
import { prepareTest, type PreparedTest } from './prepare-test.ts';
import { pinUnrecorded, recordCase } from './record-case.ts';
import { runCase, type RanCase } from './run-case.ts';
import { recordedOf } from './test-text.ts';

/** So many times a case is tried again with more of its steps pinned. */
const mostSettlings = 20;

/** A test's two parts, to be changed together. */
interface TestParts {
  readonly test: FlowTestDocument;
  readonly recorded: RecordedFlowTest;
}
/** Changes a test as it is at that moment. */
export type ChangeTest = (id: string, change: (before: TestParts) => TestParts) => Promise<void>;

/** One case to run, as its test is now. */
export interface CaseToRun {
  readonly prepared: PreparedTest;
  readonly runnable: RunnableCase;
  readonly mode: NonNullable<RunFlowTest['mode']>;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a case as its file says, or live; nothing is written. */
export async function runAsSaved(
  sources: FlowTestSources,
  _change: ChangeTest,
  { prepared, runnable, mode, signal }: CaseToRun,
): Promise<RanCase> {
  const { flowId, document, test, recorded } = prepared;
  const { name } = runnable.case;
  const others = Object.entries(recorded.cases).flatMap(([other, calls]) => (other === name ? [] : [calls]));
  const isReplay = mode === 'replay' && test.models !== 'live';
  const files = await withFiles(sources, flowId, runnable.case).catch((error: unknown) => {
    if (!Problem.is(error)) throw error;
    return error;
  });
  const one = Problem.is(files) ? runnable.case : files;
  return await runCase(caseRunnerOf(sources, Problem.is(files) ? files : undefined), {
    flowId,
    document,
    case: one,
    isReplay,
    recorded: recordedOf(recorded, name),
    others,
    signal,
  });
}

/**
 * Asks the models anew, writes down what they said, and takes the outputs into the snapshot where the case has one; then replays it. A run
 * that failed where nobody expected it is not written down. Where the test says `live`, only the snapshot is taken.
 */
export async function recordAnew(
  sources: FlowTestSources,
  change: ChangeTest,
  of: CaseToRun,
): Promise<Pick<RanCase, 'result'>> {
  const { prepared, runnable } = of;
  const { id, test } = prepared;
  const ran = await runAsSaved(sources, change, { ...of, mode: 'live' });
  const { runId, outputs, error } = ran.result;
  if (runId === undefined || error !== undefined) return ran;
  const events = await sources.runs.events(runId, 0);
  const load = (values: Parameters<FlowTestSources['load']>[1]) => sources.load(runId, values);
  const made = await recordCase(events, { descriptors: sources.registry.descriptors, load });
  const recordedCase: RecordedCase = { ...made, calls: [...(made.calls ?? []), ...ran.judged] };
  const whole = await load(outputs ?? {});
  const { name, snapshot } = runnable.case;
  const isLive = test.models === 'live';
  await change(id, ({ test: before, recorded }) => ({
    test: snapshot === undefined || runnable.isRow ? before : acceptOutputs(before, name, whole, Object.keys(snapshot)),
    recorded: isLive ? recorded : { ...recorded, cases: { ...recorded.cases, [name]: recordedCase } },
  }));
  const settled = await settleCase(sources, change, { id, name, events, signal: of.signal });
  await sources.runs.delete(runId).catch(() => undefined);
  return settled;
}

/**
 * Replays a case that was just recorded from a run's events. Where a step asks what no recording holds (tokens, logits; or an older run's
 * log lacks it), its outputs are given in its place; again, until nothing is missing.
 */
export async function settleCase(
  sources: FlowTestSources,
  change: ChangeTest,
  of: {
    readonly id: string;
    readonly name: string;
    readonly events: readonly RunEvent[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<RanCase> {
  const { id, name, events, signal } = of;
  const [start] = events;
  for (let tries = 1; ; tries += 1) {
    const prepared = await prepareTest(sources, id, [name]);
    const [runnable] = prepared.cases;
    if (runnable === undefined) throw new Problem('test-case-not-found', { case: name });
    const now = { prepared, runnable, mode: 'replay', signal } as const;
    if (start?.type !== 'run-start') return await runAsSaved(sources, change, now);
    // What was recorded is held against the flow that it was recorded of; the flow of today comes last.
    const then = { ...now, prepared: { ...prepared, document: start.flow } };
    const isSame = jsonEquals(asJson(start.flow.nodes), asJson(prepared.document.nodes));
    const ran = await runAsSaved(sources, change, isSame ? now : then);
    const steps = tries === mostSettlings ? [] : unheldSteps(ran, events);
    const pinned: Record<string, Readonly<Record<string, JsonValue>>> = {};
    for (const step of steps) {
      const outputs = await pinUnrecorded(events, step, { load: (values) => sources.load(start.runId, values) });
      if (outputs !== undefined) pinned[step] = outputs;
    }
    if (Object.keys(pinned).length === 0) return isSame ? ran : await runAsSaved(sources, change, now);
    if (ran.result.runId !== undefined) await sources.runs.delete(ran.result.runId).catch(() => undefined);
    await change(id, ({ test, recorded }) => {
      const before = recordedOf(recorded, name);
      const calls = (before.calls ?? []).filter(({ step }) => !Object.hasOwn(pinned, step));
      const after: RecordedCase = { ...before, calls, given: { ...before.given, ...pinned } };
      return { test, recorded: { ...recorded, cases: { ...recorded.cases, [name]: after } } };
    });
  }
}

/** Steps that ask more than a recording holds: what they asked in vain, or those of the node that failed though it had not. */
function unheldSteps({ missing, result }: RanCase, events: readonly RunEvent[]): readonly string[] {
  const asked = missing.find(({ step }) => step !== '' && !step.startsWith('expect '));
  if (asked !== undefined) return [asked.step];
  const { error } = result;
  if (error?.node === undefined) return [];
  return events.flatMap((event) => (event.type === 'step-end' && event.node === error.node ? [event.step] : []));
}
