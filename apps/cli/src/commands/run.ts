import { Problem } from '@jacquard/flow';
import type { Command, CommandOptions } from '../command.ts';
import { parseChoice, parseCount } from '../parse-words.ts';
import { printIssues } from '../print-issues.ts';
import { isError, openFlowFile } from '../read-flow-file.ts';
import { exitCodes } from '../run/exit-codes.ts';
import { readInputs } from '../run/read-inputs.ts';
import { readRows } from '../run/read-rows.ts';
import { buildKnowledge, readyFlow, type ReadyFlow } from '../run/ready-flow.ts';
import { runOnce, type Shown } from '../run/run-once.ts';
import { runRows } from '../run/run-rows.ts';
import { signalOfSignals } from '../signal-of-signals.ts';
import type { Terminal } from '../terminal.ts';

/** Runs asked for at once may wait for each other in the end: a model answers few at a time. */
const usualConcurrency = 4;

/**
 * Runs a flow once, or once for each row of a table. A terminal sees texts as they come; a pipe gets one JSON object, or what
 * `--stream` and `--output` say.
 */
export const run: Command = async (terminal, [path], given) => {
  requireSense(given);
  const file = await openFlowFile(terminal, path);
  try {
    const { flow, issues } = file.checked;
    if (flow === null || issues.some(isError)) {
      printIssues(terminal, path ?? '', issues);
      return exitCodes.issues;
    }
    const stop = signalOfSignals(terminal);
    const ready = await readyFlow(file, flow, given, stop.signal);
    const code = await (given.csv === undefined
      ? once(terminal, ready, given)
      : rows(terminal, ready, given, given.csv));
    return stop.code() ?? code;
  } finally {
    await file.close();
  }
};

async function once(terminal: Terminal, flow: ReadyFlow, given: CommandOptions): Promise<number> {
  const inputs = await readInputs(terminal, given, flow.interface.inputs, flow.main);
  await buildKnowledge(terminal, flow);
  if (flow.signal.aborted) return exitCodes.failed;
  return runOnce(terminal, flow, inputs, shownBy(terminal, given.stream));
}

function shownBy({ stdout }: Terminal, stream: string | undefined): Shown {
  if (stream !== undefined) return parseChoice('stream', stream, ['text', 'events']);
  return stdout.isTTY ? 'text' : 'result';
}

async function rows(terminal: Terminal, flow: ReadyFlow, given: CommandOptions, csv: string): Promise<number> {
  const concurrency = parseCount('concurrency', given.concurrency ?? String(usualConcurrency), {
    least: 1,
    most: 1000,
  });
  const format = parseChoice('output', given.output ?? 'jsonl', ['jsonl', 'csv']);
  const { input, inputs } = given;
  const shared =
    input === undefined && inputs === undefined
      ? {}
      : await readInputs(terminal, given, flow.interface.inputs, flow.main);
  const table = await readRows(terminal, flow, csv, shared);
  await buildKnowledge(terminal, flow);
  return runRows(terminal, flow, table, { concurrency, format });
}

/** Options that say nothing without another, or against it. */
function requireSense({ csv, inputs, stream, output, concurrency }: CommandOptions): void {
  const needs = (option: string, other: string): never => {
    throw new Problem('cli-option-needs', { option, other });
  };
  if (csv === undefined && output !== undefined) needs('--output', '--csv');
  if (csv === undefined && concurrency !== undefined) needs('--concurrency', '--csv');
  if (csv !== undefined && stream !== undefined)
    throw new Problem('cli-option-against', { option: '--stream', other: '--csv' });
  if (csv === '-' && inputs === '-')
    throw new Problem('cli-option-against', { option: '--inputs -', other: '--csv -' });
}
