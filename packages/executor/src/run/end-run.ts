import { Problem, type ProblemData } from '@jacquard/flow';
import { readOutputs } from '../schedule/frames.ts';
import type { RunResult, SessionMessage } from '../interfaces.ts';
import type { Run } from './run.ts';
import { sessionMessages } from './session-messages.ts';

/** How a run ends, before it is written down. */
export interface RunEnding {
  readonly status: Exclude<RunResult['status'], 'paused'>;
  readonly error?: ProblemData | undefined;
}

/** What is written down at the end of a run. */
export interface WrittenEnd {
  readonly result: RunResult & { readonly status: RunEnding['status'] };
  readonly messages: readonly SessionMessage[];
}

/** The outputs of the flow, those skipped listed, and what its session remembers of it. */
export async function concludeRun(run: Run, ending: RunEnding): Promise<WrittenEnd> {
  const { request, plan, state } = run;
  const outputs = ending.status === 'completed' && state.root ? readOutputs(state, state.root) : {};
  try {
    const stored = await run.largeValues.store(outputs);
    const skipped =
      ending.status === 'completed' ? plan.outputs.map(({ id }) => id).filter((id) => !Object.hasOwn(outputs, id)) : [];
    const messages = ending.status === 'completed' ? sessionMessages(run, outputs) : [];
    const { status, error } = ending;
    const { runId } = request;
    return { result: { runId, status, outputs, stored, skipped, error, usage: usageOf(run) }, messages };
  } catch (error) {
    const problem = Problem.is(error)
      ? error
      : new Problem('run-log-failed', {}, { kind: 'operational', cause: error });
    return concludeRun(run, { status: 'failed', error: problem.toData() });
  }
}

export function usageOf({ usage }: Run): RunResult['usage'] {
  const { inputTokens, outputTokens, energy, energyEstimated } = usage;
  return {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
    ...(energy !== undefined && { energy }),
    ...(energyEstimated !== undefined && { energyEstimated }),
  };
}
