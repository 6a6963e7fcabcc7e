import type { RunResult } from '@jacquard/executor';
import {
  canonicalJson,
  Problem,
  readFileText,
  readFileValues,
  type FlowDocument,
  type JsonValue,
  type Message,
  type ProblemData,
  type TestCase,
} from '@jacquard/flow';
import type { CaseResult, RecordedCall, RecordedCase, RunEvent, Usage } from '@jacquard/protocol';
import { evaluateCase, type Judges } from './evaluate-case.ts';
import { nodesOf } from './pinned-steps.ts';
import { settingsOf } from './record-case.ts';
import { createReplay, type MissingCall, type Replay } from './replay.ts';
import { replayStandIns } from './stand-ins.ts';
import { standInModel } from './stand-in-model.ts';
import type { StartRun } from '../start-run.ts';

/** A case, and where it runs. */
export interface CaseRun {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly case: TestCase;
  readonly isReplay: boolean;
  readonly recorded: RecordedCase;
  /** What was recorded for the file's other cases. */
  readonly others: readonly RecordedCase[];
  readonly signal?: AbortSignal | undefined;
}

/** What running a case needs of the space. */
export interface CaseRunner {
  start(request: StartRun): Promise<{ readonly runId: string; readonly result: Promise<RunResult>; cancel(): void }>;
  events(runId: string): Promise<readonly RunEvent[]>;
  judges(signal: AbortSignal | undefined): Pick<Judges, 'model' | 'embeddings'>;
  now(): number;
}

/** A result, and what judges were asked on the way, to be recorded. */
export interface RanCase {
  readonly result: CaseResult;
  readonly judged: readonly RecordedCall[];
  /** What was asked and isn't recorded. */
  readonly missing: readonly MissingCall[];
}

/** Runs a case once and holds what came against what is expected. What goes wrong is in the result; rejects when `signal` aborts. */
export async function runCase(runner: CaseRunner, run: CaseRun): Promise<RanCase> {
  const begun = runner.now();
  const replay = createReplay(run.recorded, run.others);
  const judged: RecordedCall[] = [];
  const base = { case: run.case.name, models: run.isReplay ? ('recorded' as const) : ('live' as const), at: begun };
  const ended = (rest: Omit<CaseResult, keyof typeof base | 'duration'>): RanCase => ({
    result: { ...base, duration: Math.max(0, runner.now() - begun), ...rest },
    judged,
    missing: replay.missing,
  });
  let runId: string | undefined;
  try {
    run.signal?.throwIfAborted();
    if (run.isReplay) requireSameModels(run);
    const handle = await runner.start(requestOf(run, replay));
    ({ runId } = handle);
    const cancel = (): void => handle.cancel();
    run.signal?.addEventListener('abort', cancel, { once: true });
    const result = await handle.result;
    run.signal?.removeEventListener('abort', cancel);
    run.signal?.throwIfAborted();
    if (result.status === 'paused') {
      handle.cancel();
      throw new Problem('test-run-paused', { step: result.waiting?.[0]?.step ?? '' });
    }
    const { usage, duration } = await endOf(runner, runId);
    const { status, error, outputs } = result;
    const judges: Judges = {
      ...judgesOf(runner, run, replay),
      judged: (call) => judged.push(call),
      signal: run.signal,
    };
    const measured = { status, error, usage, duration, isReplay: run.isReplay };
    const before = failureOf(run.case, result, replay);
    // Of a run that came to no end nothing more can be said.
    const isOver = before === undefined || status === 'completed';
    const assertions = isOver ? await evaluateCase(run.case, { ...measured, outputs }, judges) : [];
    const failure = before ?? failureOf(run.case, result, replay);
    const isFine = failure === undefined && assertions.every((assertion) => assertion.status !== 'failed');
    return ended({
      status: isFine ? 'passed' : 'failed',
      runId,
      assertions,
      outputs: result.stored,
      usage,
      ...(failure && { error: failure }),
      ...promptOf(replay),
    });
  } catch (error) {
    if (run.signal?.aborted === true) throw error;
    const problem = Problem.is(error) ? error : new Problem('test-not-run', {}, { kind: 'bug', cause: error });
    const of = runId === undefined ? {} : { runId };
    return ended({ status: isChanged(problem) ? 'failed' : 'error', ...of, assertions: [], error: problem.toData() });
  }
}

