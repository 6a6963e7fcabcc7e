import type { JsonValue, ProblemData } from '@jacquard/flow';
import Papa from 'papaparse';
import type { Terminal } from '../terminal.ts';
import { jsonLine } from './json-line.ts';
import type { Row, RowTable } from './read-rows.ts';
import type { RunAnswer } from './run-once.ts';

/** How a row's run ended; without a run where its inputs weren't understood. */
export interface RowResult extends Partial<Omit<RunAnswer, 'status' | 'error'>> {
  readonly row: Row;
  /** `not-started`: the command was stopped before. */
  readonly status: RunAnswer['status'] | 'not-started';
  readonly error?: Pick<ProblemData, 'code' | 'params'> | undefined;
}

/** Writes results, one after the other; a promise while the reader has to read first. */
export type RowWriter = (result: RowResult) => Promise<void>;

/**
 * `jsonl`: an object a line, as a single run prints it, with the row's number. `csv`: the columns of the table, then the flow's
 * outputs, then how it ended and why.
 */
export function openRowWriter(
  terminal: Terminal,
  format: 'jsonl' | 'csv',
  { columns }: RowTable,
  outputs: readonly string[],
): RowWriter {
  const line = (cells: readonly string[]): string =>
    `${Papa.unparse([[...cells]], { newline: '\n', escapeFormulae: false })}\n`;
  let isBegun = false;
  return async ({ row, error, ...rest }) => {
    if (terminal.readerGone.aborted) return;
    if (format === 'jsonl') {
      const { number } = row;
      return write(terminal, jsonLine({ row: number, ...rest, ...(error && { error }) }));
    }
    const head = isBegun ? '' : line([...columns, ...outputs, 'status', 'error']);
    isBegun = true;
    const own = columns.map((_column, index) => row.cells[index] ?? '');
    const results = outputs.map((name) => cellOf(rest.outputs?.[name]));
    const reason = error === undefined ? '' : terminal.sentence(error.code, error.params);
    return write(terminal, head + line([...own, ...results, rest.status, reason]));
  };
}

function cellOf(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Waits for a slow reader, so that results don't pile up; one who has gone reads nothing. */
async function write({ stdout, readerGone }: Terminal, text: string): Promise<void> {
  if (stdout.write(text) || readerGone.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  stdout.once('drain', resolve);
  readerGone.addEventListener('abort', () => resolve(), { once: true });
  await promise;
}
