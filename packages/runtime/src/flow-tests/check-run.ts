import type { RunResult } from '@jacquard/executor';
import { Problem, type Assertion } from '@jacquard/flow';
import type { Usage } from '@jacquard/protocol';
import { failed, passed, type Outcome } from './check-output.ts';

/** How a run ended, and what it took. */
export interface EndedRun {
  readonly status: RunResult['status'];
  readonly error?: RunResult['error'];
  readonly usage: Usage;
  /** Milliseconds. */
  readonly duration: number;
  /** Nobody was asked: how long it took and what it cost says nothing. */
  readonly isReplay: boolean;
}

/** What can be said of the run as a whole; undefined for what is said of an output. */
export function checkRun({ fails, tokens, latency, cost }: Assertion, run: EndedRun): Outcome | undefined {
  if (fails !== undefined) {
    const code = run.error?.code ?? null;
    if (run.status === 'failed' && code === fails) return passed;
    return failed(new Problem('test-not-failed', { expected: fails, code }));
  }
  if (tokens !== undefined) {
    const measured = (run.usage.inputTokens ?? 0) + (run.usage.outputTokens ?? 0);
    return bounded('test-too-many-tokens', measured, tokens);
  }
  if (latency !== undefined)
    return run.isReplay ? { status: 'unchecked' } : bounded('test-too-slow', run.duration, latency);
  if (cost === undefined) return undefined;
  if (run.isReplay) return { status: 'unchecked' };
  const measured = run.usage.cost;
  return measured === undefined ? { status: 'unchecked' } : bounded('test-too-dear', measured, cost);
}

function bounded(code: string, measured: number, most: number): Outcome {
  return measured <= most ? { ...passed, measured } : failed(new Problem(code, { measured, most }), { measured });
}
