import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { typescriptClient } from '@jacquard/protocol/client';
import { clientFlows, operator, type Runtime } from '@jacquard/runtime';
import type { Command } from '../command.ts';
import { flowIdOf, openFolderOf } from '../read-flow-file.ts';
import type { Terminal } from '../terminal.ts';
import { unwritable } from '../unwritable.ts';

/**
 * Writes a TypeScript client of a flow, or of all flows of a folder, to `--out` or the standard output. A folder with a flow that
 * can't be read gets none: its users would miss one.
 */
export const client: Command = async (terminal, [path], { out }) => {
  if (path === undefined) throw new Problem('cli-file-missing');
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (cause: unknown) => {
      throw new Problem('flow-file-unreadable', { file: path }, { cause });
    },
  );
  const runtime = await openFolderOf(terminal, isFolder ? join(path, 'any') : path);
  try {
    const ids = isFolder ? await idsOf(runtime) : [flowIdOf(path)];
    if (!(await areReadable(terminal, runtime, ids))) return 2;
    const flows = await clientFlows(runtime, operator, ids);
    const { port } = runtime.configuration;
    const source = typescriptClient({ flows, baseUrl: `http://127.0.0.1:${port}` });
    if (out === undefined) terminal.print(source.trimEnd());
    else await writeClient(terminal, out, source, ids);
    return 0;
  } finally {
    await runtime.close();
  }
};

async function idsOf({ main }: Runtime): Promise<readonly string[]> {
  const flows = await main.stores.flows.list(main.space);
  return flows.map(({ id }) => id).toSorted();
}

async function areReadable(terminal: Terminal, { main }: Runtime, ids: readonly string[]): Promise<boolean> {
  const checks = ids.map(async (id) => {
    const problem = await main.flows.runnable(id).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (problem === undefined) return true;
    if (!Problem.is(problem)) throw problem;
    terminal.complain(problem);
    return false;
  });
  return (await Promise.all(checks)).every((isReadable) => isReadable);
}

async function writeClient(terminal: Terminal, file: string, source: string, ids: readonly string[]): Promise<void> {
  await writeFile(file, source).catch(unwritable(file));
  terminal.say('cli-client-written', { file, flows: ids.join(', ') });
}
