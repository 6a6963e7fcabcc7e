import { expandDataset, Problem, type JsonValue, type TestCase, type TestDataset } from '@jacquard/flow';

/** Largest file of rows, in bytes. */
const largestDataset = 16 * 1024 * 1024;

type Row = Readonly<Record<string, JsonValue>>;

/**
 * The cases of a dataset, a row each. `read` gives the bytes of a file beside the flow: CSV, or JSON as a list of objects. Throws
 * `test-dataset-unreadable`, `test-column-missing`, `test-too-many-rows`, and what `read` throws.
 */
export async function readDataset(
  dataset: TestDataset,
  read: (file: string) => Promise<Uint8Array>,
): Promise<readonly TestCase[]> {
  const { file, rows } = dataset;
  if (file === undefined) return expandDataset(dataset, rows ?? []);
  const bytes = await read(file);
  if (bytes.byteLength > largestDataset) throw new Problem('test-dataset-unreadable', { file });
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  return expandDataset(dataset, file.endsWith('.json') ? jsonRows(file, text) : await csvRows(text));
}

async function csvRows(text: string): Promise<readonly Row[]> {
  const { readCsv } = await import('@jacquard/nodes-data/read-csv');
  return (await readCsv(text, 'auto', true)).rows.map((row) => ({ ...row }));
}

function jsonRows(file: string, text: string): readonly Row[] {
  try {
    const value = JSON.parse(text) as JsonValue; // boundary: what JSON has read is JSON
    if (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)))
      return value as readonly Row[]; // boundary: as just seen
  } catch {
    // Said below.
  }
  throw new Problem('test-dataset-unreadable', { file });
}
