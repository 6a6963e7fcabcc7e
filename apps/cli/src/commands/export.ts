import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { ExportedCode } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import type { Command } from '../command.ts';
import { printIssues } from '../print-issues.ts';
import { isError, isFolder, openFlowFile, openFolderOf } from '../read-flow-file.ts';
import type { Terminal } from '../terminal.ts';
import { unwritable } from '../unwritable.ts';

/**
 * Writes a flow as a TypeScript program of its own into `--out`, or names what keeps it from being one. With `--list`, says of every flow
 * of a folder whether it can be exported.
 */
export const exportCode: Command = async (terminal, [path], { out, list }) => {
  if (list === true) return listFolder(terminal, path ?? '.');
  const file = await openFlowFile(terminal, path);
  try {
    const { flow, issues } = file.checked;
    if (flow === null || issues.some(isError)) {
      printIssues(terminal, path ?? '', issues);
      return 2;
    }
    const code = await file.runtime.main.code.write({ flowId: file.id, document: flow }, terminal.language);
    if (code.problems.length > 0) {
      for (const problem of code.problems) terminal.print(reasonOf(terminal, problem));
      terminal.complain({ code: 'cli-export-impossible', params: { file: path ?? '', count: code.problems.length } });
      return 2;
    }
    const folder = out ?? `${file.id}-code`;
    await writeProgram(folder, code);
    terminal.say('cli-export-written', { folder, files: Object.keys(code.files).join(', ') });
    return 0;
  } finally {
    await file.close();
  }
};

async function writeProgram(folder: string, { files }: ExportedCode): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    const made = mkdir(dirname(file), { recursive: true });
    await made.then(() => writeFile(file, text)).catch(unwritable(file));
  }
}

function reasonOf(terminal: Terminal, { node, code, params }: ExportedCode['problems'][number]): string {
  return `${node}: ${terminal.sentence(code, params)}`;
}

/** A line for each flow: its id, and the word `exportable`, which scripts look for in any language, or what keeps it from being so. */
async function listFolder(terminal: Terminal, folder: string): Promise<number> {
  if (!(await isFolder(folder))) throw new Problem('flow-file-unreadable', { file: basename(folder) });
  const runtime = await openFolderOf(terminal, join(folder, 'any'));
  try {
    const flows = await runtime.main.stores.flows.list(runtime.main.space);
    for (const { id } of flows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
      terminal.print(`${id}\t${await stateOf(terminal, runtime, id)}`);
    }
    return 0;
  } finally {
    await runtime.close();
  }
}

async function stateOf(terminal: Terminal, { main }: Runtime, id: string): Promise<string> {
  try {
    const { document } = await main.flows.runnable(id);
    const { problems } = await main.code.write({ flowId: id, document }, terminal.language);
    if (problems.length === 0) return 'exportable';
    return problems.map((problem) => reasonOf(terminal, problem)).join(' ');
  } catch (error) {
    if (!Problem.is(error)) throw error;
    return terminal.sentence(error.code, error.params);
  }
}
