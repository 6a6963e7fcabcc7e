import type { Resolver } from '@jacquard/executor';
import { namedInFlow, Problem, type Descriptors, type FileValue, type FlowDocument } from '@jacquard/flow';
import type { FrozenVersion } from '@jacquard/stores';
import { fileReferences, replaceFiles, type FileReference } from '../bundle/file-references.ts';

export interface FreezeSources {
  readonly descriptors: Descriptors;
  readonly resolver: Pick<Resolver, 'file'>;
  /** Another flow of the space as it is now; undefined when there is none. */
  flow(id: string): Promise<FlowDocument | undefined>;
}

/** What is published of a flow, and the files that it names, which the flow must go on holding. */
export interface FrozenFlow extends FrozenVersion {
  readonly files: readonly FileValue[];
  /** The flow as it is kept as a version. */
  readonly source: FlowDocument;
}

/**
 * A flow with all that it runs, as it is now: the documents of its sub-flows, near and far, and its files by their content. Knowledge
 * bases, models and settings stay what they are called, and go on changing.
 */
export async function freezeFlow(sources: FreezeSources, id: string, document: FlowDocument): Promise<FrozenFlow> {
  const found = new Map([[id, document]]);
  const flows: Record<string, FlowDocument> = {};
  const files: FileValue[] = [];
  for (const [one, was] of found) {
    const { frozen, named } = await freezeFiles(sources, one, was);
    files.push(...named);
    flows[one] = frozen;
    for (const inner of namedInFlow(was, sources.descriptors, 'flow')) {
      const called = found.has(inner) ? undefined : await sources.flow(inner);
      if (called !== undefined) found.set(inner, called);
    }
  }
  const { [id]: own = document, ...called } = flows;
  return { document: own, flows: called, files, source: document };
}

async function freezeFiles({ resolver }: FreezeSources, flowId: string, document: FlowDocument) {
  const known = new Map<string, FileValue>();
  for (const reference of fileReferences(document)) {
    const file = known.has(reference.file) ? undefined : await findFile(resolver, flowId, reference);
    if (file !== undefined) known.set(reference.file, file);
  }
  const frozen = replaceFiles(document, (reference) => {
    const file = known.get(reference.file);
    if (file === undefined) return reference;
    const { file: sha256, name, mediaType, size } = file;
    return { file: sha256, name, mediaType, size };
  });
  return { frozen: known.size === 0 ? document : frozen, named: [...known.values()] };
}

async function findFile(
  resolver: FreezeSources['resolver'],
  flowId: string,
  reference: FileReference,
): Promise<FileValue | undefined> {
  try {
    return (await resolver.file(flowId, reference)) as FileValue; // boundary: it resolves a file to its value
  } catch (error) {
    if (Problem.is(error) && error.code === 'file-not-found') return undefined;
    throw error;
  }
}
