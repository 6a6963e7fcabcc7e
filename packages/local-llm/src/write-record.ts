import { rename, writeFile } from 'node:fs/promises';

/** Writes what was found out into a JSON file in one step: whoever reads it meanwhile finds the old one or the new one whole. */
export async function writeRecord(path: string, record: unknown): Promise<void> {
  const part = `${path}.${process.pid}`;
  await writeFile(part, `${JSON.stringify(record, null, 2)}\n`);
  await rename(part, path);
}
