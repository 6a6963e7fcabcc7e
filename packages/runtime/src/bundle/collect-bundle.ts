import { basename } from 'node:path';
import {
  namedInFlow,
  Problem,
  serialiseFlow,
  type Descriptors,
  type FileValue,
  type FlowDocument,
} from '@jacquard/flow';
import {
  safeDocumentPath,
  serialiseKnowledge,
  type KnowledgeStore,
  type Space,
  type StoredFlow,
  type Stores,
} from '@jacquard/stores';
import type { Resolver } from '@jacquard/executor';
import { ownPaths } from '../knowledge/own-paths.ts';
import { fileReferences, replaceFiles, type FileReference } from './file-references.ts';

/**
 * A file of a bundle: its bytes, or where they lie. A bundle is laid out as a project folder: `ID.flow.json` for the flow and
 * each flow that it runs, `ID.knowledge.json` for each knowledge base with its documents under `ID/`, and the files that flows name,
 * where they name them. So an unpacked bundle is a project folder. Which flow it was made for needs no mark: it is the one that no
 * other runs. Secrets, settings and runs are never part of it.
 */
export interface BundleFile {
  readonly path: string;
  readonly from: { readonly bytes: Uint8Array } | { readonly path: string };
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface BundleSources {
  readonly space: Space;
  readonly stores: Pick<Stores, 'flows' | 'files'> & { readonly knowledge: KnowledgeStore };
  readonly resolver: Pick<Resolver, 'file'>;
  readonly descriptors: Descriptors;
}

/** Everything that a flow names, and it. What it names and isn't there is left out, as it is missing here, too. */
export async function collectBundle(sources: BundleSources, main: StoredFlow): Promise<readonly BundleFile[]> {
  const flows = await withSubFlows(sources, main);
  const ids = new Set(flows.flatMap(({ document }) => namedInFlow(document, sources.descriptors, 'knowledge')));
  const collected: Collected = { files: new Map(), folders: ids };
  for (const id of ids) await addKnowledge(sources, collected, id);
  for (const flow of flows) {
    const document = await addFiles(sources, collected, flow);
    const bytes = Buffer.from(serialiseFlow(document));
    add(collected, `${flow.id}.flow.json`, { from: { bytes }, modified: flow.updatedAt });
  }
  return [...collected.files.values()];
}

interface Collected {
  readonly files: Map<string, BundleFile>;
  /** The folders of documents, which nothing else may lie in. */
  readonly folders: ReadonlySet<string>;
}

function add({ files }: Collected, path: string, file: Omit<BundleFile, 'path'>): void {
  files.set(path, { path, ...file });
}

async function withSubFlows({ stores, space, descriptors }: BundleSources, main: StoredFlow): Promise<StoredFlow[]> {
  const found = new Map([[main.id, main]]);
  for (const { document } of found.values()) {
    for (const id of namedInFlow(document, descriptors, 'flow')) {
      const flow = found.has(id) ? undefined : await stores.flows.get(space, id);
      if (flow !== undefined && flow.broken === undefined) found.set(id, flow);
    }
  }
  return [...found.values()];
}

async function addKnowledge({ stores, space }: BundleSources, collected: Collected, id: string): Promise<void> {
  const base = await stores.knowledge.get(space, id);
  if (base === undefined || base.broken !== undefined) return;
  const document = { ...base.document, sources: [`${id}/**`] };
  const bytes = Buffer.from(serialiseKnowledge(document));
  add(collected, `${id}.knowledge.json`, { from: { bytes }, modified: base.updatedAt });
  for (const [own, { path, modified }] of ownPaths(base.document, await stores.knowledge.sources(space, id)))
    add(collected, freePath(collected, `${id}/${safeDocumentPath(own)}`), { from: { path }, modified });
}

/** Adds the files of a flow; the document that is returned names them by their paths in the bundle. */
async function addFiles(sources: BundleSources, collected: Collected, flow: StoredFlow): Promise<FlowDocument> {
  const paths = new Map<string, string>();
  for (const reference of fileReferences(flow.document)) {
    if (paths.has(reference.file)) continue;
    const file = await findFile(sources, flow.id, reference);
    if (file === undefined) continue;
    const bytes = await sources.stores.files.read(sources.space, { kind: 'flow', id: flow.id }, file.file);
    if (bytes === undefined) continue;
    const path = pathOf(collected, reference, file, bytes);
    add(collected, path, { from: { bytes }, modified: flow.updatedAt });
    paths.set(reference.file, path);
  }
  return replaceFiles(flow.document, (reference) => {
    const path = paths.get(reference.file);
    return path === undefined ? reference : { file: path };
  });
}

async function findFile(
  { resolver }: BundleSources,
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

/** Where the flow names it, unless that is taken, belongs to a base, or is no path at all. */
function pathOf(collected: Collected, { file }: FileReference, { name }: FileValue, bytes: Uint8Array): string {
  const isHash = /^[0-9a-f]{64}$/.test(file);
  const wanted = isHash ? `files/${safeDocumentPath(basename(name))}` : safeDocumentPath(file);
  const [top = ''] = wanted.split('/');
  const clear = collected.folders.has(top) ? `files-of-flows/${wanted}` : wanted;
  const there = collected.files.get(clear)?.from;
  const isSame = there !== undefined && 'bytes' in there && Buffer.compare(there.bytes, bytes) === 0;
  return isSame ? clear : freePath(collected, clear);
}

function freePath({ files }: Collected, path: string): string {
  const taken = new Set([...files.keys()].map((one) => one.toLowerCase()));
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? [];
  let free = path;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem}-${number}${ending}`;
  return free;
}
