import { Problem, type ProblemData } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { Executor, ExecutorOptions, RunHandle, RunRequest } from './interfaces.ts';
import { freshNodes } from './plan/fresh-nodes.ts';
import type { External, Plan } from './plan/plan.ts';
import { createPlanner, holdsNode, type Planner } from './plan/planner.ts';
import { checkInputs } from './run/check-inputs.ts';
import { createComponentCache } from './run/component-cache.ts';
import { checkGiven, givenNodes, recordedGiven, storeGiven, type CheckedGiven } from './run/given-values.ts';
import { LiveRun } from './run/live-run.ts';
import { messagesAsJson } from './run/messages-as-json.ts';
import { resolveExternals, type ResolvedExternals } from './run/resolve-externals.ts';
import { resumeRun, type RunStart } from './run/resume-run.ts';
import { waitsOf } from './run/step-waits.ts';
import type { Values } from './schedule/run-state.ts';

/** Compiles and runs flows: the one executor of a space in a process. Plans and components are shared by its runs. */
export function createExecutor(options: ExecutorOptions): Executor {
  const planner = createPlanner(options.registry, options.resolver, options.limits?.depth);
  const cache = createComponentCache();
  const durations = new Map<string, number>();
  const runs = new Map<string, LiveRun>();
  const closing = new AbortController();

  const lookUp = (plan: Plan, request: RunRequest) => lookUpIn(options.resolver, plan, request, closing.signal);
  const prepare = (request: RunRequest, plan: Plan, externals: ResolvedExternals, lastSeq: number): LiveRun => {
    closing.signal.throwIfAborted();
    const fresh = request.from === undefined ? new Set<never>() : freshNodes(plan, request.from);
    return new LiveRun({ request, plan, options, externals, cache, durations, fresh, lastSeq });
  };
  const hold = (run: LiveRun): RunHandle => {
    run.begin();
    runs.set(run.runId, run);
    const forget = (): void => void runs.delete(run.runId);
    run.result.then(forget, forget);
    return run;
  };
  const start = async (request: RunRequest): Promise<RunHandle> => {
    const { plan, checked } = await planRun(planner, request);
    const externals = await lookUp(plan, request);
    const inputs = checkInputs(plan, request.inputs, externals);
    const run = prepare(request, plan, externals, 0);
    const stored = run.largeValues.store(inputs);
    const recorded = stored instanceof Promise ? await stored : stored;
    if (checked.outputs.size > 0)
      for (const [key, outputs] of await storeGiven(checked.outputs, run.largeValues)) run.given.set(key, outputs);
    const history = request.history === undefined ? {} : await storeHistory(run, request.history);
    closing.signal.throwIfAborted();
    const handle = hold(run);
    recordStart(run, inputs, { ...history, inputs: recorded, unusedPins: checked.unused });
    return handle;
  };
  return {
    start: async (request) => {
      if (closing.signal.aborted) throw new Problem('executor-closed', {}, { kind: 'operational' });
      if (runs.has(request.runId)) throw new Problem('run-exists', { id: request.runId });
      if (request.resume === undefined) return start(request);
      const planOf = ({ flow, flows = {}, given = {} }: RunStart): Promise<Plan> => {
        return planner.plan(flow, request.target, { recorded: flows, given: givenNodes(Object.keys(given)) });
      };
      return resumeRun(request, request.resume, options.registry, planOf, async (resumed, plan, lastSeq) => {
        const run = prepare(resumed, plan, await lookUp(plan, resumed), lastSeq);
        hold(run);
        return run;
      });
    },
    snapshot: (runId) => {
      const run = runs.get(runId);
      return run === undefined ? [] : [...run.stream.snapshot(), ...waitsOf(run)];
    },
    close: async () => {
      closing.abort(new Problem('executor-closed', {}, { kind: 'operational' }));
      await Promise.all([...runs.values()].map((run) => run.suspend()));
      cache.clear();
    },
  };
}

/** A published version holds the files of the flows that it calls: theirs may be others by now, or gone. */
function lookUpIn(
  resolver: ExecutorOptions['resolver'],
  { externals }: Plan,
  { flowId, version }: RunRequest,
  signal: AbortSignal,
): Promise<ResolvedExternals> {
  const ofFlow = (external: External): External =>
    external.what === 'file' ? { ...external, flow: undefined } : external;
  return resolveExternals(version === undefined ? externals : externals.map(ofFlow), resolver, flowId, signal);
}

/** What of the request's given values can be taken is known by the kinds of the whole flow; the plan is then made around it. */
async function planRun(planner: Planner, request: RunRequest): Promise<{ plan: Plan; checked: CheckedGiven }> {
  const { document, target, from, flows: recorded } = request;
  const whole = await planner.plan(document, target, { recorded });
  if (from !== undefined && !holdsNode(document, from)) throw new Problem('node-not-found', { id: from });
  const checked = checkGiven(whole, request);
  const given = givenNodes(checked.outputs.keys());
  return { plan: given.size === 0 ? whole : await planner.plan(document, target, { recorded, given }), checked };
}

/** What the caller told of the conversation, as it is written down. */
async function storeHistory(
  { largeValues }: LiveRun,
  history: NonNullable<RunRequest['history']>,
): Promise<Pick<RunStart, 'history'>> {
  return await largeValues.store({ history: messagesAsJson(history) });
}

interface Recorded extends Pick<RunStart, 'history' | 'inputs'> {
  readonly unusedPins: readonly ProblemData[];
}

function recordStart(run: LiveRun, live: Values, { history, inputs, unusedPins }: Recorded): void {
  const { request, plan } = run;
  const { target, from, by, caller, version, session, defaultModel } = request;
  const event: RunEvent = {
    type: 'run-start',
    seq: run.next(),
    at: run.now(),
    runId: request.runId,
    flowId: request.flowId,
    flow: plan.flow,
    ...(Object.keys(plan.flows).length > 0 && { flows: plan.flows }),
    inputs,
    ...(target !== undefined && { target }),
    ...(from !== undefined && { from }),
    ...(by !== undefined && { by }),
    ...(caller !== undefined && { caller }),
    ...(version !== undefined && { version }),
    ...(session && { sessionId: session.sessionId }),
    ...(session?.parentMessageId !== undefined && { parentMessageId: session.parentMessageId }),
    ...(history !== undefined && { history }),
    ...(defaultModel !== undefined && { defaultModel }),
    ...(run.given.size > 0 && { given: recordedGiven(run.given) }),
    ...(unusedPins.length > 0 && { unusedPins: [...unusedPins] }),
    ...(run.basis && { basedOn: run.basis.runId }),
  };
  run.record(event, live);
}
