import { dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { Problem, type FlowPort, type JsonValue } from '@jacquard/flow';
import { findBeside } from '@jacquard/runtime';
import Papa from 'papaparse';
import type { Terminal } from '../terminal.ts';
import { readText } from './read-inputs.ts';
import { isFileKind, readValue } from './read-value.ts';
import type { ReadyFlow } from './ready-flow.ts';

type Values = Readonly<Record<string, JsonValue>>;

/** A run to come. */
export interface Row {
  /** From 1; the line with the names doesn't count. */
  readonly number: number;
  /** As written, in the order of the columns. */
  readonly cells: readonly string[];
  /** What the run is given. Throws for a cell that isn't what its input takes. */
  inputs(): Promise<Values>;
}

/** A table of runs. */
export interface RowTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads a CSV, in which a row is a run and columns are inputs by name; `-` is the standard input. Commas, semicolons and tabs are told apart
 * by themselves. Other columns are passed over, and named; an empty cell gives nothing, so that the input's default holds. `shared` is given
 * to all rows. Throws `cli-csv-…` before anything runs.
 */
export async function readRows(terminal: Terminal, flow: ReadyFlow, path: string, shared: Values): Promise<RowTable> {
  const written = path === '-' ? (await text(terminal.stdin)).replace(/^\uFEFF/, '') : await readText(path);
  const { data, errors } = Papa.parse<string[]>(written, { skipEmptyLines: 'greedy' });
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  const [header, ...rows] = data;
  if (broken !== undefined) throw new Problem('cli-csv-quotes', { file: path, row: broken.row ?? 0 });
  if (header === undefined) throw new Problem('cli-csv-empty', { file: path });
  const columns = header.map((name) => name.trim());
  const ports = columnPorts(terminal, path, columns, flow.interface.inputs);
  const folder = path === '-' ? process.cwd() : dirname(resolve(path));
  const read = (cells: readonly string[]) => valuesOf(cells, ports, { flow, shared, folder });
  return { columns, rows: rows.map((cells, index) => ({ number: index + 1, cells, inputs: () => read(cells) })) };
}

/** The input that each column is for. */
function columnPorts(
  terminal: Terminal,
  path: string,
  columns: readonly string[],
  inputs: readonly FlowPort[],
): readonly (FlowPort | undefined)[] {
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new Problem('cli-csv-column-twice', { file: path, column: twice });
  const ports = columns.map((name) => inputs.find(({ id }) => id === name));
  const names = inputs.map(({ id }) => id);
  if (ports.every((port) => port === undefined))
    throw new Problem('cli-csv-columns', { file: path, columns: [...columns], inputs: names });
  const others = columns.filter((_name, index) => ports[index] === undefined);
  if (others.length > 0) terminal.say('cli-csv-passed-over', { columns: others });
  return ports;
}

interface RowPlace {
  readonly flow: ReadyFlow;
  readonly shared: Values;
  /** Files that a cell names lie within it: a table may come from somebody else. */
  readonly folder: string;
}

async function valuesOf(
  cells: readonly string[],
  ports: readonly (FlowPort | undefined)[],
  { flow, shared, folder }: RowPlace,
): Promise<Values> {
  if (cells.length !== ports.length)
    throw new Problem('csv-row-uneven', { cells: cells.length, columns: ports.length });
  const values: Record<string, JsonValue> = { ...shared };
  for (const [index, port] of ports.entries()) {
    const cell = cells[index] ?? '';
    if (port === undefined || cell === '') continue;
    values[port.id] = await readValue(await cellOf(cell, port, folder), port, flow.main);
  }
  return values;
}

/** Numbers and truth values as spreadsheets write them; the rest as on the command line. */
async function cellOf(cell: string, { kind }: FlowPort, folder: string): Promise<string> {
  if (kind.kind === 'boolean' && /^(?:true|false)$/i.test(cell.trim())) return cell.trim().toLowerCase();
  if (!isFileKind(kind)) return cell;
  const found = await findBeside(folder, cell);
  if (found === undefined) throw new Problem('file-not-found', { name: cell });
  return found;
}
