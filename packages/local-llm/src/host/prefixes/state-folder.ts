import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({
  key: z.string(),
  tokens: z.array(z.number().int().nonnegative()).readonly(),
  bytes: z.number(),
});
/** A state's file, and what the record beside it says. */
export type StateRecord = z.infer<typeof recordSchema> & { readonly path: string };

/** The states in a folder; what is damaged, or was left half written, is removed. */
export async function readStates(folder: string): Promise<StateRecord[]> {
  const names = await readdir(folder).catch(() => []);
  const found: StateRecord[] = [];
  for (const name of names.filter((file) => file.endsWith('.state'))) {
    const path = join(folder, name);
    const state = await readRecord(path);
    if (state) found.push(state);
    else await removeState(path);
  }
  await Promise.all(names.filter(isLeftOver).map((name) => rm(join(folder, name), { force: true })));
  return found;
}

/** Puts a state and its record in their places; undefined, and nothing left, when `write` or the disk fails. */
export async function writeState(
  { path, key, tokens }: Omit<StateRecord, 'bytes'>,
  write: (path: string) => Promise<unknown>,
): Promise<StateRecord | undefined> {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await write(part);
    const { size: bytes } = await stat(part);
    await writeFile(`${path}.json`, JSON.stringify({ key, tokens, bytes }));
    await rename(part, path);
    return { path, key, tokens, bytes };
  } catch {
    await Promise.all([rm(part, { force: true }), removeState(path)]).catch(() => undefined);
    return undefined;
  }
}

/** Removes a state and its record. What the system holds stays, and is removed another time. */
export async function removeState(path: string): Promise<void> {
  await Promise.all([`${path}.json`, path].map((file) => rm(file, { force: true }).catch(() => undefined)));
}

async function readRecord(path: string): Promise<StateRecord | undefined> {
  try {
    const record = recordSchema.parse(JSON.parse(await readFile(`${path}.json`, 'utf8')));
    return (await stat(path)).size === record.bytes ? { path, ...record } : undefined;
  } catch {
    return undefined;
  }
}

/** Half a state, of a process that is no more. */
function isLeftOver(name: string): boolean {
  const [, owner] = /\.(\d+)\.part$/.exec(name) ?? [];
  if (owner === undefined) return false;
  try {
    process.kill(Number(owner), 0);
    return Number(owner) === process.pid;
  } catch {
    return true;
  }
}
