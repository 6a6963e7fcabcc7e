import type { JsonValue, ProblemData } from '@jacquard/flow';
import type { StoredRun } from '@jacquard/stores';
import type { RunState } from '../run-state.ts';
import type { WebhookMessage } from './sign-webhook.ts';

/**
 * What is told of a run that has ended. All of it comes from the run, so that each attempt has the same id and the same body; only the
 * time differs. Large outputs are references, as in the API's answers.
 */
export function webhookMessage(run: StoredRun, { stored, skipped, error }: RunState, now: number): WebhookMessage {
  const { id: runId, flowId, sessionId, startedAt, endedAt = startedAt, status, usage, requestId } = run;
  const data = {
    runId,
    flowId,
    status,
    ...(sessionId !== undefined && { sessionId }),
    ...(requestId !== undefined && { requestId }),
    startedAt,
    endedAt,
    ...(status === 'completed' && { outputs: stored ?? {} }),
    ...(skipped !== undefined && skipped.length > 0 && { skipped }),
    ...(error !== undefined && { error: errorOf(error) }),
    usage: usage ?? {},
  };
  return {
    id: `msg_${runId}`,
    timestamp: Math.floor(now / 1000),
    body: JSON.stringify({ type: `run.${status}`, timestamp: new Date(endedAt).toISOString(), data }),
  };
}

function errorOf({ code, params, node }: ProblemData): JsonValue {
  return { code, params, ...(node !== undefined && { node }) };
}
