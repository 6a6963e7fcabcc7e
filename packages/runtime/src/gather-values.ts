import type { RunRequest } from '@jacquard/executor';
import type { FileValue, JsonValue } from '@jacquard/flow';
import type { Space, Stores } from '@jacquard/stores';
import type { FileDesk } from './file-desk.ts';
import { loadReferences } from './load-references.ts';
import { readRunBasis } from './run-basis.ts';
import type { StartRun } from './start-run.ts';

/** What a run begins with, and the files that it must hold to read them. */
export interface GatheredValues extends Pick<RunRequest, 'inputs' | 'given' | 'pins' | 'basis'> {
  readonly files: readonly FileValue[];
}

export interface GatherSources {
  readonly space: Space;
  readonly stores: Pick<Stores, 'runs' | 'values'>;
  readonly files: FileDesk;
}

/**
 * The inputs of a run and what it is given. A run that goes on from another has that one's inputs, unless told others, and
 * what that one was given, as long as it fits and nothing is given or pinned in its place. Throws `file-not-found`,
 * `value-not-found` and what `readRunBasis` throws.
 */
export async function gatherValues(
  request: Pick<StartRun, 'flowId' | 'document' | 'inputs' | 'given' | 'pins' | 'basis' | 'caller'>,
  { space, stores, files }: GatherSources,
): Promise<GatheredValues> {
  const { flowId, document, pins } = request;
  if (request.basis === undefined && request.given === undefined && pins === undefined) {
    const inputs = request.inputs ?? {};
    return { inputs, files: await files.inputFiles(request, inputs) };
  }
  const past =
    request.basis === undefined
      ? undefined
      : await readRunBasis(stores, space, { runId: request.basis, flowId, document });
  const values = { values: stores.values, space };
  const given = Object.entries(request.given ?? {}).map(async ([key, outputs]) => {
    return [key, await loadReferences(values, request.basis, outputs)] as const;
  });
  const own: Record<string, Readonly<Record<string, JsonValue>>> = Object.fromEntries(await Promise.all(given));
  const inputs = request.inputs ?? past?.inputs ?? {};
  const earlier = { ...past?.given, ...pins };
  const held = [
    ...(request.inputs === undefined ? [] : await files.inputFiles(request, request.inputs)),
    ...(await files.filesWithin(flowId, { given: own, earlier, inputs: past?.inputs ?? {} }, request.basis)),
  ];
  return { inputs, given: own, pins: earlier, basis: past?.basis, files: held };
}
