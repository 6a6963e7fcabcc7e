import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseFlowText, Problem, type Issue } from '@jacquard/flow';
import { createRuntime, mainFlowOf, openBundle, readConfiguration, type Runtime } from '@jacquard/runtime';
import { createLog } from '@jacquard/server/log';
import type { Terminal } from './terminal.ts';

/** A flow’s file, checked, and a runtime that can run it; the caller closes it. */
export interface FlowFile {
  readonly runtime: Runtime;
  /** The file's name without its endings. */
  readonly id: string;
  readonly checked: Awaited<ReturnType<Runtime['main']['flows']['check']>>;
  /** Closes the runtime, and removes what was unpacked. */
  close(): Promise<void>;
}

/**
 * Opens the runtime on the file's folder, so that files and flows beside it are found, and checks the flow. A bundle (`.zip`) is unpacked
 * into a folder of its own, which is gone when it is closed.
 */
export async function openFlowFile(terminal: Terminal, path: string | undefined): Promise<FlowFile> {
  if (path === undefined) throw new Problem('cli-file-missing');
  if (/\.zip$/i.test(path)) return openBundleFile(terminal, path);
  const text = await readFile(path, 'utf8').catch(unreadable(path));
  const parsed = parseFlowText(text.replace(/^\uFEFF/, ''));
  const runtime = await openFolderOf(terminal, path);
  const checked =
    parsed.flow === undefined
      ? { flow: null, issues: [...parsed.issues] }
      : await runtime.main.flows.check(parsed.flow);
  const close = (): Promise<void> => runtime.close();
  return { runtime, id: flowIdOf(path), checked, close };
}

async function openBundleFile(terminal: Terminal, path: string): Promise<FlowFile> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-bundle-'));
  let runtime: Runtime | undefined;
  const close = async (): Promise<void> => {
    await runtime?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await openBundle(path, folder).catch((error: unknown) =>
      Problem.is(error) ? Promise.reject(error) : unreadable(path)(error),
    );
    runtime = await openFolderOf(terminal, join(folder, 'bundle'));
    const { id, document } = await mainFlowOf(folder, runtime.descriptors);
    return { runtime, id, checked: await runtime.main.flows.check(document), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function unreadable(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new Problem('flow-file-unreadable', { file }, { cause });
  };
}

/** A runtime whose flows and knowledge bases are those beside the file. */
export async function openFolderOf(terminal: Terminal, path: string): Promise<Runtime> {
  const configuration = readConfiguration(terminal.env, { projectFolder: dirname(resolve(path)) });
  return createRuntime(configuration, { log: createLog(terminal.env.LOG_LEVEL ?? 'error') });
}

/** The id of the flow in a file: its name without its endings. */
export function flowIdOf(path: string): string {
  return basename(path).replace(/(\.flow)?\.json$/, '');
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** True for what keeps a flow from running. */
export function isError({ severity }: Issue): boolean {
  return severity === 'error';
}
