import { Problem } from '@jacquard/flow';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from './exit-codes.ts';
import type { Row, RowTable } from './read-rows.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { openRowWriter, type RowResult } from './row-writer.ts';
import { answerOf } from './run-once.ts';

/** How many rows may be ahead of the one that is printed next, for each that runs: a slow one doesn't make results pile up. */
const ahead = 16;

/**
 * Runs a flow once for each row, `concurrency` at a time, and prints the results in the order of the rows. A row that fails stops no
 * other. Resolves with the exit code: that of the worst row.
 */
export async function runRows(
  terminal: Terminal,
  flow: ReadyFlow,
  table: RowTable,
  { concurrency, format }: { readonly concurrency: number; readonly format: 'jsonl' | 'csv' },
): Promise<number> {
  const stop = AbortSignal.any([flow.signal, terminal.readerGone]);
  const write = openRowWriter(
    terminal,
    format,
    table,
    flow.interface.outputs.map(({ id }) => id),
  );
  const atOnce = Math.min(concurrency, flow.main.runs.mostAtOnce);
  const going: Promise<RowResult>[] = [];
  const counts = { done: 0, failed: 0, waiting: 0 };
  const limit = limiter(atOnce);
  for (const row of table.rows) {
    if (stop.aborted) break;
    going.push(limit(() => runRow(flow, row, stop)));
    if (going.length >= atOnce * ahead) await print(going.shift());
  }
  while (going.length > 0) await print(going.shift());
  if (terminal.readerGone.aborted) return exitCodes.done;
  return conclude(terminal, table.rows.length, counts);

  async function print(next: Promise<RowResult> | undefined): Promise<void> {
    const result = await next;
    if (result === undefined || result.status === 'not-started') return;
    counts[result.status === 'completed' ? 'done' : result.status === 'paused' ? 'waiting' : 'failed'] += 1;
    await write(result);
    showProgress(terminal, counts.done + counts.failed + counts.waiting, table.rows.length);
  }
}

async function runRow(flow: ReadyFlow, row: Row, stop: AbortSignal): Promise<RowResult> {
  if (stop.aborted) return { row, status: 'not-started' };
  try {
    const handle = await flow.start(await row.inputs());
    const cancel = (): void => handle.cancel();
    stop.addEventListener('abort', cancel);
    if (stop.aborted) cancel();
    const result = await handle.result.finally(() => stop.removeEventListener('abort', cancel));
    return { row, ...answerOf(result) };
  } catch (error) {
    if (!Problem.is(error)) throw error;
    return { row, status: 'failed', error: error.toData() };
  }
}

/** Runs what it is given, no more than `most` at a time, in order. */
function limiter(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** A line that changes, where the results go elsewhere. */
function showProgress({ stdout, stderr }: Terminal, done: number, total: number): void {
  if (!stderr.isTTY || stdout.isTTY) return;
  stderr.write(done === total ? '\r\u001B[K' : `\r\u001B[K${done}/${total}`);
}

function conclude(
  terminal: Terminal,
  rows: number,
  { done, failed, waiting }: { readonly done: number; readonly failed: number; readonly waiting: number },
): number {
  if (failed === 0 && waiting === 0 && done === rows) return exitCodes.done;
  terminal.say('cli-rows-ended', { rows, done, failed, waiting });
  return failed > 0 || done + waiting < rows ? exitCodes.failed : exitCodes.waiting;
}
