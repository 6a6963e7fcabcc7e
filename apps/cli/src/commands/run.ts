import { flowInterface, Problem } from '@jacquard/flow';
import type { RunHandle, RunResult, SpaceRuntime } from '@jacquard/runtime';
import { buildWithProgress } from '../build-with-progress.ts';
import type { Command } from '../command.ts';
import { printIssues } from '../print-issues.ts';
import { isError, openFlowFile, type FlowFile } from '../read-flow-file.ts';
import { readInputs } from '../read-inputs.ts';
import { signalOfSignals } from '../signal-of-signals.ts';
import { TerminalSink } from '../terminal-sink.ts';
import type { Terminal } from '../terminal.ts';

/** Runs a flow once. A terminal sees its texts as they come; a pipe gets one JSON object. */
export const run: Command = async (terminal, [path], given) => {
  const file = await openFlowFile(terminal, path);
  try {
    const { flow, issues } = file.checked;
    if (flow === null || issues.some(isError)) {
      printIssues(terminal, path ?? '', issues);
      return 2;
    }
    const { main, descriptors } = file.runtime;
    const inputs = await readInputs(terminal, given.input, flowInterface(flow, descriptors).inputs, main);
    const stop = signalOfSignals(terminal);
    await buildKnowledge(terminal, main, await main.flows.knowledgeOf(flow), stop.signal);
    if (stop.signal.aborted) return stop.code();
    const reuse = flow.reuse === 'all' ? 'editor' : 'pure';
    const handle = await main.runs.start({ flowId: file.id, document: flow, inputs, reuse, by: 'command-line' });
    stop.signal.addEventListener('abort', () => handle.cancel());
    const code = report(terminal, await follow(terminal, file, handle));
    return stop.code() ?? code;
  } finally {
    await file.runtime.close();
  }
};

/** What can't be built is the run's to say, in its own answer. */
async function buildKnowledge(
  terminal: Terminal,
  { knowledge }: SpaceRuntime,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    await buildWithProgress(terminal, knowledge, id, { signal }).catch((error: unknown) => {
      if (!signal.aborted && !Problem.is(error)) throw error;
    });
  }
}

async function follow(terminal: Terminal, { runtime, checked }: FlowFile, handle: RunHandle): Promise<RunResult> {
  if (!terminal.stdout.isTTY || checked.flow === null) return handle.result;
  const sink = new TerminalSink(terminal, checked.flow, runtime.descriptors);
  runtime.main.runs.watch(handle.runId, 0, sink);
  const result = await handle.result;
  if (result.status !== 'paused') await sink.ended; // a run that waits for a person goes on another time
  return result;
}

function report(terminal: Terminal, { runId, status, outputs, usage, error, waiting }: RunResult): number {
  if (!terminal.stdout.isTTY)
    terminal.print(
      JSON.stringify({ runId, status, outputs, usage, ...(error && { error }), ...(waiting && { waiting }) }),
    );
  if (status === 'completed') return 0;
  const { code, params } = error ?? new Problem(`run-${status}`, { run: runId, step: waiting?.[0]?.step ?? null });
  terminal.complain({ code, params });
  return 1;
}
