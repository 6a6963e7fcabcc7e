import { Problem, type JsonValue } from '@jacquard/flow';
import type { RunResult } from '@jacquard/runtime';
import { problemOfRun } from './calls/answer-of-run.ts';

/** What a run that was waited for gave. Throws why it gave nothing: its error, or that it waits for a person. */
export function outputsOfRun(result: RunResult): Readonly<Record<string, JsonValue>> {
  const { runId, status, outputs, error } = result;
  if (status === 'completed') return outputs;
  if (status === 'paused') throw new Problem('run-waits-for-person', { run: runId });
  throw problemOfRun({ runId, status, error });
}
