import { Problem } from '@jacquard/flow';
import type { EmbeddingsModel, PassageSettings } from '@jacquard/node-kit';
import type { FileEntry, KnowledgeIndex, ReadingHost } from '../interfaces.ts';
import type { Splitter } from '../passages/create-splitter.ts';
import type { DocumentShelf } from './document-shelf.ts';
import { embedPassages } from './embed-passages.ts';
import { failedEntry, readyEntry } from './make-file-entry.ts';
import type { PlannedFile } from './plan-build.ts';
import { readSource, type SourceReading } from './read-source.ts';
import type { FileProgress } from './track-progress.ts';

/** What a file is built with. */
export interface FileParts {
  readonly index: KnowledgeIndex;
  readonly reading: ReadingHost;
  readonly splitter: Splitter;
  readonly shelf: DocumentShelf;
  readonly model: EmbeddingsModel;
  readonly passages: PassageSettings | undefined;
  readonly now: () => number;
}

/**
 * Reads, cuts and embeds one file and writes it, whole. What is wrong with the file is written in its place: then it
 * resolves with false. Rejects with what is no file's own: embeddings, a full disk, the signal.
 */
export async function buildFile(
  parts: FileParts,
  { source, known }: PlannedFile,
  progress: FileProgress,
  signal: AbortSignal,
): Promise<boolean> {
  const { index, reading, shelf, now } = parts;
  const onPages = (done: number, total: number): void => progress.readPages(done, total);
  const comparable = known?.state === 'ready' ? known : undefined;
  const read = await readSource(reading, source, {
    known: comparable,
    shelved: shelf.find(source.source),
    signal,
    onPages,
  });
  if (read.outcome === 'same') await index.touch(source.source, source.stamp, source.modified);
  if (read.outcome === 'gone') await index.remove([source.source]);
  if (read.outcome === 'failed') await index.replace(failedEntry(source, read.sha256, read.problem, now()));
  const entry = read.outcome === 'read' ? await makeEntry(parts, source, read, progress, signal) : undefined;
  if (entry) await index.replace(entry);
  progress.end(entry?.file.pages ?? 1);
  return read.outcome !== 'failed' && entry?.file.state !== 'failed';
}

async function makeEntry(
  { splitter, model, passages: settings, now }: FileParts,
  source: PlannedFile['source'],
  read: Extract<SourceReading, { outcome: 'read' }>,
  progress: FileProgress,
  signal: AbortSignal,
): Promise<FileEntry> {
  const passages = await splitter.split(read.documents, settings, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    if (Problem.is(error)) return error;
    throw error;
  });
  if (Problem.is(passages)) return failedEntry(source, read.sha256, passages, now());
  const onDone = (count: number): void => progress.embedded(count, passages.length);
  const vectors = await embedPassages(passages, model, { signal, onDone });
  return readyEntry(source, { ...read, passages, vectors }, now());
}