const isChanged = ({ code }: Problem): boolean => code === 'test-model-changed';

function requestOf({ flowId, document, case: one, isReplay, recorded, signal }: CaseRun, replay: Replay): StartRun {
  const history = (one.session ?? []).map(({ content, ...of }): Message => ({ ...of, content: readFileText(content) }));
  const known = nodesOf([document]);
  // A step of a node that is gone is nobody's; one within a called flow names a node of that flow.
  const pins = Object.entries(recorded.given ?? {}).filter(([step]) => known.has(topNode(step)));
  return {
    flowId,
    document,
    inputs: readFileValues(one.inputs ?? {}),
    reuse: 'none',
    by: 'test',
    ...(history.length > 0 && { history }),
    ...(isReplay && { standIns: replayStandIns(replay) }),
    ...(isReplay && pins.length > 0 && { pins: Object.fromEntries(pins) }),
    signal,
  };
}

function topNode(step: string): string {
  return (step.split('/')[0] ?? step).replace(/\[\d+\]$/u, '');
}

/** Answers of a model are no answers of another, nor of the same one at other settings. */
function requireSameModels({ document, recorded }: CaseRun): void {
  const nodes = nodesOf([document]);
  for (const [id, { type, inputs = {} }] of Object.entries(recorded.models ?? {})) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const now = settingsOf(node);
    const fields = new Set([...Object.keys(inputs), ...Object.keys(now.inputs ?? {})]);
    const changed = [...fields].filter((name) => textOf(inputs[name]) !== textOf(now.inputs?.[name]));
    if (now.type !== type) changed.unshift(now.type);
    if (changed.length > 0) throw new Problem('test-model-changed', { node: id, fields: changed }, { node: id });
  }
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? '' : canonicalJson(value);
}

async function endOf(runner: CaseRunner, runId: string): Promise<{ usage: Usage; duration: number }> {
  const end = (await runner.events(runId)).findLast((event) => event.type === 'run-end');
  return end?.type === 'run-end' ? { usage: end.usage ?? {}, duration: end.duration } : { usage: {}, duration: 0 };
}

/** What is wrong with the run itself: that it asked what isn't recorded, or failed where nobody expected it. */
function failureOf({ expect = [] }: TestCase, { status, error }: RunResult, replay: Replay): ProblemData | undefined {
  const [missing] = replay.missing;
  if (missing !== undefined) return missing.problem.toData();
  const isExpected = expect.some(({ fails }) => fails !== undefined);
  if (status === 'completed' || isExpected) return undefined;
  return error ?? new Problem(`run-${status}`).toData();
}

function promptOf({ missing }: Replay): Pick<CaseResult, 'prompt'> {
  const [first] = missing;
  if (first?.recorded === undefined || first.recorded === first.asked) return {};
  return { prompt: { step: first.step, recorded: first.recorded, asked: first.asked } };
}

function judgesOf(runner: CaseRunner, run: CaseRun, replay: Replay): Pick<Judges, 'model' | 'embeddings'> {
  const live = runner.judges(run.signal);
  if (!run.isReplay) return live;
  return {
    ...live,
    // One that scored when it was recorded is asked so again.
    model: (step) =>
      Promise.resolve(standInModel(judgeReplay(run, replay, step), { model: 'judge', node: 'judge', step })),
  };
}

function judgeReplay({ recorded, others }: CaseRun, replay: Replay, step: string): Replay {
  const call = [recorded, ...others].flatMap(({ calls = [] }) => calls).find((one) => one.step === step);
  return {
    ...replay,
    model: () => ({
      name: 'judge',
      type: '',
      completes: false,
      scores: call?.scores !== undefined,
      capabilities: { streaming: true, seed: true, schema: false, grammar: false, logprobs: false, tools: false },
    }),
  };
}
