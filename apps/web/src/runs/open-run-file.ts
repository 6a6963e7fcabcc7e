import { Problem, type JsonValue } from '@jacquard/flow';
import { runFileLimits } from '@jacquard/protocol';
import { create } from 'zustand';
import { queryClient } from '../api/queries.ts';
import { navigate } from '../state/route.ts';
import { showRunOfFile, useRun } from '../state/run-store.ts';
import { endComparison } from './comparison-store.ts';
import { readRunFile, type ReadRunFile } from './read-run-file.ts';

/** The path of the page that shows a run's file without a flow of ours. */
const runFilePath = '/runs/file';

interface RunFileState {
  readonly file: (ReadRunFile & { readonly name: string }) | undefined;
}

/** The file that is open as a page of its own; nothing of it is stored. */
export const useRunFile = create<RunFileState>()(() => ({ file: undefined }));

/** Whether a file is a run's: how it begins tells, so that a large one isn't read twice. */
export async function isRunFile(file: Blob): Promise<boolean> {
  return /^\uFEFF?\s*\{\s*"jacquard-run"\s*:/.test(await file.slice(0, 200).text());
}

/** Shows a run's file in the place of the flow's own runs; why it can't be read is told as a problem of the run. */
export async function openRunFileHere(file: File): Promise<void> {
  try {
    const read = await readFile(file);
    endComparison();
    giveValues(read);
    showRunOfFile(read.view, file.name);
  } catch (error) {
    useRun.setState({ problem: error });
  }
}

/** Shows a run's file as a page. Rejects with why it can't be read. */
export async function openRunFilePage(file: File): Promise<void> {
  const read = await readFile(file);
  giveValues(read);
  useRunFile.setState({ file: { ...read, name: file.name } });
  navigate(runFilePath);
}

async function readFile(file: File): Promise<ReadRunFile> {
  if (file.size > runFileLimits.bytes) throw new Problem('run-file-too-large', { bytes: runFileLimits.bytes });
  return readRunFile((await file.text()).replace(/^\uFEFF/, ''), nextFrame);
}

/** Large values stand where those of our own runs are looked up: under this run's id, which no run of the server has. */
function giveValues({ view, values }: ReadRunFile): void {
  queryClient.setQueryDefaults(['value', view.runId], { gcTime: Infinity, staleTime: Infinity });
  const held: readonly (readonly [string, JsonValue])[] = Object.entries(values);
  for (const [ref, value] of held) queryClient.setQueryData(['value', view.runId, ref], value);
}

const nextFrame = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0));
