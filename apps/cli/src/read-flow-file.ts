import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseFlowText, Problem, type Issue } from '@jacquard/flow';
import { createRuntime, readConfiguration, type Runtime } from '@jacquard/runtime';
import { createLog } from '@jacquard/server/log';
import type { Terminal } from './terminal.ts';

/** A flow’s file, checked, and a runtime that can run it; the caller closes it. */
export interface FlowFile {
  readonly runtime: Runtime;
  /** The file's name without its endings. */
  readonly id: string;
  readonly checked: Awaited<ReturnType<Runtime['main']['flows']['check']>>;
}

/** Opens the runtime on the file's folder, so that files and flows beside it are found, and checks the flow. */
export async function openFlowFile(terminal: Terminal, path: string | undefined): Promise<FlowFile> {
  if (path === undefined) throw new Problem('cli-file-missing');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Problem('flow-file-unreadable', { file: path }, { cause });
  });
  const parsed = parseFlowText(text.replace(/^\uFEFF/, ''));
  const runtime = await openFolderOf(terminal, path);
  const checked =
    parsed.flow === undefined
      ? { flow: null, issues: [...parsed.issues] }
      : await runtime.main.flows.check(parsed.flow);
  return { runtime, id: basename(path).replace(/(\.flow)?\.json$/, ''), checked };
}

/** A runtime whose flows and knowledge bases are those beside the file. */
export async function openFolderOf(terminal: Terminal, path: string): Promise<Runtime> {
  const configuration = readConfiguration(terminal.env, { projectFolder: dirname(resolve(path)) });
  return createRuntime(configuration, { log: createLog(terminal.env.LOG_LEVEL ?? 'error') });
}

/** True for what keeps a flow from running. */
export function isError({ severity }: Issue): boolean {
  return severity === 'error';
}
