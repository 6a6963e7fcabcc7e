import { Problem, type JsonValue } from '@jacquard/flow';
import type { RunResult } from '@jacquard/runtime';
import type { Terminal } from '../terminal.ts';
import { EventsSink } from './events-sink.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { jsonLine } from './json-line.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { TerminalSink } from './terminal-sink.ts';

/** How a run is shown: texts as they come, events as JSON lines, or the result as one JSON object. */
export type Shown = 'text' | 'events' | 'result';

/** Runs a flow once, and shows it. Resolves with the exit code. */
export async function runOnce(
  terminal: Terminal,
  flow: ReadyFlow,
  inputs: Readonly<Record<string, JsonValue>>,
  shown: Shown,
): Promise<number> {
  const { signal } = flow;
  const handle = await flow.start(inputs);
  signal.addEventListener('abort', () => handle.cancel());
  // A stream that nobody reads any more is nobody's wish; a result that nobody reads is there all the same.
  if (shown !== 'result') terminal.readerGone.addEventListener('abort', () => handle.cancel());
  const sink = watch(terminal, flow, handle.runId, shown);
  const result = await handle.result;
  if (result.status !== 'paused') await sink?.ended; // a run that waits for a person goes on another time
  if (shown === 'result') terminal.stdout.write(jsonLine(answerOf(result)));
  return terminal.readerGone.aborted && shown !== 'result' ? exitCodes.done : report(terminal, result);
}

function watch(terminal: Terminal, flow: ReadyFlow, runId: string, shown: Shown): { ended: Promise<void> } | undefined {
  const { runs } = flow.main;
  if (shown === 'result') return undefined;
  if (shown === 'text') {
    const sink = new TerminalSink(terminal, flow.document, flow.descriptors);
    runs.watch(runId, 0, sink);
    return sink;
  }
  const sink = new EventsSink(terminal);
  const running = runs.watch(runId, 0, sink);
  sink.onRoom(() => running.resume());
  return sink;
}

/** What a command prints of a run. */
export type RunAnswer = Pick<RunResult, 'runId' | 'status' | 'outputs' | 'usage'> &
  Partial<Pick<RunResult, 'skipped' | 'error' | 'waiting'>>;

/** What is told of a run's end: names by what they are for, nothing that is empty. */
export function answerOf({ runId, status, outputs, skipped, usage, error, waiting }: RunResult): RunAnswer {
  return {
    runId,
    status,
    outputs,
    usage,
    ...(skipped.length > 0 && { skipped }),
    ...(error && { error }),
    ...(waiting && { waiting }),
  };
}

function report(terminal: Terminal, { runId, status, error, waiting }: RunResult): number {
  if (status !== 'completed') {
    const { code, params } = error ?? new Problem(`run-${status}`, { run: runId, step: waiting?.[0]?.step ?? null });
    terminal.complain({ code, params });
  }
  return exitCodeOf(status);
}
