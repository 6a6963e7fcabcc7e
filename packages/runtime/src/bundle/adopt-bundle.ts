import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { renameInFlow, type Descriptors, type FlowDocument } from '@jacquard/flow';
import { freeFlowId, type KnowledgeStore, type Space, type StoredFlow, type Stores } from '@jacquard/stores';
import { discardKnowledge } from '../knowledge/adopt-knowledge.ts';
import type { KnowledgeDesk } from '../knowledge/knowledge-desk.ts';
import { findBeside, largestFile, mediaTypeOf } from '../project-files.ts';
import { fileReferences, replaceFiles, type FileReference } from './file-references.ts';
import { keepBeside } from './keep-beside.ts';
import type { BundleContent } from './read-bundle.ts';

export interface AdoptSources {
  readonly space: Space;
  readonly stores: Pick<Stores, 'flows' | 'files'> & { readonly knowledge: KnowledgeStore };
  readonly knowledge: KnowledgeDesk;
  readonly descriptors: Descriptors;
  readonly projectFolder: string | undefined;
}

type Undo = () => Promise<void>;

/**
 * Keeps what a bundle in `folder` holds: bases, files, then flows. Ids that are taken become other ones, in the flows, too. All that
 * was kept is taken back when something fails in the middle.
 */
export async function adoptBundle(sources: AdoptSources, folder: string, content: BundleContent): Promise<StoredFlow> {
  const undo: Undo[] = [];
  try {
    const bases = await adoptBases(sources, folder, content.knowledge, undo);
    const flows = await freeFlowIds(sources, content);
    let main: StoredFlow | undefined;
    for (const { id, document } of content.flows.toReversed()) {
      const own = flows.get(id) ?? id;
      const named = renameInFlow(document, sources.descriptors, 'knowledge', bases);
      const renamed = renameInFlow(named, sources.descriptors, 'flow', flows);
      const whole = await adoptFiles(sources, { folder, flowId: own, document: renamed, undo });
      main = await sources.stores.flows.create(sources.space, whole, { id: own, imported: true });
      const { revision } = main;
      undo.push(() => sources.stores.flows.delete(sources.space, own, revision));
    }
    if (main === undefined) throw new Error('a bundle without flows was read');
    return main;
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  }
}

async function adoptBases(
  { knowledge, stores, space }: AdoptSources,
  folder: string,
  ids: readonly string[],
  undo: Undo[],
): Promise<ReadonlyMap<string, string>> {
  const renames = new Map<string, string>();
  for (const wanted of ids) {
    for (const [id, taken] of await knowledge.adopt(folder, [wanted], true)) {
      if (taken.isNew) undo.push(() => discardKnowledge({ store: stores.knowledge, space }, taken.id));
      renames.set(id, taken.id);
    }
  }
  return renames;
}

/** The id that each flow gets: its own, or one with a number where that is taken. */
async function freeFlowIds({ stores, space }: AdoptSources, { flows }: BundleContent) {
  const taken = new Set((await stores.flows.list(space)).map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id } of flows) {
    const free = freeFlowId(id, (one) => taken.has(one));
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

interface FlowFiles {
  readonly folder: string;
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly undo: Undo[];
}

/** Keeps the files that a flow names; those that the bundle doesn't have stay missing. */
async function adoptFiles(sources: AdoptSources, { folder, flowId, document, undo }: FlowFiles): Promise<FlowDocument> {
  const kept = new Map<string, FileReference>();
  const { stores, space, projectFolder } = sources;
  const holder = { kind: 'flow', id: flowId } as const;
  undo.push(() => stores.files.release(space, holder));
  for (const { file } of fileReferences(document)) {
    const path = kept.has(file) ? undefined : await findBeside(folder, file);
    if (path === undefined) continue;
    if (projectFolder !== undefined) {
      // In a folder of the flow's own: beside the flows, a name such as `vite.config.js` would be a program to tools that run there.
      const own = `${flowId}-files/`;
      const beside = await keepBeside(projectFolder, file.startsWith(own) ? file : own + file, path);
      if (beside.isNew) undo.push(beside.remove);
      kept.set(file, { file: beside.path });
    } else {
      const about = { name: basename(file), mediaType: mediaTypeOf(file) };
      kept.set(file, await stores.files.put(space, holder, about, piecesOf(path), largestFile));
    }
  }
  return replaceFiles(document, (reference) => kept.get(reference.file) ?? reference);
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
